"""The measure of reading speed takes turns, warms up, and divides ours by theirs."""

from __future__ import annotations

import pytest
from bench import adding, growth, reading, wire

from wireledger.model import Report, Source
from wireledger.resolve import resolve
from wireledger.store import MemoryStore


def _report(name: str) -> Report:
    return Report(name, Source("the Harbor Courier"), "Oslo will send eight tanks.")


def test_each_round_is_ours_and_then_theirs_after_a_warm_up(monkeypatch: pytest.MonkeyPatch) -> None:
    turns: list[str] = []
    monkeypatch.setattr(reading, "claims_of", lambda report: turns.append(f"our {report.id}"))
    rounds = reading.measured([_report("a"), _report("b")], 2, lambda report: turns.append(f"their {report.id}"))
    warm, rest = turns[:4], turns[4:]
    assert warm == ["our a", "their a", "our b", "their b"]
    assert rest == ["our a", "our b", "their a", "their b"] * 2
    assert len(rounds) == 2


def test_the_ratio_is_ours_by_theirs() -> None:
    assert reading.Round(wireledger=1.0, spacy=5.0).ratio == pytest.approx(0.2)


def test_a_longer_wire_begins_with_the_shorter_one_and_repeats_itself() -> None:
    short, long = wire.claims_at_least(500), wire.claims_at_least(900)
    assert long[: len(short)] == short == wire.claims_at_least(500)
    assert wire.claims_at_least(500, seed=2) != short
    claims = [claim for _, some in short for claim in some]
    assert len({claim.id for claim in claims}) == len(claims) >= 500
    assert all(c.evidence.span.of(report.text) == c.evidence.quote for report, some in short for c in some)
    found = resolve([report for report, _ in long], [claim for _, some in long for claim in some])
    assert len(found.entries) < len(claims) / 2
    assert len(set(found.voices.values())) < len(long)


def test_the_exponent_tells_how_time_grows_with_size() -> None:
    small, large = (growth.Measure(size, 0, 0, 0, cpu, cpu, 0.1) for size, cpu in ((10, 1.0), (1000, 100.0)))
    assert growth.exponent(small, large) == pytest.approx(1.0)


def test_the_cost_of_one_more_report_is_that_of_a_ledger_that_holds_it() -> None:
    store, told = MemoryStore(), wire.claims_at_least(300)
    costs = adding.costs(store, told[:-5], told[-5:])
    assert [cost.seconds > 0 for cost in costs] == [True] * 5
    assert any(cost.alone for cost in costs)
    assert [report.id for report in store.reports()] == sorted(report.id for report, _ in told)
    held = {claim for entry in store.entries() for claim in (*entry.claims, *entry.checks)}
    assert held == {claim.id for claim in store.claims()}


def test_costs_are_told_by_their_middle_and_apart_where_all_was_resolved() -> None:
    costs = [adding.Cost(seconds, alone) for seconds, alone in ((0.5, True), (0.1, True), (0.2, True), (9.0, False))]
    assert adding.summed_up(costs) == adding.Summary(alone=3, median=0.2, slowest=0.5, mean=2.45)
    assert adding.summed_up(costs[3:]) == adding.Summary(alone=0, median=None, slowest=None, mean=9.0)
