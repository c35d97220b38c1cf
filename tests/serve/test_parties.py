"""Parties: an index to search, and a page of each with what it gives, gets, says, holds and belongs to, by date."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, date, datetime
from html import unescape
from typing import Any

import pytest
from fastapi.testclient import TestClient

from wireledger.lexicon.register import count_on
from wireledger.model import Contact, Entry, Pledge, Statement, Step, day
from wireledger.serve import app
from wireledger.serve.roles import kind_of_party, roles_of, threads
from wireledger.serve.view import View, as_of
from wireledger.store import MemoryStore, Store


def entry(name: str, event: Any, on: str, step: str = "said") -> Entry:
    when = day(date.fromisoformat(on))
    return Entry(name, event, (Step(step, when, None, None, ()),), (), 1, True, first_reported=date.fromisoformat(on))


def said(name: str, on: str, *about: str, speaker: str = "no") -> Entry:
    return entry(name, Statement(speaker, f"words {name}", True, about), on)


def test_each_party_has_its_parts() -> None:
    gift = Pledge(("dk", "nl"), "ua", ("ua",), "tank", None, None, None, None, "promised", "new")
    found = roles_of([entry("a", gift, "2023-01-01", "promised"), said("b", "2023-01-02", "ua")])
    assert {code: {role: [e.id for e in told] for role, told in parts.items()} for code, parts in found.items()} == {
        "dk": {"gives": ["a"]},
        "nl": {"gives": ["a"]},
        "ua": {"receives": ["a"], "about": ["b"]},
        "no": {"says": ["b"]},
    }


@pytest.mark.parametrize(("on", "holds"), [("2010-01-01", True), ("2019-01-01", False)])
def test_a_visit_of_a_person_is_one_of_the_state_while_the_office_lasts(on: str, holds: bool) -> None:
    visit = Contact("visit", ("barack-obama",), ("no",), None)
    found = roles_of([entry("v", visit, on, "held")])
    assert set(found) == {"barack-obama", "no"} | ({"us"} if holds else set())


def test_statements_make_threads_with_the_earliest_first() -> None:
    told = threads([said("c", "2023-03-01", "ua"), said("a", "2023-01-01", "ua", "ru"), said("x", "2023-02-01")])
    assert [(thread.about, [e.id for e in thread.entries]) for thread in told] == [("ua", ["a", "c"]), ("ru", ["a"])]


def test_what_a_party_is() -> None:
    kinds = {
        code: kind_of_party(code) for code in ("dk", "nato", "udcg", "barack-obama", "unnamed-allies", "so-and-so")
    }
    assert [*kinds.values()] == ["state", "alliance", "forum", "person", "group", "other"]


def test_the_index_counts_what_the_lists_have(client: TestClient) -> None:
    told = {one["code"]: one for one in client.get("/parties.json?limit=500").json()["parties"]}
    for role, filter_ in (("gives", "donor"), ("receives", "recipient")):
        assert told["dk"][role] == client.get(f"/pledges.json?{filter_}=dk").json()["total"]
    assert told["dk"]["gives"] > 0
    assert [one["code"] for one in client.get("/parties.json?q=denm").json()["parties"]] == ["dk"]
    assert {one["kind"] for one in client.get("/parties.json?kind=state&limit=500").json()["parties"]} == {"state"}
    rows = list(csv.DictReader(io.StringIO(client.get("/parties.csv?limit=500").text)))
    assert [row["code"] for row in rows] == [*told]


def test_pages_of_the_index_hold_every_party_once(client: TestClient) -> None:
    found, address = [], "/parties.json?limit=3"
    while address:
        answer = client.get(address).json()
        found += [one["code"] for one in answer["parties"]]
        address = answer["next"]
    assert found == [one["code"] for one in client.get("/parties.json?limit=500").json()["parties"]]
    assert len(found) == len(set(found)) > 6


def test_a_state_is_page_data_and_table(client: TestClient) -> None:
    told = client.get("/party/dk.json").json()
    pledges = {e["id"] for e in client.get("/pledges.json?donor=dk&limit=500").json()["entries"]}
    assert {one["id"] for one in told["entries"]["gives"]} == pledges
    rows = list(csv.DictReader(io.StringIO(client.get("/party/dk.csv").text)))
    assert [(r["role"], r["id"]) for r in rows] == [(p, e["id"]) for p, es in told["entries"].items() for e in es]
    page = client.get("/party/dk").text
    assert "<h1>Denmark</h1>" in page
    assert all(f'href="/entry/{name}"' in page for name in [e["id"] for e in told["entries"]["gives"]][:6])


def test_an_alliance_has_the_members_of_the_day(client: TestClient) -> None:
    ledger = clocked()
    before, after = (ledger.get(f"/party/nato.json?as-of={on}").json() for on in ("2023-04-03", "2023-04-04"))
    assert set(after["members"]) - set(before["members"]) == {"fi"}
    assert len(after["members"]) == count_on("nato", date(2023, 4, 4)) == 31
    assert {("se", "invited"), ("fi", "invited")} <= {(one["member"], one["step"]) for one in after["accession"]}


def test_who_is_covered_by_a_guarantee_on_a_day_and_why() -> None:
    ledger = clocked()
    before, after = (ledger.get(f"/party/fi.json?as-of={on}").json()["covers"] for on in ("2023-04-03", "2023-04-04"))
    ((was, why),) = ((c["covered"], c["why"]) for c in before if c["alliance"] == "nato")
    assert not was
    assert why.startswith("invited since 2022-06-29, not a member of nato: Article 5 of the North Atlantic Treaty")
    (now,) = (c for c in after if c["alliance"] == "nato")
    assert (now["covered"], now["since"], now["clause"]) == (True, "2023-04-04", "Article 5")
    covered = ledger.get("/party/nato.json?as-of=2023-04-04").json()["covers"]
    assert {c["state"] for c in covered} == set(ledger.get("/party/nato.json?as-of=2023-04-04").json()["members"])
    page = ledger.get("/party/fi?as-of=2023-04-03").text
    assert "not covered" in page
    assert why in unescape(page)
    assert "member of nato since 2023-04-04" in ledger.get("/party/nato?as-of=2023-04-04").text


def test_a_person_has_offices_by_date() -> None:
    told = clocked().get("/party/barack-obama.json?as-of=2010-06-01").json()
    assert (told["kind"], told["country"]) == ("person", "us")
    assert [(o["office"], o["of"], o["from"], o["to"]) for o in told["offices"] if o["holds"]] == [
        ("president", "us", "2009-01-20", "2017-01-20")
    ]


def test_one_part_and_one_thread(client: TestClient, ledger: Store) -> None:
    speech = next(e for e in ledger.entries() if isinstance(e.event, Statement) and e.event.speaker and e.event.about)
    assert isinstance(speech.event, Statement)
    speaker, about = speech.event.speaker, speech.event.about[0]
    told = client.get(f"/party/{speaker}.json?about={about}").json()["entries"]
    assert [*told] == ["says"]
    assert speech.id in [one["id"] for one in told["says"]]
    assert [*client.get("/party/dk.json?part=gives").json()["entries"]] == ["gives"]


def test_a_part_of_many_entries_is_paged() -> None:
    store = MemoryStore()
    store.replace([said(f"s{n:04}", "2023-01-01", "ua") for n in range(1203)], datetime(2024, 1, 1, tzinfo=UTC))
    client = TestClient(app(store))
    assert 'href="/party/no?part=says">all 1,203<' in client.get("/party/no").text
    found, address, pages = [], "/party/no?part=says", []
    while address:
        page = client.get(address).text
        pages.append(address)
        found += re.findall(r'href="/entry/([^"]+)"', page)
        link = re.search(r'rel="next" href="([^"]+)"', page)
        address = unescape(link[1]) if link else ""
    assert pages == [f"/party/no?part=says{after}" for after in ("", "&after=500", "&after=1000")]
    assert len(set(found)) == 1203
    assert 'rel="prev" href="/party/no?part=says&amp;after=500"' in client.get(pages[2]).text
    assert 'rel="prev" href="/party/no?part=says"' in client.get(pages[1]).text
    assert client.get("/party/no?part=says&about=ua&after=1200").text.count('class="row ') == 3


@pytest.mark.parametrize(
    ("address", "status", "fault"),
    [
        ("/party/dk?after=500", 400, "after"),
        ("/party/dk?part=gives&after=x", 400, "after"),
        ("/parties?donor=dk", 400, "donor"),
        ("/parties.csv?kind=planet", 400, "kind"),
        ("/parties?limit=501", 400, "limit"),
        ("/party/dk?q=x", 400, "q"),
        ("/party/dk.json?part=odd", 400, "part"),
        ("/party/nobody-at-all", 404, "nobody-at-all"),
        ("/party/nobody-at-all.json", 404, "nobody-at-all"),
    ],
)
def test_what_cannot_be_asked_is_named(client: TestClient, address: str, status: int, fault: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert fault in answer.text


def clocked() -> TestClient:
    """Asks an empty ledger that has clocks: what the lists tell of a party needs no entry."""

    def views(known: date | None, true: date | None) -> View:
        view = View((), {}, {}, {})
        return as_of(view, true) if true else view

    store = MemoryStore()
    store.replace([], datetime(2024, 1, 1, tzinfo=UTC))
    return TestClient(app(store, views))
