"""What a picture is asked for: the filters of the pledges' list, the clocks, and how it is to be drawn."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from babel.numbers import format_compact_decimal
from fastapi import Request

from wireledger.serve.asked import ENTRY_VALUES, Asked, entries_asked, once, query_of
from wireledger.serve.clocks import Clocks, asked_at
from wireledger.serve.drawn import Picture
from wireledger.serve.faults import BadQuestion
from wireledger.serve.lines import Measure
from wireledger.serve.links import with_query
from wireledger.serve.pictures.tally import COUNT, PLEDGES
from wireledger.serve.ranges import Range
from wireledger.serve.words import locale, told, word

TAKES = tuple(name for name in ENTRY_VALUES if name not in ("kind", "order", "limit", "after", "before"))
CURRENCY = re.compile(r"[a-z]{3}")
Values = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A question: pledges that fit, by the clocks; `own` has the picture's own parameters."""

    at: Clocks
    asked: Asked
    own: tuple[tuple[str, str], ...]

    def __getitem__(self, name: str) -> str:
        return dict(self.own)[name]

    @property
    def changed(self) -> tuple[tuple[str, str], ...]:
        """Its own parameters that are not as they are by default."""
        return tuple((name, value) for name, value in self.own if value != DEFAULTS.get(name))

    @property
    def counting(self) -> Asked:
        """The same for what counts in totals: nothing else is drawn."""
        return replace(self.asked, counts="yes")

    def query(self, **changed: str) -> dict[str, str]:
        """The parameters that ask this, with some of its own changed; without the clocks and what is the default."""
        own = {**dict(self.own), **changed}
        return query_of(self.asked, kind=None) | {n: v for n, v in own.items() if v != DEFAULTS.get(n)}

    def behind(self, **narrowed: str) -> str:
        """The list of the pledges behind a part of the picture."""
        told = query_of(self.counting, kind=None) | narrowed
        return with_query("/pledges", {name: value for name, value in told.items() if value})


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of the table under a picture."""

    text: str
    link: str | None = None
    number: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture, its table (`head` are keys of words), and the same as records.

    `notes` say what is not in it.
    """

    picture: Picture
    head: tuple[str, ...]
    rows: tuple[tuple[Box, ...], ...]
    records: tuple[Mapping[str, Any], ...]
    notes: tuple[str, ...]


DEFAULTS: Mapping[str, str] = {"measure": PLEDGES, "day": "told", "per": "month", "by": "donor"}
"""What is drawn where an address does not say it."""
COUNTED = (PLEDGES, COUNT)
AS_WRITTEN = frozenset({"piece", "round", "person", "pledge"})
"""Units that the name of a kind says already."""


def drawing_of(request: Request, own: Values) -> Drawing:
    """The question of a request; `own` are the values of the picture's own parameters (none: a measure)."""
    at, pairs = asked_at(request)
    given = once(pairs, (*TAKES, *own))
    told = tuple((name, _value(name, given.pop(name, DEFAULTS[name]), values)) for name, values in own.items())
    return Drawing(at, entries_asked(given.items(), "pledge"), told)


def _value(name: str, value: str, known: tuple[str, ...]) -> str:
    value = value.casefold()
    if known and value not in known:
        raise BadQuestion(f"{name}={value!r} is not known: it is one of {', '.join(known)}")
    if not known and value not in COUNTED and not CURRENCY.fullmatch(value):
        raise BadQuestion(f"{name}={value!r} is not known: it is {PLEDGES}, {COUNT} or a currency such as usd")
    return value


def short(amount: Range) -> str:
    """A sum for a narrow place: "14", "14+", "≤14", "5–9", "2.5B"; empty for nothing."""
    low, high = _short(amount.low), None if amount.high is None else _short(amount.high)
    if amount.high == 0:
        return ""
    if high is None:
        return f"{low}+"
    return low if low == high else f"≤{high}" if amount.low == 0 else f"{low}–{high}"


def _short(value: float) -> str:
    if value < 10_000:
        return f"{value:g}"
    return str(format_compact_decimal(value, locale=locale(), fraction_digits=1))


def ends(name: str, amount: Range) -> dict[str, float | None]:
    """The two ends of a sum as values of a record."""
    low, high = (
        None if end is None else int(end) if float(end).is_integer() else end for end in (amount.low, amount.high)
    )
    return {f"{name}_low": low, f"{name}_high": high}


def share(amount: Range, most: float) -> float:
    """How long a sum is beside the largest: by its lower end where it has one."""
    return (amount.low or amount.high or 0.0) / most if most else 0.0


def measure_words(measure: str, thing: Measure | None = None) -> str:
    """What is drawn, in words; of counts, of which `thing`."""
    if measure == COUNT and thing:
        unit = f" ({thing.unit})" if thing.unit not in AS_WRITTEN else ""
        return word("measure.count.of", thing=told("category", thing.of or "none") + unit)
    return word(f"measure.{measure}.all") if measure in COUNTED else measure.upper()


def promised_key() -> tuple[tuple[str, str], ...]:
    """What the two lengths of a bar stand for."""
    return ("promised", word("key.promised")), ("delivered", word("key.delivered"))


def lines_of(words: str, width: int, most: int = 3) -> tuple[str, ...]:
    """Words in lines of about so many letters; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    for one in words.split():
        if lines and len(lines[-1]) + 1 + len(one) <= width:
            lines[-1] += f" {one}"
        else:
            lines.append(one)
    shown = [line if len(line) <= width else f"{line[: width - 1]}…" for line in lines[:most]]
    return (*shown[:-1], f"{shown[-1][: width - 1]}…") if len(lines) > most else tuple(shown)
