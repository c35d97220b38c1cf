"""Views of made-up wires: what their claims come to, and a client that asks it by both clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime

from fastapi.testclient import TestClient
from tests.resolve.made import Wire

from wireledger.resolve import resolve
from wireledger.serve import app
from wireledger.serve.view import View, as_of, published
from wireledger.store import MemoryStore


def view_of(wire: Wire, known: str | None = None) -> View:
    """The ledger of a wire, or of what it had told by the end of a day."""
    last = date.fromisoformat(known) if known else date.max
    reports = [r for r in wire.reports if (day := published(r)) and day <= last]
    names = {report.id for report in reports}
    found = resolve(reports, [c for c in wire.claims if c.evidence.report in names])
    days, sources = {r.id: published(r) for r in reports}, {r.id: r.source for r in reports}
    return View(found.entries, {c.id: c for c in found.claims}, found.voices, days, 0, sources)


def asking(wire: Wire) -> TestClient:
    """Asks the pages and data of a wire's ledger, as known and true on any day."""
    found, store, on = view_of(wire), MemoryStore(), datetime(2024, 1, 1, tzinfo=UTC)
    for report in wire.reports:
        store.add(report, [c for c in wire.claims if c.evidence.report == report.id], on)
    store.replace(found.entries, on, found.voices)

    def views(known: date | None, true: date | None) -> View:
        view = view_of(wire, known.isoformat() if known else None)
        return as_of(view, true) if true else view

    return TestClient(app(store, views))
