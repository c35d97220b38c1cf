"""The ledger as it is, and as its sources had told it by a day."""

from __future__ import annotations

from datetime import date

from wireledger.resolve import decided, resolve
from wireledger.serve.view import View, as_of, published
from wireledger.store.protocol import Store

__all__ = ["View", "as_of", "current", "known_on", "view_on"]


def view_on(store: Store, known: date | None = None, true: date | None = None) -> View:
    """The ledger as it stands, as it was known on a day, as the world was on a day, or both."""
    view = known_on(store, known) if known else current(store)
    return as_of(view, true) if true else view


def current(store: Store) -> View:
    """The ledger as it stands."""
    reports = {report.id: report for report in store.reports()}
    read = {claim.id: claim for claim in store.claims()}
    claims = read | {c.id: c for c in decided(read.values(), store.judgements(), reports).claims}
    days = {name: published(report) for name, report in reports.items()}
    sources = {name: report.source for name, report in reports.items()}
    return View(tuple(store.entries()), claims, store.voices(), days, sources=sources)


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
    names = {report.id: report.source for report in kept}
    claims = tuple(claim for claim in store.claims() if claim.evidence.report in names)
    resolved = resolve(tuple(kept), claims, tuple(store.judgements()))
    known = {claim.id: claim for claim in resolved.claims}
    return View(tuple(resolved.entries), known, resolved.voices, days, undated, names)
