"""Which attributions the ledger keeps as statements: somebody who acts for others, on states, alliances or security."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from wireledger.extract.speech_named import OFFICIALS
from wireledger.extract.speech_utterance import Utterance
from wireledger.extract.statement_topic import Topic
from wireledger.extract.view import View
from wireledger.lexicon.speech import security_topics
from wireledger.model import Item, Mention, Party, Span

THRESHOLD = 0.5
_TERM = 2
_TITLE = 40  # characters
_SIDES = frozenset(("state", "alliance", "organisation", "group"))
_FINITE = frozenset("will would 'll can could is are was were has have had".split())
_GUESSING = frozenset("likely probably perhaps presumably apparently".split())
_NOT_DONE = frozenset(("refuse", "decline"))
_DONE = frozenset(("reject", "rebuff", "refuse", "decline", "oppose", "rule out", "order", "propose", "threaten"))


def within(views: Iterable[View], parts: tuple[Span, ...]) -> list[Mention]:
    """The mentions inside the words of an utterance, in order of place."""
    return [
        mention
        for view in views
        for mention in view.sentence.mentions
        if any(part.holds(view.span(mention)) for part in parts)
    ]


def marks_of(
    utterance: Utterance, views: list[View], mentions: list[Mention], topic: Topic, answers: bool = False
) -> frozenset[str]:
    """The features of an utterance that tell whether it is a statement for the ledger; `topic` is the report's.

    `answers`: it denies what another side is told to say or hold of the speaker.
    """
    marks = {"always", "direct" if utterance.direct else "reported", f"report on {topic}"}
    marks.add(_of_speaker(utterance))
    if utterance.speaker is not None and utterance.speaker.party is None and utterance.antecedent is not None:
        marks.add("speaker carried")
    named = [m.thing for m in mentions if isinstance(m.thing, Party) and m.thing.kind in _SIDES]
    side = utterance.party.acts_for if utterance.party is not None else None
    if named:
        marks.add("names a state or alliance")
    if any(party.acts_for != side for party in named):
        marks.add("names another side")
    if side is not None and utterance.party is not None and utterance.party.kind in _SIDES:
        marks.add("speaker is a side")
    if any(isinstance(m.thing, Item) for m in mentions) or _on_topic(views, utterance.parts):
        marks.add("topic")
    marks |= _of_cue(utterance, views)
    if utterance.is_turn:
        marks.add("turn")
    if answers:
        marks.add("answers")
    if _is_deed(utterance, views):
        marks.add("deed")
    least = _TERM if utterance.direct or utterance.how == "object" else 1
    if _size(views, utterance.parts) <= least:
        marks.add("term")
    return frozenset(marks)


def statement_confidence(marks: Iterable[str]) -> float:
    """A probability between 0 and 1."""
    table = _weights()
    return 1 / (1 + math.exp(-sum(table.get(mark, 0.0) for mark in marks)))


def matters(marks: frozenset[str]) -> bool:
    """Whether an utterance is for the ledger: who speaks, of what, and what the whole report is about count alike.

    In a report on cooperation whatever those say who act for others is on the topic; elsewhere the words must tell.
    """
    if marks & {"speaker unknown", "cue silent", "deed"} or ("term" in marks and "cue calls" not in marks):
        return False
    return _is_on_topic(marks) and statement_confidence(marks) >= THRESHOLD


def _is_on_topic(marks: frozenset[str]) -> bool:
    names, topic = "names another side" in marks, "topic" in marks
    if "report on cooperation" in marks:
        return names or topic or not marks & {"turn", "speaker person"}
    if "answers" in marks and marks & {"speaker is a side", "speaker acts for others"}:
        return True
    if "speaker is a side" in marks:
        return names or ("report on security" in marks and (topic or "cue calls" in marks))
    acts = bool(marks & {"speaker acts for others", "speaker official"})
    placed = marks & {"report on security", "speaker acts for others", "turn"}
    return acts and names and topic and bool(placed)


def _of_speaker(utterance: Utterance) -> str:
    party = utterance.party
    if party is not None:
        if party.acts_for is not None:
            return "speaker acts for others"
        if party.kind != "person":
            return "speaker known"
        return "speaker official" if _is_official(utterance) else "speaker person"
    return "speaker official" if _is_official(utterance) else "speaker unknown"


def _is_official(utterance: Utterance) -> bool:
    words = utterance.speaker.words.lower() if utterance.speaker is not None else ""
    return bool(OFFICIALS & set(words.split())) and not words.startswith(("source of", "the source of"))


def _of_cue(utterance: Utterance, views: list[View]) -> frozenset[str]:
    act = utterance.act
    if act is None:
        return frozenset(("cue none",))
    cue = act.use.cue
    guessed = any(view.lower(act.use.start) in _GUESSING for view in views if view.sentence.index == utterance.sentence)
    aloud = "s" in cue.frames or cue.kind == "phrase" or (utterance.direct and not _is_done(utterance))
    deed = utterance.how == "object" and cue.manner in ("say", "show", "think") and not utterance.direct
    marks = {f"cue {cue.kind}", f"manner {cue.manner}", f"content {utterance.how}"}
    if deed or not aloud or guessed:
        marks.add("cue silent")
    if cue.manner == "call":
        marks.add("cue calls")
    return frozenset(marks)


def _is_done(utterance: Utterance) -> bool:
    """Whether a quotation only words what is done: 'ordered an exercise to "test the forces"'."""
    manner = utterance.act.use.cue.manner if utterance.act is not None else ""
    return utterance.how in ("object", "infinitive") and manner in ("demand", "think", "promise")


def _is_deed(utterance: Utterance, views: list[View]) -> bool:
    """Whether a verb of speech tells of something done: help promised or asked for, a guest welcomed."""
    act = utterance.act
    if act is None:
        return False
    cue = act.use.cue
    if cue.kind == "noun" and utterance.how in ("infinitive", "object") and cue.manner in ("promise", "demand"):
        return cue.manner == "promise" or utterance.how == "infinitive"
    if cue.lemma in _NOT_DONE and utterance.how == "infinitive":
        return True
    if utterance.direct:
        return False
    if utterance.how not in ("object", "infinitive"):
        return cue.kind == "verb" and cue.manner == "promise" and not _has_word(views, utterance.parts, _FINITE)
    if cue.lemma == "call" and _is_rung(views, utterance.parts):
        return True
    if cue.kind == "verb" and (cue.manner in ("promise", "ask") or cue.lemma in _DONE):
        return True
    if cue.lemma == "welcome" and (act.use.infinitive or _has_word(views, utterance.parts, frozenset(("into",)))):
        return True
    return cue.manner == "welcome" and any(
        _is_guest(view, m, utterance) for view in views for m in view.sentence.mentions
    )


def _is_rung(views: list[View], parts: tuple[Span, ...]) -> bool:
    """Whether all that is called is somebody: "called the Prime Minister" tells of a telephone."""
    for view in views:
        words = [t for t in view.sentence.tokens if any(p.start <= t.start < p.stop for p in parts)]
        if words:
            mention = next((m for m, _ in view.parties() if view.span(m).stop == words[-1].stop), None)
            named = mention is not None and view.span(mention).start - words[0].start < _TITLE
            return len(words) <= _TERM + 2 and (named or words[-1].lower in OFFICIALS)
    return False


def _is_guest(view: View, mention: Mention, utterance: Utterance) -> bool:
    """Whether a person is what the words begin with, past a title ("welcomed President Erik Holm at ...")."""
    person = isinstance(mention.thing, Party) and mention.thing.kind == "person"
    return person and 0 <= view.span(mention).start - utterance.parts[0].start < _TITLE


def _on_topic(views: Iterable[View], parts: tuple[Span, ...]) -> bool:
    return _has_word(views, parts, security_topics())


def _has_word(views: Iterable[View], parts: tuple[Span, ...], words: frozenset[str]) -> bool:
    return any(
        token.lower in words and any(part.start <= token.start < part.stop for part in parts)
        for view in views
        for token in view.sentence.tokens
    )


def _size(views: Iterable[View], parts: tuple[Span, ...]) -> int:
    starts = [token.start for view in views for token in view.sentence.tokens if token.text[0].isalnum()]
    return len({start for part in parts for start in starts if part.start <= start < part.stop})


@cache
def _weights() -> dict[str, float]:
    text = (files("wireledger.extract") / "statement_weights.csv").read_text(encoding="utf-8")
    return {row["feature"]: float(row["weight"]) for row in csv.DictReader(text.splitlines())}
