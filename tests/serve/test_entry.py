"""The page of an entry: its life drawn, its voices, its relations with their reasons, its history on both clocks."""

from __future__ import annotations

import re
import xml.etree.ElementTree as Tree
from html import unescape
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.resolve.made import Wire, money, pledge, visit
from tests.serve.views import asking

from wireledger.serve.lifeline import Lane, lifeline


def story() -> Wire:
    """Tanks told by two outlets and copied once, delivered later; more of them on top; a package with an item in it."""
    wire = Wire()
    tanks = pledge("Oslo will give 8 tanks in May.", "no", "tanks", 8, category="tank", when="2023-02-01",
                   due={"text": "in May", "from": "2023-05-01", "to": "2023-06-01"})  # fmt: skip
    wire.report("Fen Post", "2023-02-03", tanks)
    wire.report("Fen Post", "2023-02-04", pledge("Norway has promised 8 tanks.", "no", "tanks", 8, category="tank"))
    wire.report(
        "Marsh Mail", "2023-02-05", pledge("Oslo promised 9 tanks.", "no", "tanks", 9, category="tank", scope="earlier")
    )
    came = pledge(
        "All 8 of Oslo's tanks have arrived.", "no", "tanks", 8, step="delivered", scope="earlier", category="tank"
    )
    wire.report("Fen Post", "2023-06-10", {**came, "when": "2023-06-01"})
    more = pledge("Oslo gives another 4 tanks.", "no", "tanks", 4, category="tank", scope="extra")
    wire.report("Marsh Mail", "2023-07-01", more)
    package = money(
        "Rome gives a package of 5 million dollars.", "it", 5_000_000, "military aid package", category="military-aid"
    )
    wire.report("Fen Post", "2023-08-01", package, pledge("It holds 6 guns.", "it", "guns", 6, category="howitzer"))
    return wire


@pytest.fixture(scope="module")
def asks() -> TestClient:
    """Asks the ledger of the story."""
    return asking(story())


def entry(asks: TestClient, donor: str, **fits: Any) -> dict[str, Any]:
    found = asks.get("/pledges.json", params={"donor": donor}).json()["entries"]
    return dict(asks.get(f"/entry/{next(e['id'] for e in found if fits.items() <= e.items())}.json").json())


def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_its_life_is_drawn_with_dated_steps(asks: TestClient) -> None:
    page = asks.get(f"/entry/{entry(asks, 'no', low=8)['id']}").text
    drawn = re.search(r"<svg.*?</svg>", page, re.S)
    assert drawn
    told = Tree.fromstring(drawn.group()).findtext("desc") or ""
    assert told == (
        "promised 8, happened 1 February 2023, first told 3 Feb 2023; promised 9, first told 5 Feb 2023; "
        "delivered 8, happened 1 June 2023, first told 10 Jun 2023; due, happened May 2023"
    )
    assert drawn.group().count("<circle") == 3
    assert page.index("</svg>") < page.index('<table class="table stacked steps">')


def test_reports_of_one_outlet_are_one_voice_and_the_page_says_why(asks: TestClient) -> None:
    told = entry(asks, "no", low=8)
    page = asks.get(f"/entry/{told['id']}").text
    assert page.count('class="voice"') == told["independent"] == 2
    assert "3 reports of one outlet are one voice" in page


def test_differing_figures_stand_side_by_side_with_the_rule(asks: TestClient) -> None:
    text = words(asks.get(f"/entry/{entry(asks, 'no', low=8)['id']}").text)
    assert re.search(
        r"Where sources differ count 8 the value above .*? 9 .*? was chosen by the rule “most independent voices”", text
    )


def test_related_entries_say_why(asks: TestClient) -> None:
    first, more = entry(asks, "no", low=8), entry(asks, "no", low=4)
    assert [(one["relation"], one["pointed"], one["entry"]) for one in more["related"]] == [
        ("extra_to", False, first["id"])
    ]
    text = words(asks.get(f"/entry/{more['id']}").text)
    assert "Told as given on top" in text
    assert "“" not in text.split("Told as given on top")[1][:10]
    assert "Oslo gives another 4 tanks." in text.split("Told as given on top")[1]
    package, guns = entry(asks, "it", category="military-aid"), entry(asks, "it", category="howitzer")
    assert [(one["relation"], one["entry"]) for one in guns["related"]] == [("part_of", package["id"])]
    assert [(one["pointed"], one["entry"]) for one in package["related"]] == [(True, guns["id"])]
    assert "the sum of the package holds its price" in words(asks.get(f"/entry/{guns['id']}").text)


