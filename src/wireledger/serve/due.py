"""What is due: pledges whose time was told, and what the reports tell of their arrival.

A time that passed without a report of delivery is "no report found": nobody knows that a promise was broken.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from wireledger.model import Disagreement, Entry, Pledge
from wireledger.model.show import event_text, interval_text
from wireledger.model.wire import Json, days_to_json
from wireledger.serve.ranges import NOTHING, Range, range_of
from wireledger.serve.view import OFF, View

Standing = Literal["to come", "due", "no report found", "in part", "delivered"]
STANDINGS: tuple[Standing, ...] = ("due", "no report found", "in part", "to come", "delivered")
COLUMNS = (
    *("standing", "due_from", "due_to", "due_text", "id", "donors", "recipient", "item", "low", "high"),
    *("delivered_low", "delivered_high", "told_by", "quote", "report"),
)


@dataclass(frozen=True, slots=True)
class Due:
    """A pledge and its time on a day. `arrived` is what was told as delivered, `claim` the words of the time."""

    entry: Entry
    standing: Standing
    arrived: Range
    claim: str | None
    earlier: tuple[str, ...]

    @property
    def event(self) -> Pledge:
        """The pledge."""
        assert isinstance(self.entry.event, Pledge)
        return self.entry.event


def due(entries: Iterable[Entry], view: View, day: date) -> tuple[Due, ...]:
    """Pledges with a known time, as they stand on a day: what is due first, then what passed, by that time."""
    found = [made for entry in entries for made in _due(entry, view, day)]
    return tuple(sorted(found, key=lambda one: (STANDINGS.index(one.standing), _window(one), one.entry.id)))


def due_text(one: Due, view: View) -> str:
    """A line with the time and how the pledge stands, and the words that tell the time."""
    event = one.event
    arrived = f"  ({_told(one.arrived)} delivered)" if one.standing == "in part" else ""
    moved = f"  told before: {', '.join(one.earlier)}" if one.earlier else ""
    head = f"{interval_text(event.due.interval if event.due else None)}  {one.standing}{arrived}"
    claim = view.claims.get(one.claim or "")
    words = f'\n    "{" ".join(claim.evidence.quote.split())}"  [{claim.evidence.report}]' if claim else ""
    return f"{head}  {one.entry.id}  {event_text(event)}{moved}{words}"


def due_to_json(one: Due, view: View) -> Json:
    """The same as an object."""
    event, claim = one.event, view.claims.get(one.claim or "")
    count = event.quantity
    return {
        "standing": one.standing,
        "due": days_to_json(event.due),
        "earlier": [*one.earlier],
        "id": one.entry.id,
        "donors": [*event.donors],
        "recipient": event.recipient,
        "recipients": [*event.recipients],
        "item": event.item,
        "low": count.low if count else None,
        "high": count.high if count else None,
        "delivered_low": one.arrived.low,
        "delivered_high": one.arrived.high,
        "steps": [step.step for step in one.entry.steps],
        "told_by": {"claim": one.claim, "report": claim.evidence.report, "quote": claim.evidence.quote}
        if claim
        else None,
    }


def due_row(one: Due, view: View) -> Json:
    """The same as a row of a table."""
    told = due_to_json(one, view)
    days, by = told["due"] or {}, told["told_by"] or {}
    return {
        **told,
        "due_from": days.get("from"),
        "due_to": days.get("to"),
        "due_text": days.get("text"),
        "told_by": by.get("claim"),
        "quote": by.get("quote"),
        "report": by.get("report"),
    }


def _due(entry: Entry, view: View, day: date) -> Iterator[Due]:
    event = entry.event
    if not isinstance(event, Pledge) or not entry.steps or {s.step for s in entry.steps} <= OFF:
        return
    when = event.due.interval if event.due else None
    if when is None or any(step.step == "withdrawn" for step in entry.steps):
        return
    told = [c for c in entry.claims if (claim := view.claims.get(c)) and _due_of(claim.event) == event.due]
    arrived = _arrived(entry)
    yield Due(entry, _standing(entry, event, arrived, day), arrived, told[-1] if told else None, _earlier(entry))


def _standing(entry: Entry, event: Pledge, arrived: Range, day: date) -> Standing:
    when = event.due.interval if event.due else None
    if any(step.step == "delivered" for step in entry.steps):
        whole = range_of(event.quantity.low, event.quantity.high) if event.quantity else None
        least = (whole.low or whole.high or 0.0) if whole else 0.0
        partly = 0 < arrived.low < least
        return "in part" if partly else "delivered"
    if when and when.stop is not None and when.stop <= day:
        return "no report found"
    return "to come" if when and when.start is not None and day < when.start else "due"


def _arrived(entry: Entry) -> Range:
    told = [r for step in entry.steps if step.step == "delivered" and (r := range_of(step.low, step.high))]
    if not any(step.step == "delivered" for step in entry.steps):
        return NOTHING
    if not told:
        return Range(0.0, None)
    highs = [one.high for one in told]
    high = None if None in highs else sum(high for high in highs if high is not None)
    return Range(max(one.low for one in told), high)


def _earlier(entry: Entry) -> tuple[str, ...]:
    """The times that were told before the one that stands."""
    moved: list[Disagreement] = [d for d in entry.disagreements if d.field == "due"]
    stands = _interval(entry.event)
    return tuple(told for d in moved for value, _ in d.values if (told := str(json.loads(value))) != stands)


def _interval(event: object) -> str:
    return interval_text(event.due.interval) if isinstance(event, Pledge) and event.due else ""


def _due_of(event: object) -> object:
    return event.due if isinstance(event, Pledge) else None


def _window(one: Due) -> tuple[str, str]:
    when = one.event.due.interval if one.event.due else None
    return (str(when.stop if when else ""), str(when.start if when else ""))


def _told(amount: Range) -> str:
    return f"{amount.low:g}" if amount.high == amount.low else f"{amount.low:g} or more"
