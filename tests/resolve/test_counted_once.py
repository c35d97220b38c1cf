"""What is listed counts only where it is sure to be a gift of its own: a slip of reading counts nothing twice."""

from __future__ import annotations

from typing import Any

import pytest
from tests.resolve.made import Wire, lines, money, pledge

from wireledger.model import Entry, Pledge

JETS = "F-16 jets"


def counted(wire: Wire) -> list[tuple[str, float | None]]:
    """Donors and count, or sum, of what counts in totals."""
    return [(donors, amount) for e in wire.resolved().entries if e.counts_in_totals for donors, amount in [of(e)]]


def of(entry: Entry) -> tuple[str, float | None]:
    """The donors of an entry with its count, or its sum."""
    gift = entry.event
    assert isinstance(gift, Pledge)
    amount = gift.quantity.low if gift.quantity else gift.money.low if gift.money else None
    return "+".join(gift.donors), amount


def assumed(shape: dict[str, Any]) -> dict[str, Any]:
    """The same claim, with donors that are told elsewhere in its report."""
    return {**shape, "fields": {**shape.get("fields", {}), "donors": [[0, 1]]}, "carried": ["donors"]}


def test_those_are_the_things_whose_figure_they_have() -> None:
    wire = Wire()
    joint = pledge("Three states give at least 90 Leopard 1.", "de dk nl", "Leopard 1 tanks", 90, high=None)
    wire.report("Bay Bulletin", "2023-02-07", joint)
    new = pledge("The Hague and Copenhagen buy 14 Leopard 2A4.", "dk nl", "Leopard 2A4 tanks", 14)
    those = pledge("Copenhagen signed for 90 of those.", "dk", None, 90, category="tank", model="leopard-2a4")
    wire.report("Cape Chronicle", "2023-04-20", new, {**those, "scope": "earlier"})
    assert counted(wire) == [("de+dk+nl", 90), ("dk+nl", 14)]


def test_five_of_them_are_a_part_of_what_the_sentence_tells() -> None:
    wire = Wire()
    both = "Lisbon lends 18 jets, and five of them have landed."
    part = pledge(both, "pt", None, 5, category="fighter", model="f-16", step="delivered", scope="earlier")
    wire.report("Bay Bulletin", "2023-12-22", pledge(both, "pt", JETS, 18), part)
    assert lines(wire.resolved().entries) == [("pt", 18, 18, 2, 1)]


@pytest.mark.parametrize(
    "words",
    [
        "Kyiv has ordered 30 Rosomak carriers from a Polish maker.",
        "Ukraine's own order for 30 Rosomak carriers is being worked off.",
    ],
)
def test_what_the_recipient_orders_is_given_by_nobody(words: str) -> None:
    wire = Wire()
    wire.report("Bay Bulletin", "2023-04-21", pledge(words, "pl", "Rosomak carriers", 30, step="contracted"))
    (entry,) = wire.resolved().entries
    assert (of(entry), entry.counts_in_totals) == (("", 30), False)


def test_what_a_donor_orders_for_another_counts() -> None:
    wire = Wire()
    words = "Warsaw has ordered 30 Rosomak carriers for Kyiv."
    wire.report("Bay Bulletin", "2023-04-21", pledge(words, "pl", "Rosomak carriers", 30, step="contracted"))
    assert counted(wire) == [("pl", 30)]


def test_a_line_that_is_hardly_read_does_not_count_until_it_is_told_surely() -> None:
    wire = Wire()
    shape = pledge("Talks go on in Lisbon over 7 jets.", "pt", JETS, 7)
    wire.report("Bay Bulletin", "2023-04-21", {**shape, "confidence": 0.2})
    assert counted(wire) == []
    wire.report("Cape Chronicle", "2023-04-22", pledge("Lisbon gives 7 jets.", "pt", JETS, 7))
    assert counted(wire) == [("pt", 7)]


def test_two_sums_of_two_days_for_one_package_are_one() -> None:
    wire = Wire()
    words = "Oslo promised military help of 500 million."
    wire.report("Bay Bulletin", "2023-02-20", money(words, "no", 500_000_000, "military help"))
    words = "Equipment valued at 450 million will go out."
    wire.report("Cape Chronicle", "2023-02-21", money(words, "no", 450_000_000, "equipment"))
    assert len(counted(wire)) == 1
    wire.report("Delta Daily", "2023-03-21", money("Equipment for 470 million.", "no", 470_000_000, "equipment"))
    assert len(counted(wire)) == 2


def test_what_came_by_now_is_a_running_count() -> None:
    wire = Wire()
    wire.report("Bay Bulletin", "2023-03-16", pledge("Lisbon will hand over four jets.", "pt", JETS, 4))
    shape = pledge("Lisbon has by now delivered nine of its own jets.", "pt", JETS, 9, step="delivered")
    wire.report("Cape Chronicle", "2023-04-17", {**shape, "scope": "earlier"})
    assert counted(wire) == [("pt", 4)]


