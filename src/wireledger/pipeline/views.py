"""The ledger as it is, as its sources had told it by a day, and as the world stood on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from wireledger.model import Claim, Entry, Event, Membership, MembershipStep, Pledge, PledgeStep, Report, Step
from wireledger.resolve import resolve
from wireledger.store.protocol import Store

OFF = frozenset({"floated", "requested", "withdrawn", "refused"})
"""Steps of a pledge that never count in totals."""


@dataclass(frozen=True, slots=True)
class View:
    """Entries with the claims they stand on (by id), the voice of each report, and each report's day.

    `days` has the last day of a report's published interval, or None. `undated` counts the reports left out because
    no day is known of them.
    """

    entries: tuple[Entry, ...]
    claims: Mapping[str, Claim]
    voices: Mapping[str, str]
    days: Mapping[str, date | None]
    undated: int = 0


def current(store: Store) -> View:
    """The ledger as it stands."""
    claims = {claim.id: claim for claim in store.claims()}
    days = {report.id: published(report) for report in store.reports()}
    return View(tuple(store.entries()), claims, store.voices(), days)


def known_on(store: Store, day: date) -> View:
    """What the sources had told by the end of `day`: entries made anew from the reports published until then.

    A report counts from the last day of its published interval; one without a day stands in no such view.
    """
    kept, days, undated = [], {}, 0
    for report in store.reports():
        days[report.id] = last = published(report)
        undated += last is None
        if last is not None and last <= day:
            kept.append(report)
    names = {report.id for report in kept}
    claims = tuple(claim for claim in store.claims() if claim.evidence.report in names)
    resolved = resolve(tuple(kept), claims, tuple(store.judgements()))
    return View(tuple(resolved.entries), {c.id: c for c in claims}, resolved.voices, days, undated)


def as_of(view: View, day: date) -> View:
    """What was true on `day`, as far as the view knows: each entry with the steps it had taken by then."""
    entries = [_cut(entry, view, day) for entry in view.entries]
    return replace(view, entries=tuple(entry for entry in entries if entry))


def published(report: Report) -> date | None:
    """The last day on which the report may have been published; None where that is not known."""
    return report.source.published.last if report.source.published else None


def _cut(entry: Entry, view: View, day: date) -> Entry | None:
    steps = tuple(step for step in entry.steps if (taken := _taken(step, view)) is not None and taken <= day)
    if not steps or steps == entry.steps:
        return entry if steps else None
    last, counts = steps[-1].step, entry.counts_in_totals
    if isinstance(entry.event, Pledge):
        counts = last not in OFF and (counts or entry.steps[-1].step in OFF)
    return replace(entry, event=_at(entry.event, last), steps=steps, counts_in_totals=counts)


def _at(event: Event, step: str) -> Event:
    match event:
        case Pledge():
            return replace(event, step=cast(PledgeStep, step))
        case Membership():
            return replace(event, step=cast(MembershipStep, step))
        case _:
            return event


def _taken(step: Step, view: View) -> date | None:
    """By when a step was taken for certain: the end of its own time, or the day a report told of it, if earlier."""
    told = [day for claim in step.claims if (day := view.days.get(view.claims[claim].evidence.report))]
    own = step.when.last if step.when else None
    return min([*told, *([own] if own else [])], default=None)
