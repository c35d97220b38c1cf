"""Who a report tells of as helped, who as attacking, who as giving: short made-up reports of many regions."""

from __future__ import annotations

import pytest
from tests.extract.pledges_made import document, views

from wireledger.extract.helped import Standing, helped

REPORTS: list[tuple[tuple[str, ...], str, set[str]]] = [
    (
        (
            "Kenya will send 600 officers to Haiti, where gangs hold most of the capital.",
            "Canada promised $80 million to the mission in Haiti. Washington will give the Haitian police radios.",
        ),
        "ht",
        set(),
    ),
    (
        (
            "Japan will give the Philippines five patrol boats to help Manila guard its waters.",
            "Australia sent drones to the Philippine coast guard in May.",
        ),
        "ph",
        set(),
    ),
    (
        (
            "France will sell air defence radars to Armenia. India supplied Armenia with howitzers.",
            "The attack on Armenia in 2022 was the heaviest since the war of 2020.",
        ),
        "am",
        set(),
    ),
    (
        (
            "Poland and Norway will send tanks to Ukraine. Russia's invasion of Ukraine goes into its third year.",
            "Oslo condemned the Russian attacks.",
        ),
        "ua",
        {"ru"},
    ),
    (
        (
            "Chad asked Paris for radars after the attacks against Chad in the spring.",
            "The assault against Chad goes on, and so do the attacks against Chad from the north.",
        ),
        "td",
        set(),
    ),
    (
        (
            "Belgium will train soldiers in the Democratic Republic of Congo. Rwanda's attack drove a million away.",
            "The EU wants to help the Democratic Republic of Congo.",
        ),
        "cd",
        {"rw"},
    ),
    (
        (
            "Washington approved missiles for Taiwan. Taiwan's defence minister thanked the United States.",
            "The weapons are for the defence of Taiwan.",
        ),
        "tw",
        set(),
    ),
    (
        (
            "Egypt and Turkey sent rifles to Somalia.",
            "The situation in Somalia is grave, and aid to Somalia must grow, the minister said.",
        ),
        "so",
        set(),
    ),
]


def standing(paragraphs: tuple[str, ...], title: str | None = None) -> Standing:
    """What is told of the states in a report of these paragraphs."""
    made = document(*paragraphs, title=title)
    from_title = document(title) if title else None
    return helped(views(from_title) if from_title else [], views(made))


@pytest.mark.parametrize(("paragraphs", "main", "attackers"), REPORTS, ids=[main for _, main, _ in REPORTS])
def test_who_is_helped_and_who_attacks(paragraphs: tuple[str, ...], main: str, attackers: set[str]) -> None:
    found = standing(paragraphs)
    assert found.ranked()[:1] == [main]
    assert found.attackers == attackers


@pytest.mark.parametrize(("paragraphs", "main", "attackers"), REPORTS, ids=[main for _, main, _ in REPORTS])
def test_the_order_of_paragraphs_does_not_matter(paragraphs: tuple[str, ...], main: str, attackers: set[str]) -> None:
    found = standing(tuple(reversed(paragraphs)))
    assert found.ranked()[:1] == [main]
    assert found.attackers == attackers


def test_givers_are_told_from_those_helped() -> None:
    found = standing(("Japan gave Palau two boats.", "Japan will send Palau a radar. Fiji is far away."))
    assert found.gave["jp"] == 2
    assert "jp" not in found.ranked()


def test_places_quote_the_text() -> None:
    made = document("Kenya will send officers to Haiti.")
    found = helped([], views(made))
    assert found.where["ht"].of(made.report.text) == "Haiti"


def test_a_title_counts_and_has_no_place_in_the_text() -> None:
    found = standing(("The prime minister announced six drones.",), title="Aid for Niger")
    assert found.ranked() == ["ne"]
    assert found.where == {}


def test_an_attacker_is_not_helped() -> None:
    found = standing(("Azerbaijan attacked Armenia. Azerbaijan's offensive drove thousands to Yerevan.",))
    assert found.attackers == {"az"}
    assert "az" not in found.ranked()


def test_a_report_of_nobody_helps_nobody() -> None:
    assert standing(("The harvest was good.",)).ranked() == []


def test_whose_missiles_are_given_attacks_nobody() -> None:
    found = standing(("Stockholm will send Lebanon ten Swedish missiles.",))
    assert found.attackers == frozenset()


def test_who_stands_behind_a_verb_of_giving_is_helped() -> None:
    found = standing(("Neither Norway nor Portugal has such tanks.", "The two will give Moldova 14 of them."))
    assert found.ranked()[0] == "md"
