"""From a report to its claims."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from wireledger.annotate import annotate
from wireledger.engine import each
from wireledger.extract import extract
from wireledger.model import Claim, Problem, Report
from wireledger.read import reports

DIGITS = 6  # of a confidence: its features are summed in any order, and the last bits tell nothing
Reader = Callable[[Report], tuple[Claim, ...]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and what was read in it: its claims, or the Problem that kept it from being read."""

    report: Report
    claims: tuple[Claim, ...] | Problem


def claims_of(report: Report) -> tuple[Claim, ...]:
    """The claims of one report, in order of their place. A pure function of the report; it pickles."""
    blocks = tuple(block for block in report.blocks if block.kind != "tail")
    if report.blocks and not blocks:
        return ()
    claims = extract(annotate(replace(report, blocks=blocks)))
    return tuple(replace(claim, confidence=round(claim.confidence, DIGITS)) for claim in claims)


def readings(
    reading: Iterable[Report | Problem], jobs: int = 1, reader: Reader = claims_of
) -> Iterator[Reading | Problem]:
    """Each report with its claims, in order; Problems (what was set aside before) pass through in their place."""
    waiting: deque[Report | Problem] = deque()
    results = each(reader, _reports(reading, waiting), jobs, name=_id)
    for claims in results:
        while isinstance(first := waiting.popleft(), Problem):
            yield first
        yield Reading(first, claims)
    yield from (problem for problem in waiting if isinstance(problem, Problem))


def read_claims(inputs: Sequence[str], jobs: int = 1, stdin: BinaryIO | None = None) -> Iterator[Reading | Problem]:
    """Each report of `inputs` with its claims, in order; what was set aside is a Problem in its place."""
    return readings(reports(inputs, stdin), jobs)


def _reports(reading: Iterable[Report | Problem], waiting: deque[Report | Problem]) -> Iterator[Report]:
    for one in reading:
        waiting.append(one)
        if isinstance(one, Report):
            yield one


def _id(report: Report) -> str:
    return report.id
