"""What is told of as had, made, learned or doing something is no help, however likely its words; nor is a bare sum."""

from __future__ import annotations

import pytest
from tests.extract.pledges_made import document, views

from wireledger.extract.pledges import candidates

GIFT = "Oslo gave Moldova 40 trucks."


def chances(*paragraphs: str) -> list[float]:
    """The chance of each counted thing of the last paragraph."""
    made = document(*paragraphs)
    seen = views(made)
    last = seen[-1].sentence.index
    found = candidates(made, seen)
    return [chance for view, read, chance in found if view.sentence.index == last and read.offer.quantity is not None]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway has 36 tanks.",
        "Norway operates 36 tanks.",
        "He would not say how many of the army's 82 tanks are in running order.",
        "The maker in Dubnica can finish two howitzers a month.",
        "Moldovan pilots have begun training on ten jets.",
        "Ten of them can fly after an inspection.",
    ],
)
def test_no_help(sentence: str) -> None:
    assert set(chances(GIFT, sentence)) <= {0.0}


@pytest.mark.parametrize(
    "sentence",
    ["Norway has 36 tanks for Moldova.", "Ten of them have been delivered.", "Six more will come in May."],
)
def test_help_all_the_same(sentence: str) -> None:
    assert max(chances(GIFT, sentence)) > 0.1


def test_the_first_of_its_kind_is_no_second_gift() -> None:
    made = document(
        "Oslo will send Moldova 50 carriers, the first Western armoured vehicles to be promised to Moldova."
    )
    assert [chance for _, read, chance in candidates(made, views(made)) if read.offer.quantity is None] == [0.0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway has given more than tanks.",
        "Nobody has given Moldova more tanks than Norway.",
        "Oslo promised ten of its M60, which is a tank by another name.",
        "That makes Norway the first in NATO to promise tanks.",
    ],
)
def test_what_is_compared_is_not_given(sentence: str) -> None:
    made = document(GIFT, sentence)
    found = [(read, chance) for view, read, chance in candidates(made, views(made)) if view.sentence.index == 1]
    assert {chance for read, chance in found if read.offer.thing and read.offer.thing.category == "tank"} == {0.0}


def test_for_whom_a_sum_is_says_not_for_what() -> None:
    made = document("Congress approved $61 billion for Moldova on Saturday by 311 votes to 112.")
    assert [read.offer.words for _, read, _ in candidates(made, views(made))] == [None]


def test_a_bare_count_behind_a_sum_alone_may_be_money() -> None:
    assert chances("Oslo lends Moldova three billion euros.", "Fifteen more will come over the year.") == [0.0]


def test_a_bare_count_behind_a_counted_thing_is_that() -> None:
    assert max(chances(GIFT, "Oslo lends Moldova three billion euros.", "Fifteen more will come over the year.")) > 0.1
