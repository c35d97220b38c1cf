"""The page of one entry, and the same as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, Request, Response

from wireledger.model import Entry, Pledge, Source, Step
from wireledger.serve import evidence, rows
from wireledger.serve.added import Told as DaysOf
from wireledger.serve.answers import data
from wireledger.serve.asked import nothing_asked
from wireledger.serve.clocks import Clocks, asked_at
from wireledger.serve.heard import heard, why_one
from wireledger.serve.history import days_of, history, history_to_json
from wireledger.serve.lifeline import Lane, lifeline
from wireledger.serve.nth import Counted, counted, problem
from wireledger.serve.pages import Pages
from wireledger.serve.phrases import plain
from wireledger.serve.query import Ledger, Told
from wireledger.serve.related import Related, related
from wireledger.serve.shapes import problem_to_json, told_to_json
from wireledger.serve.words import told, word

GET = ["GET", "HEAD"]


def entry(ledger: Ledger, pages: Pages) -> APIRouter:
    """An entry, as a page and as data."""
    router = APIRouter()

    @router.get("/entry/{name}.json")
    def as_json(name: str, request: Request) -> Response:
        """One entry, with its claims as they were read, what it is related to, and its history on both clocks."""
        at, pairs = asked_at(request)
        nothing_asked(pairs)
        found = ledger.entry(name, at)
        shot = ledger.snapshot(at)
        others = [_related_to_json(one) for one in related(found, shot)]
        shape = {**told_to_json(found), "related": others, "history": history_to_json(history(found))}
        return data({**shape, "counted": _counted_to_json(found.entry, counted(found.entry, shot.entries))})

    @router.api_route("/entry/{name}", methods=GET, include_in_schema=False)
    def page(name: str, request: Request) -> Response:
        at, pairs = asked_at(request)
        nothing_asked(pairs)
        return pages.page(request, "entry.html", **_shown(ledger, name, at))

    return router


def _shown(ledger: Ledger, asked: str, at: Clocks) -> dict[str, Any]:
    found = ledger.entry(asked, at)
    entry_ = found.entry
    own = [found.claims[name] for name in entry_.claims if name in found.claims]
    return {
        "told_of": found,
        "outlet_of": lambda report: _outlet(found, report),
        "voice_name": lambda voice: _voice_name(voice, found),
        "voice_why": lambda voice: _voice_why(voice, found),
        "entry": entry_,
        "asked": asked,
        "sentence": rows.linked(entry_, found.claims.get),
        "badges": rows.badges(entry_, found.claims.get),
        "life": rows.life(entry_, found.claims),
        "drawn": lifeline(tuple(_lanes(found, days_of(found))), word("life.title", what=plain(entry_.event))),
        "fields": rows.fields_of(entry_, own, found.texts),
        "taken": {value.text for value in evidence.values(entry_.event)},
        "voices": evidence.by_voice(own, heard(found)),
        "checks": [found.claims[name] for name in entry_.checks if name in found.claims],
        "related": related(found, ledger.snapshot(at)),
        "counted_so": counted(entry_, ledger.snapshot(at).entries),
        "history": history(found),
        "step_words": _step_words,
        "clocked": ledger.views is not None,
    }


def _lanes(found: Told, days: DaysOf) -> Iterator[Lane]:
    for step, taken in zip(found.entry.steps, rows.life(found.entry, found.claims), strict=True):
        told_on = tuple(days[claim][0] for claim in step.claims if claim in days)
        yield Lane(
            step.step, " ".join(filter(None, (taken.badge.text, taken.amount))), step.when, told_on, taken.badge.link
        )
    event = found.entry.event
    if isinstance(event, Pledge) and event.due and event.due.interval:
        yield Lane("due", word("life.due"), event.due.interval, (), None)


def _step_words(step: Step) -> str:
    return told("step", step.step)


def _outlet(found: Told, report: str) -> str:
    outline = found.sources.get(report)
    return (outline and outline.source.outlet) or report


def _voice_name(voice: evidence.Voice, found: Told) -> str:
    """The agency whose text it is, else the outlets that speak with this one voice."""
    sources = _sources(voice, found)
    agencies = dict.fromkeys(source.agency for source in sources if source.agency)
    outlets = dict.fromkeys(source.outlet for source in sources if source.outlet)
    return ", ".join(agencies or outlets) or voice.name


def _voice_why(voice: evidence.Voice, found: Told) -> str:
    """Why several reports are one voice; empty for a report that speaks for itself."""
    reports = {claim.evidence.report for quote in voice.quotes for claim in quote.claims}
    why = why_one(reports, found)
    if why == "agency":
        return word("voice.agency", n=len(reports), agency=_sources(voice, found)[0].agency)
    return word(f"voice.{why}", n=len(reports)) if why else ""


def _sources(voice: evidence.Voice, found: Told) -> list[Source]:
    reports = dict.fromkeys(claim.evidence.report for quote in voice.quotes for claim in quote.claims)
    return [found.sources[report].source for report in reports if report in found.sources]


def _counted_to_json(entry_: Entry, found: Counted | None) -> dict[str, Any] | None:
    """What the ledger holds against a told count of contacts, as of the days that are asked about."""
    if found is None:
        return None
    against = problem(entry_, found)
    before = [other.id for other in found.before]
    return {"bearing": found.bearing, "before": before, "problem": problem_to_json(against) if against else None}


def _related_to_json(one: Related) -> dict[str, Any]:
    return {"relation": one.relation, "pointed": one.pointed, "entry": one.id, "cue": one.cue and one.cue.id}
