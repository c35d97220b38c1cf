"""The page of what is due and what passed its time: no report found, never a broken promise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter, Request, Response

from wireledger.serve.answers import data
from wireledger.serve.asked import Asked, entries_asked, once
from wireledger.serve.clocks import Clocks, asked_at
from wireledger.serve.due import COLUMNS, STANDINGS, Due, Standing, due, due_row, due_to_json
from wireledger.serve.facets import places_of
from wireledger.serve.faults import BadQuestion
from wireledger.serve.follow import followed
from wireledger.serve.front import today
from wireledger.serve.lists import choices
from wireledger.serve.newly import table
from wireledger.serve.pages import Pages
from wireledger.serve.query import Ledger
from wireledger.serve.questions import FILTERS

TAKES = (*(name for name in FILTERS if name != "kind"), "standing")
MOST = 200  # rows of one standing that a page shows; the table has them all
GET = ["GET", "HEAD"]


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked: pledges that fit, on a day, those that stand so."""

    at: Clocks
    asked: Asked
    standing: Standing | None
    day: date | None

    @property
    def query(self) -> dict[str, str]:
        """The parameters, without the clocks."""
        own = {name: value for name in ("donor", "recipient", "item") if (value := getattr(self.asked, name))}
        return own | ({"standing": self.standing} if self.standing else {})


def dues(ledger: Ledger, pages: Pages) -> APIRouter:
    """What is due, as a page and as data."""
    router = APIRouter()

    @router.api_route("/due", methods=GET, include_in_schema=False)
    def shown(request: Request) -> Response:
        asking = _asking(ledger, request)
        found, view = _found(ledger, asking), ledger.snapshot(asking.at).view
        groups = {standing: [one for one in found if one.standing == standing] for standing in STANDINGS}
        return pages.page(
            request,
            "due.html",
            asking=asking,
            choices=choices(ledger, asking.at, asking.asked),
            groups={standing: (ones[:MOST], len(ones)) for standing, ones in groups.items() if ones},
            standings=STANDINGS,
            follow=followed(asking.asked),
            claim_of=lambda one: view.claims.get(one.claim or ""),
            outlet_of=lambda report: view.source(report).outlet or report,
        )

    @router.get("/due.json")
    def due_json(request: Request) -> Response:
        """What is due on the day `as-of`, else `known-on`, else that of the last report; takes what /due takes."""
        asking = _asking(ledger, request)
        view = ledger.snapshot(asking.at).view
        told = [due_to_json(one, view) for one in _found(ledger, asking)]
        return data({"due": told, "on": asking.day and asking.day.isoformat(), "undated": view.undated})

    @router.get("/due.csv")
    def table_(request: Request) -> Response:
        """What is due on the day `as-of`, else `known-on`, else that of the last report, as a table."""
        asking = _asking(ledger, request)
        view = ledger.snapshot(asking.at).view
        return table(COLUMNS, (due_row(one, view) for one in _found(ledger, asking)), "due.csv")

    return router


def _asking(ledger: Ledger, request: Request) -> Asking:
    at, pairs = asked_at(request)
    given = once(pairs, TAKES)
    standing = given.pop("standing", None)
    if standing and standing not in STANDINGS:
        raise BadQuestion(f"standing={standing!r} is not known: it is one of {', '.join(STANDINGS)}")
    asked = entries_asked(given.items(), "pledge")
    known = next((one for one in STANDINGS if one == standing), None)
    return Asking(at, asked, known, today(ledger.snapshot(at), at))


def _found(ledger: Ledger, asking: Asking) -> tuple[Due, ...]:
    if asking.day is None:
        return ()
    shot = ledger.snapshot(asking.at)
    fitting = [shot.facets.entries[place] for place in places_of(shot.facets.bits(asking.asked))]
    return tuple(_standing(due(fitting, shot.view, asking.day), asking.standing))


def _standing(found: Iterable[Due], standing: Standing | None) -> Iterable[Due]:
    return (one for one in found if standing in (None, one.standing))
