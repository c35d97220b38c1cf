"""Every verb group of a sentence, of help or not: which words it has, its class and its tense, in order of place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.extract.pledges_made import only_view

from wireledger.extract.acts import acts

Told = tuple[str, str, str]

# sentence: words of each group, class, tense
ROWS: list[tuple[str, list[Told]]] = [
    ("Kenya sent officers to Haiti.", [("sent", "give", "past")]),
    ("Kenya sends officers to Haiti.", [("sends", "give", "present")]),
    ("Ottawa will train Jamaican soldiers in Kingston.", [("will train", "train", "future")]),
    ("Ottawa will train soldiers in Kingston.", [("will train", "train", "future")]),
    (
        "The talks failed, but Rabat kept its promise to send trucks.",
        [("failed", "plain", "past"), ("kept", "plain", "past"), ("to send", "give", "infinitive")],
    ),
    ("The premier flew to Yerevan.", [("flew", "give", "past")]),
    (
        "The crew broke camp and met the minister.",
        [("broke", "plain", "past"), ("met", "plain", "past")],
    ),
    ("Japan has repeatedly criticised the launches.", [("has repeatedly criticised", "plain", "perfect")]),
    ("The captured tanks were shown in Khartoum.", [("were shown", "plain", "past")]),
    ("Two radars are on their way to Tbilisi.", [("are", "be", "present")]),
    ("Two radars were on their way to Tbilisi.", [("were", "be", "past")]),
    (
        "Norway, which has twelve frigates, will lend one to Manila.",
        [("has", "have", "present"), ("will lend", "give", "future")],
    ),
    (
        "Seoul said it would deliver shells to Manila.",
        [("said", "plain", "past"), ("would deliver", "give", "modal")],
    ),
    (
        "Paris, thanking Doha for its help, sent two planes to Beirut.",
        [("thanking", "plain", "gerund"), ("sent", "give", "past")],
    ),
    ("Lima is not considering the sale.", [("is not considering", "float", "progressive")]),
    ("The ship was hit by a drone off Aden.", [("was hit", "plain", "past")]),
    ("The port has been closed since May.", [("has been closed", "plain", "perfect")]),
    (
        "Helsinki urged Berlin to release the missiles.",
        [("urged", "asking", "past"), ("to release", "give", "infinitive")],
    ),
    (
        "The ship carrying rifles left Izmir on Sunday.",
        [("carrying", "plain", "gerund"), ("left", "plain", "past")],
    ),
    ("The general did not explain the delay.", [("did not explain", "plain", "past")]),
    ("The general did it on Monday.", [("did", "plain", "past")]),
    (
        "Canberra must decide whether to replace the boats.",
        [("must decide", "intend", "duty"), ("to replace", "plain", "infinitive")],
    ),
    ("They attack villages.", [("attack", "plain", "present")]),
    ("Rwanda denies arming the rebels.", [("denies", "deny", "present"), ("arming", "arm", "gerund")]),
    ("The building of the bridge took a year.", [("took", "plain", "past")]),
    ("Warsaw could close the crossing.", [("could close", "plain", "modal")]),
    ("The Attack Aviation Brigade trained in Niger.", [("trained", "train", "past")]),
    (
        "Angola had fought rebels and bought drones when Luanda signed the accord.",
        [("had fought", "plain", "perfect"), ("bought", "buy", "past"), ("signed", "approve", "past")],
    ),
    ("Bogota is meeting Quito to discuss the border.", [
        ("is meeting", "plain", "progressive"), ("to discuss", "float", "infinitive"),
    ]),
    ("Oslo set aside money for Chad.", [("set aside", "allocate", "past")]),
    ("Tokyo, Seoul and Manila.", []),
    ("A long war.", []),
]  # fmt: skip

# what is misread today, with why
FAULTS: list[tuple[str, list[Told], str]] = [
    (
        "The French army trains soldiers in Chad.",
        [("trains", "train", "present")],
        "a present behind a body of a state is taken for a plural",
    ),
    (
        "Bucharest helped Chisinau repair its grid.",
        [("helped", "plain", "past"), ("repair", "help", "infinitive")],
        "a bare infinitive behind whom one helps is not seen",
    ),
    (
        "The rebels, armed by a neighbour, took Bukavu.",
        [("armed", "arm", "participle"), ("took", "plain", "past")],
        '"armed" alone is always taken for an adjective',
    ),
]


def told(sentence: str) -> list[Told]:
    """The words, class and tense of each verb group."""
    made = only_view(sentence)
    return [(made.text(use.start, use.last), use.verb.verb_class, use.tense) for use in acts(made)]


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_acts(sentence: str, expected: list[Told]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [pytest.param(s, e, marks=pytest.mark.xfail(strict=True, reason=why)) for s, e, why in FAULTS],
)
def test_acts_that_are_misread_today(sentence: str, expected: list[Told]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in ROWS])
def test_acts_stand_apart_in_order(sentence: str) -> None:
    found = acts(only_view(sentence))
    assert all(use.start <= use.first < use.last for use in found)
    assert all(one.last <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("sentence", "passive", "negated"),
    [
        ("The ship was hit by a drone off Aden.", True, False),
        ("The port has not been closed.", True, True),
        ("The general did not explain the delay.", False, True),
        ("The army has never used the bridge.", False, True),
        ("The army used the bridge.", False, False),
        ("The boat cannot leave the port.", False, True),
        ("The radars are not on their way.", False, True),
    ],
)
def test_plain_acts_know_voice_and_denial(sentence: str, passive: bool, negated: bool) -> None:
    (use,) = acts(only_view(sentence))
    assert (use.passive, use.negated) == (passive, negated)


def test_verbs_of_help_are_all_among_the_acts() -> None:
    made = only_view("Oslo, which has sent tanks, met envoys and agreed to train its army.")
    assert [use for use in acts(made) if use in made.uses] == list(made.uses)


def test_no_verb_is_found_inside_a_name() -> None:
    made = only_view("The Save the Children fund met in Kabul.")
    assert [made.text(use.start, use.last) for use in acts(made)] == ["met"]
