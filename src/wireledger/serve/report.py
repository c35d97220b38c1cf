"""The page of one report: its text as read, the words of every claim marked by field and tied to what was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response

from wireledger.model import Claim
from wireledger.serve import evidence, links, marked, marks, words
from wireledger.serve.asked import nothing_asked
from wireledger.serve.clocks import asked_at
from wireledger.serve.faults import NotThere
from wireledger.serve.pages import Pages
from wireledger.serve.phrases import sentence
from wireledger.serve.query import Ledger, Read
from wireledger.serve.rest import report_data
from wireledger.serve.snapshot import Outline

GET = ["GET", "HEAD"]
LONGEST = 180  # letters of a part of a sentence in the list of claims


@dataclass(frozen=True, slots=True)
class Tied:
    """Some words of what was read: the field they tell, where it is written and its tie (None: read from no words)."""

    text: str
    field: str | None = None
    link: str | None = None
    tie: str | None = None


def report(ledger: Ledger, pages: Pages) -> APIRouter:
    """A report, as a page and as data."""
    router = APIRouter(include_in_schema=False)

    @router.api_route("/report/{name:whole}", methods=GET)
    def page(name: str, request: Request) -> Response:
        # A report may itself be called something.json: its own name comes first.
        if name.endswith(".json") and ledger.store.report(name) is None:
            return report_data(ledger, name.removesuffix(".json"), request)
        at, pairs = asked_at(request)
        asked = nothing_asked(pairs, ("claim", "field"))
        return pages.page(request, "report.html", **_shown(ledger.report(name, at), asked))

    return router


def _shown(read: Read, asked: Mapping[str, str]) -> dict[str, Any]:
    chosen = next((claim for claim in read.claims if claim.id == asked.get("claim")), None)
    if asked.get("claim") and chosen is None:
        whole = ((words.word("report.whole"), links.report_link(read.report.id)),)
        raise NotThere(f"the report {read.report.id} has no claim {asked['claim']}", whole)
    field = evidence.field_of(chosen, asked["field"]) if chosen and "field" in asked else None
    found = marks.marks_of(read.claims)
    focus = marked.focus_on(found, chosen.id if chosen else None, field.name if field else asked.get("field"))
    present = {mark.field for mark in found if mark.field}
    ties = marked.Ties(read.report.id, {claim.id: n for n, claim in enumerate(read.claims)})
    return {
        "read": read,
        "report": read.report,
        "outline": Outline.of(read.report),
        "facts": tuple(_facts(chosen, ties)) if chosen else (),
        "carried": {f.name for f in chosen.evidence.fields if f.carried} if chosen else set(),
        "chosen": chosen,
        "focus": focus,
        "runs": marks.runs(marks.regions(read.report, found)),
        "rendered": lambda region: marked.rendered(region, focus, ties),
        "told_by": lambda claim: tuple(_sentence(claim, ties)),
        "legend": sorted(present, key=lambda f: marks.FIELDS.index(f) if f in marks.FIELDS else len(marks.FIELDS)),
    }


def _facts(claim: Claim, ties: marked.Ties) -> Iterator[Tied]:
    for value in evidence.values(claim.event):
        yield _tied(value.text, value.field, claim, ties)


def _sentence(claim: Claim, ties: marked.Ties) -> Iterator[Tied]:
    for part in sentence(claim.event):
        text = part.text if len(part.text) <= LONGEST else f"{part.text[: LONGEST - 1]}…"
        yield _tied(text, part.field, claim, ties)


def _tied(text: str, field: str | None, claim: Claim, ties: marked.Ties) -> Tied:
    read = evidence.field_of(claim, field) if field else None
    if read is None or not read.spans:
        return Tied(text, field)
    return Tied(text, field, ties.link(claim.id, read.name), ties.name(claim.id, read.name))
