"""The ledger as a question sees it: its entries, what they stand on, and as the world stood on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from wireledger.model import (
    Claim,
    Days,
    Entry,
    Event,
    Membership,
    MembershipStep,
    Pledge,
    PledgeStep,
    Quantity,
    Report,
    Source,
    Step,
)

OFF = frozenset({"floated", "requested", "withdrawn", "refused"})
"""Steps of a pledge that never count in totals."""
PARTIAL = frozenset({"in_transit", "delivered"})
"""Steps that a part of a pledge may take."""
NOBODY = Source()


@dataclass(frozen=True, slots=True)
class View:
    """Entries with the claims they stand on (by id), the voice of each report, and each report's day and source.

    `days` has the last day of a report's published interval, or None. `undated` counts the reports left out because
    no day is known of them.
    """

    entries: tuple[Entry, ...]
    claims: Mapping[str, Claim]
    voices: Mapping[str, str]
    days: Mapping[str, date | None]
    undated: int = 0
    sources: Mapping[str, Source] | None = None

    def source(self, report: str) -> Source:
        """Where a report was published."""
        return (self.sources or {}).get(report, NOBODY)

    def told_on(self, claim: str) -> date | None:
        """The day by which a claim's report was published for certain."""
        return self.days.get(self.claims[claim].evidence.report)


def as_of(view: View, day: date) -> View:
    """What was true on `day`, as far as the view knows: each entry with the steps it had taken by then."""
    entries = [_cut(entry, view, day) for entry in view.entries]
    return replace(view, entries=tuple(entry for entry in entries if entry))


def published(report: Report) -> date | None:
    """The last day on which the report may have been published; None where that is not known."""
    return report.source.published.last if report.source.published else None


def _cut(entry: Entry, view: View, day: date) -> Entry | None:
    steps = tuple(step for step in entry.steps if (taken := _taken(step, view)) is not None and taken <= day)
    if not steps:
        return None
    if isinstance(entry.event, Pledge):
        entry = replace(entry, event=_dated(entry.event, entry, view, day))
    if steps == entry.steps:
        return entry
    last, counts = steps[-1].step, entry.counts_in_totals
    if isinstance(entry.event, Pledge):
        counts = last not in OFF and (counts or entry.steps[-1].step in OFF)
    return replace(entry, event=_at(entry.event, last, steps), steps=steps, counts_in_totals=counts)


def _dated(event: Pledge, entry: Entry, view: View, day: date) -> Pledge:
    """The pledge with the due date that had been told last by a day."""
    told = [(on, view.claims[c].event) for c in entry.claims if (on := view.told_on(c)) is not None]
    later = [e.due for on, e in told if on > day and isinstance(e, Pledge) and e.due]
    if event.due is None or event.due not in later:
        return event
    earlier: list[Days] = [e.due for on, e in told if on <= day and isinstance(e, Pledge) and e.due]
    return replace(event, due=earlier[-1] if earlier else None)


def _at(event: Event, step: str, steps: tuple[Step, ...]) -> Event:
    match event:
        case Pledge():
            return replace(event, step=cast(PledgeStep, step), quantity=_quantity(event, steps))
        case Membership():
            return replace(event, step=cast(MembershipStep, step))
        case _:
            return event


def _quantity(event: Pledge, steps: tuple[Step, ...]) -> Quantity | None:
    """The count; where it was told only later, the last one told for the whole by then."""
    told = [(s.low, s.high) for s in steps if s.step not in PARTIAL and (s.low, s.high) != (None, None)]
    if event.quantity is None or not told or (event.quantity.low, event.quantity.high) in told:
        return event.quantity
    return replace(event.quantity, low=told[-1][0], high=told[-1][1], approximate=False)


def _taken(step: Step, view: View) -> date | None:
    """By when a step was taken for certain: the end of its own time, or the day a report told of it, if earlier."""
    told = [day for claim in step.claims if (day := view.told_on(claim))]
    own = step.when.last if step.when else None
    return min([*told, *([own] if own else [])], default=None)
