"""Pledges that count, as lines to be drawn: made once for a snapshot, picked by place for any question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from wireledger.model import Entry, Pledge
from wireledger.serve.facets import places_of
from wireledger.serve.lines import Addend, Grouping, Measure, addends
from wireledger.serve.ranges import NOTHING, Range
from wireledger.serve.snapshot import Snapshot

T = TypeVar("T")
WORTH = 60  # pictures of one snapshot that are kept
PLEDGES, COUNT = "pledges", "count"
"""What can be drawn beside the sums of a currency: how many pledges there are, and how many things they tell."""
ONE = Range(1.0, 1.0)


@dataclass(slots=True)
class Sum:
    """What some lines add up to. `arrived` lines tell a delivery; the share of a donor in a `joint` line is unknown."""

    promised: Range = NOTHING
    delivered: Range = NOTHING
    lines: int = 0
    arrived: int = 0
    unknown: int = 0
    joint: int = 0
    doubtful: int = 0

    def add(self, line: Addend, joint: bool = False) -> None:
        """One more line; of a joint one anything from nothing to all of it, unless pledges themselves are counted."""
        split = joint and line.measure.unit != "pledge"
        self.lines += 1
        self.arrived += line.arrived != NOTHING
        self.unknown += line.amount is None
        self.joint += joint
        self.doubtful += line.doubtful
        if line.amount is not None:
            self.promised += line.amount.perhaps() if split else line.amount
            self.delivered += line.arrived.perhaps() if split else line.arrived


@dataclass(frozen=True, slots=True)
class StepLine:
    """A line as it took a step: the day on which reports first told it, and the month in which they say it was."""

    line: Addend
    step: str
    told: date | None
    month: str | None


class Tally:
    """The lines of a snapshot, by the place of their entry in its lists."""

    def __init__(self, shot: Snapshot) -> None:
        known = {entry.id: entry for entry in shot.entries}
        entries = enumerate(shot.paced(shot.facets.entries))
        found = ((n, tuple(addends(e, known, Grouping(), shot.view))) for n, e in entries)
        self._lines: Mapping[int, tuple[Addend, ...]] = {place: lines for place, lines in found if lines}
        self._pledges = {place: _counted(lines[0].entry, lines[0]) for place, lines in self._lines.items()}
        self._shot, self._known = shot, known
        self._kept: dict[object, object] = {}

    def lines(self, bits: int, measure: str) -> Iterator[Addend]:
        """The lines at some places: of `pledges` one each, of `count` those of things, else those of a currency."""
        if measure == PLEDGES:
            yield from (self._pledges[place] for place in places_of(bits) if place in self._pledges)
            return
        for place in places_of(bits):
            yield from (line for line in self._lines.get(place, ()) if _is(line, measure))

    @cached_property
    def _steps(self) -> Mapping[int, tuple[StepLine, ...]]:
        found: dict[int, tuple[StepLine, ...]] = {}
        for place in self._shot.paced(self._lines):
            entry = self._shot.facets.entries[place]
            told = self._shot.tellings.get(entry.id, {})
            lines = addends(entry, self._known, Grouping(("step", "month")), self._shot.view)
            found[place] = tuple(
                StepLine(line, str(line.key[0]), told.get(str(line.key[0])), line.key[1]) for line in lines
            )
        return found

    def steps(self, bits: int, measure: str) -> Iterator[StepLine]:
        """The same lines, one for each step that they took."""
        for place in places_of(bits):
            if measure == PLEDGES:
                once = {one.step: one for one in self._steps.get(place, ())}
                yield from (replace(one, line=_counted(one.line.entry, one.line)) for one in once.values())
            else:
                yield from (one for one in self._steps.get(place, ()) if _is(one.line, measure))

    def thing(self, bits: int) -> Measure | None:
        """What most lines at some places tell a number of."""
        told = Counter(line.measure for line in self.lines(bits, COUNT) if line.amount is not None)
        return min(told, key=lambda one: (-told[one], str(one.of), one.unit), default=None)

    def currencies(self, bits: int) -> dict[str, int]:
        """The currencies that lines at some places have sums in, and how many lines each, the most first."""
        found: dict[str, int] = {}
        for place in places_of(bits):
            for line in self._lines.get(place, ()):
                code = (line.measure.of or "").lower() if line.measure.is_money else ""
                if len(code) == 3 and code.isascii() and code.isalpha():
                    found[code] = found.get(code, 0) + 1
        return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))

    def kept(self, question: object, make: Callable[[], T]) -> T:
        """What `make` makes, kept with the last answers."""
        made = self._kept.pop(question, None) or make()
        self._kept[question] = made
        for oldest in [*self._kept][:-WORTH]:
            self._kept.pop(oldest, None)
        return made  # type: ignore[return-value]


def tally_of(shot: Snapshot) -> Tally:
    """The lines of a snapshot, made when they are first asked for."""
    return shot.kept("tally", Tally)


def _is(line: Addend, measure: str) -> bool:
    return measure == (line.measure.of or "").lower() if line.measure.is_money else measure == COUNT


def _counted(entry: Entry, line: Addend) -> Addend:
    """A pledge as one of so many."""
    assert isinstance(entry.event, Pledge)
    came = any(step.step == "delivered" for step in entry.steps)
    return replace(line, measure=Measure(entry.event.category, "pledge"), amount=ONE, arrived=ONE if came else NOTHING)
