"""Reads anew the reports that a ledger holds, with the rules of this release; what persons judged is kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from wireledger.model import Claim, Problem
from wireledger.pipeline.given import misplaced
from wireledger.pipeline.ingest import Work
from wireledger.pipeline.reading import readings
from wireledger.pipeline.resolving import resolved
from wireledger.store.protocol import Store


@dataclass(frozen=True, slots=True)
class Reread:
    """How many reports were looked at, in how many other claims are read now, and what became of the entries.

    `failed` reports could not be read anew and keep their claims; `problems` are counted by code.
    """

    looked_at: int
    changed: int
    failed: int
    opened: int
    closed: int
    problems: dict[str, int]


def reread(store: Store, now: datetime, work: Work) -> Reread:
    """Make the claims of every report those that are read in it now, and bring the entries up to date.

    Safe to stop: each report is changed as a whole, and running again goes on. With given claims, only the reports
    that some are given for are looked at.
    """
    counts: Counter[str] = Counter()
    problems: list[Problem] = []
    given = work.given
    some = (report for report in store.reports() if given is None or report.id in given.claims)
    for one in readings(some, 1 if given else work.jobs, work.reader()):
        counts["looked at"] += 1
        work.progress("reading", counts["looked at"])
        if isinstance(one, Problem) or isinstance(one.claims, Problem):
            counts["failed"] += 1
            problems.append(one if isinstance(one, Problem) else one.claims)  # type: ignore[arg-type]
            continue
        told = list(misplaced(one.report, one.claims))
        problems += [each for each in told if isinstance(each, Problem)]
        counts["changed"] += store.reread(one.report.id, [c for c in told if isinstance(c, Claim)], now)
    work.progress("resolving", counts["looked at"])
    store.note(problems, now)
    opened, closed, adrift = resolved(store, now)
    codes = dict(Counter(problem.code for problem in (*problems, *adrift)))
    return Reread(counts["looked at"], counts["changed"], counts["failed"], opened, closed, codes)
