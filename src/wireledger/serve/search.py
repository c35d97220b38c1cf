"""One box that finds parties, items, entries, and words of reports."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from wireledger.lexicon.equipment import models
from wireledger.model import Pledge
from wireledger.serve import names, rows
from wireledger.serve.answers import data
from wireledger.serve.asked import LONGEST, Asked, query_asked
from wireledger.serve.clocks import Clocks, asked_at
from wireledger.serve.fits import plain
from wireledger.serve.links import with_query
from wireledger.serve.pages import Pages
from wireledger.serve.query import Ledger
from wireledger.serve.shapes import outline_to_json
from wireledger.serve.snapshot import Snapshot

GET = ["GET", "HEAD"]
MOST = 10  # of each sort; the lists behind have them all


def search(ledger: Ledger, pages: Pages) -> APIRouter:
    """The search, as a page and as data."""
    router = APIRouter()

    @router.api_route("/search", methods=GET, include_in_schema=False)
    def found(request: Request) -> Response:
        at, pairs = asked_at(request)
        words = query_asked(pairs)
        told = _found(ledger, words, at)
        shown = [rows.row(entry, ledger.claim_at(at)) for entry in told["entries"]]
        return pages.page(request, "search.html", words=words, **{**told, "entries": shown})

    @router.get("/search.json")
    def found_json(request: Request) -> Response:
        """Parties, items, entries and reports that have all words of `q`: ten of each, and how many there are."""
        at, pairs = asked_at(request)
        told = _found(ledger, query_asked(pairs), at)
        ids = [entry.id for entry in told["entries"]]
        return data({**told, "entries": ids, "reports": [outline_to_json(one) for one in told["reports"]]})

    return router


def _found(ledger: Ledger, words: str, at: Clocks) -> dict[str, Any]:
    if not words:
        return {"parties": [], "items": [], "entries": (), "total": 0, "reports": (), "reports_total": 0}
    shot = ledger.snapshot(at)
    listed = ledger.entries(Asked(q=words, limit=MOST), at)
    reports, total = shot.reports_with(words, MOST)
    return {
        "parties": _parties(shot, words)[:MOST],
        "items": _items(shot, words)[:MOST],
        "entries": listed.entries,
        "total": listed.total,
        "reports": reports,
        "reports_total": total,
    }


def _parties(shot: Snapshot, words: str) -> list[dict[str, Any]]:
    """Parties whose name has the words, those with most entries first."""
    needles = plain(words).split()
    counts = shot.parties
    found = [code for code in counts if all(n in plain(f"{names.name(code)} {code}") for n in needles)]
    ordered = sorted(found, key=lambda code: (-counts[code], code))
    return [{"code": code, "name": names.name(code), "entries": counts[code]} for code in ordered]


def _items(shot: Snapshot, words: str) -> list[dict[str, Any]]:
    """Models (else words) and categories of pledged items that have the words, with the address of their pledges."""
    needles = plain(words).split()
    found: dict[tuple[str, str], int] = {}
    for entry in shot.entries:
        event = entry.event
        if not isinstance(event, Pledge):
            continue
        for key, told in (("item", event.model or event.item), ("category", event.category)):
            if told and all(n in plain(told) for n in needles):
                found[key, told] = found.get((key, told), 0) + 1
    return [
        {"name": _item_name(key, told), "entries": n, "href": with_query("/pledges", {key: told[:LONGEST]})}
        for (key, told), n in sorted(found.items(), key=lambda pair: -pair[1])
    ]


def _item_name(key: str, told: str) -> str:
    model = models().get(told) if key == "item" else None
    return model.name if model else told.replace("-", " ")
