"""What a verb of help hangs on: a verb or a noun that promises, asks, floats, refuses, permits or goes on."""

from __future__ import annotations

import pytest
from tests.extract.pledges_made import only_view

from wireledger.extract.control import control_of

VERBS = [
    ("Oslo promised to send radars to Chisinau.", "promise", "promised"),
    ("Oslo plans to send radars to Chisinau.", "intend", "plans"),
    ("Oslo is prepared to send radars to Chisinau.", "intend", "is prepared"),
    ("Oslo is committed to send radars to Chisinau.", "promise", "is committed"),
    ("Oslo agreed to send radars to Chisinau.", "intend", "agreed"),
    ("Oslo announced sending radars to Chisinau.", "announce", "announced"),
    ("Oslo urged Rome to send radars to Chisinau.", "asking", "urged"),
    ("Oslo is considering sending radars to Chisinau.", "float", "is considering"),
    ("Oslo refused to send radars to Chisinau.", "refuse", "refused"),
    ("Oslo stopped sending radars to Chisinau.", "withdraw", "stopped"),
    ("Parliament authorised sending radars to Chisinau.", "approve", "authorised"),
    ("Oslo allocated money to buy radars for Chisinau.", "allocate", "allocated"),
    ("Oslo set aside $4 million to buy radars for Chisinau.", "allocate", "set aside"),
    ("Oslo began sending radars to Chisinau.", "begin", "began"),
    ("Oslo continues sending radars to Chisinau.", "continue", "continues"),
    ("Oslo admitted sending radars to Chisinau.", "factive", "admitted"),
    ("Oslo offered to send radars to Chisinau.", "offer", "offered"),
    ("Oslo will offer to send radars to Chisinau.", "offer", "will offer"),
]
NOUNS = {
    "promise": "plan plans decision pledge promise commitment intention agreement deal readiness willingness",
    "request": "request requests appeal call calls demand demands plea need",
    "float": "proposal proposals idea possibility talks negotiations right",
    "refuse": "refusal reluctance",
    "approve": "authority authorization authorisation approval legislation bill law",
    "continue": "effort efforts work process",
}
ADJECTIVES = {
    "promise": "ready willing set due going about poised able",
    "refuse": "reluctant unwilling unable hesitant",
    "float": "right better best wise wrong",
}
FREE = [
    "Oslo will send radars to Chisinau.",
    "Oslo sent radars to Chisinau.",
    "Oslo is sending radars to Chisinau.",
    "Oslo, which promised tanks, sent radars to Chisinau.",
    "The ship sailed at dawn to deliver radars to Chisinau.",
    "Oslo promised tanks; to send radars to Chisinau takes a month.",
    "The process was long before sending radars to Chisinau.",
]


def control(sentence: str) -> tuple[str | None, str | None]:
    """The class and the words of what the last verb of help hangs on."""
    made = only_view(sentence)
    use, found = control_of(made, made.uses[-1])
    return found, made.text(use.start, use.last) if use else None


@pytest.mark.parametrize(("sentence", "verb_class", "words"), VERBS)
def test_a_verb_controls(sentence: str, verb_class: str, words: str) -> None:
    assert control(sentence) == (verb_class, words)


@pytest.mark.parametrize(("verb_class", "noun"), [(c, noun) for c, nouns in NOUNS.items() for noun in nouns.split()])
def test_a_noun_controls_an_infinitive(verb_class: str, noun: str) -> None:
    assert control(f"The {noun} to send radars to Chisinau came late.") == (verb_class, None)


@pytest.mark.parametrize(
    ("verb_class", "word"), [(c, word) for c, words in ADJECTIVES.items() for word in words.split()]
)
def test_an_adjective_controls_an_infinitive(verb_class: str, word: str) -> None:
    assert control(f"Oslo is {word} to send radars to Chisinau.") == (verb_class, None)


@pytest.mark.parametrize("words", ["has", "needs", "ought"])
def test_what_one_has_to_do_is_asked_for(words: str) -> None:
    assert control(f"Oslo {words} to send radars to Chisinau.") == ("request", None)


@pytest.mark.parametrize("sentence", FREE)
def test_other_verbs_hang_on_nothing(sentence: str) -> None:
    assert control(sentence) == (None, None)


@pytest.mark.parametrize("words", ["has yet", "is yet", "has still", "is still", "remains"])
def test_what_is_yet_to_be_done_is_neither_asked_for_nor_promised(words: str) -> None:
    assert control(f"Oslo {words} to send radars to Chisinau.") == ("yet", None)


def test_what_one_has_is_no_duty_to_another() -> None:
    assert control("Rome has a ship to send to Chisinau.") == (None, None)


def test_a_process_controls_a_gerund() -> None:
    assert control("Oslo is in the process of sending radars to Chisinau.") == ("continue", None)


def test_the_nearest_verb_controls() -> None:
    assert control("Rome asked Oslo to promise to send radars to Chisinau.") == ("promise", "to promise")


@pytest.mark.parametrize("words", ["efforts to provide", "efforts providing"])
def test_an_effort_goes_on_though_it_is_only_discussed(words: str) -> None:
    assert control(f"Oslo is considering the {words} radars to Chisinau.") == ("continue", None)


def test_whose_effort_it_is_may_stand_between() -> None:
    told = "The ongoing work by Oslo and its neighbours around the sea to deliver radars to Chisinau was praised."
    assert control(told) == ("continue", None)
