"""What a hostile report says is shown as words, in every field and on every page."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from wireledger.model import (
    Claim,
    Contact,
    Disagreement,
    Entry,
    Event,
    Evidence,
    Field,
    Membership,
    Money,
    Pledge,
    Problem,
    Quantity,
    Report,
    Source,
    Span,
    Statement,
    Step,
    day,
)
from wireledger.serve import app
from wireledger.store import MemoryStore

BAD = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}"
LONE = "\ud800"
ON = day(date(2023, 4, 20))
what: Any = BAD
EVENTS: tuple[Event, ...] = (
    Pledge((BAD,), BAD, (BAD,), BAD, BAD, BAD, Quantity(1, 2, unit=BAD), Money(3, 4, BAD), what, what, forum=BAD),
    Contact(what, (BAD,), (BAD,), BAD),
    Statement(BAD, BAD + LONE, True, (BAD,)),
    Membership(BAD, BAD, what, (BAD,)),
)


def hostile() -> MemoryStore:
    store = MemoryStore()
    text = f"{BAD} {LONE} and more"
    source = Source(BAD, f"javascript:{BAD}", BAD, (BAD,), BAD, ON, BAD)
    problem = Problem(BAD, BAD, BAD)
    fields = (Field("low", (Span(0, 9),)), Field(BAD, (Span(3, 12),), True))
    claims = [
        Claim(Evidence(BAD, Span(0, 20), text[:20], n, fields), event, what, BAD, 0.5, BAD, ((BAD, BAD),))
        for n, event in enumerate(EVENTS)
    ]
    store.add(Report(BAD, text, source, BAD, BAD, (), (problem,)), claims, datetime(2024, 1, 1, tzinfo=UTC))
    entries = [
        Entry(
            f"{BAD}{n}",
            claim.event,
            (Step(BAD, ON, 1, 2, (claim.id,)),),
            (claim.id,),
            1,
            False,
            f"{BAD}0",
            f"{BAD}1",
            BAD,
            (Disagreement(BAD, (('"<script>"', (claim.id,)), ("[1, null]", ())), BAD),),
            date(2023, 4, 20),
            (BAD,),
            (claim.id,),
        )
        for n, claim in enumerate(claims)
    ]
    store.replace(entries, datetime(2024, 1, 1, tzinfo=UTC), {BAD: BAD})
    store.note([problem], datetime(2024, 1, 1, tzinfo=UTC))
    return store


@pytest.fixture(scope="module")
def attacked() -> TestClient:
    return TestClient(app(hostile()))


def paths() -> list[str]:
    name = quote(BAD, safe="")
    claims = [claim.id for claim in hostile().claims()]
    return [
        *("/", "/entries", "/pledges", "/reports", "/problems", f"/report/{name}", f"/search?q={name}"),
        *(f"{path}?{q}={name}" for path in ("/entries", "/pledges") for q in ("q", "donor", "nope")),
        *(f"/entry/{name}{n}" for n in range(4)),
        *(f"/report/{name}?claim={claim}&field={field}" for claim in claims for field in ("low", name)),
        *(f"/entry/gone{name}", f"/report/gone{name}", f"/problems?code={name}", f"/report/{name}?claim={name}"),
    ]


@pytest.mark.parametrize("path", paths())
def test_no_page_runs_a_report(attacked: TestClient, path: str) -> None:
    answer = attacked.get(path)
    assert answer.status_code in (200, 400, 404)
    text = answer.content.decode("utf-8")
    assert "<script>" not in text
    assert "<img" not in text
    assert "49" not in text or "{{7*7}}" in text
    assert not re.search(r'(?:href|src)="javascript:', text)
    assert not re.search(r"<[a-z]+[^<>]*\sonerror=", re.sub(r'"[^"]*"', '""', text))


@pytest.mark.parametrize("path", ["/entries.json", "/entries.csv", "/reports.json", "/problems.json"])
def test_data_carries_any_character(attacked: TestClient, path: str) -> None:
    assert attacked.get(path).status_code == 200


def test_a_report_with_half_a_character_keeps_it_as_data(attacked: TestClient) -> None:
    assert LONE in attacked.get(f"/report/{quote(BAD, safe='')}.json").json()["text"]


def test_ids_that_look_like_paths_open() -> None:
    store = MemoryStore()
    for name in ("a/b.json", "a/../b", "a?b#c", "ä % &"):
        store.add(Report(name, "text", Source()), (), datetime(2024, 1, 1, tzinfo=UTC))
    client = TestClient(app(store))
    links = re.findall(r'class="word" href="([^"]+)"', client.get("/reports").text)
    assert len(links) == 4
    for link in links:
        assert client.get(link).status_code == 200
        assert client.get(link + ".json").json()["text"] == "text"