def test_all_of_two_lines_are_no_third() -> None:
    wire = Wire()
    wire.report("Bay Bulletin", "2023-12-22", pledge("Lisbon readies 18 jets.", "pt", JETS, 18))
    wire.report("Cape Chronicle", "2024-02-05", pledge("Lisbon adds six more jets.", "pt", JETS, 6, scope="extra"))
    wire.report("Delta Daily", "2025-05-26", pledge("All 24 jets are there.", "pt", JETS, 24, step="delivered"))
    first, second = wire.resolved().entries
    assert counted(wire) == [("pt", 18), ("pt", 6)]
    assert [step.step for step in first.steps] == [step.step for step in second.steps] == ["promised", "delivered"]


def test_a_recalled_figure_stands_beside_the_only_one_told() -> None:
    wire = Wire()
    wire.report("Bay Bulletin", "2023-08-20", pledge("Lisbon will give jets.", "pt", JETS))
    wire.report("Cape Chronicle", "2023-08-21", pledge("A chat post tells of 42 jets.", "pt", JETS, 42))
    recalled = pledge("The 18 jets were promised last year.", "pt", JETS, 18, scope="earlier")
    wire.report("Delta Daily", "2024-02-05", recalled)
    wire.report("East Echo", "2024-02-06", recalled)
    (entry,) = wire.resolved().entries
    assert of(entry) == ("pt", 18)
    assert [d.field for d in entry.disagreements] == ["count"]


def test_more_that_arrived_in_the_half_year_is_the_same_gift() -> None:
    wire = Wire()
    wire.report("Bay Bulletin", "2023-02-07", pledge("Lisbon promised 14 Leopard 2.", "pt", "Leopard 2 tanks", 14))
    there = pledge("Lisbon delivered 18 Leopard 2A6.", "pt", "Leopard 2A6", 18, step="delivered", scope="earlier")
    wire.report("Cape Chronicle", "2023-04-28", there)
    assert counted(wire) == [("pt", 18)]


def test_a_donor_told_elsewhere_gives_way_to_the_one_that_others_name() -> None:
    wire = Wire()
    wire.report("Bay Bulletin", "2023-01-06", pledge("Oslo gives 500 TOW missiles.", "no", "TOW missiles", 500))
    shape = pledge("Some 500 TOW missiles go with them.", "de", "TOW missiles", 500)
    wire.report("Cape Chronicle", "2023-01-06", assumed(shape))
    assert counted(wire) == [("no", 500)]
    wire.report("Delta Daily", "2023-01-07", pledge("Berlin gives 500 TOW missiles.", "de", "TOW missiles", 500))
    assert counted(wire) == [("no", 500), ("de", 500)]


def test_a_total_of_nobody_in_particular_counts_for_nothing() -> None:
    shape = pledge("The number, 650 missiles in all, stands.", "pt", "missiles", 650, scope="total")
    for told, wanted in ((shape, [("pt", 650)]), (assumed(shape), [])):
        wire = Wire()
        wire.report("Bay Bulletin", "2024-09-08", told)
        assert counted(wire) == wanted


def test_a_licence_is_not_what_is_drawn_from_it() -> None:
    wire = Wire()
    joint = pledge("They give at least 100 Leopard 1.", "de", "Leopard 1 tanks", 100, high=None)
    wire.report("Bay Bulletin", "2023-02-07", joint)
    licence = pledge("Berlin cleared the export of up to 178 Leopard 1.", "de", "Leopard 1 tanks", None, high=178)
    wire.report("Cape Chronicle", "2023-02-07", {**licence, "step": "approved"})
    assert len(wire.resolved().entries) == 2
    assert counted(wire) == [("de", 100)]


def test_four_more_are_not_the_four() -> None:
    wire = Wire()
    wire.report("Bay Bulletin", "2023-03-16", pledge("Lisbon will hand over four jets.", "pt", JETS, 4))
    words = "Lisbon gave four more before that."
    shape = pledge(words, "pt", JETS, 4, step="delivered", scope="earlier")
    there = words.index("four")
    wire.report("Cape Chronicle", "2023-04-17", {**shape, "fields": {"low": [[there, there + 4]]}})
    assert counted(wire) == [("pt", 4), ("pt", 4)]


def test_what_remains_beside_another_sum_is_no_part_of_the_first() -> None:
    wire = Wire()
    words = "Arms are 2.8 billion. Another 225 million is a loan. The remaining 682 million goes to refill depots."
    first, second, third = (part.rstrip(".") + "." for part in words.split(". "))
    wire.report(
        "Bay Bulletin",
        "2023-01-07",
        money(first, "no", 2_800_000_000, "arms"),
        money(second, "no", 225_000_000, "loan", scope="extra"),
        money(third, "no", 682_000_000, None, step="in_transit", scope="earlier"),
    )
    assert {amount for _, amount in counted(wire)} == {2_800_000_000, 225_000_000, 682_000_000}
    again = money("About 700 million are offered.", "no", 700_000_000, None)
    wire.report("Cape Chronicle", "2023-04-17", again)
    assert len(counted(wire)) == 4


@pytest.mark.parametrize(("day", "entries"), [("2022-07-01", 1), ("2022-07-20", 2)])
def test_as_many_more_told_by_another_report_is_the_same_within_days_alone(day: str, entries: int) -> None:
    wire = Wire()
    wire.report("Bay Bulletin", "2022-07-01", pledge("Oslo gives four radars.", "no", "radars", 4))
    wire.report("Ministry", day, pledge("Four additional radars.", "no", "radars", 4, scope="extra"))
    assert len(wire.resolved().entries) == entries
