"""Pairs of features: one value of each facet, "no ..." where it has none, and only the pairs that are named."""

from __future__ import annotations

import pytest

from wireledger.extract.choice import weights_of
from wireledger.extract.mark_pairs import PAIRS, pairs_of


def pairs(*marks: str) -> set[str]:
    return set(pairs_of(frozenset(marks)))


@pytest.mark.parametrize(
    ("marks", "pair"),
    [
        (("item strong", "donors said"), "item strong & donors said"),
        (("item weak", "recipient none"), "item weak & recipient none"),
        (("count", "governor none"), "count & governor none"),
        (("money", "topic much"), "money & topic much"),
        (("item model", "deed give"), "item model & deed give"),
        (("donors carried", "recipient said"), "donors carried & recipient said"),
        (("recipient said", "deed receive"), "recipient said & deed receive"),
        (("step promised", "donors none"), "step promised & donors none"),
        (("rule pledges/list", "count"), "rule pledges/list & count"),
        (("verb weak", "topic none"), "verb weak & topic none"),
        (("verb behind", "deed arrive"), "verb behind & deed arrive"),
        (("donors sure", "recipient doubtful"), "donors sure & recipient doubtful"),
        (("item none", "act before: plain near"), "item none & act before: plain near"),
    ],
)
def test_a_named_pair_of_two_features(marks: tuple[str, ...], pair: str) -> None:
    assert pair in pairs(*marks)


def test_a_facet_without_a_feature_is_said_to_have_none() -> None:
    assert "item strong & no donors" in pairs("item strong")
    assert "no item & no donors" in pairs()


def test_a_facet_takes_one_value_however_many_there_are() -> None:
    found = pairs("item strong", "item weak", "donors said", "step promised", "step delivered")
    assert "item strong & donors said" in found
    assert not any("item weak" in pair for pair in found)
    assert "item strong & step delivered" in found
    assert not any("step promised" in pair for pair in found)


def test_every_pair_is_made_once_whatever_the_features() -> None:
    for marks in ((), ("item strong",), ("item strong", "count", "deed give", "topic much")):
        made = list(pairs_of(frozenset(marks)))
        assert len(made) == len(set(made)) == len(PAIRS)


def test_no_pair_is_named_twice() -> None:
    assert len(PAIRS) == len({frozenset(pair) for pair in PAIRS})
    assert all(one != other for one, other in PAIRS)


def test_an_unknown_feature_changes_nothing() -> None:
    assert pairs("item strong", "sings in the rain") == pairs("item strong")


def test_the_learned_weights_know_pairs() -> None:
    known = [mark for mark in weights_of("pledge_weights.csv") if " & " in mark]
    assert len(known) >= 50
    assert all(len(mark.split(" & ")) == 2 for mark in known)
