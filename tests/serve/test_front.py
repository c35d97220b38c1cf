"""The front page and the search: what is new, due and in doubt, and one box over everything."""

from __future__ import annotations

import csv
import io
import re

import pytest
from fastapi.testclient import TestClient

from wireledger.serve.fits import families
from wireledger.serve.orders import ORDERS
from wireledger.store import Store


def test_the_front_tells_the_last_days_and_what_is_in_doubt(client: TestClient, ledger: Store) -> None:
    entries = list(ledger.entries())
    told = client.get("/front.json").json()
    last = max(e.first_reported for e in entries if e.first_reported)
    assert told["on"] == told["new"][0]["day"] == last.isoformat()
    assert told["new"][0]["total"] == sum(e.first_reported == last for e in entries)
    doubtful = {e.id for e in entries if e.disagreements or e.possible_duplicate_of}
    assert told["doubt"]["total"] == len(doubtful)
    assert set(told["doubt"]["ids"]) <= doubtful


def test_sums_stand_side_by_side_and_only_fall(client: TestClient) -> None:
    sums = client.get("/front.json").json()["sums"]
    assert {"USD", "EUR"} & {one["of"] for one in sums}
    for one in sums:
        assert one["promised"]["low"] >= one["approved"]["low"] >= 0
        assert one["lines"] > 0


def test_the_first_page_is_small(client: TestClient) -> None:
    page = client.get("/")
    assert len(page.content) <= 60_000
    assert 'action="/search"' in page.text


def test_the_search_finds_parties_items_entries_and_words_of_reports(client: TestClient, ledger: Store) -> None:
    told = client.get("/search.json", params={"q": "denmark"}).json()
    assert "dk" in [one["code"] for one in told["parties"]]
    assert told["total"] == client.get("/entries.json?q=denmark").json()["total"] > 0
    items = client.get("/search.json?q=leopard 2").json()["items"]
    assert items
    listed = client.get(items[0]["href"].replace("/pledges?", "/pledges.json?")).json()
    assert listed["total"] >= items[0]["entries"] > 0
    report = next(r for r in ledger.reports() if len(r.text.split()) > 30)
    words = " ".join(report.text.split()[20:24])
    assert report.id in [one["id"] for one in client.get("/search.json", params={"q": words}).json()["reports"]]
    assert "Nothing has these words" in client.get("/search?q=zeppelin-of-cheese").text
    assert client.get("/search", params={"q": "x" * 201}).status_code == 400


@pytest.mark.parametrize("path", ["/pledges", "/contacts", "/statements", "/memberships"])
def test_each_kind_has_a_list_of_its_own_as_page_and_data(client: TestClient, path: str) -> None:
    kind = path[1:-1]
    told = client.get(f"{path}.json?limit=500").json()
    assert {e["kind"] for e in told["entries"]} == {kind}
    assert told["total"] == client.get(f"/entries.json?kind={kind}").json()["total"]
    rows = list(csv.DictReader(io.StringIO(client.get(f"{path}.csv?limit=500").text)))
    assert [row["id"] for row in rows] == [e["id"] for e in told["entries"]]
    assert client.get(path).status_code == 200
    assert client.get(f"{path}?kind=pledge").status_code == 400


@pytest.mark.parametrize("order", ORDERS)
def test_pages_in_every_order_hold_every_pledge_once(client: TestClient, order: str) -> None:
    found, address = [], f"/pledges.json?limit=7&order={order}"
    while address:
        answer = client.get(address).json()
        found += [e["id"] for e in answer["entries"]]
        address = answer["next"]
    assert sorted(found) == sorted(e["id"] for e in client.get("/pledges.json?limit=500").json()["entries"])


def test_pledges_are_sorted_by_what_is_asked(client: TestClient) -> None:
    counts = [e["low"] if e["low"] is not None else e["high"] for e in _pledges(client, order="count")]
    known = [n for n in counts if n is not None]
    assert known == sorted(known, reverse=True)
    assert counts[: len(known)] == known
    voices = [e["independent"] for e in _pledges(client, order="voices")]
    assert voices == sorted(voices, reverse=True)


def test_filters_of_pledges(client: TestClient) -> None:
    everything = _pledges(client)
    for query, fits in (
        ({"bound": "least"}, lambda e: (e["low"], e["money_low"]) != (None, None)),
        ({"voices": 2}, lambda e: e["independent"] >= 2),
    ):
        found = _pledges(client, **query)
        assert found, query
        assert all(fits(e) for e in found)
    assert len(_pledges(client, voices=2)) == sum(e["independent"] >= 2 for e in everything)
    assert len(_pledges(client, counts="yes")) == sum(e["counts_in_totals"] for e in everything) > 0
    assert len(_pledges(client, counts="no")) == sum(not e["counts_in_totals"] for e in everything)
    assert "'most'" not in client.get("/pledges.json?bound=huge").text
    assert client.get("/pledges.json?bound=huge").status_code == 400


def test_how_sure_an_entry_is_is_how_sure_its_surest_claim_is(client: TestClient, ledger: Store) -> None:
    sure = {claim.id: claim.confidence for claim in ledger.claims()}
    surest = {e.id: max(sure[c] for c in e.claims) for e in ledger.entries() if e.kind == "pledge"}
    for least in (50, 90, 100):
        found = {e["id"] for e in _pledges(client, sure=least)}
        assert found == {name for name, one in surest.items() if one >= least / 100}


def test_a_category_is_of_all_that_it_is_a_kind_of() -> None:
    assert families("tank") == ("tank", "armoured-vehicle", "vehicle", "equipment")
    assert families("nobody-knows") == ("nobody-knows",)
    assert families(None) == ()


def test_a_figure_in_the_table_opens_its_words(client: TestClient) -> None:
    page = client.get("/pledges", params={"donor": "nl", "q": "2a4"}).text
    assert re.search(r'<a class="figure" href="/report/[^"]+field=low#words">at least 14</a>', page)
    assert 'aria-sort="descending"' in page


def _pledges(client: TestClient, **query: object) -> list[dict]:  # type: ignore[type-arg]
    return list(client.get("/pledges.json", params={"limit": 500, **query}).json()["entries"])
