"""The measure of reading speed takes turns, warms up, and divides ours by theirs."""

from __future__ import annotations

import pytest
from bench import reading

from wireledger.model import Report, Source


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
