"""Finds verbs of a table in a sentence, each with its use and its mood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wireledger.extract.moods import Reading, reading
from wireledger.extract.view import View
from wireledger.lexicon.meeting import DeedForm, DeedVerb
from wireledger.model import Mood

_MANY = frozenset("ministers leaders officials presidents chiefs envoys heads".split())
_ORDINALS = frozenset("first second third fourth fifth last next latest previous".split())
_SENDING = frozenset("sent send sends sending dispatched dispatching dispatch got had helped let said".split())
_AHEAD = frozenset("will would 'll shall".split())


@dataclass(frozen=True, slots=True)
class Deed:
    """One verb in use: tokens `first` up to but without `last`; `start` is where its auxiliaries begin."""

    verb: DeedVerb
    first: int
    last: int
    start: int
    form: str
    mood: Mood
    passive: bool
    row: str


def deeds(view: View, table: Mapping[str, tuple[DeedForm, ...]]) -> list[Deed]:
    """The verbs of `table` used in a sentence, in order; what hangs on another verb takes over its mood."""
    found: list[Deed] = []
    past = 0
    for at, token in enumerate(view.sentence.tokens):
        if token.lower in table and at >= past and (deed := _at(view, at, table, found)) is not None:
            found.append(deed)
            past = deed.last
    return found


def _at(view: View, at: int, table: Mapping[str, tuple[DeedForm, ...]], before: list[Deed]) -> Deed | None:
    for written in table[view.lower(at)]:
        size = len(written.words)
        if size > 1 and any(view.lower(at + i) != written.words[i] for i in range(1, size)):
            continue
        read = reading(view, at, written)
        if read is None or _is_noun(view, at, at + size, read):
            continue
        mood, row = _settled(view, read, before)
        if (mood == "hypothetical" and _is_turned_down(view, at + size)) or _is_denied(view, read.start):
            mood = "denied"
        return Deed(written.verb, at, at + size, read.start, read.form, mood, read.passive, row)
    return None


def _settled(view: View, read: Reading, before: list[Deed]) -> tuple[Mood, str]:
    if read.form == "base" and read.row == "base" and view.lower(read.start - 1) == "and":
        led = next((d for d in reversed(before) if d.form == "base" and read.start - d.last <= 25), None)
        if led is not None:  # "is to travel to Fiji and meet"
            return led.mood, led.row
    if read.mood is not None:
        return read.mood, read.row
    for deed in reversed(before):
        if read.start - deed.last <= 25:
            return deed.mood, f"{read.row} of {deed.verb.lemma}"
    if read.row == "to" and _is_headline(view, read.start):
        return "planned", "headline-to"
    ahead = any(view.lower(i) in _AHEAD for i in range(max(0, read.start - 20), read.start))
    return ("planned", f"{read.row} of will") if ahead else ("asserted", read.row)


def _is_denied(view: View, start: int) -> bool:
    """ "denied that he would meet": the clause behind a denial."""
    for at in range(start - 1, max(0, start - 12), -1):
        word = view.lower(at)
        if word in (".", ";", ":", '"'):
            return False
        if word in ("denied", "denies", "denying") and view.lower(at + 1) in ("that", "reports", "claims", "rumours"):
            return True
    return False


def _is_turned_down(view: View, at: int) -> bool:
    """ "was invited to visit but could not": what follows behind "but" within the sentence."""
    words = [view.lower(i) for i in range(at, min(at + 25, len(view.sentence.tokens)))]
    if "but" not in words:
        return False
    behind = set(words[words.index("but") + 1 :][:5])
    return bool(behind & {"declined", "refused", "unable", "couldn't", "rejected"}) or {"not", "could"} <= behind


def _is_noun(view: View, first: int, last: int, read: Reading) -> bool:
    """ "a contact group meeting at": a bare -ing form behind a noun is one itself, unless somebody is met."""
    if read.form == "ing" and view.lower(first) == "meeting" and view.lower(first - 1) in _ORDINALS:
        return True
    if read.form != "ing" or read.start != first or view.lower(first) != "meeting":
        return False
    following = view.lower(last)
    named = last < len(view.sentence.tokens) and view.sentence.tokens[last].text[:1].isupper()
    somebody = (
        last in view.at or named or following in ("with", "his", "her", "the", "top", "senior", "president", "up")
    )
    somebodies = (first - 2) in view.at or view.lower(first - 2) in _MANY
    aside = view.lower(first - 1) == "," and somebodies and following in ("in", "at")
    return not aside and (not somebody or (first - 1) in view.at)


def _is_headline(view: View, start: int) -> bool:
    """ "Leader to visit neighbour": the infinitive right behind its subject."""
    if start > 9 or {view.lower(i) for i in range(start)} & (_SENDING | _ORDINALS):
        return False  # "became the first minister to visit"
    return (start - 1) in view.at or view.lower(start - 1) in (
        "leaders",
        "ministers",
        "officials",
        "leader",
        "minister",
    )
