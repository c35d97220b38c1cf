"""What is measured is measured so: turns and warming up, ratios, exponents, middles and late ones."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path

import pytest
from bench import adding, growth, reading, serving, users, wire

from wireledger.model import Report, Source
from wireledger.resolve import resolve
from wireledger.store import MemoryStore, open_store


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


def test_sizes_take_turns_in_copies_of_ledgers_that_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["adding", "120", "150", "--reports", "3", "--rounds", "2", "--keep", str(tmp_path)]
    monkeypatch.setattr("sys.argv", asked)
    adding.main()
    kept = {ledger.name: ledger.read_bytes() for ledger in tmp_path.iterdir()}
    assert sorted(kept) == ["ledger-120-3.sqlite", "ledger-150-3.sqlite"]
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" claims")[0].split() for line in lines] == [
        ["1:", "120"],
        ["1:", "150"],
        ["2:", "120"],
        ["2:", "150"],
    ]
    assert all("of 3 reports alone" in line for line in lines)
    assert {ledger.name: ledger.read_bytes() for ledger in tmp_path.iterdir()} == kept


def test_costs_are_told_by_their_middle_and_apart_where_all_was_resolved() -> None:
    costs = [adding.Cost(seconds, alone) for seconds, alone in ((0.5, True), (0.1, True), (0.2, True), (9.0, False))]
    assert adding.summed_up(costs) == adding.Summary(alone=3, median=0.2, slowest=0.5, mean=2.45)
    assert adding.summed_up(costs[3:]) == adding.Summary(alone=0, median=None, slowest=None, mean=9.0)


def test_pages_are_slow_when_their_middle_or_their_late_ones_are_or_when_one_fails() -> None:
    quick = [users.Answer("list", 200, 0.05)] * 95 + [users.Answer("list", 200, 0.14)] * 5
    failed = [users.Answer("entry", 200, 0.01)] * 99 + [users.Answer("entry", 0, 0.01)]
    late = [users.Answer("report", 200, 0.01)] * 90 + [users.Answer("report", 200, 0.2)] * 10
    pages = [users.Route(name, ("/",)) for name in ("list", "entry", "report")]
    found = serving.speeds(pages, [*quick, *failed, *late])
    assert [one.held for one in found] == [True, False, False]
    assert found[0] == serving.Speed("list", 100, 0, pytest.approx(50), pytest.approx(140), pytest.approx(140))
    assert (found[1].failed, found[2].failed) == (1, 0)


def test_users_ask_for_each_kind_of_page_while_a_ledger_grows(tmp_path: Path) -> None:
    given = argparse.Namespace(reports=60, more=30, users=4, seconds=2.5)
    found = {one.route: one for one in serving.measured(tmp_path, given)}
    assert {name: one.failed for name, one in found.items()} == dict.fromkeys(found, 0)
    assert sum(one.answers for one in found.values()) >= 4
    with closing(open_store(str(tmp_path / "ledger.sqlite"))) as store:
        assert sum(1 for _ in store.reports()) == 90