def test_its_history_keeps_the_clocks_apart(asks: TestClient) -> None:
    told = entry(asks, "no", low=8)
    assert [(one["day"], one["figures"]) for one in told["history"]["known"]] == [
        ("2023-02-03", ["8"]), ("2023-02-04", []), ("2023-02-05", ["9"]), ("2023-06-10", []),
    ]  # fmt: skip
    assert [(one["day"], one["step"]) for one in told["history"]["true"]] == [
        ("2023-02-01", "promised"), ("2023-02-05", "promised"), ("2023-06-01", "delivered"),
    ]  # fmt: skip
    page = asks.get(f"/entry/{told['id']}").text
    known, true = f"/entry/{told['id']}?known-on=2023-02-05", f"/entry/{told['id']}?as-of=2023-06-01"
    assert f'href="{known}"' in page
    assert f'href="{true}"' in page
    assert "delivered" not in words(asks.get(known).text).split("Its life")[1].split("Other entries")[0]
    assert "delivered 8" in words(asks.get(true).text)


def test_what_is_promised_anew_follows_what_was_withdrawn() -> None:
    wire = Wire()
    wire.report("Fen Post", "2023-01-10", pledge("Oslo gives 8 tanks.", "no", "tanks", 8, category="tank"))
    wire.report(
        "Fen Post",
        "2023-02-10",
        pledge("Oslo takes its 8 tanks back.", "no", "tanks", 8, step="withdrawn", scope="earlier", category="tank"),
    )
    wire.report("Fen Post", "2023-05-10", pledge("Oslo will now give 5 tanks.", "no", "tanks", 5, category="tank"))
    asks = asking(wire)
    old, new = entry(asks, "no", low=8), entry(asks, "no", low=5)
    assert [(one["relation"], one["pointed"], one["entry"]) for one in new["related"]] == [
        ("replaces", False, old["id"])
    ]
    assert [(one["relation"], one["pointed"], one["entry"]) for one in old["related"]] == [
        ("replaces", True, new["id"])
    ]


def test_without_a_day_nothing_is_drawn() -> None:
    assert lifeline([Lane("held", "held", None, (), None)], "a visit") is None


def test_a_visit_says_when_it_was_told_and_when_it_happened() -> None:
    wire = Wire()
    wire.report("Fen Post", "2024-12-05", visit("Ann Berg was in Kyiv in June 2022.", "ann-berg", "Kyiv", "2022-06-14"))
    wire.report("Fen Post", "2024-12-05", visit("Bo Dahl is in Kyiv.", "bo-dahl", "Kyiv", "2024-12-05"))
    text = words(asking(wire).get("/").text)
    assert "First told on 5 December 2024" in text
    assert "held, 14 June 2022" in text
    assert text.count("held,") == 1


def visits(*days: str) -> Wire:
    """A guest who came on these days; the last time is told to be the first since 2022."""
    wire = Wire()
    since = {"text": "since 2022", "from": "2022-01-01", "to": None}
    which = {"number": 1, "words": "his first visit since 2022", "since": since, "within": None, "whose": "guest"}
    for at, on in enumerate(days):
        told = visit("Scholz came to Kyiv.", "olaf-scholz", "Kyiv", on)
        wire.report("Fen Post" if at else "Marsh Mail", on, {**told, "nth": which if on == days[-1] else None})
    return wire


def last_visit(asks: TestClient) -> dict[str, Any]:
    found = asks.get("/entries.json", params={"kind": "contact"}).json()["entries"]
    return dict(next(e for e in found if e["nth"]))


def test_a_told_count_that_more_visits_speak_against_is_shown_as_a_problem_of_its_entry() -> None:
    asks = asking(visits("2022-06-16", "2023-03-01", "2024-06-11"))
    name = last_visit(asks)["id"]
    told = asks.get(f"/entry/{name}.json").json()["counted"]
    assert (told["bearing"], len(told["before"]), told["problem"]["code"]) == ("more", 1, "more-than-told")
    page = asks.get(f"/entry/{name}").text
    assert "his first visit since 2022" in words(page)
    assert f"/entry/{told['before'][0]}" in page
    assert name in asks.get("/problems", params={"code": "more-than-told"}).text
    assert asks.get("/problems.json", params={"code": "more-than-told"}).json()["total"] == 1


def test_what_was_not_known_on_a_day_does_not_speak_against_it() -> None:
    asks = asking(visits("2022-06-16", "2024-06-11"))
    told = asks.get(f"/entry/{last_visit(asks)['id']}.json").json()["counted"]
    assert told == {"bearing": "agrees", "before": [], "problem": None}


def test_a_contact_without_a_told_count_is_not_checked() -> None:
    asks = asking(story())
    assert entry(asks, "no", low=8)["counted"] is None
