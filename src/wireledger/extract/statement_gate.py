"""Which attributions the ledger keeps as statements: somebody who acts for others, on states, alliances or security."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from wireledger.extract.speech_speaker import OFFICIALS
from wireledger.extract.speech_utterance import Utterance
from wireledger.extract.view import View
from wireledger.lexicon.speech import security_topics
from wireledger.model import Item, Mention, Party, Span

THRESHOLD = 0.5
_TERM = 3


def within(views: Iterable[View], parts: tuple[Span, ...]) -> list[Mention]:
    """The mentions inside the words of an utterance, in order of place."""
    return [
        mention
        for view in views
        for mention in view.sentence.mentions
        if any(part.holds(view.span(mention)) for part in parts)
    ]


def parties_in(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The codes of the states, alliances, organisations and persons among mentions, each once."""
    found: dict[str, None] = {}
    for mention in mentions:
        thing = mention.thing
        if isinstance(thing, Party) and thing.kind in ("state", "alliance", "organisation", "person"):
            found[thing.code] = None
    return tuple(found)


def marks_of(utterance: Utterance, views: list[View], mentions: list[Mention]) -> frozenset[str]:
    """The features of an utterance that tell whether it is a statement for the ledger."""
    marks = {"always", "direct" if utterance.direct else "reported"}
    marks.add(_of_speaker(utterance))
    if utterance.speaker is not None and utterance.speaker.party is None and utterance.antecedent is not None:
        marks.add("speaker carried")
    if any(_is_named(m) for m in mentions):
        marks.add("names a state or alliance")
    if any(isinstance(m.thing, Item) for m in mentions) or _on_topic(views, utterance.parts):
        marks.add("topic")
    marks |= _of_cue(utterance)
    if (utterance.direct or utterance.how == "object") and _size(views, utterance.parts) <= _TERM:
        marks.add("term")
    return frozenset(marks)


def statement_confidence(marks: Iterable[str]) -> float:
    """A probability between 0 and 1."""
    table = _weights()
    return 1 / (1 + math.exp(-sum(table.get(mark, 0.0) for mark in marks)))


def matters(marks: frozenset[str]) -> bool:
    """Whether an utterance is for the ledger: who speaks, and of what, count alike."""
    return (
        "speaker unknown" not in marks
        and "cue silent" not in marks
        and bool(marks & {"names a state or alliance", "topic"})
        and ("term" not in marks or "cue calls" in marks)
        and statement_confidence(marks) >= THRESHOLD
    )


def _of_speaker(utterance: Utterance) -> str:
    party = utterance.party
    if party is not None:
        if party.acts_for is not None:
            return "speaker acts for others"
        return "speaker person" if party.kind == "person" else "speaker known"
    words = utterance.speaker.words.lower() if utterance.speaker is not None else ""
    official = OFFICIALS & set(words.split()) and not words.startswith(("source of", "the source of"))
    return "speaker official" if official else "speaker unknown"


def _of_cue(utterance: Utterance) -> frozenset[str]:
    act = utterance.act
    if act is None:
        return frozenset(("cue none",))
    cue = act.use.cue
    aloud = "s" in cue.frames or cue.kind == "phrase" or utterance.direct
    deed = utterance.how == "object" and cue.manner in ("say", "show", "think") and not utterance.direct
    marks = {f"cue {cue.kind}", f"manner {cue.manner}", f"content {utterance.how}"}
    if deed or not aloud:
        marks.add("cue silent")
    if cue.manner == "call":
        marks.add("cue calls")
    return frozenset(marks)


def _is_named(mention: Mention) -> bool:
    return isinstance(mention.thing, Party) and mention.thing.kind in ("state", "alliance", "organisation", "group")


def _on_topic(views: Iterable[View], parts: tuple[Span, ...]) -> bool:
    topics = security_topics()
    return any(
        token.lower in topics and any(part.start <= token.start < part.stop for part in parts)
        for view in views
        for token in view.sentence.tokens
    )


def _size(views: Iterable[View], parts: tuple[Span, ...]) -> int:
    return sum(any(p.start <= t.start < p.stop for p in parts) for view in views for t in view.sentence.tokens)


@cache
def _weights() -> dict[str, float]:
    text = (files("wireledger.extract") / "statement_weights.csv").read_text(encoding="utf-8")
    return {row["feature"]: float(row["weight"]) for row in csv.DictReader(text.splitlines())}
