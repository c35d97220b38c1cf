"""What every store can do; SQLite, PostgreSQL and memory keep the same promises.

Nothing is overwritten: adding what is there adds nothing, and an entry that changes is closed and followed by another.
A report whose id is there with another text is a later version: it is kept as `<id>@<first 8 of its digest>`, with its
claims, and with a Problem ("changed-text").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from wireledger.model import Claim, Entry, Judgement, Problem, Report
from wireledger.store.gist import Gist
from wireledger.store.marks import Mark


class Store(Protocol):
    """One ledger. `now` is always an argument: no store reads a clock. Every method may raise StoreError."""

    def add(self, report: Report, claims: Sequence[Claim], now: datetime) -> bool:
        """Keep a report with its claims in one transaction; False when that text of that report is there already.

        It is marked as WAITING.
        """

    def reread(self, report: str, claims: Sequence[Claim], now: datetime) -> bool:
        """Make `claims` all that is read in a report (by id) that is there, in one transaction.

        What was read before and is so no more stays in the past: `claims` no longer tells it, `claim` still opens it.
        False when the report is not there, or nothing is read anew. Takes the mark STANDING away.
        """

    def has(self, report: str, digest: str) -> bool:
        """Whether this text of this report (by its given id and SHA-256 of its text) is in the ledger."""

    def reports(self) -> Iterator[Report]:
        """All reports in order of their id."""

    def report(self, report: str) -> Report | None:
        """One report by its id."""

    def claims(self, report: str | None = None) -> Iterator[Claim]:
        """All claims, or those of one report, in order of report and place."""

    def claim(self, claim: str) -> Claim | None:
        """One claim by its id, also one that stands only in the past."""

    def gists(self) -> Iterator[Gist]:
        """The gist of each claim that `claims` tells, in the same order; many times quicker to read."""

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement for ever; one already kept is not kept twice. A person's takes the mark STANDING away."""

    def judgements(self, after: int = 0) -> Iterator[Judgement]:
        """All judgements in the order they were made, without the first `after`."""

    def replace(
        self, entries: Iterable[Entry], now: datetime, voices: Mapping[str, str] | None = None
    ) -> tuple[int, int]:
        """Make `entries` the current ones: those that changed are closed and followed; returns (opened, closed).

        `voices` (report to voice) replaces what `voices()` tells; left out, that stays as it is. All marks and
        faces are gone.
        """

    def amend(self, entries: Iterable[Entry], now: datetime, voices: Mapping[str, str]) -> tuple[int, int]:
        """The same for some entries and the voices of some reports: all others stay as they are, and the marks too."""

    def mark(self, marks: Iterable[Mark]) -> None:
        """Keep marks; one already kept is not kept twice."""

    def unmark(self, number: int) -> None:
        """Forget what is marked with a number."""

    def erase(self, marks: Iterable[Mark]) -> None:
        """Forget some marks."""

    def marked(self, number: int, most: int | None = None, last_first: bool = False) -> list[Mark]:
        """What is marked with a number, in order of place, or backwards; at most so many."""

    def show(self, faces: Iterable[tuple[str, str]]) -> None:
        """Keep faces of lines by the id of their first claim, each in place of the one before."""

    def face(self, line: str) -> str | None:
        """The face of a line, by the id of its first claim."""

    def entries(self, recorded_by: datetime | None = None) -> Iterator[Entry]:
        """Entries as they stood in the ledger at a moment (default: now), in order of first report and id."""

    def entry(self, entry: str) -> Entry | None:
        """The entry an id opens; an id that was ever shown keeps opening its entry."""

    def holding(self, claim: str) -> Entry | None:
        """The entry that a claim (by id) stands in; those that it only checks are none."""

    def voice(self, report: str) -> str:
        """The voice of one report."""

    def voices(self) -> dict[str, str]:
        """The voice each report (by id) belongs to; its own id while nobody told another."""

    def note(self, problems: Iterable[Problem], now: datetime) -> None:
        """Keep problems; one already kept is not kept twice."""

    def problems(self) -> Iterator[Problem]:
        """All problems in the order they were noted."""

    def writing(self) -> AbstractContextManager[None]:
        """One transaction around all that is done inside: nobody else writes meanwhile, and it is kept whole or not."""

    def revision(self) -> object:
        """Cheap to ask; another value whenever anything in the ledger may have changed, by whomever."""

    def close(self) -> None:
        """Let go of the ledger."""
