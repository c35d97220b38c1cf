"""Gathers claims into lines, one after another in the ledger's order: each joins the line it fits best, or opens one.

Lines are derived and never stored as truth. What a person judged is kept first: claims judged the same stand in one
line whatever the rules say, claims judged different never do, by no chain of others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from wireledger.resolve.block import Key, keys, questions
from wireledger.resolve.compare import BARS, Comparison, compared
from wireledger.resolve.judged import Judged
from wireledger.resolve.line import Line
from wireledger.resolve.told import Told
from wireledger.resolve.totals import is_total, share_of, whole_of

CROWD = 32  # lines under one key that a claim is compared with: those told of last, which are the nearest in time
CLOSE_CALL = 0.5  # a second line that fits nearly as well makes a possible duplicate


@dataclass(slots=True)
class Gathered:
    """The lines, the totals that found no line yet, and the second choices (claim to line) that were close.

    `held` tells the line of each claim that others may join, `strays` are claims of what nobody was told to give
    that looked for a line once more, `strayed` (by id) those that then found one.
    """

    lines: list[Line] = field(default_factory=list)
    totals: list[Told] = field(default_factory=list)
    doubts: dict[str, Line] = field(default_factory=dict)
    held: dict[str, Line] = field(default_factory=dict)
    strays: list[Told] = field(default_factory=list)
    strayed: set[str] = field(default_factory=set)


def gathered(told: Iterable[Told], judged: Judged, known: Mapping[Key, Iterable[Line]] | None = None) -> Gathered:
    """The lines of claims that come in the ledger's order.

    `known` are lines of what was told before, by key, what was told of last standing last: they are joined too.
    """
    return _Gathering(judged, known or {}).all_of(told)


class _Gathering:
    def __init__(self, judged: Judged, known: Mapping[Key, Iterable[Line]]) -> None:
        self.judged = judged
        self.out = Gathered()
        self.index: dict[Key, dict[int, Line]] = defaultdict(dict)
        for key, lines in known.items():
            self.index[key] = {id(line): line for line in lines}

    def all_of(self, told: Iterable[Told]) -> Gathered:
        for one in told:
            if is_total(one) and not self.judged.speaks_of(one.id):
                self.out.totals.append(one)
            else:
                self._place(one)
        self._place_strays()
        return self.out

    def _place_strays(self) -> None:
        """What nobody was told to give opened a line, perhaps before its donor's claim was told: look once more."""
        gone: set[int] = set()
        for line in [one for one in self.out.lines if one.donors == {frozenset()}]:
            told = line.first
            if len(line.told) > 1 or self.judged.speaks_of(told.id) or self.judged.different(told.id) or line.checks:
                continue
            self.out.strays.append(told)
            others = (other for other in self._near(told) if other is not line)
            ranked = sorted(_ranked(told, others), key=lambda pair: (-pair[0].weight, pair[1].order))
            if ranked and ranked[0][0].weight >= BARS[told.claim.kind]:
                gone.add(id(line))
                self.out.strayed.add(told.id)
                self._unlist(told, line)
                self._join(told, ranked[0][1], ranked[0][0].why)

        self.out.lines = [line for line in self.out.lines if id(line) not in gone]

    def _unlist(self, told: Told, line: Line) -> None:
        for key in keys(told):
            self.index[key].pop(id(line), None)

    def _place(self, told: Told) -> None:
        if line := self._judged_line(told):
            self._join(told, line, ("judged the same",))
            return
        apart = self.judged.different(told.id)
        near = [line for line in self._near(told) if not apart or self._allowed(apart, line)]
        ranked = sorted(_ranked(told, near), key=lambda pair: (-pair[0].weight, pair[1].order))
        best = ranked[0] if ranked and ranked[0][0].weight >= BARS[told.claim.kind] else None
        whole = share_of(told, near, best)
        if whole_of(told, near):
            self.out.totals.append(told)
        elif whole:
            whole.checks.append(told)
        elif best:
            if len(ranked) > 1 and best[0].weight - ranked[1][0].weight < CLOSE_CALL:
                self.out.doubts[told.id] = ranked[1][1]
            self._join(told, best[1], best[0].why)
        else:
            self._open(told)

    def _judged_line(self, told: Told) -> Line | None:
        """The line of a claim judged to be one with it; claims of two kinds are never one event."""
        held = (self.out.held[other] for other in self.judged.same(told.id) if other in self.out.held)
        return next((line for line in held if line.first.claim.kind == told.claim.kind), None)

    def _near(self, told: Told) -> Iterator[Line]:
        found: dict[int, Line] = {}
        for key in questions(told):
            if lines := self.index.get(key):
                found.update(islice(reversed(lines.items()), CROWD))
        yield from found.values()

    def _allowed(self, apart: set[str], line: Line) -> bool:
        return not any(self.judged.group(t.id) in apart for t in line.told)

    def _join(self, told: Told, line: Line, why: tuple[str, ...]) -> None:
        line.add(told, why)
        self._list(told, line)

    def _open(self, told: Told) -> None:
        line = Line(told)
        self.out.lines.append(line)
        self._list(told, line)

    def _list(self, told: Told, line: Line) -> None:
        self.out.held[told.id] = line
        for key in keys(told):
            lines = self.index[key]
            lines.pop(id(line), None)  # what is told of again comes last
            lines[id(line)] = line


def _ranked(told: Told, lines: Iterable[Line]) -> Iterator[tuple[Comparison, Line]]:
    for line in lines:
        if found := compared(told, line):
            yield found, line
