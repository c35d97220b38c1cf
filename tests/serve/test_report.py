"""The page of a report: its words are links to the field read from them, and tied to it both ways."""

from __future__ import annotations

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient
from tests.serve.ledger import NOW, made

from wireledger.model import Check, Problem, Report, Source, Span
from wireledger.serve import app
from wireledger.store import MemoryStore, Store

TANKS = "north-sea-post-leopards.txt"
MARK = re.compile(r'<mark[^>]*><a href="([^"]*)" data-tie="([^"]*)" aria-label="[^"]*">([^<]*)</a></mark>')
READ = re.compile(r'<a class="tie [^"]*" href="([^"]*)" data-tie="([^"]*)">([^<]*)</a>')


@pytest.fixture(scope="module")
def page(client: TestClient) -> str:
    """The page of a report of which much was read."""
    return client.get(f"/report/{TANKS}").text


def test_every_word_that_was_read_is_tied_to_its_field_and_back(page: str) -> None:
    marked = {name for _, names, _ in MARK.findall(page) for name in names.split()}
    read = {name for _, name, _ in READ.findall(page)}
    assert read
    assert read <= marked
    assert {name.partition("-")[2] for name in read} >= {"donors", "recipient", "low", "item"}


def test_without_scripts_its_words_are_links_that_open_the_field(client: TestClient, page: str) -> None:
    opened = 0
    for address, names, words in MARK.findall(page)[:6]:
        told = client.get(unescape(address).removesuffix("#words")).text
        assert 'id="chosen"' in told
        assert f'data-tie="{names.split()[0]}"' in told
        assert re.search(r'<mark id="words"[^>]*><a [^>]*>', told)
        opened += bool(words)
    assert opened


def test_what_is_no_report_is_folded_away_and_no_html_is_shown(ledger: Store) -> None:
    client = TestClient(app(ledger))
    folded = [r for r in ledger.reports() if any(b.kind == "tail" for b in r.blocks)]
    assert folded
    for report in folded:
        told = client.get(f"/report/{report.id}").text
        tail = next(b.span.of(report.text) for b in report.blocks if b.kind == "tail")
        inside = re.search(
            r'<details class="tail"><summary>Left out as not the report</summary>(.*?)</details>', told, re.S
        )
        assert inside
        assert " ".join(tail.split())[:30] in " ".join(unescape(re.sub("<[^>]*>", "", inside.group(1))).split())


def test_a_report_as_data_has_all_that_the_page_has() -> None:
    client = TestClient(app(made()))
    told = client.get(f"/report/{TANKS}.json").json()
    assert told["claims"]
    assert {claim["id"] for claim in told["claims"]} >= set(told["entries"])


def test_what_is_doubtful_and_what_was_checked_stands_below() -> None:
    store = MemoryStore()
    text = "All 28 EU states signed. NATO's 31 members did not."
    problem = Problem("member-count", "told 28 where there are 27", "counted", Span(0, 17))
    check = Check("member-count", "told 31 where there are 31", Span(25, 42))
    store.add(Report("counted", text, Source(), problems=(problem,), checks=(check,)), (), NOW)
    client = TestClient(app(store))
    page = client.get("/report/counted").text
    assert "<li>told 28 where there are 27</li>" in page
    assert "<li>told 31 where there are 31</li>" in page
    assert client.get("/report/counted.json").json()["checks"] == [
        {"code": "member-count", "message": "told 31 where there are 31", "span": [25, 42]}
    ]
    assert client.get("/problems.json").json()["codes"] == {"member-count": 1}
