"""The questions as data: filters, clocks, and what cannot be asked."""

from __future__ import annotations

import csv
import io
import re

import pytest
from fastapi.testclient import TestClient
from tests.resolve.made import Wire, pledge
from tests.serve.views import asking

DUE = {"text": "in March", "from": "2023-03-01", "to": "2023-04-01"}


@pytest.fixture
def client() -> TestClient:
    """Asks a ledger of two reports."""
    wire = Wire()
    wire.report("Fen Post", "2023-02-14", pledge("Oslo gives 8 Leopard 2 in March.", "no", "Leopard 2", 8, due=DUE))
    part = pledge("Oslo handed over two of the 8 Leopard 2.", "no", "Leopard 2", 2, step="delivered")
    wire.report("Moor Mail", "2023-03-20", part)
    return asking(wire)


def test_totals_by_both_clocks(client: TestClient) -> None:
    (total,) = client.get("/totals.json?by=donor,step,donor&known-on=2023-03-01").json()["totals"]
    assert (total["donor"], total["step"], total["low"], total["lines"]) == ("no", "promised", 8, 1)
    assert [t["step"] for t in client.get("/totals.json?by=step").json()["totals"]] == ["delivered", "promised"]
    assert client.get("/totals.json?donor=dk").json()["totals"] == []
    assert client.get("/totals.json?as-of=2023-02-13").json()["totals"] == []


def test_what_is_due(client: TestClient) -> None:
    told = [one["standing"] for one in client.get("/due.json?known-on=2023-03-01&as-of=2023-05-01").json()["due"]]
    assert told == ["no report found"]
    assert [one["standing"] for one in client.get("/due.json?as-of=2023-05-01").json()["due"]] == ["in part"]


@pytest.mark.parametrize("query", ["", "?as-of=2023-05-01", "?standing=in+part&donor=no", "?known-on=2023-03-01"])
def test_due_takes_the_same_as_page_table_and_data(client: TestClient, query: str) -> None:
    told = client.get(f"/due.json{query}").json()
    assert len(told["due"]) == 1
    rows = list(csv.DictReader(io.StringIO(client.get(f"/due.csv{query}").text)))
    assert [(row["id"], row["standing"]) for row in rows] == [(one["id"], one["standing"]) for one in told["due"]]
    page = client.get(f"/due{query}").text
    assert all(f"/entry/{one['id']}" in page for one in told["due"])
    assert f'href="/due.json{query}'.partition("?")[0] in page


def test_diff_takes_the_same_as_page_table_and_data(client: TestClient) -> None:
    for query in ("from=2023-03-01&to=2023-03-31", "from=2023-03-01&known-on=2023-03-31",
                  "from=2023-03-01&to=2023-03-30&known-on=2023-03-31&donor=no"):  # fmt: skip
        told = client.get(f"/diff.json?{query}").json()["changes"]
        assert [one["change"] for one in told] == ["step", "voices"]
        rows = list(csv.DictReader(io.StringIO(client.get(f"/diff.csv?{query}").text)))
        assert [row["change"] for row in rows] == ["step", "voices"]
        assert client.get(f"/diff?{query}").status_code == 200
    assert client.get("/diff.json?from=2023-03-01&to=2023-03-31&known-on=2023-03-20").status_code == 400


def test_every_entry_of_a_comparison_opens(client: TestClient) -> None:
    page = client.get("/diff?from=2023-02-01&to=2023-03-31").text
    found = set(re.findall(r'href="(/entry/[^"]+)"', page))
    assert found
    assert all("known-on=" in address for address in found)
    assert [client.get(address.replace("&amp;", "&")).status_code for address in found] == [200] * len(found)


def test_what_changed_and_the_digest(client: TestClient) -> None:
    found = client.get("/diff.json?from=2023-03-01&to=2023-03-31").json()["changes"]
    assert [(c["change"], [r["report"] for r in c["reports"]]) for c in found] == [
        ("step", ["r02"]),
        ("voices", ["r02"]),
    ]
    for days, told in (("1", [["r02"]]), ("60", [["r01", "r02"]])):
        lines = client.get(f"/brief.json?on=2023-03-20&days={days}").json()["lines"]
        assert [[claim["report"] for claim in line["claims"]] for line in lines] == told


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("/totals.json?by=colour", "'colour' is not known"),
        ("/totals.json?doner=dk", "'doner' is not known"),
        ("/totals.json?known-on=soon", "is no day"),
        ("/due.json?kind=pledge", "'kind' is not known"),
        ("/diff.json?from=2023-03-01", "give a day, as in to="),
        ("/diff.json?from=2023-03-02&to=2023-03-01", "is not before"),
        ("/brief.json?on=2023-03-02&days=0", "is not a number from 1"),
        ("/brief.json?on=2023-03-02&kind=odd", "'odd' is not known"),
    ],
)
def test_what_cannot_be_asked_is_told(client: TestClient, address: str, fault: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert fault in answer.json()["error"]
