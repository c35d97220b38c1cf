"""Totals and the digest of a day, as data: the same questions as on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter, Request, Response

from wireledger.model import Entry
from wireledger.serve.answers import data
from wireledger.serve.asked import ENTRY_VALUES, Asked, day_of, once
from wireledger.serve.brief import brief, line_to_json
from wireledger.serve.clocks import Views
from wireledger.serve.faults import BadQuestion
from wireledger.serve.fits import fits
from wireledger.serve.lines import DIMENSIONS, Grouping
from wireledger.serve.told_totals import total_to_json
from wireledger.serve.totals import totals
from wireledger.serve.view import View

FILTERS = ("kind", "donor", "recipient", "item")
LONGEST = 3660  # days that a digest may span


@dataclass(frozen=True, slots=True)
class Question:
    """What an address asks for: its parameters by name, each given once."""

    told: Mapping[str, str]

    @staticmethod
    def of(request: Request, *known: str) -> Question:
        """The parameters of a request. Raises BadQuestion for one that is not `known` or given twice."""
        return Question(once(request.query_params.multi_items(), (*FILTERS, *known)))

    def day(self, name: str) -> date | None:
        """A day, None where it is not asked. Raises BadQuestion."""
        return day_of(name, self.told[name]) if name in self.told else None

    def must(self, name: str) -> date:
        """A day that has to be asked. Raises BadQuestion."""
        day = self.day(name)
        if day is None:
            raise BadQuestion(f"give a day, as in {name}=2023-04-20")
        return day

    def fitting(self, entries: Iterable[Entry], kind: str | None = None) -> list[Entry]:
        """The entries that the filters keep."""
        values = {name: ENTRY_VALUES[name](name, self.told[name]) for name in FILTERS if name in self.told}
        asked = Asked(**({"kind": kind} if kind else {}) | values)
        return [entry for entry in entries if fits(asked, entry)]


def questions(views: Views) -> APIRouter:
    """The REST of the questions."""
    router = APIRouter()

    @router.get("/totals.json")
    def totals_(request: Request) -> Response:
        """What lines add up to, told apart `by` donor, recipient, category, month, reported, step (commas between)."""
        asked = Question.of(request, "by", "as-of", "known-on")
        by = tuple(dict.fromkeys(part for part in asked.told.get("by", "").split(",") if part))
        if strange := [part for part in by if part not in DIMENSIONS]:
            raise BadQuestion(f"by={strange[0]!r} is not known: it is one of {', '.join(DIMENSIONS)}")
        view = views(asked.day("known-on"), asked.day("as-of"))
        grouping = Grouping(by, asked.told.get("donor"))
        found = totals(asked.fitting(view.entries, "pledge"), view, grouping)
        return _answer(view, totals=[total_to_json(total, by) for total in found])

    @router.get("/brief.json")
    def brief_(request: Request) -> Response:
        """What reports newly told in the `days` up to the day `on`."""
        asked = Question.of(request, "on", "days", "as-of")
        day, days = asked.must("on"), asked.told.get("days", "1")
        if not (days.isascii() and days.isdigit() and 1 <= int(days) <= LONGEST):
            raise BadQuestion(f"days={days!r} is not a number from 1 to {LONGEST}")
        first = day - timedelta(int(days) - 1)
        old, new = (views(known, asked.day("as-of")) for known in (first - timedelta(1), day))
        lines = brief(old, new, asked.fitting(new.entries), first, day)
        return _answer(new, lines=[line_to_json(line, new) for line in lines])

    return router


def _answer(view: View, **told: Any) -> Response:
    return data({**told, "undated": view.undated})
