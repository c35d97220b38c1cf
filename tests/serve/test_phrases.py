"""Entries read as plain sentences; bounds, sums and days are in words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from wireledger.model import (
    Contact,
    Entry,
    Event,
    Interval,
    Membership,
    Money,
    Pledge,
    Quantity,
    Statement,
    Step,
    day,
    month,
    year,
)
from wireledger.serve.amounts import count_words, money_words
from wireledger.serve.days import interval_words
from wireledger.serve.phrases import plain
from wireledger.serve.rows import badges, value_words


def pledge(donors: tuple[str, ...], **other: Any) -> Pledge:
    known: dict[str, Any] = {"recipient": "ua", "recipients": ("ua",), "item": None, "quantity": None, "money": None}
    told = {**known, "step": "promised", **other}
    return Pledge(donors=donors, category=None, model=None, scope="new", **told)


TANKS = "Leopard 2 tanks"


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (
            pledge(("dk", "nl"), item=TANKS, quantity=Quantity(14, None)),
            "Denmark and the Netherlands give Ukraine at least 14 Leopard 2 tanks",
        ),
        (pledge(("us",), money=Money(2.5e9, 2.5e9, "USD")), "The United States gives Ukraine USD 2.5 billion"),
        (
            pledge(("nl",), money=Money(165e6, 165e6, "EUR"), item="repairs"),
            "The Netherlands gives Ukraine EUR 165 million for repairs",
        ),
        (
            pledge((), item=TANKS, recipient=None, recipients=()),
            "Somebody not named gives Leopard 2 tanks, to whom is not told",
        ),
        (pledge(("unnamed-allies",), item=TANKS, step="floated"), "Unnamed allies may give Ukraine Leopard 2 tanks"),
        (pledge(("pl",), item=TANKS, step="refused"), "Poland refuses to give Ukraine Leopard 2 tanks"),
        (
            pledge(("pl", "de"), step="requested"),
            "Poland and Germany are asked to give Ukraine help of a kind not told",
        ),
        (Contact("visit", ("joe-biden",), (), "Kyiv"), "Joe Biden visits Kyiv"),
        (Contact("meeting", ("de", "fr"), (), None), "Germany and France meet"),
        (Contact("call", ("us",), ("ua",), None), "The United States talks by telephone with Ukraine"),
        (Statement("jane-doe", "We  will\nhelp", True), "Jane Doe: “We will help”"),
        (Membership("fi", "nato", "joined"), "Finland joins NATO"),
        (Membership("se", "nato", "opposed", ("tr", "hu")), "Turkey and Hungary oppose Sweden joining NATO"),
    ],
)
def test_an_event_is_a_sentence(event: Event, words: str) -> None:
    assert plain(event) == words


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(14, 14), "14"),
        (Quantity(14, None), "at least 14"),
        (Quantity(None, 1500), "up to 1,500"),
        (Quantity(10, 20), "10 to 20"),
        (Quantity(40, 40, True), "about 40"),
        (Quantity(None, None), ""),
        (Quantity(3, 3, unit="tonne"), "3 tonne"),
    ],
)
def test_counts_keep_their_bound(quantity: Quantity, words: str) -> None:
    assert count_words(quantity) == words


@pytest.mark.parametrize(
    ("money", "words"),
    [
        (Money(165e6, 165e6, "EUR"), "EUR 165 million"),
        (Money(165e6, None, "EUR"), "at least EUR 165 million"),
        (Money(None, 2e9, "USD"), "up to USD 2 billion"),
        (Money(1e6, 2e6, "USD"), "USD 1 million to 2 million"),
        (Money(1234567, 1234567, "USD"), "USD 1,234,567"),
        (Money(250000, 250000, None, True), "about (currency not told) 250,000"),
    ],
)
def test_sums_are_told_as_written(money: Money, words: str) -> None:
    assert money_words(money) == words


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (day(date(2023, 4, 20)), "20 April 2023"),
        (month(2023, 12), "December 2023"),
        (year(2024), "2024"),
        (Interval(date(2024, 1, 1), date(2024, 5, 1)), "1 January to 30 April 2024"),
        (Interval(date(2023, 12, 30), date(2024, 1, 3)), "30 December 2023 to 2 January 2024"),
        (Interval(None, date(2024, 1, 3)), "until 2 January 2024"),
        (Interval(date(2024, 1, 3), None), "from 3 January 2024 on"),
        (None, "day not known"),
    ],
)
def test_days_are_words(interval: Interval | None, words: str) -> None:
    assert interval_words(interval) == words


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("low", "14", "14"),
        ("count", "[14, null]", "at least 14"),
        ("count", "[null, null]", "not told"),
        ("donors", '["dk", "nl"]', "Denmark, Netherlands"),
        ("step", '"in_transit"', "on its way"),
        ("place", '"Kyiv"', "Kyiv"),
        ("due", '{"from": "2024-01-01"}', "from: 2024-01-01"),
        ("direct", "true", "yes"),
        ("low", "null", "not told"),
    ],
)
def test_values_that_differ_are_words(field: str, value: str, words: str) -> None:
    assert value_words(field, value) == words


def test_badges_keep_the_latest_amount_that_is_told() -> None:
    steps = (
        Step("promised", None, 14, None, ()),
        Step("delivered", None, 2, 2, ()),
        Step("promised", None, None, None, ()),
    )
    entry = Entry("e", pledge(("dk",), item=TANKS), steps, (), 0, True)
    assert [badge.text for badge in badges(entry, lambda _: None)] == ["promised at least 14", "delivered 2"]
