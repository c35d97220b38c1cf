"""What stands near a report that comes to a resolved ledger: claims and the lines they stand in, fetched when asked.

Where something cannot be told without the rest of the ledger, WiderError is raised: everything is to be resolved then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import replace
from functools import cached_property

from wireledger.model import Entry, Pledge, Report
from wireledger.resolve.around import Around, WiderError
from wireledger.resolve.articles import article_of, outdated
from wireledger.resolve.block import Key, keys
from wireledger.resolve.echoes import COPY, CROWD, contained, echo_marks, shingles
from wireledger.resolve.faces import Face, line_of, why_of
from wireledger.resolve.line import Line
from wireledger.resolve.marks import JUDGED, judged, number_of, placed_late
from wireledger.resolve.told import LATE, Told, told_of
from wireledger.resolve.totals import is_total
from wireledger.store.marks import Mark

VERSIONS = 20  # of one report that are looked at
Place = tuple[str, str, int, int, str]  # day, report, anchor, start, claim
BEHIND = 100  # totals or top-ups told after a line that may look at it


class Standing:
    """An entry with its claims and checks, each fetched when it is asked for, and its line.

    `line` is as claims that come are compared with it: by its face, or with the claims told before them.
    """

    def __init__(self, first: str, near: Nearby, entry: Entry | None = None) -> None:
        self.first = first
        self._near = near
        self._entry = entry

    @cached_property
    def entry(self) -> Entry:
        """The entry. Raises WiderError when it is none any more."""
        return self._entry or self._near.entry_with(self.first)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """The claims of the entry, in the ledger's order."""
        told = tuple(map(self._near.told, self.entry.claims))
        self._near.no_strays(told)
        return told

    @cached_property
    def checks(self) -> tuple[Told, ...]:
        """The totals that speak of it."""
        return tuple(map(self._near.told, self.entry.checks))

    def before(self, before: Told) -> Line | None:
        """The line as it stood before a claim; None when it was not there yet."""
        told = [t for t in sorted(self.told, key=lambda t: t.order) if not is_total(t) and t.order < before.order]
        return line_of(told) if told else None

    def final(self) -> Line:
        """The line as it stood in the end, totals taken in; of why claims are one, what was told first is told."""
        line, why = line_of(self.told), self._near.why(self.first)
        line.reasons |= {told.id: why.get(told.id, ()) for told in self.told[1:]}
        line.checks = [*self.checks]
        return line


