"""What arrived, and what was asked of nobody in particular: whose line it is, where the report does not say."""

from __future__ import annotations

from typing import Any

from tests.resolve.made import Wire, lines, pledge

BOATS = "patrol boats"


def gift(words: str, donors: str, low: int | None, **more: Any) -> dict[str, Any]:
    """A pledge of boats of one model to Ghana."""
    return pledge(words, donors, BOATS, low, recipient="gh", category="vessel", **more)


def promised() -> Wire:
    """A wire on which Lima promised 59 boats in January."""
    wire = Wire()
    wire.report("Bay Bulletin", "2023-01-10", gift("Lima will give Ghana 59 patrol boats.", "pe", 59))
    return wire


def test_what_arrives_with_a_telling_count_is_what_was_promised_months_before() -> None:
    wire = promised()
    wire.report("Cape Chronicle", "2023-04-18", gift("The 59 patrol boats are at sea.", "", 59, step="in_transit"))
    assert lines(wire.resolved().entries) == [("pe", 59, 59, 2, 2)]


def test_it_is_not_where_more_than_half_a_year_lies_between() -> None:
    wire = promised()
    wire.report("Cape Chronicle", "2023-11-18", gift("The 59 patrol boats are at sea.", "", 59, step="in_transit"))
    assert len(wire.resolved().entries) == 2


def test_what_is_asked_of_whoever_was_spoken_of_is_a_request_of_its_own() -> None:
    wire = promised()
    asked = gift("Accra has asked for patrol boats for a year.", "pe", None, step="requested")
    wire.report("Cape Chronicle", "2023-01-12", {**asked, "fields": {"donors": [[0, 1]]}, "carried": ["donors"]})
    first, second = wire.resolved().entries
    assert [first.counts_in_totals, second.counts_in_totals] == [True, False]


def test_a_part_that_came_from_some_of_the_givers_is_a_part_of_the_joint_gift() -> None:
    wire = Wire()
    tanks: dict[str, Any] = {"recipient": "gh", "category": "tank", "model": "leopard-1"}
    wire.report(
        "Bay Bulletin", "2023-02-07", pledge("Three give 100 Leopard 1.", "de dk nl", "Leopard 1", 100, **tanks)
    )
    part = pledge("58 of Bonn's and Aarhus's Leopard 1 came.", "de dk", "Leopard 1", 58, step="delivered", **tanks)
    wire.report("Cape Chronicle", "2023-06-07", part)
    (entry,) = wire.resolved().entries
    assert [low for _, low, *_ in lines([entry])] == [100]
    assert "a part that came of the joint gift" in entry.why
    assert "one of the joint donors, with the joint figure" not in entry.why
