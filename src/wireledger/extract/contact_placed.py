"""Where contacts take place that are told without a place: where the same one, or the visit it belongs to, is told."""

from __future__ import annotations

import re
from dataclasses import replace

from wireledger.extract.event_days import one_day
from wireledger.model import Claim, Contact, Field, Span

_MORE = re.compile(r"(?:, [A-Z]\w+){0,3},? and [A-Z]")
_REACH = 1500  # characters between two tellings


def placed_by_retelling(claims: list[Claim]) -> list[Claim]:
    """The claims in order, those without a place with that of other tellings, where these have days and one place."""
    return [_placed(claim, claims) for claim in claims]


def _placed(claim: Claim, claims: list[Claim]) -> Claim:
    event = claim.event
    if not isinstance(event, Contact) or event.place is not None or event.when is None or event.form == "call":
        return claim
    told = [other for other in claims if _is_there(claim, event, other)]
    places = {other.event.place for other in told if isinstance(other.event, Contact)}
    if len(places) != 1:
        return claim
    spans = _place_of(told[0])
    where = replace(claim.evidence, fields=(*claim.evidence.fields, Field("place", spans, True)))
    return replace(claim, event=replace(event, place=places.pop()), evidence=where) if spans else claim


def _is_there(claim: Claim, event: Contact, other: Claim) -> bool:
    """Whether another claim tells with its place the same contact, or the visit during which it was, on those days."""
    told = other.event
    if not isinstance(told, Contact) or told.place is None or told.when is None or told.form == "call":
        return False
    same_days = event.when is not None and told.when.interval == event.when.interval
    if event.form != told.form and (one_day(told.when.interval) is None or _leads_on(other)):
        return False  # a visit of several days may lead to several places
    near = abs(other.evidence.span.start - claim.evidence.span.start) <= _REACH
    if not same_days or not _is_said(claim, other) or not near or claim.mood != other.mood or claim.mood == "denied":
        return False
    everyone, others = {*event.guests, *event.hosts}, {*told.guests, *told.hosts}
    if event.form == told.form == "meeting":
        return everyone == others
    return bool({*event.guests} & {*told.guests})


def _leads_on(visit: Claim) -> bool:
    """ "travelled to Riga and Tallinn"."""
    where, spans = visit.evidence, _place_of(visit)
    inside = bool(spans) and where.span.holds(spans[0])
    return inside and _MORE.match(where.quote[spans[0].stop - where.span.start :]) is not None


def _is_said(claim: Claim, other: Claim) -> bool:
    """Whether a place is said with the other telling, or stands before this one: it is not carried back twice."""
    fields = [field for field in other.evidence.fields if field.name == "place"]
    return all(not f.carried or f.spans[0].stop <= claim.evidence.span.start for f in fields)


def _place_of(claim: Claim) -> tuple[Span, ...]:
    return next((field.spans for field in claim.evidence.fields if field.name == "place"), ())
