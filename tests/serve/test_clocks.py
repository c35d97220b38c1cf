"""Every page keeps to the day it is asked for, says so, and carries it on in each of its own links."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from fastapi.testclient import TestClient
from tests.resolve.made import Wire, pledge
from tests.serve.views import view_of

from wireledger.serve import app
from wireledger.serve.clocks import NOW, Clocks, carried
from wireledger.serve.view import View, as_of
from wireledger.store import MemoryStore

EARLY, LATE = "2023-02-20", "2023-04-01"


@pytest.fixture(scope="module")
def client() -> TestClient:
    """Asks a ledger of a promise in February and a delivery in March, each told by a report of its day."""
    wire = Wire()
    wire.report("Fen Post", "2023-02-14", pledge("Oslo gives 8 Leopard 2.", "no", "Leopard 2", 8))
    part = pledge("Oslo handed over all 8 Leopard 2.", "no", "Leopard 2", 8, step="delivered")
    wire.report("Moor Mail", "2023-03-20", part)
    store, now = MemoryStore(), datetime(2024, 1, 1, tzinfo=UTC)
    for report in wire.reports:
        store.add(report, [c for c in wire.claims if c.evidence.report == report.id], now)
    store.replace(view_of(wire).entries, now, view_of(wire).voices)

    def views(known: date | None, true: date | None) -> View:
        view = view_of(wire, known.isoformat() if known else None)
        return as_of(view, true) if true else view

    return TestClient(app(store, views))


@pytest.mark.parametrize("clock", ["as-of", "known-on"])
def test_lists_and_entries_tell_the_ledger_of_that_day(client: TestClient, clock: str) -> None:
    (entry,) = client.get("/entries.json", params={clock: EARLY}).json()["entries"]
    assert [step["step"] for step in entry["steps"]] == ["promised"]
    early = client.get(f"/entry/{entry['id']}.json", params={clock: EARLY}).json()
    assert [step["step"] for step in early["steps"]] == ["promised"]
    late = client.get(f"/entry/{entry['id']}.json", params={clock: LATE}).json()
    assert [step["step"] for step in late["steps"]] == ["promised", "delivered"]
    assert client.get("/entries.json", params={clock: "2023-02-13"}).json()["entries"] == []
    assert client.get(f"/entry/{entry['id']}", params={clock: "2023-02-13"}).status_code == 404


def test_reports_that_were_not_there_yet_are_left_out(client: TestClient) -> None:
    told = client.get("/reports.json", params={"known-on": EARLY}).json()
    assert [one["id"] for one in told["reports"]] == ["r01"]
    assert client.get("/report/r02", params={"known-on": EARLY}).status_code == 404
    assert client.get("/report/r02").status_code == 200


@pytest.mark.parametrize("path", ["/entries", "/reports", "/problems", "/about", "/docs", "/report/r01"])
def test_every_link_of_a_page_carries_the_clocks(client: TestClient, path: str) -> None:
    page = client.get(path, params={"as-of": LATE, "known-on": EARLY}).text
    assert "True on 1 April 2023, known on 20 February 2023" in page
    own = re.findall(r'href="(/(?!static/)[^"]*)"(?! data-clock)', page)
    assert own
    assert not [link for link in own if f"as-of={LATE}" not in link or f"known-on={EARLY}" not in link]
    assert "Back to now" in page


def test_another_time_keeps_the_filters_and_no_page_key(client: TestClient) -> None:
    page = client.get("/entries", params={"donor": "no", "after": "2023-02-14~x"}).text
    form = page[page.index('<form method="get" action="/entries" data-clock') :]
    assert '<input type="hidden" name="donor" value="no">' in form
    assert 'name="after"' not in form


def test_a_clock_that_is_no_day_is_refused(client: TestClient) -> None:
    for path in ("/entries", "/entries.json", "/about", "/reports.json"):
        answer = client.get(path, params={"as-of": "soon"})
        assert (answer.status_code, "as-of=" in answer.text) == (400, True)
    assert client.get("/entries.json?as-of=2023-01-01&as-of=2023-01-02").status_code == 400


def test_links_are_joined_rightly() -> None:
    at = Clocks(date(2023, 4, 1))
    page = '<a href="/a">1</a> <a href="/b?c=d#e">2</a> <a href="/a?as-of=2020-01-01">3</a> <a href="#x">4</a>'
    page += '<a href="https://else.where/a">5</a> <link href="/static/a.css"> <form method="get" action="/f">'
    assert carried(page, NOW) == page
    assert carried(page, at) == (
        '<a href="/a?as-of=2023-04-01">1</a> <a href="/b?c=d&amp;as-of=2023-04-01#e">2</a>'
        ' <a href="/a?as-of=2020-01-01">3</a> <a href="#x">4</a>'
        '<a href="https://else.where/a">5</a> <link href="/static/a.css">'
        ' <form method="get" action="/f"><input type="hidden" name="as-of" value="2023-04-01">'
    )
