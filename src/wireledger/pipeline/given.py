"""Claims that somebody else read: JSON lines in place of the house's own reading."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from wireledger.engine import grouped
from wireledger.extract import Findings
from wireledger.model import Claim, Problem, Report
from wireledger.model.wire import claim_from_json


@dataclass(frozen=True, slots=True)
class Given:
    """Given claims by the id of their report, and what was wrong with lines that are none."""

    claims: Mapping[str, tuple[Claim, ...]]
    problems: tuple[Problem, ...] = field(default=())

    def reader(self) -> Callable[[Report], Findings]:
        """A reader that finds in a report what was given for it."""
        return lambda report: Findings(self.claims.get(report.id, ()))


def given_claims(lines: Iterable[str], where: str) -> Given:
    """The claims of JSON lines; a line that is none is a Problem ("bad-claim") that names `where` and its number."""
    told = list(_parsed(lines, where))
    claims = [one for one in told if isinstance(one, Claim)]
    by_report = {report: _apart(some) for report, some in grouped(lambda c: c.evidence.report, claims).items()}
    return Given(by_report, tuple(one for one in told if isinstance(one, Problem)))


def misplaced(report: Report, claims: Iterable[Claim]) -> Iterator[Claim | Problem]:
    """The claims whose quote stands in the report where they say; a Problem ("misplaced") for each other."""
    for claim in claims:
        where = claim.evidence
        if where.span.of(report.text) == where.quote:
            yield claim
        else:
            message = f"the quote of a given claim does not stand at {where.span.start}..{where.span.stop}"
            yield Problem("misplaced", message, report.id)


def _parsed(lines: Iterable[str], where: str) -> Iterator[Claim | Problem]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            shape = json.loads(line)
            if not isinstance(shape, dict):
                raise ValueError("a claim is a JSON object")
            yield claim_from_json(shape)
        except ValueError as wrong:
            yield Problem("bad-claim", f"line {number} is no claim: {wrong}", f"{where}:{number}")


def _apart(claims: list[Claim]) -> tuple[Claim, ...]:
    """Claims of one kind and anchor get ordinals, so that no two have one id."""
    seen: set[str] = set()
    apart = []
    for claim in sorted(claims, key=lambda c: (c.evidence.span, c.evidence.anchor)):
        while claim.id in seen:
            claim = replace(claim, ordinal=claim.ordinal + 1)
        seen.add(claim.id)
        apart.append(claim)
    return tuple(apart)
