"""Claims and entries as JSON objects, and claims back from them.

Shapes are the public contract: offsets in code points of the report's text, days as half-open intervals, unknown fields
null or an empty list. Whole numbers are written without a decimal point.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from wireledger.model.amounts import Money, Quantity
from wireledger.model.claim import Claim, Evidence, Field
from wireledger.model.days import Days, Interval
from wireledger.model.event import Contact, Event, Membership, Nth, Pledge, Statement
from wireledger.model.ledger import Disagreement, Entry, Step
from wireledger.model.span import Span

Json = dict[str, Any]
SCHEMA = 1


def claim_to_json(claim: Claim) -> Json:
    """A claim as the contract shapes it; `carried` lists the fields read elsewhere in the report."""
    where = claim.evidence
    return {
        "id": claim.id,
        "kind": claim.kind,
        "report": where.report,
        "start": where.span.start,
        "stop": where.span.stop,
        "quote": where.quote,
        "mood": claim.mood,
        "said_by": claim.said_by,
        "rule": claim.rule,
        "confidence": round(claim.confidence, 3),
        "carried": sorted(f.name for f in where.fields if f.carried),
        **event_to_json(claim.event),
        "fields": {f.name: [[s.start, s.stop] for s in f.spans] for f in where.fields},
        "names": dict(claim.names),
        "anchor": where.anchor,
        "ordinal": claim.ordinal,
    }


def event_to_json(event: Event) -> Json:
    """The fields of one event."""
    match event:
        case Pledge():
            return _pledge(event)
        case Contact():
            shape: Json = {"form": event.form, "guests": [*event.guests], "hosts": [*event.hosts], "place": event.place}
            shape["nth"] = _nth(event.nth)
        case Statement():
            shape = {"speaker": event.speaker, "words": event.words, "direct": event.direct, "about": [*event.about]}
        case Membership():
            shape = {"member": event.member, "alliance": event.alliance, "step": event.step, "by": [*event.by]}
    return {**shape, "when": days_to_json(event.when)}


def _nth(nth: Nth | None) -> Json | None:
    if nth is None:
        return None
    since = days_to_json(nth.since)
    return {"number": nth.number, "words": nth.words, "since": since, "within": nth.within, "whose": nth.whose}


def days_to_json(days: Days | None) -> Json | None:
    """Words and interval; an end that is open or a time that is not known is null."""
    if days is None:
        return None
    return {"text": days.words, **interval_to_json(days.interval), "anchor": days.anchor}


def interval_to_json(interval: Interval | None) -> Json:
    """`from` and `to`, half-open ISO days."""
    start, stop = (interval.start, interval.stop) if interval else (None, None)
    return {"from": start.isoformat() if start else None, "to": stop.isoformat() if stop else None}


def entry_to_json(entry: Entry, claims: Mapping[str, Claim], recorded: bool = False) -> Json:
    """An entry with the places and words of its claims; `recorded` (the ledger's own clock) only on request."""
    shape: Json = {
        "id": entry.id,
        "kind": entry.kind,
        **_entry_event(entry.event),
        "steps": [_step(s) for s in entry.steps],
        "schema": SCHEMA,
        "claims": [_place(claims[c]) for c in entry.claims],
        "checks": [_place(claims[c]) for c in entry.checks],
        "independent": entry.independent,
        "counts_in_totals": entry.counts_in_totals,
        "extra_to": entry.extra_to,
        "part_of": entry.part_of,
        "possible_duplicate_of": entry.possible_duplicate_of,
        "disagreements": [_disagreement(d) for d in entry.disagreements],
        "first_reported": entry.first_reported.isoformat() if entry.first_reported else None,
        "why": [*entry.why],
    }
    if recorded:
        shape["recorded"] = entry.recorded.isoformat() if entry.recorded else None
    return shape


def dump(value: Json) -> str:
    """One line of JSON, the same bytes for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def claim_from_json(shape: Mapping[str, Any]) -> Claim:
    """The claim a JSON object tells; ValueError names the field where one is missing or of a wrong type."""
    try:
        where = Evidence(
            str(shape["report"]),
            Span(shape["start"], shape["stop"]),
            shape["quote"],
            shape.get("anchor", shape["start"]),
            _fields(shape),
        )
        return Claim(
            where,
            _event(shape),
            shape["mood"],
            shape.get("rule") or "given",
            float(shape.get("confidence", 1.0)),
            shape.get("said_by"),
            tuple(sorted((shape.get("names") or {}).items())),
            ordinal=shape.get("ordinal", 0),
        )
    except KeyError as missing:
        raise ValueError(f"a claim needs the field {missing}") from None
    except (TypeError, AttributeError) as wrong:
        raise ValueError(f"a claim has a field of a wrong type: {wrong}") from None


def _pledge(event: Pledge) -> Json:
    count, money = event.quantity or Quantity(None, None), event.money or Money(None, None, None)
    return {
        "donors": [*event.donors],
        "recipient": event.recipient,
        "recipients": [*event.recipients],
        "item": event.item,
        "category": event.category,
        "model": event.model,
        "low": _number(count.low),
        "high": _number(count.high),
        "approximate": count.approximate or money.approximate,
        "unit": count.unit if event.quantity else None,
        "money_low": _number(money.low),
        "money_high": _number(money.high),
        "currency": money.currency,
        "step": event.step,
        "scope": event.scope,
        "due": days_to_json(event.due),
        "when": days_to_json(event.when),
        "forum": event.forum,
    }


def _entry_event(event: Event) -> Json:
    shape = event_to_json(event)
    for key in ("step", "scope") if isinstance(event, Pledge | Membership) else ():
        shape.pop(key, None)
    return shape


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and float(value).is_integer() else value


def _step(step: Step) -> Json:
    when = interval_to_json(step.when) if step.when else None
    return {
        "step": step.step,
        "when": when,
        "low": _number(step.low),
        "high": _number(step.high),
        "claims": [*step.claims],
    }


def _place(claim: Claim) -> Json:
    where = claim.evidence
    return {
        "id": claim.id,
        "report": where.report,
        "start": where.span.start,
        "stop": where.span.stop,
        "quote": where.quote,
    }


def _disagreement(d: Disagreement) -> Json:
    values = [{"value": json.loads(value), "claims": [*claims]} for value, claims in d.values]
    return {"field": d.field, "values": values, "chosen_by": d.chosen_by}


def _fields(shape: Mapping[str, Any]) -> tuple[Field, ...]:
    carried = set(shape.get("carried") or ())
    spans = shape.get("fields") or {}
    return tuple(Field(n, tuple(Span(a, b) for a, b in places), n in carried) for n, places in spans.items() if places)


def _event(shape: Mapping[str, Any]) -> Event:
    when = days_from_json(shape.get("when"))
    match shape["kind"]:
        case "pledge":
            return _pledge_from(shape, when)
        case "contact":
            return Contact(
                shape["form"],
                tuple(shape.get("guests") or ()),
                tuple(shape.get("hosts") or ()),
                shape.get("place"),
                when,
                _nth_from(shape.get("nth")),
            )
        case "statement":
            about = tuple(shape.get("about") or ())
            return Statement(shape.get("speaker"), shape["words"], bool(shape.get("direct")), about, when)
        case "membership":
            by = shape.get("by") or ()
            by = (by,) if isinstance(by, str) else tuple(by)
            return Membership(shape["member"], shape["alliance"], shape["step"], by, when)
        case other:
            raise ValueError(f"no kind of claim is called {other!r}")


def _nth_from(shape: Mapping[str, Any] | None) -> Nth | None:
    if shape is None:
        return None
    since = days_from_json(shape.get("since"))
    return Nth(
        int(shape["number"]), shape.get("words") or "", since, shape.get("within"), shape.get("whose") or "guest"
    )


def _pledge_from(shape: Mapping[str, Any], when: Days | None) -> Pledge:
    rough = bool(shape.get("approximate"))
    low, high = shape.get("low"), shape.get("high")
    money = shape.get("money_low"), shape.get("money_high"), shape.get("currency")
    recipient = shape.get("recipient")
    recipients = tuple(shape.get("recipients") or ([recipient] if recipient else ()))
    has_count = low is not None or high is not None or bool(shape.get("unit"))
    return Pledge(
        donors=tuple(shape.get("donors") or ()),
        recipient=recipient,
        recipients=recipients,
        item=shape.get("item"),
        category=shape.get("category"),
        model=shape.get("model"),
        quantity=Quantity(low, high, rough, shape.get("unit") or "piece") if has_count else None,
        money=Money(*money, rough) if any(m is not None for m in money) else None,
        step=shape["step"],
        scope=shape.get("scope") or "new",
        due=days_from_json(shape.get("due")),
        when=when,
        forum=shape.get("forum"),
    )


def days_from_json(value: object) -> Days | None:
    """Days from `{"text", "from", "to"}`, or from an ISO day, month or year; None for null, else ValueError."""
    if value is None:
        return None
    if isinstance(value, str):
        return Days(value, iso_interval(value))
    if isinstance(value, Mapping):
        ends = [date.fromisoformat(v) if (v := value.get(k)) else None for k in ("from", "to")]
        interval = Interval(*ends) if any(ends) else None
        return Days(str(value.get("text") or ""), interval, str(value.get("anchor") or "text"))
    raise ValueError(f"no time can be read from {value!r}")


def iso_interval(text: str) -> Interval | None:
    """The days of "2023-04-20", "2023-04" or "2023"; None for other words."""
    parts = text.split("-")
    if not all(p.isdigit() for p in parts) or len(parts) > 3 or len(parts[0]) != 4:
        return None
    y, m, d = (*map(int, parts), 0, 0)[:3]
    start = date(y, m or 1, d or 1)
    if d:
        return Interval(start, date.fromordinal(start.toordinal() + 1))
    return Interval(start, date(y + m // 12, m % 12 + 1, 1) if m else date(y + 1, 1, 1))
