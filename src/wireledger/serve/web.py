"""The pages, made here and sent whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request, Response

from wireledger.serve import words
from wireledger.serve.asked import ENTRY_VALUES, list_asked, nothing_asked
from wireledger.serve.clocks import asked_at
from wireledger.serve.pages import Pages
from wireledger.serve.query import Ledger

GET = ["GET", "HEAD"]


def web(ledger: Ledger, pages: Pages) -> APIRouter:
    """The pages of a ledger."""
    router = APIRouter(include_in_schema=False)

    @router.api_route("/reports", methods=GET)
    def reports(request: Request) -> Response:
        at, pairs = asked_at(request)
        asked = list_asked(pairs)
        found, total = ledger.reports(asked, at)
        return pages.page(request, "reports.html", asked=asked, reports=found, total=total)

    @router.api_route("/problems", methods=GET)
    def problems(request: Request) -> Response:
        at, pairs = asked_at(request)
        asked = list_asked(pairs)
        listed = ledger.problems(asked, at)
        return pages.page(request, "problems.html", asked=asked, listed=listed, has=ledger.store.report)

    for path, shown in STILL.items():
        router.add_api_route(f"/{path}", _still(pages, path, shown), methods=GET)
    return router


def _still(pages: Pages, name: str, shown: Mapping[str, Any]) -> Any:
    def still(request: Request) -> Response:
        nothing_asked(asked_at(request)[1])
        return pages.page(request, f"{name}.html", **shown)

    return still


PATHS = (
    *(
        "/entries.json",
        "/entries.csv",
        "/pledges.json",
        "/entry/ID.json",
        "/report/ID.json",
        "/reports.json",
        "/problems.json",
    ),
    *("/matrix.json", "/timeline.json", "/map.json"),
    *("/parties.json", "/party/CODE.json", "/meetings.json", "/meeting/BODY/DAYS.json"),
    *("/changes.json", "/changes.atom", "/changes/feed.json", "/calendar.ics", "/due.csv", "/diff.csv"),
    *("/totals.json", "/due.json", "/diff.json", "/brief.json", "/about.json", "/healthz"),
)
STILL: Mapping[str, Mapping[str, Any]] = {
    "about": {"about": ("what", "figures", "sure", "doubt")},
    "docs": {
        "routes": [(path, words.word(f"docs.{path}")) for path in PATHS],
        "parameters": [(name, words.word(f"docs.{name}")) for name in ENTRY_VALUES],
    },
}
