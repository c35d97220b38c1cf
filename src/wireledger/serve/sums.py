"""What was promised, approved and delivered, side by side: by currency, and by kind of thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wireledger.model import Entry, Pledge
from wireledger.serve.lines import Addend, Grouping, Measure, addends
from wireledger.serve.ranges import Range, added
from wireledger.serve.view import View

APPROVED = frozenset({"approved", "contracted", "in_transit", "delivered"})
"""Steps behind which a pledge was approved, or went on as if it had been."""


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums of one measure: all that was promised, what of it was approved or went further, what of it arrived.

    `lines` are the pledges behind it, `unknown` those without a figure.
    """

    measure: Measure
    promised: Range
    approved: Range
    delivered: Range
    lines: int
    unknown: int


def sums(entries: Iterable[Entry], view: View, donor: str | None = None) -> tuple[Sums, ...]:
    """The sums of the entries of a view that count, money first, by how many pledges stand behind each."""
    found = [_sums(measure, lines) for measure, lines in grouped(entries, view, donor).items()]
    return tuple(sorted(found, key=lambda one: (not one.measure.is_money, -one.lines, str(one.measure.of))))


def grouped(entries: Iterable[Entry], view: View, donor: str | None = None) -> Mapping[Measure, list[Addend]]:
    """What each pledge adds, by what it is measured in."""
    known = {entry.id: entry for entry in view.entries}
    found: dict[Measure, list[Addend]] = defaultdict(list)
    for entry in entries:
        for one in addends(entry, known, Grouping((), donor), view):
            found[one.measure].append(one)
    return found


def _sums(measure: Measure, lines: list[Addend]) -> Sums:
    told = [one for one in lines if one.amount]
    return Sums(
        measure,
        added(one.amount for one in told if one.amount),
        added(one.amount for one in told if one.amount and is_approved(one.entry)),
        added(one.arrived for one in told),
        len(lines),
        len(lines) - len(told),
    )


def is_approved(entry: Entry) -> bool:
    """Whether a pledge was approved, or went on as if it had been."""
    return isinstance(entry.event, Pledge) and any(step.step in APPROVED for step in entry.steps)
