"""Totals: what the lines of the ledger add up to, as intervals with the lines behind each.

Only what counts is summed: no step short of a promise, nothing withdrawn, no envelope, no running total. Joint donors
are one line, counted once. Things are summed by category and unit, money by currency; nothing is blended. What no
report gives a figure for is counted beside the sum, not in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from wireledger.model import Entry
from wireledger.serve.lines import Addend, Grouping, Key, Measure, addends
from wireledger.serve.ranges import Range, added
from wireledger.serve.rates import Rates
from wireledger.serve.view import View


@dataclass(frozen=True, slots=True)
class Total:
    """One sum: its keys, what is summed, how much, how much of that arrived, and the lines it is made of.

    `unknown` lines have no figure, `joint` ones an unknown share, `doubtful` ones may be told twice; `unconverted` ones
    have no rate of their day.
    """

    key: Key
    measure: Measure
    amount: Range
    arrived: Range
    lines: tuple[Addend, ...]
    unknown: int
    joint: int
    doubtful: int
    unconverted: int = 0


def totals(entries: Iterable[Entry], view: View, grouping: Grouping, rates: Rates | None = None) -> tuple[Total, ...]:
    """The sums of entries of a view, by measure within each key. With `rates`, money is told in their currency."""
    known = {entry.id: entry for entry in view.entries}
    found: dict[tuple[Key, Measure], list[Addend]] = defaultdict(list)
    for entry in entries:
        for addend in addends(entry, known, grouping, view):
            told = _converted(addend, rates) if rates and addend.measure.is_money else addend
            found[told.key, told.measure].append(told)
    made = [_total(key, measure, lines) for (key, measure), lines in found.items()]
    return tuple(sorted(made, key=_order))


def _total(key: Key, measure: Measure, lines: list[Addend]) -> Total:
    figures = [line for line in lines if line.amount is not None]
    return Total(
        key,
        measure,
        added(line.amount for line in figures if line.amount),
        added(line.arrived for line in figures),
        tuple(sorted(lines, key=lambda line: (str(line.entry.first_reported), line.entry.id))),
        sum(line.amount is None and line.rate != "none" for line in lines),
        sum(line.joint for line in lines),
        sum(line.doubtful for line in lines),
        sum(line.rate == "none" for line in lines),
    )


def _converted(addend: Addend, rates: Rates) -> Addend:
    """The addend in the currency of the rates, at the rate of the day on which its line was first reported."""
    told = rates.rate(addend.measure.of, addend.entry.first_reported)
    measure = Measure(rates.into, "money")
    if told is None:
        return replace(addend, measure=measure, amount=None, rate="none")
    rate, day = told
    amount = addend.amount.times(rate) if addend.amount else None
    words = f"{rate:.6g} of {day.isoformat()}" if day else "1"
    return replace(addend, measure=measure, amount=amount, arrived=addend.arrived.times(rate), rate=words)


def _order(total: Total) -> tuple[object, ...]:
    keys = tuple((value is None, value or "") for value in total.key)
    return (*keys, total.measure.is_money, total.measure.of is None, total.measure.of or "", total.measure.unit)
