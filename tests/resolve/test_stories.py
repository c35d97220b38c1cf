"""Four stories that are easily counted twice, and what the ledger must make of them."""

from __future__ import annotations

from tests.resolve.made import Wire, lines, money, pledge

from wireledger.model import Pledge
from wireledger.resolve import Resolved


def test_two_pools_of_tanks_told_by_eight_outlets_are_two_lines() -> None:
    wire = Wire()
    older = {"item": "Leopard 1 tanks", "low": 100, "high": None}
    newer = {"item": "Leopard 2 tanks", "low": 14, "high": None}
    wire.report(
        "Tide Gazette",
        "2023-04-20",
        pledge("Copenhagen and The Hague buy at least 14 Leopard 2 tanks for Kyiv.", "dk nl", **newer),
        pledge(
            "They belong to no pool of at least 100 Leopard 1 tanks paid with Berlin.",
            "dk de nl",
            scope="earlier",
            **older,
        ),
    )
    wire.report(
        "Moor Mail",
        "2023-04-20",
        pledge("A pair of governments finds 14 Leopard 2A4 for Ukraine.", "nl dk", "Leopard 2A4", 14),
        pledge("Denmark's 100 Leopard 1 come from a pool of three.", "dk", "Leopard 1", 100, scope="earlier"),
    )
    for number, outlet in enumerate(("Fen Times", "Dune Post", "Cliff Courier")):
        wire.report(
            outlet,
            f"2023-04-2{number + 1}",
            pledge(f"{outlet} hears that 14 or more Leopard 2 go east, jointly.", "dk nl", **newer),
        )
    for number, outlet in enumerate(("Heath Herald", "Marsh Monitor", "Reef Record")):
        wire.report(
            outlet,
            f"2023-05-0{number + 1}",
            pledge(
                f"{outlet}: more than 100 Leopard 1A5 are being overhauled.",
                "de dk nl",
                "Leopard 1A5 tanks",
                100,
                high=None,
            ),
        )
    found = lines(wire.resolved().entries)
    assert sorted(found) == [("de+dk+nl", 100, None, 5, 5), ("dk+nl", 14, None, 5, 5)]


def test_six_more_jets_are_a_line_and_the_sum_of_both_is_a_check() -> None:
    wire = Wire()
    wire.report(
        "Polder Post",
        "2023-12-22",
        pledge("The Dutch will prepare 18 F-16s for Ukraine.", "nl", "F-16s", 18),
        pledge("Romania gets the use of 18 F-16s.", "nl", "F-16s", 18, recipient="ro"),
    )
    wire.report("Canal Courier", "2023-12-23", pledge("Eighteen F-16 jets go to Kyiv.", "nl", "F-16 jets", 18))
    wire.report(
        "Dike Daily",
        "2024-02-05",
        pledge("The Netherlands adds six more F-16 fighters.", "nl", "F-16 fighters", 6, scope="extra"),
        pledge("That brings its gift to 24 aircraft in all.", "nl", "aircraft", 24, scope="total"),
        pledge("The earlier 18 were promised before Christmas.", "nl", None, 18, scope="earlier"),
    )
    resolved = wire.resolved()
    assert lines(resolved.entries) == [("nl", 18, 18, 3, 3), ("nl", 18, 18, 1, 1), ("nl", 6, 6, 1, 1)] or lines(
        resolved.entries
    ) == [("nl", 18, 18, 1, 1), ("nl", 18, 18, 3, 3), ("nl", 6, 6, 1, 1)]
    kyiv = {
        e.event.quantity.low: e
        for e in resolved.entries
        if isinstance(e.event, Pledge) and e.event.quantity and e.event.recipient == "ua"
    }
    assert kyiv[6].extra_to == kyiv[18].id
    assert kyiv[6].checks == kyiv[18].checks
    assert len(kyiv[6].checks) == 1


def test_sixteen_guns_of_three_donors_have_a_life_of_their_own() -> None:
    wire = Wire()
    wire.report(
        "Fjord Forum",
        "2022-10-02",
        pledge("Three states order 16 Zuzana 2 howitzers for Ukraine.", "dk no de", "Zuzana 2 howitzers", 16),
        pledge("Kyiv itself has bought eight Zuzana 2.", "ua", "Zuzana 2", 8, step="contracted", scope="earlier"),
    )
    wire.report(
        "Skerry Sun",
        "2023-07-31",
        pledge(
            "The first two of the 16 Zuzana 2 guns have been handed over.",
            "dk no de",
            "Zuzana 2 guns",
            2,
            step="delivered",
        ),
    )
    wire.report(
        "Hamlet Hour",
        "2023-08-01",
        pledge("Germany, with two partners, gives 16 Zuzana.", "de", "Zuzana 2", 16, scope="earlier"),
    )
    entries = wire.resolved().entries
    assert sorted(lines(entries)) == [("de+dk+no", 16, 16, 3, 3), ("ua", 8, 8, 1, 1)]
    pool = next(e for e in entries if len(e.claims) == 3)
    assert [(s.step, s.low) for s in pool.steps] == [("promised", 16), ("delivered", 2)]
    assert [e.counts_in_totals for e in entries if len(e.claims) == 1] == [False]