class Nearby:
    """The surroundings of a report; what was fetched once is kept."""

    def __init__(self, around: Around, coming: Report) -> None:
        self._around = around
        self._coming = coming
        self._told: dict[str, dict[str, Told]] = {}
        self._reports: dict[str, Report] = {}
        self._seen: dict[str, Line | None] = {}
        self._glanced: dict[str, Line] = {}
        self._whole: dict[str, Line] = {}
        self._first: dict[str, str] = {}
        self._keys: dict[str, frozenset[Key]] = {}
        self._of_line: dict[int, Standing] = {}
        self._judged = bool(around.marked(JUDGED, 1))
        self._kept: list[Line] = []  # lines are known by id(): none of them may go while others come

    def report(self, name: str) -> Report:
        """A report of the ledger."""
        if name not in self._reports:
            found = self._around.report(name)
            if found is None:
                raise WiderError("a report is not there")
            self._reports[name] = found
        return self._reports[name]

    def voice_of_coming(self) -> str:
        """The voice of the report that comes: its own, or that of the texts it copies."""
        coming, known = self._coming, set[str]()
        if len(self._around.marked(number_of("article", article_of(coming)), 1)):
            raise WiderError("another version of a report")
        for number in echo_marks(coming):
            listed = [mark.name for mark in self._around.marked(number, CROWD)]
            if len(listed) == CROWD and coming.id < listed[-1]:
                raise WiderError("a text that many have, listed before others")
            known |= {*listed}
        mine = shingles(coming)
        copied = [name for name in sorted(known) if contained(mine, shingles(self.report(name))) >= COPY]
        voices = {self._around.voice(name) for name in copied}
        if len(voices) > 1 or any(voice > coming.id for voice in voices):
            raise WiderError("a copy by which others get another voice")
        return voices.pop() if voices else coming.id

    def told_in(self, name: str, voice: str | None = None) -> dict[str, Told]:
        """The claims of a report as the ledger compares them, by id."""
        if name not in self._told:
            self.no_judgement(name)
            report, claims = self.report(name), self._around.claims(name)
            told = told_of({name: report}, claims, {name: voice or self._around.voice(name)})
            old = name != self._coming.id and self._is_outdated(report)
            self._told[name] = {t.id: replace(t, outdated=True) if old else t for t in told}
        return self._told[name]

    def no_judgement(self, name: str) -> None:
        """Raises WiderError when a person's judgement stands on a claim, or on one of a report."""
        if self._judged and self._around.marked(judged(name), 1):
            raise WiderError("a claim near it was judged")

    def told(self, claim: str) -> Told:
        """A claim as the ledger compares it."""
        found = self._around.claim(claim)
        told = self.told_in(found.evidence.report).get(claim) if found else None
        if told is None:
            raise WiderError("a claim is not there")
        return told

    def keys(self, told: Told) -> frozenset[Key]:
        """The keys a claim is found under."""
        if told.id not in self._keys:
            self._keys[told.id] = frozenset(keys(told))
        return self._keys[told.id]

    def later(self, most: int) -> list[list[Told]]:
        """The claims of each report that stands behind the one that comes, in the ledger's order."""
        published = self._coming.source.published
        place = ((published.last if published else None) or LATE).isoformat(), self._coming.id
        last = self._around.marked(number_of("day"), most, last_first=True)
        behind = [mark.name for mark in reversed(last) if (mark.day, mark.name) > place]
        if len(behind) == most:
            raise WiderError("many reports are later")
        found = (sorted(self.told_in(name).values(), key=lambda told: told.order) for name in behind)
        return [told for told in found if told]

    def lines_under(self, key: Key, before: Told, most: int) -> list[tuple[Place, Line]]:
        """The lines under a key as they stood before a claim, at most so many, each where it was told of last."""
        found: dict[int, tuple[Place, Line]] = {}
        lines = self._in_copies(key, before) if key[0] == "copy" else self._under(key, before, most)
        for place, line in lines:
            found.setdefault(id(line), (place, line))
            if len(found) == most:
                break
        return [*reversed(found.values())]

    def standing(self, line: Line) -> Standing | None:
        """The entry that a line stands for; None for a line that has just opened."""
        return self._of_line.get(id(line))

    def final(self, standing: Standing) -> Line:
        """The line of an entry as it is in the end."""
        line = standing.final()
        self._of_line[id(line)] = standing
        self._kept.append(line)
        return line

    def first_beside(self, told: Told) -> str | None:
        """The first claim of the line that a claim stands in; None of what only checks lines, or comes."""
        if told.report == self._coming.id or (is_total(told) and self._around.holding(told.id) is None):
            return None
        return self._first_of(told.id)

    def named(self, first: str) -> frozenset[str]:
        """All donors that a line names."""
        line = self.glance(first)
        return line.named if isinstance(line, Face) else frozenset().union(*line.donors)

    def why(self, first: str) -> dict[str, tuple[str, ...]]:
        """The words that each claim of a line was the first to be taken in with."""
        body = self._around.face(first)
        return why_of(body) if body else {}

    def as_of(self) -> Nearby:
        """The same surroundings, for lines as they stood before another claim."""
        other = copy(self)
        other._seen = {}
        return other

    def glance(self, first: str) -> Line:
        """A line as it is in the end: its face where that tells enough, else with its claims."""
        if first not in self._glanced:
            body, standing = self._around.face(first), Standing(first, self)
            line: Line = Face(body, standing.final) if body else self.whole(first)
            if isinstance(line, Face) and line.summed:
                line = self.whole(first)
            self._of_line.setdefault(id(line), standing)
            self._glanced[first] = line
        return self._glanced[first]

    def marked(self, number: int) -> list[str]:
        """All names that are marked with a number."""
        return [mark.name for mark in self._around.marked(number)]

    def marked_last(self, number: int, most: int) -> list[str]:
        """The last names that are marked with a number, the last one first."""
        return [mark.name for mark in self._around.marked(number, most, last_first=True)]

    def behind(self, number: int, told: Told) -> list[str]:
        """The names marked with a number that stand behind a claim in the ledger's order. Raises WiderError."""
        last = self._around.marked(number, BEHIND, last_first=True)
        behind = [mark.name for mark in last if mark.place > place_of(told)]
        if len(behind) == BEHIND:
            raise WiderError("very many look at a line")
        return behind

    def whole(self, claim: str) -> Line:
        """The line, as it is in the end, that a claim stands in."""
        if claim not in self._whole:
            self._whole[claim] = self.final(Standing(claim, self, self.entry_with(claim)))
        return self._whole[claim]

    def entry_of(self, claim: str) -> Entry | None:
        """The entry that a claim stands in."""
        return self._around.holding(claim)

    def entry_with(self, claim: str) -> Entry:
        """The same. Raises WiderError when it stands in none."""
        entry = self.entry_of(claim)
        if entry is None:
            raise WiderError("a claim near it stands in no line of its own")
        return entry

    def no_strays(self, told: Iterable[Told]) -> None:
        """Raises WiderError when one of some claims that name no donor was placed late."""
        for one in told:
            event = one.claim.event
            unnamed = isinstance(event, Pledge) and not event.donors
            if unnamed and self._around.marked(placed_late(one.id), 1):
                raise WiderError("a line with a claim that was placed late")

    def _in_copies(self, key: Key, before: Told) -> Iterator[tuple[Place, Line]]:
        """The lines of claims told in copies of its text, what was told last first."""
        mates = self._around.marked(number_of("voice", before.voice))
        told = [t for mate in mates if mate.name != before.report for t in self.told_in(mate.name).values()]
        for one in sorted((t for t in told if not is_total(t)), key=lambda t: t.order, reverse=True):
            if self._around.marked(placed_late(one.id), 1):
                raise WiderError("a claim in a copy that was placed late")
            if one.order > before.order or key not in self.keys(one):
                continue
            if line := self._line(self._first_of(one.id), before):
                yield place_of(one), line

    def _under(self, key: Key, before: Told, most: int) -> Iterator[tuple[Place, Line]]:
        """The lines under a key, what was told of last first. A mark tells where a line was told of last."""
        place, page = place_of(before), most
        while True:
            marks = self._around.marked(number_of(*key), page, last_first=True)
            ahead = [mark for mark in marks if mark.place > place]
            if len(marks) < page or len(marks) - len(ahead) >= most:
                break
            page *= 2
        found = [(mark.place, _line_of(mark)) for mark in marks if mark.place < place]
        for first in map(_line_of, ahead):
            line = self._line(first, before)
            under = [place_of(told) for told in line.told if key in self.keys(told)] if line else []
            found += [(last, first) for last in under[-1:]]
        for last, first in sorted(found, reverse=True):
            if line := self._line(first, before):
                yield last, line

    def _first_of(self, claim: str) -> str:
        """The first claim of the line a claim stands in."""
        if claim not in self._first:
            entry = self.entry_with(claim)
            self._first |= dict.fromkeys(entry.claims, entry.id[1:])
        return self._first[claim]

    def _line(self, first: str, before: Told) -> Line | None:
        """A line as it stood before a claim: its face, where all its claims did."""
        if first not in self._seen:
            standing, body = Standing(first, self), self._around.face(first)
            if body is None:
                raise WiderError("a line near it is not told")
            line: Line | None = Face(body, lambda: _there(standing.before(before)))
            if isinstance(line, Face) and line.late:
                raise WiderError("a line with a claim that was placed late")
            if isinstance(line, Face) and line.last >= before.order:
                line = standing.before(before)
            if line:
                self._of_line[id(line)] = standing
            self._seen[first] = line
        return self._seen[first]

    def _is_outdated(self, report: Report) -> bool:
        versions = self._around.marked(number_of("article", article_of(report)), VERSIONS)
        if len(versions) == VERSIONS:
            raise WiderError("a report of many versions")
        return len(versions) > 1 and report.id in outdated(self.report(mark.name) for mark in versions)


def _there(line: Line | None) -> Line:
    if line is None:
        raise WiderError("a line near it is not there yet")
    return line


def place_of(told: Told) -> Place:
    """Where a claim stands, as marks tell it."""
    day, report, anchor, start, name = told.order
    return day.isoformat(), report, anchor, start, name


def _line_of(mark: Mark) -> str:
    """The first claim of the line that a mark finds."""
    return mark.name.partition(" ")[2]
