"""A ledger in memory, gone when the program ends: for tests and for what need not be kept."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime

from wireledger.model import Claim, Entry, Judgement, Problem, Report
from wireledger.model.ledger import RULE
from wireledger.store.gist import Gist
from wireledger.store.marks import STANDING, WAITING, Mark
from wireledger.store.versions import as_version


class MemoryStore:
    """Keeps the promises of Store in dictionaries."""

    def __init__(self) -> None:
        self._reports: dict[str, Report] = {}
        self._texts: set[tuple[str, str]] = set()
        self._claims: dict[str, dict[str, Claim]] = {}
        self._past_claims: dict[str, Claim] = {}
        self._judgements: dict[Judgement, None] = {}
        self._problems: dict[Problem, None] = {}
        self._entries: dict[str, Entry] = {}
        self._past: list[tuple[Entry, datetime]] = []
        self._voices: dict[str, str] = {}
        self._marks: dict[int, list[Mark]] = {}
        self._faces: dict[str, str] = {}
        self._changes = 0

    def add(self, report: Report, claims: Sequence[Claim], now: datetime) -> bool:
        """Keep a report with its claims; False when that text of that report is there already."""
        if self.has(report.id, report.digest):
            return False
        self._changes += 1
        self._texts.add((report.id, report.digest))
        if report.id in self._reports:
            report, claims, problem = as_version(report, claims)
            self._problems.setdefault(problem)
        self._reports[report.id] = report
        self._claims[report.id] = {claim.id: claim for claim in claims}
        self.mark([Mark(WAITING, report.id)])
        return True

    def reread(self, report: str, claims: Sequence[Claim], now: datetime) -> bool:
        """Make `claims` all that is read in a report; False when it is not there or nothing is read anew."""
        fresh, old = {claim.id: claim for claim in claims}, self._claims.get(report)
        if old is None or fresh == old:
            return False
        self._changes += 1
        self._past_claims |= {name: claim for name, claim in old.items() if fresh.get(name) != claim}
        self._claims[report] = fresh
        self.unmark(STANDING)
        return True

    def has(self, report: str, digest: str) -> bool:
        """Whether this text of this report is in the ledger."""
        return (report, digest) in self._texts

    def reports(self) -> Iterator[Report]:
        """All reports in order of their id."""
        yield from (self._reports[name] for name in sorted(self._reports))

    def report(self, report: str) -> Report | None:
        """One report by its id."""
        return self._reports.get(report)

    def claims(self, report: str | None = None) -> Iterator[Claim]:
        """All claims, or those of one report, in order of report and place."""
        for name in sorted(self._claims) if report is None else [report]:
            told = self._claims.get(name, {}).values()
            yield from sorted(told, key=lambda c: (c.evidence.span.start, c.id))

    def claim(self, claim: str) -> Claim | None:
        """One claim by its id, also one that stands only in the past."""
        return next((told[claim] for told in self._claims.values() if claim in told), self._past_claims.get(claim))

    def gists(self) -> Iterator[Gist]:
        """The gist of each claim, in their order."""
        for claim in self.claims():
            yield Gist(claim.id, claim.evidence.report, claim.evidence.quote, claim.confidence)

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement for ever; one already kept is not kept twice."""
        self._changes += judgement not in self._judgements
        self._judgements.setdefault(judgement)
        if judgement.by != RULE:
            self.unmark(STANDING)

    def judgements(self, after: int = 0) -> Iterator[Judgement]:
        """All judgements in the order they were made, without the first `after`."""
        yield from tuple(self._judgements)[after:]

    def replace(
        self, entries: Iterable[Entry], now: datetime, voices: Mapping[str, str] | None = None
    ) -> tuple[int, int]:
        """Make `entries` the current ones; returns (opened, closed)."""
        changed = self._change(entries, self._entries, now)
        self._changes += voices not in (None, self._voices)
        self._marks.clear()
        self._faces.clear()
        if voices is not None:
            self._voices = dict(voices)
        return changed

    def amend(self, entries: Iterable[Entry], now: datetime, voices: Mapping[str, str]) -> tuple[int, int]:
        """Make some entries current beside the others, tell the voices of some reports; returns (opened, closed)."""
        some = tuple(entries)
        self._voices |= voices
        self._changes += bool(voices)
        return self._change(some, {e.id: self._entries[e.id] for e in some if e.id in self._entries}, now)

    def mark(self, marks: Iterable[Mark]) -> None:
        """Keep marks; one already kept is not kept twice."""
        for mark in marks:
            some = self._marks.setdefault(mark.number, [])
            at = bisect_left(some, mark.place, key=lambda m: m.place)
            if some[at : at + 1] != [mark]:
                some.insert(at, mark)

    def unmark(self, number: int) -> None:
        """Forget what is marked with a number."""
        self._marks.pop(number, None)

    def erase(self, marks: Iterable[Mark]) -> None:
        """Forget some marks."""
        for mark in marks:
            if mark in (some := self._marks.get(mark.number, [])):
                some.remove(mark)

    def marked(self, number: int, most: int | None = None, last_first: bool = False) -> list[Mark]:
        """What is marked with a number, in order of place, or backwards; at most so many."""
        return self._marks.get(number, [])[:: -1 if last_first else 1][:most]

    def show(self, faces: Iterable[tuple[str, str]]) -> None:
        """Keep faces of lines by the id of their first claim, each in place of the one before."""
        self._faces |= faces

    def face(self, line: str) -> str | None:
        """The face of a line, by the id of its first claim."""
        return self._faces.get(line)

    def entries(self, recorded_by: datetime | None = None) -> Iterator[Entry]:
        """Entries as they stood in the ledger at a moment (default: now), in order of first report and id."""
        shown = list(self._entries.values())
        if recorded_by is not None:
            moment = recorded_by.astimezone(UTC)
            shown += [entry for entry, closed in self._past if closed > moment]
            shown = [entry for entry in shown if entry.recorded and entry.recorded <= moment]
        yield from sorted(shown, key=lambda e: (e.first_reported or date.max, e.id))

    def entry(self, entry: str) -> Entry | None:
        """The entry an id opens; an id that was ever shown keeps opening its entry."""
        if entry in self._entries:
            return self._entries[entry]
        old = [past for past, _ in self._past if past.id == entry]
        current = self._entries.values()
        for claim in old[-1].claims[:1] if old else ():
            for holder in [e for e in current if claim in e.claims] or [e for e in current if claim in e.checks]:
                return holder
        return old[-1] if old else None

    def holding(self, claim: str) -> Entry | None:
        """The entry that a claim stands in; those that it only checks are none."""
        return next((entry for entry in self._entries.values() if claim in entry.claims), None)

    def voice(self, report: str) -> str:
        """The voice of one report."""
        return self._voices.get(report, report)

    def voices(self) -> dict[str, str]:
        """The voice each report (by id) belongs to; its own id while nobody told another."""
        return {name: self._voices.get(name, name) for name in sorted(self._reports)}

    def note(self, problems: Iterable[Problem], now: datetime) -> None:
        """Keep problems; one already kept is not kept twice."""
        for problem in problems:
            self._changes += problem not in self._problems
            self._problems.setdefault(problem)

    def problems(self) -> Iterator[Problem]:
        """All problems in the order they were noted."""
        yield from tuple(self._problems)

    def writing(self) -> AbstractContextManager[None]:
        """Nobody else can write to it."""
        return nullcontext()

    def revision(self) -> object:
        """Another value whenever anything changed."""
        return (self._changes,)

    def close(self) -> None:
        """Nothing to let go of."""

    def _change(self, entries: Iterable[Entry], current: Mapping[str, Entry], now: datetime) -> tuple[int, int]:
        """Close those of `current` that `entries` do not repeat, and open what is new among these."""
        moment = now.astimezone(UTC)
        wanted = {entry.id: replace(entry, recorded=None) for entry in entries}
        gone = {name: old for name, old in current.items() if wanted.get(name) != replace(old, recorded=None)}
        self._past += [(old, moment) for old in gone.values()]
        fresh = [e for name, e in wanted.items() if name in gone or name not in current]
        kept = {name: old for name, old in self._entries.items() if name not in gone}
        self._entries = kept | {e.id: replace(e, recorded=moment) for e in fresh}
        self._changes += bool(fresh or gone)
        return len(fresh), len(gone)
