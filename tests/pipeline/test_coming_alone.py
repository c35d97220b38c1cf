"""What a report changes beyond its own line is found without the rest of the ledger: totals, figures, donors."""

from __future__ import annotations

from typing import Any

import pytest
from tests.pipeline.test_adding import (
    NOON,
    alone,
    filled,
    holds_what_resolving_all_comes_to,
    marks_and_faces_are_those_of,
)
from tests.resolve.made import Wire, money, pledge

from wireledger.model import Entry, Judgement, Pledge
from wireledger.pipeline.judging import spot
from wireledger.pipeline.resolving import resolved
from wireledger.store import MemoryStore


def last_alone(wire: Wire, *judged: Judgement) -> tuple[bool, list[Entry]]:
    """Whether the last report of a wire could be brought in alone, and the entries then: those of resolving all.

    What was `judged` was judged before it came.
    """
    told = [(report, [c for c in wire.claims if c.evidence.report == report.id]) for report in wire.reports]
    store = MemoryStore()
    filled(store, told[:-1])
    for judgement in judged:
        store.judge(judgement)
    resolved(store, NOON)
    came = alone(store, *told[-1], NOON)
    assert holds_what_resolving_all_comes_to(store)
    assert marks_and_faces_are_those_of(store)
    return came, [*store.entries()]


def gifts(*told: dict[str, Any]) -> Wire:
    """Each told by a report of its own, day after day."""
    wire = Wire()
    for number, one in enumerate(told):
        wire.report("ABCDEFG"[number], f"2023-02-{number + 1:02}", one)
    return wire


TANKS = pledge("It gives 14 tanks.", "pt", "Leopard 2A4", 14)
JETS = pledge("It gives six jets.", "pt", "F-16", 6)


def test_a_total_checks_the_lines_it_speaks_of() -> None:
    others = pledge("It gives 18 tanks.", "es", "Leopard 2", 18)
    total = pledge("It has given 30 tanks in all.", "pt", "Leopard 2 tanks", 30, scope="total")
    came, entries = last_alone(gifts(TANKS, JETS, others, total))
    assert came
    checked = {entry.event.item: len(entry.checks) for entry in entries if isinstance(entry.event, Pledge)}
    assert checked == {"Leopard 2A4": 1, "F-16": 0, "Leopard 2": 0}


def test_a_total_of_sums_checks_sums() -> None:
    total = money("It has given 900 million in all.", "pt", 900, "military aid", scope="total")
    came, entries = last_alone(gifts(money("It gives 50 million.", "pt", 50, "military aid"), JETS, total))
    assert came
    assert sorted(len(entry.checks) for entry in entries) == [0, 1]


@pytest.mark.parametrize(
    "total",
    [
        pledge("It has given 30 howitzers in all.", "pt", "howitzers", 30, scope="total"),
        pledge("The allies have given 90 tanks in all.", "eu", "Leopard 2 tanks", 90, scope="total"),
        pledge("All 14 tanks are there by now.", "pt", "Leopard 2 tanks", 14, scope="total", step="delivered"),
    ],
)
def test_a_total_that_does_more_has_all_resolved(total: dict[str, Any]) -> None:
    assert not last_alone(gifts(TANKS, JETS, total))[0]


def test_a_line_may_show_another_face() -> None:
    joint = pledge("Both give 14 tanks.", "es pt", "Leopard 2A4", 14)
    came, entries = last_alone(gifts(TANKS, JETS, joint))
    assert came
    assert [e.event.donors for e in entries if isinstance(e.event, Pledge)] == [("es", "pt"), ("pt",)]


def test_a_total_that_comes_to_speak_of_a_line_has_all_resolved() -> None:
    total = pledge("It has given 30 tanks in all.", "es", "Leopard 2 tanks", 30, scope="total")
    joint = pledge("Both give 14 tanks.", "es pt", "Leopard 2A4", 14)
    came, entries = last_alone(gifts(TANKS, pledge("It gives 16.", "es", "Leopard 2A6", 16), total, joint))
    assert not came
    assert [len(entry.checks) for entry in entries] == [1, 1]


def test_another_figure_beside_another_gift_of_the_donor_comes_alone() -> None:
    wire = Wire()
    wire.report("A", "2023-02-01", TANKS, JETS)
    wire.report("B", "2023-02-02", pledge("It gives 12 tanks.", "pt", "Leopard 2A4", 12))
    came, entries = last_alone(wire)
    assert came
    differing = {e.event.item: len(e.disagreements) for e in entries if isinstance(e.event, Pledge)}
    assert differing == {"Leopard 2A4": 1, "F-16": 0}


