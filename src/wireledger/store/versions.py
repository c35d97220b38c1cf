"""Later versions of a report: the same id with another text is kept beside the first, never over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wireledger.model import Claim, Problem, Report


def as_version(report: Report, claims: Sequence[Claim]) -> tuple[Report, tuple[Claim, ...], Problem]:
    """The report and its claims under the id of this version, and the Problem that tells of it."""
    name = f"{report.id}@{report.digest[:8]}"
    message = f"the text of {report.id} is another than before: this version is kept as {name}"
    moved = tuple(replace(c, evidence=replace(c.evidence, report=name)) for c in claims)
    return replace(report, id=name), moved, Problem("changed-text", message, report.id)
