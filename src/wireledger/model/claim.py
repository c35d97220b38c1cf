"""One report's word for one event, and where it is written."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from wireledger.model.event import Event, Kind, Mood, kind_of
from wireledger.model.report import Report
from wireledger.model.span import Span


@dataclass(frozen=True, slots=True)
class Field:
    """The places one field of a claim was read from; `carried` when they stand outside the claim's own clause."""

    name: str
    spans: tuple[Span, ...]
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a claim is written: the report, the claim's span, the exact words there, and one Field for each field read.

    `anchor` is the start of the words that tell this claim from its neighbours: the count, the sum, the item's head;
    the guest; the member.
    """

    report: str
    span: Span
    quote: str
    anchor: int
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One report's word for one event; without evidence it cannot be built.

    `names` maps the words for a person to the id; `trace` tells how it was read, row by row; `ordinal` tells apart
    claims of one kind that share an anchor.
    """

    evidence: Evidence
    event: Event
    mood: Mood
    rule: str
    confidence: float
    said_by: str | None = None
    names: tuple[tuple[str, str], ...] = ()
    trace: tuple[str, ...] = ()
    ordinal: int = 0

    @property
    def kind(self) -> Kind:
        """pledge, contact, statement or membership."""
        return kind_of(self.event)

    @property
    def id(self) -> str:
        """Hangs on where the claim stands, not on what was read there: report, kind, anchor (and which of several)."""
        return claim_id(self.evidence.report, self.kind, self.evidence.anchor, self.ordinal)


def claim_id(report: str, kind: Kind, anchor: int, ordinal: int) -> str:
    """The id of the claim of a kind that stands at an anchor of a report (and which of several there)."""
    place = f"{report}\n{kind}\n{anchor}\n{ordinal}"
    return hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def evidence(report: Report, span: Span, anchor: int, fields: tuple[Field, ...]) -> Evidence:
    """Evidence whose quote is the slice of the report's text at `span`."""
    return Evidence(report.id, span, span.of(report.text), anchor, fields)
