"""The front page: what is new, due and in doubt, what it adds up to, and a search over all of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from fastapi import APIRouter, Request, Response

from wireledger.model import Entry
from wireledger.serve import rows
from wireledger.serve.amounts import bounded, scaled
from wireledger.serve.answers import data
from wireledger.serve.asked import Asked, nothing_asked
from wireledger.serve.clocks import Clocks, asked_at
from wireledger.serve.due import STANDINGS, Due, due
from wireledger.serve.facets import places_of
from wireledger.serve.follow import followed
from wireledger.serve.pages import Pages
from wireledger.serve.query import Ledger
from wireledger.serve.ranges import Range
from wireledger.serve.snapshot import Snapshot
from wireledger.serve.sums import Sums, sums

GET = ["GET", "HEAD"]
DAYS, OF_A_DAY = 4, 5  # days of news, and entries of each
CURRENCIES, THINGS = 5, 8  # rows of the sums
SHOWN = 6  # of what is due, and of what is in doubt


@dataclass(frozen=True, slots=True)
class News:
    """A day, entries first reported on it, and how many there are."""

    day: date
    entries: tuple[Entry, ...]
    total: int


def front(ledger: Ledger, pages: Pages) -> APIRouter:
    """The first page, and the same as data."""
    router = APIRouter()

    @router.api_route("/", methods=GET, include_in_schema=False)
    def first(request: Request) -> Response:
        at, shot, on = _asked(ledger, request)
        told = _front(shot, on)
        shown = {news.day: [rows.row(entry, ledger.claim_at(at)) for entry in news.entries] for news in told["news"]}
        doubt = [rows.row(entry, ledger.claim_at(at)) for entry in told["doubt"]]
        return pages.page(
            request,
            "front.html",
            **{**told, "doubt": doubt},
            rows=shown,
            on=on,
            range_words=range_words,
            follow=followed(Asked()),
        )

    @router.get("/front.json")
    def first_json(request: Request) -> Response:
        """What is `new` by day, `due`, in `doubt`, and the `sums` that were promised, approved and delivered."""
        _, shot, on = _asked(ledger, request)
        told = _front(shot, on)
        return data(
            {
                "on": on and on.isoformat(),
                "new": [{"day": n.day.isoformat(), "total": n.total, "ids": _ids(n.entries)} for n in told["news"]],
                "due": [{"id": one.entry.id, "standing": one.standing} for one in told["due"]],
                "doubt": {"total": told["doubts"], "ids": _ids(told["doubt"])},
                "sums": [sums_to_json(one) for one in told["sums"]],
                "entries": told["entries"],
                "reports": told["reports"],
            }
        )

    return router


def sums_to_json(one: Sums) -> dict[str, Any]:
    """A row of sums as an object."""
    ends = {name: {"low": r.low, "high": r.high} for name, r in (("promised", one.promised), ("approved", one.approved),
                                                                 ("delivered", one.delivered))}  # fmt: skip
    return {"of": one.measure.of, "unit": one.measure.unit, "lines": one.lines, **ends}


def _asked(ledger: Ledger, request: Request) -> tuple[Clocks, Snapshot, date | None]:
    at, pairs = asked_at(request)
    nothing_asked(pairs)
    shot = ledger.snapshot(at)
    return at, shot, today(shot, at)


def today(shot: Snapshot, at: Clocks) -> date | None:
    """The day that pages speak from: the one asked for, else that of the last report."""
    return at.true or at.known or max((e.first_reported for e in shot.entries if e.first_reported), default=None)


def _front(shot: Snapshot, on: date | None) -> dict[str, Any]:
    return shot.kept(("front", on), lambda one: _gathered(one, on))


def _gathered(shot: Snapshot, on: date | None) -> dict[str, Any]:
    doubtful = shot.facets.bits(Asked(doubt="yes"))
    listed = [shot.facets.entries[place] for place in places_of(doubtful)]
    return {
        "news": tuple(_news(shot.facets.entries)),
        "due": due_now(shot, on)[:SHOWN],
        "doubt": sorted(listed, key=lambda e: -e.independent)[:SHOWN],
        "doubts": doubtful.bit_count(),
        "sums": _most_told(sums(shot.entries, shot.view)),
        "entries": len(shot.entries),
        "reports": len(shot.voices),
    }


def _news(newest: Iterable[Entry]) -> Iterable[News]:
    dated = groupby((entry for entry in newest if entry.first_reported), lambda entry: entry.first_reported)
    for _, (day, same) in zip(range(DAYS), dated, strict=False):
        entries = tuple(same)
        ranked = sorted(entries, key=lambda e: (e.kind == "statement", -e.independent, -len(e.claims), e.id))
        if day:
            yield News(day, tuple(ranked[:OF_A_DAY]), len(entries))


def due_now(shot: Snapshot, on: date | None) -> tuple[Due, ...]:
    """What stands due on a day, what passed without a report first, the latest first within each."""
    if on is None:
        return ()
    found = [one for one in due(shot.entries, shot.view, on) if one.standing in STANDINGS[:3]]
    return tuple(sorted(found, key=lambda one: (STANDINGS.index(one.standing), -_end(one))))


def _end(one: Due) -> int:
    days = one.event.due
    return days.interval.stop.toordinal() if days and days.interval and days.interval.stop else 0


def _most_told(found: tuple[Sums, ...]) -> tuple[Sums, ...]:
    """The measures that most pledges stand behind, money first."""
    money = [one for one in found if one.measure.is_money and one.measure.of]
    things = [one for one in found if not one.measure.is_money and one.measure.of and one.promised.high != 0]
    return (*money[:CURRENCIES], *things[:THINGS])


def range_words(amount: Range) -> str:
    """A sum in a narrow cell: "2.5 billion", "at least 14", "0 to 14"; a dash for nothing."""
    return (
        "–" if amount.high == 0 else bounded(scaled(amount.low), None if amount.high is None else scaled(amount.high))
    )


def _ids(entries: Iterable[Entry]) -> list[str]:
    return [entry.id for entry in entries]
