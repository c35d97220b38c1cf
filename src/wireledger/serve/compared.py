"""Two days of the ledger side by side: each change with the report that made it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter, Request, Response

from wireledger.model import Entry
from wireledger.serve.amounts import bounded, number
from wireledger.serve.answers import data
from wireledger.serve.asked import Asked, day_of, entries_asked, once
from wireledger.serve.changes import COLUMNS, Change, change_row, change_to_json, changes, gone
from wireledger.serve.clocks import Clocks, asked_at
from wireledger.serve.days import interval_words, told_interval_words
from wireledger.serve.faults import BadQuestion
from wireledger.serve.fits import fits
from wireledger.serve.links import entry_link, with_query
from wireledger.serve.lists import choices
from wireledger.serve.names import name
from wireledger.serve.newly import table
from wireledger.serve.pages import Pages
from wireledger.serve.query import Ledger
from wireledger.serve.questions import FILTERS
from wireledger.serve.view import View
from wireledger.serve.words import told, word

TAKES = (*FILTERS, "from", "to")
PARTIES = frozenset({"donors", "recipient", "guests", "hosts", "by"})
"""Changes whose values are codes of parties, joined by "+"."""
MOST = 300  # changes that a page shows; the table has them all
GET = ["GET", "HEAD"]


@dataclass(frozen=True, slots=True)
class Compared:
    """What is asked: entries that fit, between two days by the known clock; None where a day is still to be told."""

    at: Clocks
    asked: Asked
    first: date | None
    second: date | None

    @property
    def query(self) -> dict[str, str]:
        """The parameters, without the clocks."""
        days = {"from": self.first, "to": self.second}
        values = {filter_: getattr(self.asked, filter_) for filter_ in FILTERS} | days
        return {key: str(value) for key, value in values.items() if value}

    def day_of(self, change: Change) -> date | None:
        """The day on which the ledger told the entry of a change so: what is gone, on the first."""
        return self.first if change.what == "gone" else self.second


def compared(ledger: Ledger, pages: Pages) -> APIRouter:
    """The comparison, as a page and as data."""
    router = APIRouter()

    @router.api_route("/diff", methods=GET, include_in_schema=False)
    def shown(request: Request) -> Response:
        asked = _asked(request)
        view, found = _found(ledger, asked)
        counts = Counter(change.what for change in found)
        return pages.page(
            request,
            "diff.html",
            asked=asked,
            choices=choices(ledger, Clocks(asked.at.true), asked.asked),
            changes=found[:MOST],
            total=len(found),
            counts=counts,
            value=value,
            entry_at=lambda entry, day: with_query(entry_link(entry), Clocks(None, day).query),
            source_of=view.source if view else None,
            told_on=view.told_on if view else None,
            undated=view.undated if view else 0,
        )

    @router.get("/diff.json")
    def diff_json(request: Request) -> Response:
        """What was known on the day `to` (else `known-on`) and not on the day `from`; takes what /diff takes."""
        view, found = _found(ledger, _with_days(request))
        told_ = [change_to_json(change, view) for change in found if view]
        return data({"changes": told_, "undated": view.undated if view else 0})

    @router.get("/diff.csv")
    def table_(request: Request) -> Response:
        """The same as a table."""
        view, found = _found(ledger, _with_days(request))
        return table(COLUMNS, (change_row(change, view) for change in found if view), "diff.csv")

    return router


def _with_days(request: Request) -> Compared:
    """What is asked as data, which wants both days."""
    asked = _asked(request)
    if asked.first is None or asked.second is None:
        raise BadQuestion(f"give a day, as in {'to' if asked.first else 'from'}=2023-04-20")
    return asked


def value(change: Change, text: str | None) -> str:
    """What a change came from or led to, in plain words."""
    if text is None:
        return word("not_told")
    if change.what in PARTIES:
        return ", ".join(name(code) for code in text.split("+"))
    if change.what == "due":
        return told_interval_words(text)
    if change.step and change.what == "step":
        amount = bounded(number(change.step.low), number(change.step.high))
        days = interval_words(change.step.when) if change.step.when else ""
        return ", ".join(
            part for part in (" ".join(w for w in (told("step", change.step.step), amount) if w), days) if part
        )
    return word(text) if text in ("yes", "no") else text


def _asked(request: Request) -> Compared:
    at, pairs = asked_at(request)
    given = once(pairs, TAKES)
    first, second = (day_of(key, given[key]) if key in given else None for key in ("from", "to"))
    second = second or at.known  # a link that carries the known clock ends the comparison there
    if first and second and first >= second:
        raise BadQuestion(f"from={first} is not before to={second}")
    if second and at.known and second > at.known:
        raise BadQuestion(f"to={second} is after known-on={at.known}: nothing of it was known then")
    asked = entries_asked((key, text) for key, text in given.items() if key not in ("from", "to"))
    return Compared(at, asked, first, second)


def _found(ledger: Ledger, asked: Compared) -> tuple[View | None, tuple[Change, ...]]:
    if asked.first is None or asked.second is None:
        return None, ()
    old, new = (ledger.snapshot(Clocks(asked.at.true, day)).view for day in (asked.first, asked.second))
    lost = gone(old, new, _fitting(old.entries, asked.asked))
    return new, (*changes(old, new, _fitting(new.entries, asked.asked)), *lost)


def _fitting(entries: tuple[Entry, ...], asked: Asked) -> list[Entry]:
    return [entry for entry in entries if fits(asked, entry)]
