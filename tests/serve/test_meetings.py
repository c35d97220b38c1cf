"""Meetings: tellings of the same days of a body are one; its brief has who came, what was pledged, open and said."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.resolve.made import Wire, pledge, said
from tests.serve.views import asking, view_of

from wireledger.model import Contact, Days, Entry, Interval, Step, day
from wireledger.serve.meetings import Meetings


def met(quote: str, body: str, *guests: str, when: Any = None, place: str | None = None) -> dict[str, Any]:
    """A claim's shape: a body met, with some guests."""
    shape = {"kind": "contact", "quote": quote, "form": "meeting", "guests": [body, *guests], "hosts": []}
    return {**shape, "place": place, "when": when}


def meeting(name: str, when: Interval | None, *guests: str, place: str | None = None, step: str = "held") -> Entry:
    event = Contact("meeting", guests, (), place, Days("", when) if when else None)
    return Entry(name, event, (Step(step, when, None, None, ()),), (), 1, False)


def span(first: str, stop: str) -> Interval:
    return Interval(date.fromisoformat(first), date.fromisoformat(stop))


def wire() -> Wire:
    """A meeting with two pledges, one of them delivered in part, and one of the meeting before that is open."""
    made = Wire()
    earlier = pledge("Oslo gave its word at the meeting for 5 radars.", "no", "radars", 5, forum="udcg",
                     when="2023-01-20", category="radar")  # fmt: skip
    made.report("Fen Post", "2023-01-20", earlier)
    due = {"text": "in May", "from": "2023-05-01", "to": "2023-06-01"}
    made.report(
        "Fen Post",
        "2023-04-21",
        met("The group met in Ramstein.", "udcg", "no", "nl", when="2023-04-21", place="Ramstein"),
        pledge("There Oslo promised 8 Leopard 2 in May.", "no", "Leopard 2 tanks", 8, forum="udcg", when="2023-04-21",
               category="tank", due=due),
        pledge("The Hague promised boats.", "nl", "boats", forum="udcg", category="vessel"),
        said("\"We stand by it\", The Hague said.", "nl", "We stand by it", "ua"),
        said("\"Not so fast\", Rome said.", "it", "Not so fast", "ua"),
    )  # fmt: skip
    made.report("Moor Mail", "2023-05-20", pledge("Oslo has handed over two of the 8 Leopard 2.", "no",
                                                  "Leopard 2 tanks", 2, step="delivered"))  # fmt: skip
    return made


@pytest.fixture(scope="module")
def client() -> TestClient:
    """Asks the ledger of that meeting."""
    return asking(wire())


def test_neighbouring_days_and_no_other_place_are_one_meeting() -> None:
    found = Meetings(
        [
            meeting("a", span("2024-07-09", "2024-07-12"), "nato", "joe-biden", place="Washington, D.C."),
            meeting("b", day(date(2024, 7, 12)), "nato", "fr", place="Washington"),
            meeting("c", day(date(2024, 7, 10)), "nato", place="Riga"),
            meeting("d", day(date(2024, 7, 20)), "nato"),
            meeting("e", span("2024-07-01", "2024-08-01"), "nato"),
            meeting("f", None, "nato"),
            meeting("g", day(date(2024, 7, 10)), "nato", step="denied"),
            meeting("h", day(date(2024, 7, 10)), "us", "fr"),
        ]
    )
    assert [(m.name, [e.id for e in m.contacts], m.places) for m in found.of("nato")] == [
        ("2024-07-20", ["d"], ()),
        ("2024-07-10", ["c"], ("Riga",)),
        ("2024-07-09..2024-07-13", ["a", "b"], ("Washington, D.C.",)),
        ("2024-07-01..2024-08-01", ["e"], ()),
    ]
    assert {body: [e.id for e in told] for body, told in found.undated.items()} == {"nato": ["f"]}
    assert len(found.all) == 4
    assert found.named("nato", "2024-07-09..2024-07-13") is found.of("nato")[2]
    assert found.named("nato", "2024-07-20..2024-07-22") is found.of("nato")[0]
    assert found.named("nato", "2024-08-02") is None
    assert [m.is_narrow for m in found.of("nato")] == [True, True, True, False]


def test_a_chain_of_days_does_not_grow_without_end() -> None:
    days = [meeting(f"m{n:02}", day(date(2024, 1, n)), "eu") for n in range(1, 29)]
    assert all(m.is_narrow for m in Meetings(days).of("eu"))
    assert sum(len(m.contacts) for m in Meetings(days).of("eu")) == 28