def test_a_sum_that_becomes_that_of_two_others_has_all_resolved() -> None:
    wire, aid = Wire(), "military aid"
    parts = [money("50 million for fuel.", "pt", 50, "fuel"), money("770 million for shells.", "pt", 770, "shells")]
    wire.report("A", "2023-02-01", money("It gives 700 million.", "pt", 700, aid, recipient=None), *parts)
    wire.report("B", "2023-02-02", money("It gives 820 million.", "pt", 820, aid, recipient=None), *parts)
    came, entries = last_alone(wire)
    assert not came
    assert sorted(e.event.money.low or 0 for e in entries if isinstance(e.event, Pledge) and e.event.money) == [50, 770]


def test_a_decision_has_all_resolved_only_for_what_comes_near_it() -> None:
    wire = gifts(TANKS, JETS, {**JETS, "quote": "It gives six more jets."}, {**TANKS, "quote": "It hands over 14."})
    tanks, jets, more, _ = wire.claims
    apart = Judgement(jets.id, more.id, "different", "ann", (), NOON)
    came, entries = last_alone(wire, apart)
    assert came
    assert [len(entry.claims) for entry in entries] == [2, 1, 1]
    wrong = Judgement(tanks.id, "", "wrong", "ann", (), NOON, spots=(spot(tanks),))
    came, entries = last_alone(wire, apart, wrong)
    assert [len(entry.claims) for entry in entries] == [1, 1, 1]
    assert came
    right = Judgement(tanks.id, "", "right", "ann", (), NOON, spots=(spot(tanks),))
    assert not last_alone(wire, right)[0]


def test_a_decision_on_a_claim_that_comes_only_now_has_all_resolved() -> None:
    wire = gifts(TANKS, JETS, TANKS)
    came, entries = last_alone(wire, Judgement(wire.claims[0].id, wire.claims[2].id, "different", "ann", (), NOON))
    assert not came
    assert len(entries) == 3
    placed = Judgement(wire.claims[2].id, "", "wrong", "ann", (), NOON, spots=(spot(wire.claims[2]),))
    came, entries = last_alone(wire, placed)
    assert not came
    assert len(entries) == 2


def test_a_report_of_an_earlier_day_comes_alone_where_later_ones_stand_as_before() -> None:
    wire = Wire()
    wire.report("A", "2023-02-01", TANKS, JETS)
    wire.report("B", "2023-02-04", {**TANKS, "quote": "Its 14 tanks will go.", "step": "delivered"})
    wire.report("C", "2023-02-02", {**TANKS, "quote": "It hands over 14."})
    came, entries = last_alone(wire)
    assert came
    assert sorted(len(entry.claims) for entry in entries) == [1, 3]


def test_a_report_of_an_earlier_day_that_others_would_have_joined_has_all_resolved() -> None:
    wire, dozen = Wire(), pledge("It gives 12 tanks.", "pt", "Leopard 2A4", 12)
    wire.report("A", "2023-02-01", TANKS)
    wire.report("B", "2023-02-20", dozen)
    wire.report("C", "2023-02-10", {**dozen, "quote": "Twelve of them go."})
    came, entries = last_alone(wire)
    assert not came
    assert [len(entry.claims) for entry in entries] == [1, 2]


def test_a_total_before_other_totals_has_all_resolved() -> None:
    wire, total = Wire(), pledge("30 tanks in all.", "pt", "Leopard 2 tanks", 30, scope="total")
    wire.report("A", "2023-02-01", TANKS)
    wire.report("B", "2023-02-20", total)
    wire.report("C", "2023-02-10", {**total, "quote": "It has come to 30 tanks."})
    came, entries = last_alone(wire)
    assert not came
    assert [len(entry.checks) for entry in entries] == [2]


def test_a_line_with_a_claim_that_found_its_donor_late_is_kept_so() -> None:
    wire, sum_of = Wire(), {"money_low": 820, "currency": "USD"}
    wire.report("A", "2023-02-01", JETS)
    nobodys = pledge("A gift.", "", "Leopard 1 tanks", step="floated", **sum_of)
    carried = {"fields": {"donors": [[0, 1]], "low": [[0, 3]]}, "carried": ["donors"], "step": "requested"}
    wire.report("B", "2023-02-02", nobodys, pledge("A gift.", "dk", "Leopard 1 tanks", **sum_of, **carried))
    came, entries = last_alone(wire)
    assert came
    assert sorted(len(entry.claims) for entry in entries) == [1, 2]
