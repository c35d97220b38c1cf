"""Made-up reports and claims for tests of resolving: a sentence with its pledge in a line of code."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import count
from typing import Any

from wireledger.model import Claim, Entry, Pledge, Report, Source, day
from wireledger.model.wire import claim_from_json
from wireledger.resolve import Resolved, resolve


class Wire:
    """A made-up wire: reports with their claims."""

    def __init__(self) -> None:
        self.reports: list[Report] = []
        self.claims: list[Claim] = []
        self._number = count(1)

    def report(self, outlet: str, on: str, *told: dict[str, Any], agency: str | None = None) -> str:
        """A report whose text is the sentences of its claims; returns its id."""
        name = f"r{next(self._number):02}"
        text, shapes = "", []
        for shape in told:
            start = len(text)
            text += shape["quote"] + " "
            shapes.append({**shape, "report": name, "start": start, "stop": start + len(shape["quote"])})
        source = Source(outlet, agency=agency, published=day(date.fromisoformat(on)), published_basis="given")
        self.reports.append(Report(name, text, source))
        self.claims += [
            claim_from_json({**s, "ordinal": n, "mood": s.get("mood", "asserted")}) for n, s in enumerate(shapes)
        ]
        return name

    def resolved(self) -> Resolved:
        """What the wire comes to."""
        return resolve(self.reports, self.claims, ())


def pledge(quote: str, donors: str, item: str | None = None, low: int | None = None, **more: Any) -> dict[str, Any]:
    """A claim's shape: donors apart by spaces, a count that is exact unless `high` tells otherwise."""
    shape = {"kind": "pledge", "quote": quote, "donors": donors.split(), "recipient": "ua", "item": item, "low": low,
             "high": low, "step": "promised", "scope": "new"}  # fmt: skip
    return {**shape, **more}


def money(quote: str, donors: str, amount: int, item: str | None = None, **more: Any) -> dict[str, Any]:
    """The same for a sum of dollars."""
    return pledge(quote, donors, item, money_low=amount, money_high=amount, currency="USD", **more)


def visit(quote: str, guest: str, place: str | None, when: Any, **more: Any) -> dict[str, Any]:
    """A visit of one guest."""
    shape = {"kind": "contact", "quote": quote, "form": "visit", "guests": [guest], "hosts": [], "place": place}
    return {**shape, "when": when, **more}


def member(quote: str, state: str, step: str, **more: Any) -> dict[str, Any]:
    """A step of a state towards NATO."""
    return {"kind": "membership", "quote": quote, "member": state, "alliance": "nato", "step": step, **more}


def said(quote: str, speaker: str, words: str, *about: str) -> dict[str, Any]:
    """A statement."""
    return {"kind": "statement", "quote": quote, "speaker": speaker, "words": words, "direct": True, "about": about}


def lines(entries: Iterable[Entry]) -> list[tuple[str, float | None, float | None, int, int]]:
    """Pledges as (donors, low, high, claims, voices), in the ledger's order."""
    return [
        ("+".join(e.event.donors), *((q.low, q.high) if (q := e.event.quantity) else (None, None)), len(e.claims),
         e.independent)
        for e in entries if isinstance(e.event, Pledge)
    ]  # fmt: skip
