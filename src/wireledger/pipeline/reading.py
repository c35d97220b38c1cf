"""From a report to its claims."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import BinaryIO

from wireledger.annotate import NoParserError, annotate, parser_there, tree_of
from wireledger.engine import each
from wireledger.extract import Findings, findings
from wireledger.model import Claim, Problem, Report, Trees
from wireledger.read import reports

DIGITS = 6  # of a confidence: its features are summed in any order, and the last bits tell nothing
Reader = Callable[[Report], Findings]


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and what was read in it: its claims, or the Problem that kept it from being read.

    The report also bears what was found doubtful, or settled, while it was read.
    """

    report: Report
    claims: tuple[Claim, ...] | Problem


def claims_of(report: Report) -> tuple[Claim, ...]:
    """The claims of one report, in order of their place."""
    return findings_of(report).claims


def findings_of(report: Report, trees: Trees | None = None) -> Findings:
    """What is read in one report, claims in order of their place. A pure function of the report; it pickles.

    With `trees` a second reader looks at each pledge, which tells how sure it is and changes nothing else.
    """
    blocks = tuple(block for block in report.blocks if block.kind != "tail")
    if report.blocks and not blocks:
        return Findings(())
    found = findings(annotate(replace(report, blocks=blocks), trees))
    claims = tuple(replace(claim, confidence=round(claim.confidence, DIGITS)) for claim in found.claims)
    return replace(found, claims=claims)


def reader(parse: bool = False) -> Reader:
    """What reads a report; with `parse` each pledge a second time, by its tree (NoParserError without a parser)."""
    if not parse:
        return findings_of
    if not parser_there():
        raise NoParserError
    return partial(findings_of, trees=tree_of)


def readings(
    reading: Iterable[Report | Problem], jobs: int = 1, read: Reader = findings_of
) -> Iterator[Reading | Problem]:
    """Each report with its claims, in order; Problems (what was set aside before) pass through in their place."""
    waiting: deque[Report | Problem] = deque()
    results = each(read, _reports(reading, waiting), jobs, name=_id)
    for found in results:
        while isinstance(first := waiting.popleft(), Problem):
            yield first
        yield Reading(first, found) if isinstance(found, Problem) else _reading(first, found)
    yield from (problem for problem in waiting if isinstance(problem, Problem))


def read_claims(
    inputs: Sequence[str], jobs: int = 1, stdin: BinaryIO | None = None, parse: bool = False
) -> Iterator[Reading | Problem]:
    """Each report of `inputs` with its claims, in order; what was set aside is a Problem in its place."""
    return readings(reports(inputs, stdin), jobs, reader(parse))


def _reading(report: Report, found: Findings) -> Reading:
    if found.problems or found.checks:
        problems, checks = (*report.problems, *found.problems), (*report.checks, *found.checks)
        report = replace(report, problems=tuple(dict.fromkeys(problems)), checks=tuple(dict.fromkeys(checks)))
    return Reading(report, found.claims)


def _reports(reading: Iterable[Report | Problem], waiting: deque[Report | Problem]) -> Iterator[Report]:
    for one in reading:
        waiting.append(one)
        if isinstance(one, Report):
            yield one


def _id(report: Report) -> str:
    return report.id
