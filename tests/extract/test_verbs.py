"""Which words of a sentence are verbs of help in use, and how; nouns of the same shape are none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.extract.pledges_made import only_view

from wireledger.extract.verbs import Use

# sentence with the verb marked, class, tense, passive, negated
IN_USE = [
    ("Kenya [sent] officers to Haiti.", "give", "past", False, False),
    ("Kenya [has sent] officers to Haiti.", "give", "perfect", False, False),
    ("Kenya [had sent] officers to Haiti.", "give", "perfect", False, False),
    ("Kenya [sends] officers to Haiti.", "give", "present", False, False),
    ("Kenya [is sending] officers to Haiti.", "give", "progressive", False, False),
    ("Kenya [will send] officers to Haiti.", "give", "future", False, False),
    ("Kenya [will soon also send] officers to Haiti.", "give", "future", False, False),
    ("Kenya [may send] officers to Haiti.", "give", "modal", False, False),
    ("Kenya [should send] officers to Haiti.", "give", "duty", False, False),
    ("Kenya has [to send] officers to Haiti.", "give", "infinitive", False, False),
    ("Kenya [won't send] officers to Haiti.", "give", "future", False, True),
    ("Kenya [did not send] officers to Haiti.", "give", "past", False, True),
    ("Kenya [has never sent] officers to Haiti.", "give", "perfect", False, True),
    ("Kenya [cannot send] officers to Haiti.", "give", "modal", False, True),
    ("Six boats [were donated] by Japan.", "give", "past", True, False),
    ("Six boats [have been donated] by Japan.", "give", "perfect", True, False),
    ("Six boats [are being donated] by Japan.", "give", "progressive", True, False),
    ("Six boats [will be donated] by Japan.", "give", "future", True, False),
    ("Six boats [donated] by Japan lie in Manila.", "give", "participle", True, False),
    ("The boats [were not delivered] to Manila.", "give", "past", True, True),
    ("Paris and Madrid [train] the soldiers of Niger.", "train", "present", False, False),
    ("We [provide] drones to Armenia.", "give", "present", False, False),
    ("They [supply] Sudan with rifles.", "give", "present", False, False),
    ("Paris [handed over] 24 vehicles to Armenia.", "give", "past", False, False),
    ("Taipei [took delivery of] 38 tanks.", "receive", "past", False, False),
    ("Manila [asked for] two frigates.", "request", "past", False, False),
    ("Manila [is calling for] two frigates.", "request", "progressive", False, False),
    ("Berlin [ruled out] missiles for Georgia.", "refuse", "past", False, False),
    ("The Senate [approved] the loan to Jordan.", "approve", "past", False, False),
    ("The loan [was approved] for Jordan.", "approve", "past", True, False),
    ("Brussels [pledged] money to Lebanon.", "promise", "past", False, False),
    ("Washington [suspended] aid to Niger.", "withdraw", "past", False, False),
    ("The tanks [have arrived] in Jordan.", "arrive", "perfect", False, False),
    ("Italy [trained] the soldiers of Niger.", "train", "past", False, False),
]

# nouns, adjectives and wishes of the same shape
NO_VERB = [
    "Arms supplies to Sudan are a secret.",
    "A request from Manila came late.",
    "The offer from Benin stands.",
    "The promise of Oslo holds.",
    "Their pledge is a year old.",
    "The need for boats grows.",
    "The demand for shells grows.",
    "The export of shells is growing.",
    "The Armenian request was long.",
    "Military supplies from India are due.",
    "A grant from Tokyo is due.",
    "The third order of the navy is due.",
    "His call for calm was heard.",
    "Kenya wants to thank Jamaica.",
    "Haiti needs to rest.",
    "The halt of the convoy lasted a day.",
]


def used(marked: str) -> tuple[str, Use | None]:
    """The marked words, and the use that covers exactly them."""
    before, _, rest = marked.partition("[")
    words, _, after = rest.partition("]")
    made = only_view(before + words + after)
    return words, next((use for use in made.uses if made.text(use.start, use.last) == words), None)


@pytest.mark.parametrize(("marked", "verb_class", "tense", "passive", "negated"), IN_USE)
def test_in_use(marked: str, verb_class: str, tense: str, passive: bool, negated: bool) -> None:
    words, use = used(marked)
    assert use is not None, f"no verb is {words}"
    assert (use.verb.verb_class, use.tense, use.negated) == (verb_class, tense, negated)
    assert use.passive == passive


@pytest.mark.parametrize("sentence", NO_VERB)
def test_nouns_are_no_verbs(sentence: str) -> None:
    assert [use.verb.lemma for use in only_view(sentence).uses] == []


def test_uses_stand_apart_in_order() -> None:
    made = only_view("Oslo, which has sent tanks, agreed to train its army and is considering giving Moldova radars.")
    edges = [(use.start, use.first, use.last) for use in made.uses]
    assert [use.verb.verb_class for use in made.uses] == ["give", "intend", "train", "float", "give"]
    assert all(start <= first < last for start, first, last in edges)
    assert all(one[2] <= other[0] for one, other in pairwise(edges))


def test_an_infinitive_keeps_its_to() -> None:
    made = only_view("Oslo agreed to send Moldova radars.")
    assert [(made.text(use.start, use.last), use.tense) for use in made.uses] == [
        ("agreed", "past"),
        ("to send", "infinitive"),
    ]
