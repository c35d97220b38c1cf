"""The calendar: read back by a reader of calendars, all-day spans, ids that stay, the filters of the lists."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar
from tests.resolve.made import Wire, pledge, visit
from tests.serve.views import asking

from wireledger.model import Contact, Entry, Step, day
from wireledger.serve.asked import Asked
from wireledger.serve.calendars import MOST, calendar_of, clean, dates_of
from wireledger.serve.snapshot import Snapshot
from wireledger.store import MemoryStore

SUMMER = {"text": "in summer", "from": "2023-06-01", "to": "2023-09-01"}
LATE = {"text": "by the end of the year", "from": None, "to": "2024-01-01"}


def wire(*more: dict[str, Any]) -> Wire:
    made = Wire()
    made.report("Fen Post", "2023-02-14", visit("Barbro Lind was in Riga, Latvia; it rained.", "se", "Riga, old; town",
                                                "2023-02-13"))  # fmt: skip
    made.report("Fen Post", "2023-02-15", visit("Lars Holm comes to Tallinn in summer.", "dk", "Tallinn", "",
                                                mood="planned") | {"when": SUMMER})  # fmt: skip
    made.report("Moor Mail", "2023-03-01", pledge("Oslo gives 8 Leopard 2 in summer.", "no", "Leopard 2 tanks", 8,
                                                  due=SUMMER))  # fmt: skip
    made.report("Moor Mail", "2023-03-02", pledge("The Hague gives 2 boats by the end of the year.", "nl", "boats", 2,
                                                  due=LATE))  # fmt: skip
    made.report("Moor Mail", "2023-03-03", pledge("Paris gives a car.", "fr", "car", 1), *more)
    return made


@pytest.fixture(scope="module")
def client() -> TestClient:
    """Asks a ledger of two visits and two times of delivery."""
    return asking(wire())


def events(client: TestClient, query: str = "") -> list[Any]:
    answer = client.get(f"/calendar.ics{query}")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n")), "lines are folded"
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def test_contacts_and_due_dates_stand_on_their_days(client: TestClient) -> None:
    told = [(e.decoded("dtstart"), e.decoded("dtend"), str(e["summary"])) for e in events(client)]
    assert [(first, stop) for first, stop, _ in told] == [
        (date(2023, 2, 13), date(2023, 2, 14)),
        (date(2023, 6, 1), date(2023, 9, 1)),
        (date(2023, 6, 1), date(2023, 9, 1)),
        (date(2023, 12, 31), date(2024, 1, 1)),
    ]
    titles = [title for _, _, title in told]
    assert titles[0] == "Sweden visits Riga, old; town"
    assert all(title.startswith("some day of 1 June to 31 August 2023: ") for title in titles[1:3])
    assert "until 31 December 2023" in titles[3]
    assert any("Due: Norway gives Ukraine 8 Leopard 2 tanks" in title for title in titles)


def test_what_a_program_needs_is_there(client: TestClient) -> None:
    first, second, *_ = events(client)
    assert (str(first["location"]), str(first["status"])) == ("Riga, old; town", "CONFIRMED")
    assert {str(e.get("status")) for e in events(client, "?kind=contact")} == {"CONFIRMED", "TENTATIVE"}
    assert str(first["url"]).startswith("http://testserver/entry/")
    assert str(first["transp"]) == "TRANSPARENT"
    assert client.get(str(first["url"])).status_code == 200
    assert len({str(e["uid"]) for e in events(client)}) == 4
    assert "testserver" not in str(second["uid"])


def test_ids_stay_when_another_report_tells_it_too(client: TestClient) -> None:
    again = asking(wire(pledge("The 8 Leopard 2 of Oslo come in summer.", "no", "Leopard 2 tanks", 8, due=SUMMER)))
    assert [str(e["uid"]) for e in events(again)] == [str(e["uid"]) for e in events(client)]
    assert client.get("/calendar.ics").content == client.get("/calendar.ics").content


def test_the_filters_of_the_lists_and_the_clocks_hold(client: TestClient) -> None:
    assert len(events(client, "?kind=pledge")) == 2
    assert len(events(client, "?donor=no")) == 1
    assert len(events(client, "?q=tallinn")) == 1
    assert len(events(client, "?known-on=2023-02-20")) == 2
    assert client.get("/calendar.ics?kind=pledge").headers["content-type"].startswith("text/calendar")


@pytest.mark.parametrize(
    ("query", "fault"), [("kind=statement", "statement"), ("limit=3", "limit"), ("order=oldest", "order"), ("x=1", "x")]
)
def test_what_has_no_days_is_refused(client: TestClient, query: str, fault: str) -> None:
    answer = client.get(f"/calendar.ics?{query}")
    assert answer.status_code == 400
    assert fault in answer.text


@pytest.mark.parametrize("path", ["/", "/entries", "/pledges", "/contacts", "/due", "/changes", "/meetings"])
def test_pages_name_their_feeds_and_calendar_for_the_filter_at_hand(client: TestClient, path: str) -> None:
    asked = "" if path in ("/", "/meetings") else "?q=oslo" if path != "/due" else "?donor=no"
    page = client.get(path + asked).text
    for kind, address in (
        ("atom+xml", "changes.atom"),
        ("feed+json", "changes/feed.json"),
        ("calendar", "calendar.ics"),
    ):
        named = [line for line in page.splitlines() if "alternate" in line and kind in line]
        assert len(named) == 1, (path, kind)
        href = named[0].partition('href="')[2].partition('"')[0].replace("&amp;", "&")
        assert href.startswith(f"/{address}")
        assert asked.strip("?") in href
        assert page.count(named[0].partition("href=")[2].rstrip(">")) == 2, "a link for readers too"
        assert client.get(href).status_code == 200


def test_a_list_without_days_has_no_calendar(client: TestClient) -> None:
    page = client.get("/statements?q=oslo").text
    assert "/changes.atom?kind=statement&amp;q=oslo" in page
    assert "calendar.ics" not in page


def test_a_calendar_says_what_it_leaves_out() -> None:
    when = day(date(2023, 1, 1))
    entry = Entry("e", Contact("visit", ("se",), (), "Riga"), (Step("held", when, None, None, ()),), (), 1, False)
    store = MemoryStore()
    store.replace([entry], datetime(2024, 1, 1, tzinfo=UTC))
    (one,) = dates_of(Snapshot(store), Asked(), None)
    many = calendar_of((one,) * (MOST + 2), Asked(), lambda entry: "http://example.org/")
    assert many.count(b"BEGIN:VEVENT") == MOST
    assert "2 earlier dates are left out" in str(Calendar.from_ical(many)["x-wr-caldesc"])


def test_no_text_breaks_a_line() -> None:
    assert clean("a\r\nBEGIN:VEVENT\x00\x85\ud800") == "a\nBEGIN:VEVENT  ?"
