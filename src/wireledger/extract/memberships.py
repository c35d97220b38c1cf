"""Reads memberships: which state wants into, is let into, kept out of or called a member of which alliance.

Words for joining tell nothing by themselves: the words for or against them, or their tense, give the step. The state or
the alliance a sentence only points to ("its accession", "the alliance") is carried from those before, and says so.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from wireledger.extract.actors import Actor, actors
from wireledger.extract.contact_places import days_near
from wireledger.extract.member_sides import Found, MemberMemory, alliance_of, for_or_against, members_of, remember
from wireledger.extract.member_status import statuses
from wireledger.extract.member_words import Attitude, Joining, attitude, joinings, may_tell, one_day, refuses
from wireledger.extract.view import View
from wireledger.model import Claim, Document, Field, Membership, MembershipStep, Mood, Span, evidence

_BIAS = 0.9
_WEIGHTS = {"carried": -0.7, "hypothetical": -0.4, "attitude": 0.3, "status": 0.6}


@dataclass(frozen=True, slots=True)
class _Reading:
    """One state's step as read; `words` are the tokens that say it."""

    member: Found
    alliance: Found
    step: MembershipStep
    mood: Mood
    by: tuple[Found, ...]
    words: tuple[int, int]
    row: str


def memberships(document: Document, views: list[View]) -> tuple[Claim, ...]:
    """The membership claims of a document, in order of place."""
    memory = MemberMemory()
    found: list[Claim] = []
    for view in views:
        here = actors(view)
        if may_tell(view):
            for reading in _sentence(view, here, memory):
                found.append(_claim(document, view, reading))
        remember(view, here, memory)
    return tuple(found)


def _sentence(view: View, here: list[Actor], memory: MemberMemory) -> list[_Reading]:
    """The readings of one sentence, each step of a state once."""
    found: dict[tuple[str, str, str], _Reading] = {}
    for joining in joinings(view):
        for reading in _read(view, here, joining, memory):
            found.setdefault((reading.member.code, reading.alliance.code, reading.step), reading)
    for status in statuses(view, here):
        key = (status.member.code, status.alliance.code, "is_member")
        words = (status.first, status.last)
        found.setdefault(key, _Reading(status.member, status.alliance, "is_member", status.mood, (), words, "called a member"))
    return list(found.values())


def _read(view: View, here: list[Actor], joining: Joining, memory: MemberMemory) -> Iterator[_Reading]:
    alliance = alliance_of(view, here, joining, memory)
    if alliance is None:
        return
    members = members_of(view, here, joining, memory)
    if not members or any(m.code == alliance.code for m in members):
        return
    for step, mood, found in _steps(view, joining):
        by = for_or_against(view, here, found.at, members) if found and step not in ("wants", "applied") else ()
        words = (min(found.at, joining.start), max(found.at + 1, joining.last)) if found else (joining.start, joining.last)
        for member in members:
            yield _Reading(member, alliance, step, mood, by, words, f"{joining.row} {step}")
    index = view.sentence.index
    memory.members, memory.members_at = members, index
    memory.alliance, memory.alliance_at = alliance, index


def _steps(view: View, joining: Joining) -> Iterator[tuple[MembershipStep, Mood, Attitude | None]]:
    """The steps the words say, with the word for or against that says it."""
    found = attitude(view, joining)
    if joining.word_class in ("leave", "suspend"):
        yield from _leaving(joining)
    elif joining.word_class == "bid" or joining.word_class == "application":
        step: MembershipStep = "wants" if joining.word_class == "bid" else "applied"
        yield step, "asserted", None
        if found is not None and found.step not in ("wants", "applied"):
            yield found.step, found.mood, found
    elif joining.verb and refuses(view, joining) and (found is None or found.step in ("wants", "supported", "opposed")):
        yield "opposed", "asserted", found
    elif found is not None:
        yield found.step, found.mood, found
    else:
        yield from _bare(view, joining)


def _leaving(joining: Joining) -> Iterator[tuple[MembershipStep, Mood, Attitude | None]]:
    step: MembershipStep = "left" if joining.word_class == "leave" else "suspended"
    if joining.mood is not None:
        yield step, joining.mood, None


def _bare(view: View, joining: Joining) -> Iterator[tuple[MembershipStep, Mood, Attitude | None]]:
    """What the tense alone tells."""
    if joining.word_class in ("candidate", "talks", "protocols"):
        yield "approved", "asserted", None
    elif joining.word_class == "join" and joining.verb:
        mood = joining.mood or "asserted"
        if one_day(view, joining) and mood in ("planned", "asserted"):
            yield "supported", "asserted", None
        elif joining.form in ("past", "participle", "third") or mood != "asserted":
            yield "joined", mood, None
    elif joining.word_class == "admit" and joining.mood in ("asserted", "planned", "denied"):
        yield "joined", joining.mood, None


def _claim(document: Document, view: View, reading: _Reading) -> Claim:
    first, last = reading.words
    when = days_near(view, first, last)
    event = Membership(
        reading.member.code, reading.alliance.code, reading.step, tuple(f.code for f in reading.by), when[0] if when else None
    )
    fields = [
        Field("member", (reading.member.span,), reading.member.carried),
        Field("alliance", (reading.alliance.span,), reading.alliance.carried),
        Field("step", (view.sentence.place(first, last),)),
    ]
    if reading.by:
        fields.append(Field("by", tuple(f.span for f in reading.by)))
    if when is not None:
        fields.append(Field("when", (when[1],)))
    trace = (
        f"words «{view.text(first, last)}»: {reading.row}",
        f"member {reading.member.code}{' (carried)' if reading.member.carried else ''}",
        f"alliance {reading.alliance.code}{' (carried)' if reading.alliance.carried else ''}",
    )
    whole: Span = view.sentence.span
    anchor = whole.start if reading.member.carried else reading.member.span.start
    where = evidence(document.report, whole, anchor, tuple(fields))
    return Claim(where, event, reading.mood, f"memberships/{reading.step}", _confidence(reading), trace=trace)


def _confidence(reading: _Reading) -> float:
    """A probability between 0 and 1 that every core field is right."""
    features = {
        "carried": reading.member.carried or reading.alliance.carried,
        "hypothetical": reading.mood == "hypothetical",
        "attitude": bool(reading.by),
        "status": reading.step == "is_member",
    }
    total = _BIAS + sum(_WEIGHTS[name] for name, holds in features.items() if holds)
    return 1 / (1 + math.exp(-total))
