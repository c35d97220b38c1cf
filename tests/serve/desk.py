"""A ledger with a desk: reports that were really read, so that decisions find their words, and a clock of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count

from fastapi.testclient import TestClient
from httpx import Response

from wireledger.model import Report, Source, day
from wireledger.pipeline import claims_of, view_on
from wireledger.pipeline.book import StoreDesk
from wireledger.pipeline.resolving import resolved
from wireledger.serve import app
from wireledger.serve.guard import Guard
from wireledger.store import MemoryStore, Store

TOKEN = "a-token-that-nobody-guesses"
START = datetime(2024, 1, 1, 9, tzinfo=UTC)
TEXTS = {
    "fen": ("2023-01-25", "OSLO - Norway will give Ukraine eight Leopard 2 tanks, the government said on Wednesday."),
    "moor": (
        "2023-05-02",
        "Norway will give Ukraine eight additional Leopard 2 tanks, its minister told parliament.",
    ),
    "dune": ("2023-02-20", "Denmark will give Ukraine 16 howitzers, the defence ministry in Copenhagen said."),
    "tarn": ("2023-02-21", "Spain will send Ukraine €20 billion for repairs, its finance ministry said."),
}


def filled(store: Store) -> Store:
    """The reports above, read and resolved."""
    for name, (on, text) in TEXTS.items():
        report = Report(
            name, text, Source(name, None, None, (), None, day(date.fromisoformat(on)), "given"), None, "en"
        )
        store.add(report, claims_of(report), START)
    resolved(store, START)
    return store


def ticking() -> Iterator[datetime]:
    """A second later each time."""
    return (START + timedelta(seconds=n) for n in count(1))


@dataclass
class Site:
    """A site that may be written to, a browser of somebody who has the token, and what its forms carry."""

    store: Store = field(default_factory=lambda: filled(MemoryStore()))
    clock: Iterator[datetime] = field(default_factory=ticking)

    def __post_init__(self) -> None:
        self.desk = StoreDesk(self.store, "ann", lambda: next(self.clock))
        self.guard = Guard(TOKEN, lambda: next(self.clock))
        self.app = app(
            self.store, lambda known, true: view_on(self.store, known, true), self.desk, self.desk, self.guard
        )
        self.client = TestClient(self.app, follow_redirects=True)

    def enter(self, token: str = TOKEN) -> Response:
        """Give the token."""
        return self.client.post("/review/enter", data={"token": token})

    def at(self, donor: str = "es") -> str:
        """The page that asks about the pledge of a donor."""
        told = (entry for entry in self.store.entries() if donor in getattr(entry.event, "donors", ()))
        return f"/review?at={next(told).claims[0]}"

    def fields(self, path: str = "/review") -> dict[str, str]:
        """The hidden fields of the form on a page."""
        found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', self.client.get(path).text)
        return dict(found)

    def post(self, verdict: str, path: str | None = None, **changed: str) -> Response:
        """Decide on the question that a page asks; on Spain's pledge where none is named."""
        return self.client.post("/review", data={**self.fields(path or self.at()), "verdict": verdict, **changed})

    def undo(self, **more: str) -> Response:
        """Take the last decision back."""
        return self.client.post("/review/undo", data={"form": self.fields()["form"], **more})

    def standing(self) -> list[str]:
        """The verdicts that stand, but for undoings."""
        told = [one for one in self.desk.decisions() if one.stands]
        return [one.judgement.verdict for one in told if one.judgement.verdict != "undone"]
