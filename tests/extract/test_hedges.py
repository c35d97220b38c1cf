"""Words around a verb of help that make it denied, wished for, conditional, reported, or told as news."""

from __future__ import annotations

import pytest
from tests.extract.pledges_made import only_view

from wireledger.extract.clauses import clauses
from wireledger.extract.control import control_of
from wireledger.extract.govern import governor
from wireledger.extract.hedges import conditional, denied, is_told_as_new, reported_future, wished
from wireledger.extract.offers import offers
from wireledger.extract.verbs import Use
from wireledger.extract.view import View

ASKED = "demand demands demanded insist insists insisted hope hopes hoped request requests".split()
FLOATED = "suggest suggests suggested suggesting recommend recommends recommended propose proposed".split()


def last(sentence: str) -> tuple[View, Use]:
    """The sentence and its last verb of help."""
    made = only_view(sentence)
    return made, made.uses[-1]


@pytest.mark.parametrize(
    ("word", "step"), [*((word, "requested") for word in ASKED), *((word, "floated") for word in FLOATED)]
)
def test_a_wish_put_as_a_clause(word: str, step: str) -> None:
    found = wished(*last(f"Rome and Athens {word} that Oslo will send radars to Chisinau."))
    assert found is not None
    assert (found.step, found.mood) == (step, "hypothetical")


@pytest.mark.parametrize(
    "sentence",
    [
        "Rome hopes Oslo will send radars to Chisinau.",
        "Rome suggested Oslo should send radars to Chisinau.",
    ],
)
def test_a_wish_without_that(sentence: str) -> None:
    assert wished(*last(sentence)) is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "Oslo will send radars to Chisinau.",
        "Rome said that Oslo will send radars to Chisinau.",
        "Rome insists that the sea is calm, and Oslo will send radars to Chisinau.",
        "Rome insists that Oslo sent radars to Chisinau.",
        "With high hopes the fleet of the north sails, Oslo will send radars to Chisinau.",
    ],
)
def test_no_wish(sentence: str) -> None:
    assert wished(*last(sentence)) is None


@pytest.mark.xfail(strict=True, reason="a base form behind a state is not seen as a verb")
@pytest.mark.parametrize("word", ["demanded", "recommended", "suggested"])
def test_a_wish_in_the_subjunctive(word: str) -> None:
    assert wished(*last(f"Rome {word} that Oslo send radars to Chisinau.")) is not None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Oslo announced that it is sending radars to Chisinau.", True),
        ("Oslo announced it was sending radars to Chisinau.", True),
        ("Oslo pledged it was sending radars to Chisinau.", True),
        ("Oslo said that it is sending radars to Chisinau.", False),
        ("Oslo is sending radars to Chisinau.", False),
        ("Oslo announced a new tax on cars, fuel and tobacco, and is sending radars to Chisinau.", False),
    ],
)
def test_what_is_announced_is_told_as_new(sentence: str, expected: bool) -> None:
    assert is_told_as_new(*last(sentence)) == expected


SAID = (
    "said says told announced confirmed promised pledged added vowed reported declared stated agreed insisted".split()
)


@pytest.mark.parametrize("word", SAID)
def test_a_future_told_afterwards(word: str) -> None:
    assert reported_future(*last(f"The envoy {word} Oslo would send radars to Chisinau."))


@pytest.mark.parametrize("word", ["said", "says", "told reporters", "reported", "insisted"])
def test_a_future_told_before_its_speaker(word: str) -> None:
    assert reported_future(*last(f"Oslo would send radars to Chisinau, the envoy {word}."))


@pytest.mark.parametrize(
    "sentence",
    [
        "Oslo would send radars to Chisinau.",
        "Oslo said it will send radars to Chisinau.",
        "Oslo said if asked it would send radars to Chisinau.",
        "Oslo would send radars to Chisinau, the envoy said, if asked.",
    ],
)
def test_other_futures_are_not_told_afterwards(sentence: str) -> None:
    assert not reported_future(*last(sentence))


def main(sentence: str) -> tuple[View, Use]:
    """The sentence and its verb of giving."""
    made = only_view(sentence)
    return made, next(use for use in made.uses if use.verb.verb_class == "give")


@pytest.mark.parametrize(
    "sentence",
    [
        "If Rome agrees, Oslo will send radars to Chisinau.",
        "Unless Rome objects, Oslo will send radars to Chisinau.",
        "Oslo will send radars to Chisinau if Rome agrees.",
        "Oslo will send radars to Chisinau unless Rome objects.",
        "Oslo could send radars to Chisinau if Rome agrees.",
        "Oslo said it would send radars to Chisinau if Rome agrees.",
        "It is unclear whether Oslo will send radars to Chisinau.",
        "Chisinau will rest if Oslo sends radars to Chisinau.",
    ],
)
def test_a_condition(sentence: str) -> None:
    assert conditional(*main(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Oslo will send radars to Chisinau.",
        "Oslo will send radars to Chisinau even if Rome objects.",
        "Oslo sent radars to Chisinau, as if Rome had agreed.",
        "Oslo will send radars to Chisinau, said Rome, which asked if they work.",
        "If the sea is rough, the fleet stays, but it was calm, so Oslo sent radars to Chisinau.",
        "Rome should follow: Oslo will send radars to Chisinau.",
    ],
)
def test_no_condition(sentence: str) -> None:
    assert not conditional(*main(sentence))


@pytest.mark.xfail(strict=True, reason="only the first word and the words right before the verb are looked at")
@pytest.mark.parametrize(
    "sentence",
    [
        "Should Rome agree, Oslo will send radars to Chisinau.",
        "Should Oslo send radars to Chisinau, Rome will follow.",
        "Oslo, if asked, will send radars to Chisinau.",
    ],
)
def test_conditions_that_are_misread_today(sentence: str) -> None:
    assert conditional(*main(sentence))


DENIED = [
    "Oslo denied having sent radars to Chisinau.",
    "Oslo denies it sent radars to Chisinau.",
    "Oslo denied sending radars to Chisinau.",
    "Oslo has yet to send radars to Chisinau.",
    "No radars were sent to Chisinau by Oslo.",
    "No new radars were sent to Chisinau by Oslo.",
    "Oslo sent no radars to Chisinau.",
    "Neither Oslo nor Rome has sent radars to Chisinau.",
]


def is_denied(sentence: str) -> bool:
    made = only_view(sentence)
    use = next(use for use in made.uses if use.verb.verb_class == "give")
    return denied(made, offers(made)[0], use, control_of(made, use)[0])


@pytest.mark.parametrize("sentence", DENIED)
def test_denied(sentence: str) -> None:
    assert is_denied(sentence)
    made = only_view(sentence)
    found = governor(clauses(made), offers(made)[0])
    assert found is not None
    assert found.step.mood == "denied"


@pytest.mark.parametrize(
    "sentence",
    [
        "Oslo sent radars to Chisinau.",
        "No doubt Oslo sent radars to Chisinau.",
        "Oslo has not yet paid, but it sent radars to Chisinau.",
        "Rome denied the rumour of a ban on the sale, while Oslo sent radars to Chisinau.",
    ],
)
def test_not_denied(sentence: str) -> None:
    assert not is_denied(sentence)


@pytest.mark.xfail(strict=True, reason='"none of the" stands farther before a thing than is looked')
def test_none_of_the_things() -> None:
    assert is_denied("None of the radars were sent to Chisinau.")
