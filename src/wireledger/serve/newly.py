"""What is new by day, for any filter of the lists: as a page, as data and as feeds to follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from fastapi import APIRouter, Request, Response

from wireledger.serve import cells, rows
from wireledger.serve.added import WHATS, Added, What, added
from wireledger.serve.amounts import bounded, number
from wireledger.serve.answers import csv_file, data
from wireledger.serve.asked import ENTRY_VALUES, Asked, day_of, entries_asked, once, query_of
from wireledger.serve.clocks import Clocks, asked_at
from wireledger.serve.days import interval_words
from wireledger.serve.facets import places_of
from wireledger.serve.faults import BadQuestion
from wireledger.serve.follow import followed
from wireledger.serve.links import entry_link, with_query, words_link
from wireledger.serve.lists import choices
from wireledger.serve.pages import Pages
from wireledger.serve.phrases import plain
from wireledger.serve.query import Ledger
from wireledger.serve.words import told

OWN = ("what", "until")
TAKES = (*(name for name in ENTRY_VALUES if name not in ("order", "after", "before")), *OWN)
COLUMNS = ("day", "what", "id", "kind", "sentence", "step", "step_from", "step_to", "report", "outlet", "quote", "link")
GET = ["GET", "HEAD"]


@dataclass(frozen=True, slots=True)
class Newly:
    """What is asked: entries that fit, `what` was added to them, told `until` a day (inside)."""

    at: Clocks
    asked: Asked
    what: What | None
    until: date | None

    def query(self, **changed: str | None) -> dict[str, str]:
        """The parameters that ask this, with some changed (None leaves one out); without the clocks."""
        own = {"what": self.what, "until": self.until.isoformat() if self.until else None} | changed
        return query_of(self.asked) | {name: value for name, value in own.items() if value}


@dataclass(frozen=True, slots=True)
class Days:
    """Whole days of additions, the latest first, how many there are in all, and the day that the next page begins.

    `undated` counts the entries that fit and of which no report has a day: they are under none.
    """

    found: tuple[Added, ...]
    total: int
    older: date | None
    undated: int


def newly(ledger: Ledger, pages: Pages) -> APIRouter:
    """The additions by day."""
    router = APIRouter()

    @router.api_route("/changes", methods=GET, include_in_schema=False)
    def changes(request: Request) -> Response:
        asked = asked_of(request)
        days, claim = days_of(ledger, asked), ledger.claim_at(asked.at)
        by_day = [(day, list(same)) for day, same in groupby(days.found, lambda one: one.day)]
        return pages.page(
            request,
            "changes.html",
            newly=asked,
            compares=ledger.views is not None,
            asked=asked.asked,
            choices=choices(ledger, asked.at, asked.asked),
            days=by_day,
            found=days,
            line=lambda one: line(one, claim),
            whats=WHATS,
            outlet_of=lambda report: source_of(ledger, report),
            follow=followed(asked.asked, **({"what": asked.what} if asked.what else {})),
        )

    @router.get("/changes.json")
    def changes_json(request: Request) -> Response:
        """What each report added by day, the latest first: whole days, about `limit` of them, told `until` a day."""
        asked = asked_of(request)
        days = days_of(ledger, asked)
        shapes = [addition(one, ledger, asked.at) for one in days.found]
        more = with_query("/changes.json", asked.query(until=str(days.older)) | asked.at.query) if days.older else None
        return data({"changes": shapes, "total": days.total, "undated": days.undated, "next": more})

    @router.get("/changes.csv")
    def changes_csv(request: Request) -> Response:
        """The same as a table."""
        asked = asked_of(request)
        shapes = (addition(one, ledger, asked.at) for one in days_of(ledger, asked).found)
        return table(COLUMNS, shapes, "changes.csv")

    return router


def asked_of(request: Request, without: tuple[str, ...] = ()) -> Newly:
    """What an address asks, `without` some parameters. Raises BadQuestion for what is not known, or given twice."""
    at, pairs = asked_at(request)
    given = once(pairs, tuple(name for name in TAKES if name not in without))
    what = given.get("what")
    if what and what not in WHATS:
        raise BadQuestion(f"what={what!r} is not known: it is one of {', '.join(WHATS)}")
    until = day_of("until", given["until"]) if "until" in given else None
    asked = entries_asked((name, value) for name, value in given.items() if name not in OWN)
    return Newly(at, asked, next((one for one in WHATS if one == what), None), until)


def days_of(ledger: Ledger, asked: Newly) -> Days:
    """Whole days of what fits, as many as it takes to have `limit` additions."""
    shot = ledger.snapshot(asked.at)
    log = shot.kept("added", lambda one: added(one.entries, one.claim_days))
    facets = shot.facets
    fitting = {facets.entries[place].id for place in places_of(facets.bits(asked.asked))}
    kept = [one for one in log if one.entry.id in fitting and asked.what in (None, one.what)]
    shown = [one for one in kept if asked.until is None or one.day <= asked.until]
    last = shown[min(asked.asked.limit, len(shown)) - 1].day if shown else None
    found = tuple(one for one in shown if last and one.day >= last)
    more = len(found) < len(shown) and last is not None
    undated = len(fitting - {one.entry.id for one in log})
    return Days(found, len(kept), last - timedelta(1) if more and last else None, undated)


def line(one: Added, claim_of: rows.ClaimOf) -> dict[str, Any]:
    """An addition as a page shows it: its sentence, the step in words, and the words that told it."""
    claims = [claim for name in one.claims if (claim := claim_of(name))]
    return {
        "sentence": rows.linked(one.entry, claim_of),
        "step": step_words(one),
        "claim": claims[0] if claims else None,
    }


def step_words(one: Added) -> str:
    """ "delivered 8, 3 March 2023"; empty for what is no step."""
    if one.step is None:
        return ""
    amount = bounded(number(one.step.low), number(one.step.high))
    days = interval_words(one.step.when) if one.step.when else ""
    return ", ".join(part for part in (" ".join(w for w in (told("step", one.step.step), amount) if w), days) if part)


def addition(one: Added, ledger: Ledger, at: Clocks) -> dict[str, Any]:
    """An addition as an object."""
    claim, when = ledger.claim_at(at)(one.claims[0]), one.step.when if one.step else None
    return {
        "day": one.day.isoformat(),
        "what": one.what,
        "id": one.entry.id,
        "kind": one.entry.kind,
        "sentence": plain(one.entry.event),
        "step": one.step.step if one.step else None,
        "step_from": when.start.isoformat() if when and when.start else None,
        "step_to": when.stop.isoformat() if when and when.stop else None,
        "report": one.report,
        "outlet": source_of(ledger, one.report),
        "quote": claim.evidence.quote if claim else None,
        "link": words_link(one.report, one.claims[0]),
        "entry": entry_link(one.entry.id),
    }


def source_of(ledger: Ledger, report: str) -> str:
    """The outlet of a report, else its id."""
    return ledger.snapshot().outline_names.get(report) or report


def table(columns: tuple[str, ...], shapes: Iterable[Mapping[str, Any]], name: str) -> Response:
    """Objects as a table to save."""
    body = ([cells.cell(shape.get(column)) for column in columns] for shape in shapes)
    return csv_file(cells.written([columns, *body]), name)
