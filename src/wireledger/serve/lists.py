"""Lists of entries: all of them, or those of one kind, with filters, an order and pages that the address carries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import APIRouter, Request, Response

from wireledger.model import KINDS
from wireledger.model.wire import entry_to_json
from wireledger.serve import names, rows
from wireledger.serve.answers import csv_file, data
from wireledger.serve.asked import BOUNDS, ORDERS, STEPS, Asked, entries_asked, query_of
from wireledger.serve.clocks import Clocks, asked_at
from wireledger.serve.follow import followed
from wireledger.serve.links import with_query
from wireledger.serve.pages import Pages
from wireledger.serve.query import Ledger, Listed
from wireledger.serve.shapes import table
from wireledger.serve.words import told, word

LISTS: Mapping[str, str | None] = {
    "/entries": None,
    "/pledges": "pledge",
    "/contacts": "contact",
    "/statements": "statement",
    "/memberships": "membership",
}
"""The lists and the kind that each of them keeps to."""
READY: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("largest", {"order": "count"}),
    ("sums", {"order": "sum"}),
    ("voices", {"order": "voices"}),
    ("doubt", {"doubt": "yes"}),
    ("bounds", {"bound": "least"}),
    ("delivered", {"step": "delivered"}),
    ("asked", {"step": "requested"}),
    ("withdrawn", {"step": "withdrawn"}),
    ("outside", {"counts": "no"}),
)
"""Views of the pledges that many ask for, each a permalink."""
MOST = 60  # parties that a list offers to choose from; any other is asked for in the address or the search
GET = ["GET", "HEAD"]


def lists(ledger: Ledger, pages: Pages) -> APIRouter:
    """The lists, as pages, JSON and CSV."""
    router = APIRouter()
    for path, kind in LISTS.items():
        router.add_api_route(path, _shown(ledger, pages, path, kind), methods=GET, include_in_schema=False)
        router.add_api_route(f"{path}.json", _json(ledger, path, kind), methods=["GET"])
        router.add_api_route(f"{path}.csv", _csv(ledger, path, kind), methods=["GET"])
    return router


def asked_of(request: Request, kind: str | None) -> tuple[Clocks, Asked]:
    """The clocks and the question of a list that keeps to a kind. Raises BadQuestion."""
    at, pairs = asked_at(request)
    return at, entries_asked(pairs, kind)


def _shown(ledger: Ledger, pages: Pages, path: str, kind: str | None) -> Callable[[Request], Response]:
    def shown(request: Request) -> Response:
        at, asked = asked_of(request, kind)
        listed, claim = ledger.entries(asked, at), ledger.claim_at(at)
        made = rows.cells if kind == "pledge" else rows.row
        return pages.page(
            request,
            "pledges.html" if kind == "pledge" else "entries.html",
            asked=asked,
            listed=listed,
            rows=[made(entry, claim) for entry in listed.entries],
            choices=choices(ledger, at, asked),
            base=path,
            fixed=kind,
            ready=READY,
            follow=followed(asked),
        )

    return shown


def _json(ledger: Ledger, path: str, kind: str | None) -> Callable[[Request], Response]:
    def entries(request: Request) -> Response:
        at, asked = asked_of(request, kind)
        listed = ledger.entries(asked, at)
        claims = _claims(ledger, listed, at)
        return data(
            {
                "entries": [entry_to_json(entry, claims) for entry in listed.entries],
                "total": listed.total,
                "kinds": dict(listed.kinds),
                "next": _next(asked, listed, at, f"{path}.json"),
            }
        )

    entries.__doc__ = "Entries that fit: `entries`, `total`, how many of each kind, and the address of the `next` page."
    return entries


def _csv(ledger: Ledger, path: str, kind: str | None) -> Callable[[Request], Response]:
    def entries(request: Request) -> Response:
        at, asked = asked_of(request, kind)
        listed = ledger.entries(asked, at)
        answer = csv_file(table(listed.entries, _claims(ledger, listed, at)), f"{path[1:]}.csv")
        if address := _next(asked, listed, at, f"{path}.csv"):
            answer.headers["Link"] = f'<{address}>; rel="next"'
        return answer

    entries.__doc__ = "The same as a table; a Link header names the next page."
    return entries


def choices(ledger: Ledger, at: Clocks, asked: Asked) -> dict[str, list[tuple[str, str]]]:
    """What each filter can be set to, in words; of parties and categories those that most entries have."""
    keyed = ledger.snapshot(at).facets.keyed
    offered = {name: _counted(keyed(name), getattr(asked, name), naming) for name, naming in NAMED.items()}
    listed = {"kind": KINDS, "step": STEPS, "bound": BOUNDS, "order": ORDERS}
    return offered | {name: [(code, told(name, code)) for code in codes] for name, codes in listed.items()}


def donor_name(code: str) -> str:
    """The name of who gives, or that no report tells it."""
    return word("filter.donor.none") if code == "none" else names.name(code)


def recipient_name(code: str) -> str:
    """The name of who gets it, or that no report tells it."""
    return word("filter.recipient.none") if code == "none" else names.name(code)


NAMED: Mapping[str, Callable[[str], str]] = {
    "donor": donor_name,
    "recipient": recipient_name,
    "category": lambda code: told("category", code),
}


def _counted(bits: Mapping[str, int], chosen: str | None, naming: Callable[[str], str]) -> list[tuple[str, str]]:
    most = sorted(bits, key=lambda code: (code != chosen, -bits[code].bit_count()))[:MOST]
    told_ = [(code, f"{naming(code)} ({bits[code].bit_count()})") for code in most]
    return sorted(told_, key=lambda pair: pair[1].casefold())


def _claims(ledger: Ledger, listed: Listed, at: Clocks) -> dict[str, Any]:
    read = ledger.claim_at(at)
    wanted = (name for entry in listed.entries for name in (*entry.claims, *entry.checks))
    return {name: claim for name in wanted if (claim := read(name))}


def _next(asked: Asked, listed: Listed, at: Clocks, path: str) -> str | None:
    query = query_of(asked, after=listed.after, before=None, kind=asked.kind if path.startswith("/entries") else None)
    return with_query(path, query | at.query) if listed.after else None
