"""The scope of a pledge weighed: the table's sign decides between the news and what is recalled, and says why."""

from __future__ import annotations

import pytest
from tests.extract.pledges_made import claims

from wireledger.extract import choice
from wireledger.extract.recalled import TABLE

SAID = "Japan will give Manila five boats."
ADDED = "Japan will give Manila another five boats."


def scope_with(monkeypatch: pytest.MonkeyPatch, sentence: str, **weights: float) -> tuple[str, str]:
    """The scope of the one pledge of a sentence, and the line that tells why, under a table of these weights."""
    read = choice.weights_of
    monkeypatch.setattr(choice, "weights_of", lambda table: weights if table == TABLE else read(table))
    ((claim, pledge),) = claims(sentence)
    (line,) = (line for line in claim.trace if line.startswith("scope "))
    return pledge.scope, line


def test_a_weight_above_nothing_makes_it_recalled_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    scope, line = scope_with(monkeypatch, SAID, **{"always": 1.0, "a count": 0.5, "no day": -0.5})
    assert scope == "earlier"
    assert line == "scope new by nothing, weighed as earlier for always; a count"


def test_a_weight_below_nothing_leaves_it_the_news(monkeypatch: pytest.MonkeyPatch) -> None:
    assert scope_with(monkeypatch, SAID, always=-0.5) == ("new", "scope new by nothing")


def test_a_weight_near_nothing_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert scope_with(monkeypatch, SAID, always=0.3) == ("new", "scope new by nothing")


def test_what_words_say_to_be_recalled_is_not_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "Japan had promised Manila five boats."
    assert scope_with(monkeypatch, said, always=-9.0) == ("earlier", "scope earlier by had")


def test_what_words_say_to_be_added_is_not_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert scope_with(monkeypatch, ADDED, always=9.0) == ("extra", "scope extra by another")


def test_the_committed_table_knows_the_words_of_recalling() -> None:
    weights = choice.weights_of(TABLE)
    assert weights["scope earlier, of-the-list"] > 0 > weights["scope new, taken"]
    assert weights["day this month"] > weights["day today"]
    assert len(weights) < 500
