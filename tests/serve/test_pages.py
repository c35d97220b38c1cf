"""Every page opens, has its twin as data, says what it cannot answer, and asks nothing of other hosts."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient
from tests.serve.ledger import made

from wireledger.model import Report, Source
from wireledger.serve import app
from wireledger.serve.links import report_link
from wireledger.store import MemoryStore, Store

TANKS = "cw-20230420-leopards-1"
PAGES = [
    "/",
    "/entries",
    "/pledges",
    "/matrix",
    "/timeline",
    "/map",
    "/search",
    f"/report/{TANKS}",
    "/reports",
    "/problems",
    "/about",
    "/docs",
]
DATA = [
    "/entries.json",
    "/matrix.json",
    "/timeline.json",
    "/map.json",
    f"/report/{TANKS}.json",
    "/reports.json",
    "/problems.json",
    "/about.json",
    "/healthz",
]


def tanks(store: Store) -> str:
    """The id of the entry of the joint Leopard 2 tanks."""
    return next(e.id for e in store.entries() if e.extra_to)


@pytest.mark.parametrize("path", PAGES)
def test_pages_open_with_landmarks_and_a_strict_policy(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'; script-src")
    assert answer.headers["x-content-type-options"] == "nosniff"
    for mark in ("<main", "<nav", 'class="skip"', "<h1", 'lang="en"'):
        assert mark in answer.text
    assert " style=" not in answer.text
    assert not re.search(r'<(?:script|link(?! rel="alternate")|img)[^>]*(?:src|href)="(?!/static/)', answer.text)
    assert client.head(path).status_code == 200


@pytest.mark.parametrize("path", DATA)
def test_data_is_json(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()


@pytest.mark.parametrize("path", [*PAGES, *DATA, "/entries.csv"])
def test_an_unknown_parameter_is_named(client: TestClient, path: str) -> None:
    answer = client.get(path, params={"doner": "dk"})
    assert answer.status_code == 400
    assert "doner" in answer.text


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("limit=501", "1 to 500"),
        ("limit=x", "1 to 500"),
        ("limit=0", "1 to 500"),
        ("kind=rumour", "pledge, contact, statement, membership"),
        ("from=yesterday", "2023-04-20"),
        ("from=2023-05-01&to=2023-04-01", "is not before"),
        ("donor=dk&donor=nl", "given twice"),
        ("after=nowhere", "no place in the list"),
        ("after=none~a&before=none~b", "cannot be asked together"),
        ("q=" + "a" * 201, "the limit is 200"),
    ],
)
def test_a_value_that_does_not_fit_is_told(client: TestClient, query: str, told: str) -> None:
    answer = client.get(f"/entries.json?{query}")
    assert answer.status_code == 400
    assert told in answer.json()["error"]
    assert client.get(f"/entries?{query}").status_code == 400


def test_what_is_not_there_helps_on(client: TestClient, ledger: Store) -> None:
    name = tanks(ledger)
    near = client.get(f"/entry/{name[:-1]}")
    assert near.status_code == 404
    assert f'href="/entry/{name}"' in near.text
    assert client.get(f"/report/{TANKS}x.json").json()["hints"][0]["text"] == TANKS
    assert client.get("/nothing").status_code == 404
    assert client.get(f"/report/{TANKS}?claim=none").status_code == 404
    assert client.post("/entries").status_code == 405


def test_an_entry_shows_life_words_voices_and_doubt(client: TestClient, ledger: Store) -> None:
    page = client.get(f"/entry/{tanks(ledger)}").text
    text = re.sub(r"<[^>]+>|\s+", " ", page)
    for words in ("Who says so", "Where sources differ", "the donor&#39;s own correction", "On top of", "promised"):
        assert words in text
    assert page.count('class="voice"') == 2
    assert "same parties" in text
    assert "field=low#words" in page


def test_an_entry_as_data_has_its_readings(client: TestClient, ledger: Store) -> None:
    name = tanks(ledger)
    shape = client.get(f"/entry/{name}.json").json()
    assert shape["id"] == name
    assert {c["id"] for c in shape["claims"]} == {r["id"] for r in shape["readings"]}
    assert set(shape["voices"]) == {c["report"] for c in shape["claims"]}
    assert shape["disagreements"][0]["field"] == "low"


def test_a_report_as_data_keeps_its_text(client: TestClient, ledger: Store) -> None:
    report = ledger.report(TANKS)
    shape = client.get(f"/report/{TANKS}.json").json()
    assert report is not None
    assert shape["text"] == report.text
    for claim in shape["claims"]:
        assert shape["text"][claim["start"] : claim["stop"]] == claim["quote"]


def test_a_figure_opens_its_words(client: TestClient) -> None:
    page = client.get("/entries", params={"q": "leopard 2a4", "donor": "nl"}).text
    link = re.search(r'class="figure" href="([^"]+)">at least 14<', page)
    assert link
    address = link.group(1).replace("&amp;", "&").removesuffix("#words")
    opened = client.get(address).text
    assert re.search(r'<mark id="words" class="claim f-low mine focus"[^>]*><a [^>]*>at least 14</a></mark>', opened)


def test_a_bad_problem_or_an_empty_ledger_breaks_nothing() -> None:
    empty = TestClient(app(MemoryStore()))
    for path in ("/", "/entries.json", "/entries.csv", "/reports", "/problems", "/about.json", "/healthz"):
        assert empty.get(path).status_code == 200


def test_a_store_that_tells_its_revision_is_read_once() -> None:
    class Counting(MemoryStore):
        read = 0

        def revision(self) -> int:
            return 1

        def entries(self, *args):  # type: ignore[no-untyped-def]
            self.read += 1
            return super().entries(*args)

    store = Counting()
    made(store)
    client, before = TestClient(app(store)), store.read
    for _ in range(3):
        assert client.get("/entries?q=tanks").status_code == 200
    assert store.read == before + 1


@pytest.mark.parametrize("name", ["two\nlines", "ends\n", "a/b\r\nc", "\u2028"])
def test_a_report_whose_id_breaks_a_line_opens(name: str) -> None:
    store = MemoryStore()
    store.add(Report(name, "Its text.", Source()), [], datetime(2024, 1, 1, tzinfo=UTC))
    client = TestClient(app(store))
    link = report_link(name)
    assert f'href="{link}"' in client.get("/reports").text
    assert "Its text." in client.get(link).text
    assert client.get(f"{link}.json").json()["id"] == name
