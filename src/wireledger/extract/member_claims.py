"""Makes claims of memberships: the event, where each field was read, and how sure it is."""

from __future__ import annotations

import math

from wireledger.extract.event_days import as_told
from wireledger.extract.member_memory import MemberReading
from wireledger.extract.view import View
from wireledger.model import Claim, Days, Document, Field, Membership, Span, evidence

_BIAS = 0.9
_WEIGHTS = {"carried": -0.7, "hypothetical": -0.4, "attitude": 0.3, "status": 0.6}


def claim_of(document: Document, view: View, reading: MemberReading, when: tuple[Days, Span] | None) -> Claim:
    """The claim of one reading, with its days where they are told."""
    first, last = reading.words
    event = Membership(
        reading.member.code,
        reading.alliance.code,
        reading.step,
        tuple(f.code for f in reading.by),
        as_told(when[0]) if when else None,
    )
    fields = _fields(view, reading, when[1] if when else None)
    trace = (
        f"words «{view.text(first, last)}»: {reading.row}",
        f"member {reading.member.code}{' (carried)' if reading.member.carried else ''}",
        f"alliance {reading.alliance.code}{' (carried)' if reading.alliance.carried else ''}",
    )
    whole: Span = view.sentence.span
    anchor = whole.start if reading.member.carried else reading.member.span.start
    where = evidence(document.report, whole, anchor, fields)
    said_by = reading.by[0].span.of(document.report.text) if reading.again and reading.by else None
    rule = f"memberships/{reading.step}"
    return Claim(where, event, reading.mood, rule, _confidence(reading), said_by, trace=trace)


def _fields(view: View, reading: MemberReading, when: Span | None) -> tuple[Field, ...]:
    """Where each field was read."""
    found = [
        Field("member", (reading.member.span,), reading.member.carried),
        Field("alliance", (reading.alliance.span,), reading.alliance.carried),
        Field("step", (view.sentence.place(*reading.words),)),
    ]
    if reading.by:
        found.append(Field("by", tuple(f.span for f in reading.by)))
    return (*found, Field("when", (when,))) if when is not None else tuple(found)


def _confidence(reading: MemberReading) -> float:
    """A probability between 0 and 1 that every core field is right."""
    features = {
        "carried": reading.member.carried or reading.alliance.carried,
        "hypothetical": reading.mood == "hypothetical",
        "attitude": bool(reading.by),
        "status": reading.step == "is_member",
    }
    total = _BIAS + sum(_WEIGHTS[name] for name, holds in features.items() if holds)
    return 1 / (1 + math.exp(-total))