def test_a_pledge_of_no_day_counts_where_reports_of_its_days_tell_it() -> None:
    (last, first) = Meetings(view_of(wire()).entries).of("udcg")
    assert (first.name, last.name) == ("2023-01-20", "2023-04-21")
    assert sorted(getattr(e.event, "item", None) or "" for e in last.pledges) == ["Leopard 2 tanks", "boats"]


def test_the_brief_has_who_came_what_is_due_open_and_said(client: TestClient) -> None:
    told = client.get("/meeting/udcg/2023-04-21.json").json()
    assert {one["code"] for one in told["attended"]} == {"no", "nl"}
    by = {section: [line["text"] for line in told["lines"] if line["section"] == section]
          for section in ("pledged", "due", "earlier", "said", "attended")}  # fmt: skip
    assert len(by["pledged"]) == 2
    assert [("Leopard 2" in text, "in part" in text) for text in by["due"]] == [(True, True)]
    assert [text for text in by["earlier"] if "radars" in text] == by["earlier"] != []
    assert [text for text in by["said"] if "We stand by it" in text] == by["said"] != [], "Rome was not there"
    tanks = next(one for one in told["sums"] if one["of"] == "tank")
    assert (tanks["promised"], tanks["delivered"], tanks["open"]) == (
        {"low": 8, "high": 8}, {"low": 2, "high": 2}, {"low": 6, "high": 6},
    )  # fmt: skip
    quotes = {claim["quote"] for line in told["lines"] for claim in line["claims"]}
    assert "There Oslo promised 8 Leopard 2 in May." in quotes


def test_the_page_and_the_table_say_the_same(client: TestClient) -> None:
    page = client.get("/meeting/udcg/2023-04-21").text
    told = client.get("/meeting/udcg/2023-04-21.json").json()
    for line in told["lines"]:
        assert f'href="/entry/{line["id"]}"' in page
    rows = list(csv.DictReader(io.StringIO(client.get("/meeting/udcg/2023-04-21.csv").text)))
    assert [(row["section"], row["id"]) for row in rows] == [(line["section"], line["id"]) for line in told["lines"]]
    assert "1 pledge without a figure" in page
    assert "Ramstein" in page


def test_the_brief_obeys_both_clocks(client: TestClient) -> None:
    before = client.get("/meeting/udcg/2023-04-21.json?known-on=2023-04-30").json()
    assert next(one for one in before["sums"] if one["of"] == "tank")["delivered"] == {"low": 0, "high": 0}
    assert [one["standing"] for one in before["due"]] == ["to come"]
    assert client.get("/meeting/udcg/2023-04-21?known-on=2023-02-01").status_code == 404
    assert client.get("/meetings.json?known-on=2023-02-01").json()["total"] == 1


def test_the_list_is_filtered_and_paged(client: TestClient) -> None:
    whole = client.get("/meetings.json").json()
    assert [(one["body"], one["from"]) for one in whole["meetings"]] == [("udcg", "2023-04-21"), ("udcg", "2023-01-20")]
    assert client.get("/meetings.json?q=ramstein").json()["total"] == 1
    assert client.get("/meetings.json?to=2023-04-21").json()["total"] == 1
    assert client.get("/meetings.json?body=nato").json()["total"] == 0
    first = client.get("/meetings.json?limit=1").json()
    assert client.get(first["next"]).json()["meetings"] == whole["meetings"][1:]
    rows = list(csv.DictReader(io.StringIO(client.get("/meetings.csv").text)))
    assert [row["link"] for row in rows] == [one["link"] for one in whole["meetings"]]
    page = client.get("/meetings").text
    assert all(f'href="{one["link"]}"' in page for one in whole["meetings"])
    assert 'href="/meetings"' in client.get("/parties").text
    assert 'href="/meetings?body=udcg"' in client.get("/party/udcg").text


@pytest.mark.parametrize(
    ("address", "status", "fault"),
    [
        ("/meetings?donor=dk", 400, "donor"),
        ("/meetings.csv?from=soon", 400, "from"),
        ("/meetings?from=2023-02-02&to=2023-02-01", 400, "from"),
        ("/meeting/udcg/2023-04-21?q=x", 400, "q"),
        ("/meeting/udcg/2023-04-21.json?limit=2", 400, "limit"),
        ("/meeting/udcg/2021-01-01", 404, "2021-01-01"),
        ("/meeting/nobody/now", 404, "now"),
    ],
)
def test_what_cannot_be_asked_is_named(client: TestClient, address: str, status: int, fault: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert fault in answer.text
