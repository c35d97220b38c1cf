"""The second reader, on trees drawn by hand: who gives and who receives, and what that does to a claim."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.extract.pledges_made import document, only_view, views

from wireledger.extract.offers import offers
from wireledger.extract.pledges import pledges
from wireledger.extract.second_reader import seen_in
from wireledger.model import Claim, Document, Sentence, Tree

# A sentence, its tree (word, what it hangs on as, the word it hangs on; words are told apart by their place), and who
# gives and receives by it. Only the words that matter are drawn; the others hang on the root.
DRAWN = [
    (
        "Oslo will send Kyiv six radars.",
        "Oslo nsubj send; Kyiv dative send; radars dobj send",
        ("no", "ua"),
    ),
    (
        "Oslo and Rome gave six radars to Kyiv.",
        "Oslo nsubj gave; Rome conj Oslo; radars dobj gave; to dative gave; Kyiv pobj to",
        ("it+no", "ua"),
    ),
    (
        "Six radars were given to Kyiv by Oslo.",
        "radars nsubjpass given; to prep given; Kyiv pobj to; by agent given; Oslo pobj by",
        ("no", "ua"),
    ),
    (
        "Kyiv received six radars from Oslo.",
        "Kyiv nsubj received; radars dobj received; from prep received; Oslo pobj from",
        ("no", "ua"),
    ),
    (
        "Kyiv uses the radars Oslo sent.",
        "Kyiv nsubj uses; radars dobj uses; Oslo nsubj sent; sent relcl radars",
        ("no", ""),
    ),
    (
        "Kyiv asked Oslo to send radars.",
        "Kyiv nsubj asked; Oslo dobj asked; send xcomp asked; radars dobj send",
        ("no", ""),
    ),
    (
        "Oslo promised to send radars to the Ukrainian army.",
        "Oslo nsubj promised; send xcomp promised; radars dobj send; to dative send; army pobj to; Ukrainian amod army",
        ("no", "ua"),
    ),
    (
        "Kyiv fired missiles at dawn, and Oslo sent radars.",
        "Kyiv nsubj fired; missiles dobj fired; Oslo nsubj sent; sent conj fired; radars dobj sent",
        ("no", ""),
    ),
]


def drawn(sentence: Sentence, told: str) -> Tree:
    """The tree that a row of DRAWN tells."""
    words = [token.text for token in sentence.tokens]
    hangs = [row.split() for row in told.split("; ")]
    inner = {word for word, _, _ in hangs}
    root = next(words.index(head) for _, _, head in hangs if head not in inner)
    heads, labels = [root] * len(words), ["dep"] * len(words)
    labels[root] = "ROOT"
    for word, label, head in hangs:
        at = words.index(word)
        heads[at], labels[at] = words.index(head), label
    return Tree(tuple(heads), tuple(labels))


@pytest.mark.parametrize(("sentence", "told", "expected"), DRAWN)
def test_a_tree_tells_who_gives_and_who_receives(sentence: str, told: str, expected: tuple[str, str]) -> None:
    view = only_view(sentence)
    thing = offers(view)[-1].anchor
    radars = next(i for i in range(thing, len(view.sentence.tokens)) if view.lower(i) == "radars")
    seen = seen_in(view, radars, drawn(view.sentence, told))
    assert ("+".join(sorted(seen.donors)), "+".join(sorted(seen.recipients))) == expected


def read(made: Document) -> Claim:
    (claim,) = pledges(made, views(made))
    return claim


TEXT = "Oslo will send Kyiv six radars."
AGREES = "Oslo nsubj send; Kyiv dative send; radars dobj send"
DIFFERS = "Kyiv nsubj send; radars dobj send"


def test_agreement_makes_a_claim_surer_and_a_difference_less_sure() -> None:
    made = document(TEXT)
    alone = read(made)
    agreed = read(replace(made, trees=lambda sentence: drawn(sentence, AGREES)))
    differing = read(replace(made, trees=lambda sentence: drawn(sentence, DIFFERS)))
    assert differing.confidence < alone.confidence < agreed.confidence
    assert agreed.trace[-2:] == ("second reader agrees on the donors", "second reader agrees on the recipient")
    assert "second reader differs on the donors" in differing.trace


def test_a_difference_changes_nothing_that_was_read() -> None:
    made = document(TEXT)
    alone, differing = read(made), read(replace(made, trees=lambda sentence: drawn(sentence, DIFFERS)))
    assert replace(differing, confidence=alone.confidence, trace=alone.trace) == alone


def test_a_tree_that_names_nobody_is_silent_and_weighs_nothing() -> None:
    made = document(TEXT)
    silent = read(replace(made, trees=lambda sentence: drawn(sentence, "radars dobj send")))
    assert silent.confidence == read(made).confidence
    assert "second reader is silent on the donors" in silent.trace
