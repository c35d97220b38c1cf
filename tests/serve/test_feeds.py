"""The feeds: valid, with ids that stay, days of the known clock, and the filters of the lists."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import feedparser
import pytest
from fastapi.testclient import TestClient

from wireledger.serve import app
from wireledger.store import Store

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def atom(client: TestClient) -> feedparser.FeedParserDict:
    """The Atom feed of the last additions."""
    answer = client.get("/changes.atom")
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    return feedparser.parse(answer.content)


def test_a_feed_reader_finds_no_fault(atom: feedparser.FeedParserDict) -> None:
    assert not atom.bozo
    assert atom.version == "atom10"
    assert len(atom.entries) >= 5
    assert atom.feed.updated == max(entry.updated for entry in atom.entries)


def test_every_element_that_atom_asks_for_is_there_once(client: TestClient) -> None:
    root = ElementTree.fromstring(client.get("/changes.atom").content)
    for element in (root, *root.findall(f"{ATOM}entry")):
        assert [len(element.findall(ATOM + name)) for name in ("id", "title", "updated")] == [1, 1, 1]
        assert all(link.get("href", "").startswith("http://testserver/") for link in element.findall(f"{ATOM}link"))
    assert [link.get("rel") for link in root.findall(f"{ATOM}link")] == ["self", "alternate"]
    assert all(entry.find(f"{ATOM}author/{ATOM}name") is not None for entry in root.findall(f"{ATOM}entry"))
    ids = [element.findtext(f"{ATOM}id") for element in root.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", str(name)) for name in ids)


def test_both_feeds_tell_the_same_as_the_page_of_data(client: TestClient, atom: feedparser.FeedParserDict) -> None:
    feed = client.get("/changes/feed.json")
    assert feed.headers["content-type"] == "application/feed+json"
    told = feed.json()
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["id"] for item in told["items"]] == [entry.id for entry in atom.entries]
    days = [change["day"] for change in client.get("/changes.json").json()["changes"]]
    assert [item["date_published"][:10] for item in told["items"]] == days
    for item in told["items"]:
        assert all(isinstance(item[key], str) and item[key] for key in ("id", "url", "title", "content_text"))
        assert client.get(item["url"]).status_code == 200
        assert client.get(item["external_url"].partition("#")[0]).status_code == 200


def test_ids_stay_whatever_is_asked_and_whoever_serves(client: TestClient, ledger: Store) -> None:
    everything = {item["id"]: item for item in client.get("/changes/feed.json?limit=500").json()["items"]}
    few = TestClient(app(ledger)).get("/changes/feed.json?kind=pledge&limit=500").json()["items"]
    assert few
    assert all(everything[item["id"]]["title"] == item["title"] for item in few)


def test_a_feed_takes_the_filters_of_the_lists(client: TestClient) -> None:
    pledges = client.get("/pledges.json?donor=nl&limit=500").json()["entries"]
    listed = {e["id"] for e in pledges if e["first_reported"]}
    assert client.get("/changes.json?donor=nl").json()["undated"] == len(pledges) - len(listed) > 0
    items = client.get("/changes/feed.json?donor=nl&what=new&limit=500").json()["items"]
    assert {item["url"].rpartition("/")[2] for item in items} == listed != set()
    assert feedparser.parse(client.get("/changes.atom?donor=zz").content).entries == []
    for query in ("until=2023-01-01", "doner=nl", "after=x"):
        answer = client.get(f"/changes.atom?{query}")
        assert answer.status_code == 400
        assert query.partition("=")[0] in answer.text


def test_pages_lead_to_their_feeds(client: TestClient) -> None:
    page = client.get("/changes?donor=nl").text
    found = re.findall(r'<link rel="alternate" type="([^"]+)"[^>]* href="([^"]+)"', page)
    assert found == [
        ("application/atom+xml", "/changes.atom?donor=nl"),
        ("application/feed+json", "/changes/feed.json?donor=nl"),
        ("text/calendar", "/calendar.ics?donor=nl"),
    ]
    assert [client.get(address).status_code for _, address in found] == [200, 200, 200]
