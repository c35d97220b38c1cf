"""What a sentence says may be given: counts, sums, purposes and lists, each told once."""

from __future__ import annotations

import pytest
from tests.extract.pledges_made import only_view

from wireledger.extract.offers import Offer, offers
from wireledger.model import Money, Quantity

Told = tuple[str | None, float | None, float | None, float | None]


def told(offer: Offer) -> Told:
    """The words, the count's two ends and the sum's lower end of an offer."""
    quantity = offer.quantity.thing if offer.quantity else None
    money = offer.money.thing if offer.money else None
    low, high = (quantity.low, quantity.high) if isinstance(quantity, Quantity) else (offer.single, offer.single)
    return offer.words, low, high, money.low if isinstance(money, Money) else None


COUNTED: list[tuple[str, list[Told]]] = [
    ("Turkey gave Mali six drones.", [("drones", 6, 6, None)]),
    ("Turkey gave Mali at least six drones.", [("drones", 6, None, None)]),
    ("Turkey gave Mali up to six drones.", [("drones", None, 6, None)]),
    ("Turkey gave Mali six of its drones.", [("drones", 6, 6, None)]),
    ("Turkey gave Mali six new drones.", [("drones", 6, 6, None)]),
    ("Japan gave Manila a radar.", [("radar", 1, 1, None)]),
    ("Japan gave Manila radars.", [("radars", None, None, None)]),
    ("Japan gave Manila a military aid package.", [("military aid package", None, None, None)]),
    ("Egypt sent Sudan ammunition.", [("ammunition", None, None, None)]),
    ("Italy gave Niger a training.", [("training", None, None, None)]),
]
SUMS: list[tuple[str, list[Told]]] = [
    ("Qatar gave Lebanon $60 million.", [(None, None, None, 60e6)]),
    ("Qatar gave Lebanon $60 million in military aid.", [("military aid", None, None, 60e6)]),
    ("Qatar gave Lebanon a $60 million loan.", [("loan", None, None, 60e6)]),
    ("Qatar gave Lebanon a loan of $60 million.", [("loan", None, None, 60e6)]),
    ("Qatar gave Lebanon drones worth $60 million.", [("drones", None, None, 60e6)]),
    ("Qatar gave Lebanon 12 drones worth $60 million.", [("drones", 12, 12, 60e6)]),
    ("Qatar gave Lebanon $60 million for the wages of teachers.", [("wages of teachers", None, None, 60e6)]),
    ("Qatar gave $60 million to Lebanon.", [(None, None, None, 60e6)]),
    ("Qatar gave Lebanon $60 million (56 million euros) in military aid.", [("military aid", None, None, 60e6)]),
    ("Qatar gave Lebanon $60 million in drones, radars and rifles.", [("drones, radars and rifles", None, None, 60e6)]),
]
LISTS: list[tuple[str, list[Told]]] = [
    ("India gave Armenia six radars and 40 trucks.", [("radars", 6, 6, None), ("trucks", 40, 40, None)]),
    ("India gave Armenia radars, trucks and rifles.", [(w, None, None, None) for w in ("radars", "trucks", "rifles")]),
    ("India gave Armenia six radars and $4 million.", [("radars", 6, 6, None), (None, None, None, 4e6)]),
    ("India gave Armenia $4 million and six radars.", [(None, None, None, 4e6), ("radars", 6, 6, None)]),
    (
        "India gave Armenia $4 million and another $6 million for training.",
        [(None, None, None, 4e6), ("training", None, None, 6e6)],
    ),
]
ONCE: list[tuple[str, list[Told]]] = [
    ("India has sold rockets to Armenia.", [("rockets", None, None, None)]),
    ("Denmark gave Kyiv ammunition for the howitzers.", [("ammunition for the howitzers", None, None, None)]),
    ("Iran supplies Sudan with drones.", [("drones", None, None, None)]),
    ("Denmark gave Kyiv spare parts for the tanks.", [("spare parts for the tanks", None, None, None)]),
]
FAULTS: list[tuple[str, list[Told], str]] = [
    (
        "Qatar gave Lebanon $60 million for the wages of soldiers.",
        [("wages of soldiers", None, None, 60e6)],
        "a thing inside the purpose of a sum is told again",
    ),
]
NONE = [
    "Kenya stands with Haiti and offers its support.",
    "They want to help Haiti.",
    "He will fund it.",
    "They came to aid Haiti.",
]


@pytest.mark.parametrize(("sentence", "expected"), [*COUNTED, *SUMS, *LISTS, *ONCE])
def test_offers(sentence: str, expected: list[Told]) -> None:
    assert [told(offer) for offer in offers(only_view(sentence))] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [pytest.param(s, e, marks=pytest.mark.xfail(strict=True, reason=why)) for s, e, why in FAULTS],
)
def test_offers_that_are_misread_today(sentence: str, expected: list[Told]) -> None:
    assert [told(offer) for offer in offers(only_view(sentence))] == expected


@pytest.mark.parametrize("sentence", NONE)
def test_help_without_a_thing_is_no_offer(sentence: str) -> None:
    assert offers(only_view(sentence)) == []


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in [*COUNTED, *SUMS, *LISTS, *ONCE]])
def test_offers_stand_apart_and_hold_their_anchor(sentence: str) -> None:
    last = 0
    for offer in offers(only_view(sentence)):
        assert last <= offer.first <= offer.anchor < offer.last
        last = offer.last


def test_anchors_tell_neighbours_apart() -> None:
    made = only_view("India gave Armenia six radars, 40 trucks and rifles.")
    assert [made.lower(offer.anchor) for offer in offers(made)] == ["six", "40", "rifles"]


def test_the_round_is_one_of_pledges() -> None:
    assert offers(only_view("France had opened the round a day earlier.")) == []
    assert len(offers(only_view("Oslo will not send another round to Georgia."))) == 1
