"""What resolving makes good where a report was read with a slip: nothing is told, or counted, twice for it."""

from __future__ import annotations

from tests.resolve.made import Wire, lines, money, pledge

from wireledger.model import Pledge

TANKS = "Leopard 2 tanks"


def test_sides_told_the_other_way_round_are_the_same_line() -> None:
    wire = Wire()
    wire.report("Bay Bulletin", "2023-01-06", pledge("Washington gives 50 Bradleys.", "us", "Bradley vehicles", 50))
    turned = pledge("Ukraine got the 50 Bradleys.", "ua", "Bradleys", 50, recipient=None, step="delivered")
    wire.report("Cape Chronicle", "2023-04-06", turned)
    (entry,) = wire.resolved().entries
    assert (len(entry.claims), entry.counts_in_totals) == (2, True)
    assert [step.step for step in entry.steps] == ["promised", "delivered"]


def test_what_a_state_buys_for_itself_stays_apart() -> None:
    wire = Wire()
    wire.report("Bay Bulletin", "2023-01-06", pledge("Warsaw gives 18 Krab guns.", "pl", "Krab howitzers", 18))
    own = pledge("Kyiv ordered 18 Krab guns.", "ua", "Krab howitzers", 18, step="contracted")
    wire.report("Cape Chronicle", "2023-06-06", own)
    assert sorted(e.counts_in_totals for e in wire.resolved().entries) == [False, True]


def test_a_part_told_before_its_whole_finds_it_in_the_end() -> None:
    wire = Wire()
    wire.report("Bay Bulletin", "2024-09-06", pledge("Berlin gives 12 PzH 2000.", "de", "PzH 2000 howitzers", 12))
    both = "Of the dozen PzH 2000, half stand in Ukraine."
    wire.report(
        "Cape Chronicle",
        "2024-12-20",
        pledge(both, "", "PzH 2000 howitzers", 6, step="delivered"),
        pledge(both, "", "PzH 2000 howitzers", 12, scope="earlier"),
    )
    assert lines(wire.resolved().entries) == [("de", 12, 12, 3, 2)]


def test_a_running_sum_counts_what_its_giver_gave_whoever_was_read_to_get_it() -> None:
    wire = Wire()
    wire.report("Bay Bulletin", "2024-09-06", money("Berlin gives 150 million.", "de", 150_000_000, "howitzers"))
    since = money(
        "Such help has cost Berlin 27 billion since 2022.", "de", 27_000_000_000, "military aid", recipient="ca"
    )
    wire.report("Cape Chronicle", "2024-09-07", since)
    (entry,) = wire.resolved().entries
    assert len(entry.checks) == 1


def test_what_is_all_in_all_does_not_tell_that_all_arrived() -> None:
    wire = Wire()
    wire.report("Bay Bulletin", "2023-02-06", pledge("Lisbon gives 3 Leopard 2.", "pt", TANKS, 3))
    sum_ = pledge("All in all, allies gave 80 tanks of all types.", "unnamed-allies", "tanks", 80, step="delivered")
    wire.report("Cape Chronicle", "2023-03-07", {**sum_, "scope": "earlier"})
    (entry,) = wire.resolved().entries
    assert [step.step for step in entry.steps] == ["promised"]
    assert len(entry.checks) == 1


def test_a_line_that_calls_itself_a_total_and_is_told_again_later_is_one_line() -> None:
    wire = Wire()
    first = pledge("The package has 90 Strykers, which brings the fleet to a brigade.", "us", "Stryker vehicles", 90)
    wire.report("Bay Bulletin", "2023-01-19", {**first, "scope": "total"})
    wire.report(
        "Cape Chronicle", "2023-01-25", pledge("The 90 Strykers of January.", "us", "Strykers", 90, scope="earlier")
    )
    assert lines(wire.resolved().entries) == [("us", 90, 90, 2, 2)]


def test_copies_that_differ_on_who_gets_a_thing_without_a_number_are_one_line() -> None:
    wire = Wire()
    told = "Rome will send shells for guns, its minister told a hall of students in Turin who had asked about taxes."
    for outlet, to in (("Bay Bulletin", "ua"), ("Cape Chronicle", "pl")):
        wire.report(outlet, "2023-02-20", pledge(told, "it", "shells for guns", recipient=to))
    assert len(wire.resolved().entries) == 1


def test_a_cue_far_from_the_figure_makes_no_envelope() -> None:
    wire = Wire()
    words = "After a year of war in which little had come by way of heavy arms, Lisbon will hand over 3 Leopard 2."
    place = [[words.index("3"), words.index("3") + 1]]
    wire.report("Bay Bulletin", "2023-02-24", pledge(words, "pt", TANKS, 3, fields={"low": place}))
    fund = "The budget has 3 billion a year for Ukraine."
    wire.report("Cape Chronicle", "2023-02-24", money(fund, "gb", 3_000_000_000, "fund"))
    counts = {e.event.donors: e.counts_in_totals for e in wire.resolved().entries if isinstance(e.event, Pledge)}
    assert counts == {("pt",): True, ("gb",): False}
