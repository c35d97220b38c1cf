"""The pages, made here and sent whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request, Response

from wireledger.serve import evidence, links, marked, marks, rows, words
from wireledger.serve.asked import ENTRY_VALUES, list_asked, nothing_asked
from wireledger.serve.clocks import Clocks, asked_at
from wireledger.serve.faults import NotThere
from wireledger.serve.pages import Pages
from wireledger.serve.query import Ledger, Read, Told
from wireledger.serve.rest import report_data
from wireledger.serve.snapshot import Outline

GET = ["GET", "HEAD"]


def web(ledger: Ledger, pages: Pages) -> APIRouter:
    """The pages of a ledger."""
    router = APIRouter(include_in_schema=False)

    @router.api_route("/entry/{name}", methods=GET)
    def entry(name: str, request: Request) -> Response:
        at, pairs = asked_at(request)
        nothing_asked(pairs)
        return pages.page(request, "entry.html", **_entry(ledger, name, at))

    @router.api_route("/report/{name:path}", methods=GET)
    def report(name: str, request: Request) -> Response:
        # A report may itself be called something.json: its own name comes first.
        if name.endswith(".json") and ledger.store.report(name) is None:
            return report_data(ledger, name.removesuffix(".json"), request)
        at, pairs = asked_at(request)
        asked = nothing_asked(pairs, ("claim", "field"))
        return pages.page(request, "report.html", **_report(ledger.report(name, at), asked))

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


def _entry(ledger: Ledger, asked: str, at: Clocks) -> dict[str, Any]:
    told = ledger.entry(asked, at)
    entry = told.entry
    own = [told.claims[name] for name in entry.claims if name in told.claims]
    related = [(relation, other) for relation in RELATIONS if (other := getattr(entry, relation))]
    return {
        "told_of": told,
        "outlet_of": lambda report: _outlet(told, report),
        "voice_name": lambda voice: _voice_name(voice, told),
        "entry": entry,
        "asked": asked,
        "sentence": rows.linked(entry, told.claims.get),
        "badges": rows.badges(entry, told.claims.get),
        "life": rows.life(entry, told.claims),
        "fields": rows.fields_of(entry, own, told.texts),
        "voices": evidence.by_voice(own, told.voices),
        "checks": [told.claims[name] for name in entry.checks if name in told.claims],
        "related": [(relation, ledger.store.entry(other), other) for relation, other in related],
    }


def _outlet(told: Told, report: str) -> str:
    outline = told.sources.get(report)
    return (outline and outline.source.outlet) or report


def _voice_name(voice: evidence.Voice, told: Told) -> str:
    """The agency whose text it is, else the outlets that speak with this one voice."""
    reports = [claim.evidence.report for quote in voice.quotes for claim in quote.claims]
    sources = [told.sources[report].source for report in reports if report in told.sources]
    agencies = dict.fromkeys(source.agency for source in sources if source.agency)
    outlets = dict.fromkeys(source.outlet for source in sources if source.outlet)
    return ", ".join(agencies or outlets) or voice.name


RELATIONS = ("extra_to", "part_of", "possible_duplicate_of")


def _report(read: Read, asked: Mapping[str, str]) -> dict[str, Any]:
    chosen = next((claim for claim in read.claims if claim.id == asked.get("claim")), None)
    if asked.get("claim") and chosen is None:
        whole = ((words.word("report.whole"), links.report_link(read.report.id)),)
        raise NotThere(f"the report {read.report.id} has no claim {asked['claim']}", whole)
    field = evidence.field_of(chosen, asked["field"]) if chosen and "field" in asked else None
    found = marks.marks_of(read.claims)
    focus = marked.focus_on(found, chosen.id if chosen else None, field.name if field else asked.get("field"))
    present = {mark.field for mark in found if mark.field}
    return {
        "read": read,
        "report": read.report,
        "outline": Outline.of(read.report),
        "read_fields": {v.field for v in evidence.values(chosen.event) if evidence.field_of(chosen, v.field)}
        if chosen
        else set(),
        "carried": {f.name for f in chosen.evidence.fields if f.carried} if chosen else set(),
        "chosen": chosen,
        "focus": focus,
        "runs": marks.runs(marks.regions(read.report, found)),
        "rendered": marked.rendered,
        "legend": sorted(present, key=lambda f: marks.FIELDS.index(f) if f in marks.FIELDS else len(marks.FIELDS)),
    }
