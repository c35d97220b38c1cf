"""All parties of the ledger, to look through and to find one in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response

from wireledger.serve.answers import data
from wireledger.serve.asked import LIMIT, LIST_VALUES, once
from wireledger.serve.clocks import Clocks, asked_at
from wireledger.serve.faults import BadQuestion
from wireledger.serve.fits import plain
from wireledger.serve.links import party_link, with_query
from wireledger.serve.names import name
from wireledger.serve.newly import table
from wireledger.serve.pages import Pages
from wireledger.serve.query import Ledger
from wireledger.serve.roles import KINDS, ROLES, Roles, kind_of_party, roles_of

COLUMNS = ("code", "name", "kind", "entries", *ROLES)
GET = ["GET", "HEAD"]


@dataclass(frozen=True, slots=True)
class Asking:
    """Parties whose name or code has the words of `q`, of one `kind`; `limit` of them `after` so many."""

    at: Clocks
    q: str = ""
    kind: str = ""
    limit: int = LIMIT
    after: int = 0

    def query(self, **changed: object) -> dict[str, str]:
        """The parameters, without what is the default anyway and without the clocks."""
        values = {"q": self.q, "kind": self.kind, "limit": self.limit, "after": self.after} | changed
        return {key: str(value) for key, value in values.items() if value and (key, value) != ("limit", LIMIT)}


def parties(ledger: Ledger, pages: Pages) -> APIRouter:
    """The index of parties, as a page and as data."""
    router = APIRouter()

    @router.api_route("/parties", methods=GET, include_in_schema=False)
    def shown(request: Request) -> Response:
        asking = _asking(request)
        found = _found(ledger, asking)
        page = found[asking.after : asking.after + asking.limit]
        more = asking.after + asking.limit < len(found)
        return pages.page(
            request,
            "parties.html",
            asking=asking,
            found=page,
            total=len(found),
            kinds=KINDS,
            roles=ROLES,
            earlier=asking.query(after=max(0, asking.after - asking.limit)) if asking.after else None,
            later=asking.query(after=asking.after + asking.limit) if more else None,
        )

    @router.get("/parties.json")
    def parties_json(request: Request) -> Response:
        """Parties with how many entries each has a part in, those with most first; takes q, kind, limit, after."""
        asking = _asking(request)
        found, end = _found(ledger, asking), asking.after + asking.limit
        more = with_query("/parties.json", asking.query(after=end) | asking.at.query) if end < len(found) else None
        return data({"parties": found[asking.after : end], "total": len(found), "next": more})

    @router.get("/parties.csv")
    def parties_csv(request: Request) -> Response:
        """The same as a table."""
        asking = _asking(request)
        return table(COLUMNS, _found(ledger, asking)[asking.after : asking.after + asking.limit], "parties.csv")

    return router


def parts_at(ledger: Ledger, at: Clocks) -> Roles:
    """The parts of all parties in the ledger by its clocks, the latest entries first."""
    shot = ledger.snapshot(at)
    return shot.kept("roles", lambda one: roles_of(one.facets.entries))


def _asking(request: Request) -> Asking:
    at, pairs = asked_at(request)
    given = once(pairs, ("q", "kind", "limit", "after"))
    if given.get("kind") and given["kind"] not in KINDS:
        raise BadQuestion(f"kind={given['kind']!r} is not known: it is one of {', '.join(KINDS)}")
    told = {key: LIST_VALUES[key](key, value) for key, value in given.items() if key != "kind"}
    return Asking(at, kind=given.get("kind", ""), **told)


def _found(ledger: Ledger, asking: Asking) -> list[Mapping[str, Any]]:
    needles = plain(asking.q).split()
    rows = (_row(code, parts) for code, parts in parts_at(ledger, asking.at).items())
    kept = [
        row
        for row in rows
        if asking.kind in ("", row["kind"]) and all(n in plain(f"{row['name']} {row['code']}") for n in needles)
    ]
    return sorted(kept, key=lambda row: (-row["entries"], row["code"]))


def _row(code: str, parts: Mapping[Any, tuple[Any, ...]]) -> Mapping[str, Any]:
    counts: dict[str, int] = {role: len(parts.get(role, ())) for role in ROLES}
    entries = {entry.id for told in parts.values() for entry in told}
    head = {"code": code, "name": name(code), "kind": kind_of_party(code), "href": party_link(code)}
    return {**head, "entries": len(entries), **counts}
