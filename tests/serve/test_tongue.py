"""Pages speak the language that is asked for: by the address, a cookie or the browser, in this order."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi.testclient import TestClient

from wireledger.model import Interval, Money, Quantity
from wireledger.serve import app
from wireledger.serve.amounts import count_words, money_words
from wireledger.serve.days import day_words, interval_words
from wireledger.serve.names import name
from wireledger.serve.words import counted, speaking
from wireledger.store import Store


@pytest.fixture
def fresh(ledger: Store) -> TestClient:
    """A browser without cookies."""
    return TestClient(app(ledger))


def spoken(client: TestClient, address: str = "/about", accept: str = "") -> str:
    answer = client.get(address, headers={"Accept-Language": accept})
    assert answer.status_code == 200
    assert f'<html lang="{answer.headers["Content-Language"]}">' in answer.text
    return answer.headers["Content-Language"]


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "en"),
        ("de", "de"),
        ("de-AT,de;q=0.9", "de"),
        ("uk-UA", "uk"),
        ("fr, en;q=0.5, uk;q=0.7", "uk"),
        ("fr;q=1, zh", "en"),
        ("de;q=0", "en"),
        ("de;q=nonsense, uk;q=0.1", "uk"),
        (";;,,;q=", "en"),
    ],
)
def test_the_browser_tells_what_it_prefers(fresh: TestClient, accept: str, expected: str) -> None:
    assert spoken(fresh, accept=accept) == expected


def test_the_address_wins_and_is_remembered(fresh: TestClient) -> None:
    assert spoken(fresh, "/about?lang=uk", "de") == "uk"
    assert spoken(fresh, accept="de") == "uk"
    assert spoken(fresh, "/about?lang=en", "de") == "en"
    fresh.cookies.clear()
    fresh.cookies.set("lang", "xx")
    assert spoken(fresh, accept="de") == "de"


def test_a_language_that_is_not_spoken_is_refused(fresh: TestClient) -> None:
    assert fresh.get("/about?lang=tlh").status_code == 400
    assert fresh.get("/about?lang=de&lang=uk").status_code == 400
    assert fresh.get("/about.json?lang=de").status_code == 200


def test_the_links_to_other_languages_keep_the_question(fresh: TestClient) -> None:
    page = fresh.get("/entries?kind=pledge&q=tank%20%C3%A4&lang=de").text
    assert 'href="?kind=pledge&amp;q=tank+%C3%A4&amp;lang=uk"' in page


def test_days_numbers_and_names_are_those_of_the_language() -> None:
    april = date(2023, 4, 20)
    month = Interval(date(2023, 4, 1), date(2023, 5, 1))
    count, money = Quantity(2000000, 2000000), Money(2.5e9, None, "USD")
    with speaking("de"):
        assert day_words(april) == "20. April 2023"
        assert count_words(count) == "2.000.000"
        assert (name("ua"), name("us"), name("xk")) == ("Ukraine", "Vereinigte Staaten", "Kosovo")
    with speaking("uk"):
        assert day_words(april) == "20 квітня 2023\u202fр."
        assert interval_words(month) == "квітень 2023\u202fр."
        assert (name("ua"), name("no")) == ("Україна", "Норвегія")
    assert (day_words(april), interval_words(month)) == ("20 April 2023", "April 2023")
    assert (count_words(count), money_words(money)) == ("2,000,000", "at least USD 2.5 billion")
    assert counted("claim", 1200) == "1,200 claims"
