"""What reports added by day, what is due and two days compared: pages, data, clocks, and what cannot be asked."""

from __future__ import annotations

import csv
import io

import pytest
from fastapi.testclient import TestClient
from tests.resolve.made import Wire, pledge
from tests.serve.views import asking

DUE = {"text": "in March", "from": "2023-03-01", "to": "2023-04-01"}


@pytest.fixture(scope="module")
def client() -> TestClient:
    """Asks a ledger of three reports: a promise, the same told again, and a part of it delivered."""
    wire = Wire()
    wire.report("Fen Post", "2023-02-14", pledge("Oslo gives 8 Leopard 2 in March.", "no", "Leopard 2", 8, due=DUE))
    wire.report("Dune Daily", "2023-02-16", pledge("Oslo will give 8 Leopard 2.", "no", "Leopard 2", 8))
    part = pledge("Oslo handed over two of the 8 Leopard 2.", "no", "Leopard 2", 2, step="delivered")
    wire.report("Moor Mail", "2023-03-20", part)
    return asking(wire)


def told(client: TestClient, query: str = "") -> list[tuple[str, str, str]]:
    return [(c["day"], c["what"], c["report"]) for c in client.get(f"/changes.json{query}").json()["changes"]]


def test_each_report_adds_an_entry_a_source_or_a_step(client: TestClient) -> None:
    assert told(client) == [
        ("2023-03-20", "step", "r03"),
        ("2023-02-16", "source", "r02"),
        ("2023-02-14", "new", "r01"),
    ]
    (step,) = client.get("/changes.json?what=step").json()["changes"]
    assert (step["step"], step["quote"]) == ("delivered", "Oslo handed over two of the 8 Leopard 2.")


def test_additions_obey_filters_and_the_known_clock(client: TestClient) -> None:
    assert told(client, "?donor=dk") == []
    assert len(told(client, "?donor=no&kind=pledge")) == 3
    assert told(client, "?known-on=2023-02-15") == [("2023-02-14", "new", "r01")]
    assert told(client, "?until=2023-02-16") == told(client)[1:]


def test_pages_hold_whole_days_and_every_addition_once(client: TestClient) -> None:
    found, address = [], "/changes.json?limit=1"
    while address:
        answer = client.get(address).json()
        found += [change["report"] for change in answer["changes"]]
        address = answer["next"]
    assert found == ["r03", "r02", "r01"]


def test_the_table_has_the_same_rows(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/changes.csv").text)))
    assert [(row["day"], row["what"], row["report"]) for row in rows] == told(client)
    page = client.get("/changes").text
    assert [page.count(f">{words}</span>") for words in ("new", "a step", "one more source")] == [1, 1, 1]


def test_what_passed_its_time_is_never_called_broken(client: TestClient) -> None:
    page = client.get("/due?as-of=2023-05-01&known-on=2023-03-01").text
    assert "no report found" in page
    assert "broken" not in page
    assert [page.count(f'id="s-{one}"') for one in ("no_report_found", "in_part", "due")] == [1, 0, 0]
    assert 'id="s-in_part"' in client.get("/due?as-of=2023-05-01").text
    assert 'id="s-due"' in client.get("/due?as-of=2023-03-02").text
    (row,) = csv.DictReader(io.StringIO(client.get("/due.csv?as-of=2023-05-01&known-on=2023-03-01").text))
    assert (row["standing"], row["low"], row["report"]) == ("no report found", "8", "r01")
    assert client.get("/due.csv?standing=delivered").text.count("\n") == 1


def test_two_days_are_compared_with_the_report_behind_each_change(client: TestClient) -> None:
    page = client.get("/diff?from=2023-03-01&to=2023-03-31").text
    assert "delivered 2" in page
    assert "Oslo handed over two of the 8 Leopard 2." in page
    assert "Moor Mail" in page
    assert "Fen Post" not in page
    shapes = client.get("/diff.json?from=2023-03-01&to=2023-03-31").json()["changes"]
    rows = list(csv.DictReader(io.StringIO(client.get("/diff.csv?from=2023-03-01&to=2023-03-31").text)))
    assert [row["change"] for row in rows] == [shape["change"] for shape in shapes] == ["step", "voices"]


def test_the_known_clock_ends_the_comparison(client: TestClient) -> None:
    page = client.get("/diff?from=2023-02-15&known-on=2023-03-01").text
    assert 'name="to" required value="2023-03-01"' in page
    assert "Dune Daily" in page
    assert "handed over" not in page


def test_a_comparison_without_days_asks_for_them(client: TestClient) -> None:
    assert "Nothing changed" not in client.get("/diff").text
    assert client.get("/diff.csv").status_code == 400


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("/changes?doner=dk", "doner"),
        ("/changes?after=x", "after"),
        ("/changes?what=odd", "what"),
        ("/changes?until=soon", "until"),
        ("/changes.csv?limit=501", "limit"),
        ("/due?kind=pledge", "kind"),
        ("/due?standing=broken", "standing"),
        ("/due.csv?lazy=1", "lazy"),
        ("/diff?from=2023-03-02&to=2023-03-02", "from"),
        ("/diff?from=2023-03-02&to=2023-03-05&known-on=2023-03-04", "to"),
        ("/diff?limit=4", "limit"),
    ],
)
def test_what_cannot_be_asked_is_named(client: TestClient, address: str, fault: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert fault in answer.text
