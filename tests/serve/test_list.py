"""Filters keep what fits; the pages of a list hold every entry once, forwards and backwards."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.resolve.made import Wire, pledge
from tests.serve.views import asking

from wireledger.serve.shapes import COLUMNS
from wireledger.store import Store


def asked(client: TestClient, **query: Any) -> list[dict[str, Any]]:
    params = {name.rstrip("_"): value for name, value in query.items()}
    return list(client.get("/entries.json", params={"limit": 500, **params}).json()["entries"])


def test_each_filter_keeps_what_fits(client: TestClient) -> None:
    everything = asked(client)
    for found, fits in (
        (asked(client, kind="contact"), lambda e: e["kind"] == "contact"),
        (asked(client, donor="nl"), lambda e: "nl" in e.get("donors", [])),
        (asked(client, recipient="ht"), lambda e: "ht" in e.get("recipients", [])),
        (asked(client, item="leopard-2"), lambda e: "leopard 2" in (e.get("item") or "").lower()),
        (asked(client, step="delivered"), lambda e: any(s["step"] == "delivered" for s in e["steps"])),
        (asked(client, doubt="yes"), lambda e: e["disagreements"] or e["possible_duplicate_of"]),
    ):
        assert found
        assert [e["id"] for e in found] == [e["id"] for e in everything if fits(e)]


def test_days_are_half_open(client: TestClient) -> None:
    found = asked(client, from_="2023-04-20", to="2023-04-21")
    assert found
    assert all(any(s["when"]["from"] == "2023-04-20" for s in e["steps"]) for e in found)
    assert not asked(client, from_="1999-01-01", to="1999-01-02")


def test_words_are_sought_in_sentences_names_and_quotes(client: TestClient) -> None:
    assert asked(client, q="netherlands LEOPARD-2A4")
    assert asked(client, q="shared evenly")
    assert not asked(client, q="netherlands zeppelin")


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_pages_hold_every_entry_once(client: TestClient, ledger: Store, order: str) -> None:
    found, address = [], f"/entries.json?limit=17&order={order}"
    while address:
        answer = client.get(address).json()
        found += [(e["first_reported"], e["id"]) for e in answer["entries"]]
        address = answer["next"]
    assert sorted(name for _, name in found) == sorted(e.id for e in ledger.entries())
    days = [day for day, _ in found if day]
    assert days == sorted(days, reverse=order == "newest")
    assert [day for day, _ in found[len(days) :]] == [None] * (len(found) - len(days))


def test_the_page_before_ends_where_this_begins(client: TestClient) -> None:
    first = asked(client, limit=20)
    key = f"{first[10]['first_reported'] or 'none'}~{first[10]['id']}"
    assert [e["id"] for e in asked(client, before=key, limit=5)] == [e["id"] for e in first[5:10]]
    assert [e["id"] for e in asked(client, after=key, limit=5)] == [e["id"] for e in first[11:16]]


def test_links_keep_the_filters(client: TestClient) -> None:
    page = client.get("/entries", params={"recipient": "ua", "limit": 3}).text
    assert 'rel="next" href="/entries?recipient=ua&amp;limit=3&amp;after=' in page
    assert 'href="/entries.csv?recipient=ua&amp;limit=3"' in page
    assert "recipient=ua&limit=3" in client.get("/entries.csv?recipient=ua&limit=3").headers["link"]


def test_the_table_has_a_row_for_each_entry(client: TestClient) -> None:
    answer = client.get("/entries.csv", params={"donor": "nl"})
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert tuple(rows[0]) == COLUMNS
    joint = next(row for row in rows if "2A4" in row["item"])
    assert (joint["donors"], joint["low"], joint["high"], joint["step"]) == ("dk;nl", "14", "", "promised")


def test_rows_read_as_sentences_with_bounds_and_badges(client: TestClient) -> None:
    page = client.get("/entries", params={"donor": "nl", "q": "2a4"}).text
    for words in (">at least 14<", ">EUR 165 million<", ">joint<", ">sources differ<", "2 independent voices"):
        assert words in page


def test_the_day_of_a_row_says_that_it_is_the_day_of_the_report(client: TestClient) -> None:
    page = client.get("/entries").text
    days = page.count('<p class="day">') - page.count("day not known")
    assert days == page.count('<p class="day"><span>first reported</span> <time') > 0


def test_problems_can_be_asked_by_code(client: TestClient) -> None:
    answer = client.get("/problems.json", params={"code": "undated"}).json()
    assert answer["total"] == answer["codes"]["undated"] == len(answer["problems"])
    assert "pages/empty.html" in client.get("/problems").text
    assert "harbor-courier-refurbished.txt" in client.get("/reports", params={"q": "harbor refurbished"}).text


def test_a_kind_may_be_asked_without_its_kinds() -> None:
    wire = Wire()
    wire.report("Fen Post", "2023-01-10", pledge("Oslo gives 8 tanks.", "no", "tanks", 8, category="tank"))
    wire.report("Fen Post", "2023-01-11", pledge("Rome gives vehicles.", "it", "armour", category="armoured-vehicle"))
    wire.report("Fen Post", "2023-01-12", pledge("There will be things.", "", "things", 3))
    made = asking(wire)
    assert {e["donors"][0] for e in asked(made, category="armoured-vehicle")} == {"no", "it"}
    assert [e["donors"] for e in asked(made, just="armoured-vehicle")] == [["it"]]
    for nothing in ({"just": "none"}, {"donor": "none"}):
        assert [e["item"] for e in asked(made, **nothing)] == ["things"]
    assert ">donor not told (1)<" in made.get("/pledges").text


def test_days_and_months_are_those_of_the_step_that_is_asked(client: TestClient) -> None:
    told = asked(client, told="2023-04", step="promised")
    assert told
    assert all(e["first_reported"].startswith("2023-04") for e in told)
    assert not asked(client, told="2023-04", step="refused")
    day = {"from_": "2023-04-20", "to": "2023-04-21"}
    for e in asked(client, step="promised", **day):
        assert any(s["step"] == "promised" and s["when"]["from"] == "2023-04-20" for s in e["steps"])
    assert client.get("/entries.json", params={"told": "2023-13"}).status_code == 400
