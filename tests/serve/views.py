"""Views of made-up wires: what their claims come to."""

from __future__ import annotations

from datetime import date

from tests.resolve.made import Wire

from wireledger.resolve import resolve
from wireledger.serve.view import View, published


def view_of(wire: Wire, known: str | None = None) -> View:
    """The ledger of a wire, or of what it had told by the end of a day."""
    last = date.fromisoformat(known) if known else date.max
    reports = [r for r in wire.reports if (day := published(r)) and day <= last]
    names = {report.id for report in reports}
    found = resolve(reports, [c for c in wire.claims if c.evidence.report in names])
    days, sources = {r.id: published(r) for r in reports}, {r.id: r.source for r in reports}
    return View(found.entries, {c.id: c for c in found.claims}, found.voices, days, 0, sources)
