"""The choice among candidates: merging, ties, unknown features, chances; and the learned tables' good sense."""

from __future__ import annotations

import math

import pytest

from wireledger.extract import giving, receiving
from wireledger.extract.choice import Candidate, chosen, merged, weights_of
from wireledger.model import Span

TABLES = (giving.TABLE, receiving.TABLE)


def candidate(codes: str, *marks: str, carried: bool = False, how: str = "said") -> Candidate:
    """A candidate of these parties (space-separated) read at one place for each."""
    spans = tuple(Span(at, at + 2) for at in range(len(codes.split())))
    return Candidate(tuple(codes.split()), spans, how, carried, frozenset(marks))


@pytest.mark.parametrize("table", TABLES)
def test_the_chances_of_rivals_sum_to_one(table: str) -> None:
    weights = weights_of(table)
    heavy = max(weights, key=lambda mark: weights[mark])
    light = min(weights, key=lambda mark: weights[mark])
    rivals = [candidate("ke", heavy), candidate("ht", light), candidate("jm")]
    scores = [weights[heavy], weights[light], 0.0]
    found = chosen(rivals, table)
    assert found.candidate.codes == ("ke",)
    total = sum(math.exp(score) for score in scores)
    chances = [math.exp(score) / total for score in scores]
    assert found.chance == pytest.approx(chances[0])
    assert sum(chances) == pytest.approx(1.0)


def test_of_equals_the_first_is_chosen() -> None:
    found = chosen([candidate("ke"), candidate("ht"), candidate("jm"), candidate("")], giving.TABLE)
    assert found.candidate.codes == ("ke",)
    assert found.chance == pytest.approx(0.25)


def test_one_alone_is_sure() -> None:
    assert chosen([candidate("ke", "attacks")], giving.TABLE).chance == pytest.approx(1.0)


def test_unknown_features_weigh_nothing() -> None:
    known, strange = candidate("ke"), candidate("ht", "sings in the rain", "is blue")
    assert chosen([known, strange], giving.TABLE).chance == pytest.approx(0.5)


def test_far_better_is_almost_sure_and_does_not_overflow() -> None:
    best = candidate("ke", *(mark for mark, weight in weights_of(giving.TABLE).items() if weight > 0))
    worst = candidate("ht", *(mark for mark, weight in weights_of(giving.TABLE).items() if weight < 0))
    assert chosen([worst, best], giving.TABLE).candidate is best
    assert chosen([worst, best], giving.TABLE).chance > 0.999


def test_nobody_to_choose_from_is_an_error() -> None:
    with pytest.raises(ValueError, match="empty"):
        chosen([], giving.TABLE)


def test_the_same_parties_are_one_candidate_with_all_features() -> None:
    (found,) = merged([candidate("dk nl", "doer"), candidate("nl dk", "by behind")])
    assert found.codes == ("dk", "nl")
    assert found.marks == {"doer", "by behind"}


def test_what_the_sentence_says_comes_before_what_is_remembered() -> None:
    remembered = candidate("dk", "carried", carried=True, how="carried")
    said = candidate("dk", "doer")
    for order in ([remembered, said], [said, remembered]):
        (found,) = merged(order)
        assert (found.how, found.carried, found.spans) == ("said", False, said.spans)
        assert found.marks == {"carried", "doer"}


def test_of_two_places_in_the_sentence_the_first_is_kept() -> None:
    first = Candidate(("dk",), (Span(0, 4),), "said", False, frozenset(("doer",)))
    second = Candidate(("dk",), (Span(9, 13),), "said", False, frozenset(("by behind",)))
    assert merged([first, second])[0].spans == (Span(0, 4),)


def test_other_parties_stay_apart_in_order() -> None:
    found = merged([candidate("dk"), candidate("nl"), candidate("dk nl"), candidate("dk"), candidate("")])
    assert [c.codes for c in found] == [("dk",), ("nl",), ("dk", "nl"), ()]


def test_merging_nothing_gives_nothing() -> None:
    assert merged([]) == []


@pytest.mark.parametrize("table", TABLES)
def test_a_table_can_be_read_by_a_person(table: str) -> None:
    weights = weights_of(table)
    assert len(weights) >= 100
    assert list(weights) == sorted(weights)
    assert all(mark == mark.strip() and mark for mark in weights)
    assert all(math.isfinite(weight) and abs(weight) < 10 for weight in weights.values())


# Signs that hold whatever the reports were that the weights were learned from.
FOR_DONORS = [
    "by right behind",
    "by behind",
    "adjective of aid",
    "owner of it",
    "doer | give",
    "doer | approve",
    "said",
]
AGAINST_DONORS = ["attacks", "to right behind", "doer | receive", "doer | request", "is the helped"]
FOR_RECIPIENTS = ["to right behind", "object | give", "is the helped", "doer | receive", "doer | request"]
AGAINST_RECIPIENTS = ["attacks", "doer"]


@pytest.mark.parametrize(
    ("table", "mark", "sign"),
    [
        *((giving.TABLE, mark, 1) for mark in FOR_DONORS),
        *((giving.TABLE, mark, -1) for mark in AGAINST_DONORS),
        *((receiving.TABLE, mark, 1) for mark in FOR_RECIPIENTS),
        *((receiving.TABLE, mark, -1) for mark in AGAINST_RECIPIENTS),
    ],
)
def test_a_weight_points_the_right_way(table: str, mark: str, sign: int) -> None:
    assert weights_of(table)[mark] * sign > 0


def test_by_and_to_tell_givers_from_receivers() -> None:
    donors, recipients = weights_of(giving.TABLE), weights_of(receiving.TABLE)
    assert donors["by right behind"] > donors["to right behind"]
    assert recipients["to right behind"] > recipients.get("by right behind", 0.0)
