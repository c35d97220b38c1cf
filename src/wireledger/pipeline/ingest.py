"""Reads reports into a ledger: report by report, safe to run again and safe to kill; then resolves the whole ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

from wireledger.model import Claim, Problem, Report
from wireledger.pipeline.given import Given, misplaced
from wireledger.pipeline.reading import Reader, Reading, reader, readings
from wireledger.pipeline.resolving import resolved
from wireledger.read import reports
from wireledger.store.protocol import Store

Progress = Callable[[str, int], None]


def _silent(stage: str, count: int) -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True)
class Work:
    """How to work: processes, claims given in place of reading, what "-" reads, whom to tell how far it is.

    `progress` is told a stage ("reading", "resolving") and the number of reports so far; `parse` has each
    pledge read a second time, by its sentence's tree.
    """

    jobs: int = 1
    given: Given | None = None
    stdin: BinaryIO | None = None
    progress: Progress = _silent
    parse: bool = False

    def reader(self) -> Reader:
        """What finds the claims of a report: those given, else what is read in it."""
        return self.given.reader() if self.given else reader(self.parse)


@dataclass(frozen=True, slots=True)
class Summary:
    """What an ingest did: what became of the reports, claims by kind, entries opened and closed, problems by code."""

    added: int
    already: int
    set_aside: int
    claims: Mapping[str, int]
    opened: int
    closed: int
    problems: Mapping[str, int]

    @property
    def read(self) -> int:
        """All reports that were looked at."""
        return self.added + self.already + self.set_aside


@dataclass(slots=True)
class _Tally:
    fates: Counter[str] = field(default_factory=Counter)
    claims: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)


def ingest(inputs: Sequence[str], store: Store, now: datetime, work: Work = Work()) -> Summary:
    """Add the reports of `inputs` with their claims to the ledger, one by one, and bring its entries up to date.

    A report whose text is there already is not read again. Raises InputError when something named is missing, and the
    store's own errors; what was added before stays, and running again goes on from there.
    """
    tally = _Tally()
    if work.given:
        _note(work.given.problems, store, now, tally)
    fresh = _fresh(reports(inputs, work.stdin), store, tally)
    for one in readings(fresh, 1 if work.given else work.jobs, work.reader()):
        _keep(one, store, now, tally)
        work.progress("reading", tally.fates.total())
    if work.given:
        _note([*_unknown(work.given, store)], store, now, tally)
    work.progress("resolving", tally.fates.total())
    opened, closed, adrift = resolved(store, now)
    tally.problems.update(problem.code for problem in adrift)
    return Summary(
        tally.fates["added"],
        tally.fates["already"],
        tally.fates["set aside"],
        dict(sorted(tally.claims.items())),
        opened,
        closed,
        dict(sorted(tally.problems.items())),
    )


def _fresh(reading: Iterator[Report | Problem], store: Store, tally: _Tally) -> Iterator[Report | Problem]:
    for one in reading:
        if isinstance(one, Report) and store.has(one.id, one.digest):
            tally.fates["already"] += 1
        else:
            yield one


def _keep(one: Reading | Problem, store: Store, now: datetime, tally: _Tally) -> None:
    if isinstance(one, Problem):
        _set_aside(one, store, now, tally)
    elif isinstance(one.claims, Problem):
        _set_aside(one.claims, store, now, tally)
    else:
        told = list(misplaced(one.report, one.claims))
        claims = [claim for claim in told if isinstance(claim, Claim)]
        if store.add(one.report, claims, now):
            tally.fates["added"] += 1
            tally.claims.update(claim.kind for claim in claims)
            wrong = [problem for problem in told if isinstance(problem, Problem)]
            _note([*one.report.problems, *wrong], store, now, tally)
        else:
            tally.fates["already"] += 1


def _set_aside(problem: Problem, store: Store, now: datetime, tally: _Tally) -> None:
    tally.fates["set aside"] += 1
    _note([problem], store, now, tally)


def _note(problems: Sequence[Problem], store: Store, now: datetime, tally: _Tally) -> None:
    if problems:
        store.note(problems, now)
        tally.problems.update(problem.code for problem in problems)


def _unknown(given: Given, store: Store) -> Iterator[Problem]:
    for report in given.claims:
        if store.report(report) is None:
            yield Problem("unknown-report", "claims are given for a report that is not there", report)
