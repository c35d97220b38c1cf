"""The two clocks: every page and its data obey them, every link carries them, and nothing else is lost on the way."""

from __future__ import annotations

import re
from datetime import date

import pytest
from fastapi.testclient import TestClient
from tests.resolve.made import Wire, pledge
from tests.serve.views import asking

from wireledger.serve.clocks import Clocks, carried

SET = Clocks(date(2023, 5, 1), date(2023, 6, 1))


@pytest.fixture(scope="module")
def client() -> TestClient:
    """Asks a ledger of one pledge, delivered in the second report."""
    wire = Wire()
    wire.report("Fen Post", "2023-02-14", pledge("Oslo gives 8 Leopard 2 in March.", "no", "Leopard 2", 8))
    wire.report(
        "Moor Mail", "2023-03-20", pledge("Oslo delivered the 8 Leopard 2.", "no", "Leopard 2", 8, step="delivered")
    )
    return asking(wire)


def steps(client: TestClient, query: str) -> list[list[str]]:
    entries = client.get(f"/entries.json?{query}").json()["entries"]
    return [[step["step"] for step in entry["steps"]] for entry in entries]


def test_the_list_is_told_by_either_clock(client: TestClient) -> None:
    assert steps(client, "") == [["promised", "delivered"]]
    assert steps(client, "known-on=2023-03-01") == steps(client, "as-of=2023-03-01") == [["promised"]]
    assert steps(client, "known-on=2023-01-01") == []


def test_an_entry_and_a_report_obey_them(client: TestClient) -> None:
    (entry,) = client.get("/entries.json").json()["entries"]
    told = client.get(f"/entry/{entry['id']}.json?known-on=2023-03-01").json()
    assert [step["step"] for step in told["steps"]] == ["promised"]
    assert client.get(f"/entry/{entry['id']}?known-on=2023-01-01").status_code == 404
    assert client.get("/report/r02?known-on=2023-03-01").status_code == 404
    assert client.get("/report/r02?known-on=2023-04-01").status_code == 200
    assert client.get("/reports.json?known-on=2023-03-01").json()["total"] == 1


def test_a_page_says_its_clocks_and_its_links_carry_them(client: TestClient) -> None:
    page = client.get("/entries?donor=no&known-on=2023-03-01").text
    assert "Known on 1 March 2023" in page
    links = re.findall(r'<a\b[^>]* href="(/(?!static)[^"]*)"(?! data-clock)', page)
    assert len(links) > 10
    assert [link for link in links if "known-on=2023-03-01" not in link] == []
    assert 'href="/entries?donor=no" data-clock' in page


def test_what_is_no_day_is_refused_by_name(client: TestClient) -> None:
    for query in ("as-of=tomorrow", "known-on=2023-02-30", "as-of=2023-01-01&as-of=2023-01-02"):
        answer = client.get(f"/entries?{query}")
        assert answer.status_code == 400
        assert query.partition("=")[0] in answer.text


def test_links_keep_their_question_and_their_place() -> None:
    html = '<a href="/report/r1?claim=c#words">w</a><a href="/static/style.css">s</a><a href="https://e.example/">e</a>'
    told = carried(html, SET)
    assert 'href="/report/r1?claim=c&amp;as-of=2023-05-01&amp;known-on=2023-06-01#words"' in told
    assert 'href="/static/style.css"' in told
    assert 'href="https://e.example/"' in told
    assert carried(html, Clocks()) == html


def test_forms_of_questions_carry_them_and_others_do_not() -> None:
    assert 'name="as-of" value="2023-05-01"' in carried('<form method="get" action="/entries"></form>', SET)
    assert "<input" not in carried('<form method="post" action="/decide"></form>', SET)