def test_a_sum_and_its_two_parts_are_never_added() -> None:
    wire = Wire()
    wire.report(
        "Bay Bulletin",
        "2023-07-07",
        money("The department put USD 820m of aid on the table.", "us", 820_000_000, "aid"),
        money("Of that, 50 million dollars are arms from stocks.", "us", 50_000_000, "arms"),
        money("Another 770 million dollars will buy new arms.", "us", 770_000_000, "security assistance"),
    )
    wire.report(
        "Cape Chronicle",
        "2023-07-08",
        money("A drawdown of 50 million dollars.", "us", 50_000_000, "drawdown"),
        money("Contracts of 770 million dollars follow.", "us", 770_000_000, "security assistance"),
    )
    assert sum_of(wire.resolved()) == 820_000_000


def test_an_announced_sum_is_a_line_and_what_adds_up_to_it_are_its_parts() -> None:
    wire = Wire()
    wire.report(
        "Bay Bulletin",
        "2024-02-01",
        money("They agreed on a facility of 50 billion.", "eu", 50_000_000_000, "facility"),
        money("33 billion come as loans.", "eu", 33_000_000_000, "loans"),
        money("17 billion come as grants.", "eu", 17_000_000_000, "grants"),
    )
    whole, *parts = sorted(wire.resolved().entries, key=lambda e: -(e.event.money.low or 0))  # type: ignore[union-attr]
    assert whole.part_of is None
    assert [part.part_of for part in parts] == [whole.id] * 2
    assert [entry.counts_in_totals for entry in (whole, *parts)] == [True, False, False]


def test_one_round_sum_of_two_years_is_two_lines() -> None:
    wire = Wire()
    wire.report("Bay Bulletin", "2022-12-22", money("A package of a billion.", "us", 1_000_000_000, "package"))
    wire.report("Cape Chronicle", "2024-04-24", money("A billion in arms.", "us", 1_000_000_000, "package"))
    assert len(wire.resolved().entries) == 2


def test_a_claim_without_a_donor_joins_what_it_repeats_and_nothing_else() -> None:
    wire = Wire()
    wire.report("Bay Bulletin", "2023-01-25", pledge("Washington gives 31 Abrams.", "us", "Abrams tanks", 31))
    wire.report("Cape Chronicle", "2023-01-26", pledge("Kyiv gets 31 Abrams.", "", "Abrams tanks", 31))
    wire.report("Dune Daily", "2023-01-26", pledge("Kyiv gets 31 radars.", "", "radars", 31))
    assert sorted(lines(wire.resolved().entries)) == [("", 31, 31, 1, 1), ("us", 31, 31, 2, 2)]


def test_a_recipient_who_is_the_donor_was_misread() -> None:
    wire = Wire()
    wire.report("Bay Bulletin", "2023-01-25", pledge("Washington gives 31 Abrams.", "us", "Abrams tanks", 31))
    odd = pledge("The 31 Abrams come sooner.", "", "Abrams tanks", 31, recipient="us", scope="earlier")
    wire.report("Cape Chronicle", "2023-01-27", odd)
    (entry,) = wire.resolved().entries
    assert isinstance(entry.event, Pledge)
    assert entry.event.recipient == "ua"


def test_copies_that_differ_on_who_is_helped_are_one_line_with_a_disagreement() -> None:
    wire = Wire()
    for outlet, to in (("Bay Bulletin", "ua"), ("Cape Chronicle", "pl")):
        told = "Ottawa sends four Leopard 2 tanks by ship and train, its defence minister told reporters on a quay."
        wire.report(outlet, "2023-01-26", pledge(told, "ca", "Leopard 2 tanks", 4, recipient=to), agency="Northwire")
    (entry,) = wire.resolved().entries
    assert [one.field for one in entry.disagreements] == ["recipient"]


def test_up_to_42_says_nothing_of_six() -> None:
    wire = Wire()
    wire.report("Bay Bulletin", "2023-08-20", pledge("Up to 42 may follow.", "nl", "F-16s", None, high=42))
    wire.report("Cape Chronicle", "2024-02-05", pledge("The Hague adds six.", "nl", "F-16s", 6))
    assert len(wire.resolved().entries) == 2


def sum_of(resolved: Resolved) -> float:
    """What the lines that count add up to."""
    told = [e.event for e in resolved.entries if isinstance(e.event, Pledge) and e.counts_in_totals]
    return sum(event.money.low or 0 for event in told if event.money)
