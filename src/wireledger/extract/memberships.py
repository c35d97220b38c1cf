"""Reads memberships: which state wants into, is let into, kept out of or called a member of which alliance.

Words for joining tell nothing by themselves: the words for or against them, or their tense, give the step. The state or
the alliance a sentence only points to ("its accession", "the alliance") is carried from those before, and says so.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from wireledger.extract.actors import Actor, actors
from wireledger.extract.contact_places import days_near
from wireledger.extract.member_sides import Found, MemberMemory, alliance_of, for_or_against, members_of, remember
from wireledger.extract.member_status import statuses
from wireledger.extract.member_words import (
    Attitude,
    Joining,
    attitude,
    joinings,
    may_tell,
    mood_at,
    one_day,
    opposes,
    taken_back,
)
from wireledger.extract.moods import governed
from wireledger.extract.view import View
from wireledger.model import Claim, Document, Field, Membership, MembershipStep, Mood, Span, evidence

_BIAS = 0.9
_OWN = frozenset(
    "bid bids path road chance prospect prospects steps step closer track efforts effort application".split()
)
_REPEATING = frozenset("repeat repeats repeated repeating reiterated reaffirmed renewed restated echoed".split())
_PROMISE = frozenset("promise pledge commitment vow assurance position stance demand warning".split())
_LETTING = frozenset("allow allows allowed allowing let lets accept accepts accepted agree agrees agreed".split())
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
    again: bool = False


def memberships(document: Document, views: list[View]) -> tuple[Claim, ...]:
    """The membership claims of a document, in order of place."""
    if not any(may_tell(view) and _names_alliance(view) for view in views):
        return ()
    memory = MemberMemory()
    found: list[Claim] = []
    for view in views:
        here = actors(view)
        if may_tell(view):
            for reading in _sentence(view, here, memory):
                found.append(_claim(document, view, reading))
        remember(view, here, memory)
    return tuple(found)


def _names_alliance(view: View) -> bool:
    return any(p.kind in ("alliance", "organisation", "forum", "group") for _, p in view.parties())


def _sentence(view: View, here: list[Actor], memory: MemberMemory) -> list[_Reading]:
    """The readings of one sentence, each step of a state once."""
    found: dict[tuple[str, str, str], _Reading] = {}
    for joining in joinings(view):
        for reading in _read(view, here, joining, memory):
            found.setdefault((reading.member.code, reading.alliance.code, reading.step), reading)
    for again in _repeated(view, here, list(found.values())):
        found[(again.member.code, again.alliance.code, "again")] = again
    for status in statuses(view, here):
        key = (status.member.code, status.alliance.code, "is_member")
        words = (status.first, status.last)
        found.setdefault(
            key, _Reading(status.member, status.alliance, "is_member", status.mood, (), words, "called a member")
        )
    return list(found.values())


def _repeated(view: View, here: list[Actor], told: list[_Reading]) -> Iterator[_Reading]:
    """ "and she has repeated that promise": the support told right before, now by another."""
    for at, token in enumerate(view.sentence.tokens):
        if (
            token.lower in _REPEATING
            and view.lower(at + 1) in ("that", "the", "this")
            and view.lower(at + 2) in _PROMISE
        ):
            for reading in [r for r in told if r.step in ("supported", "opposed") and r.words[1] <= at]:
                by = for_or_against(view, here, at, (reading.member,))
                if by and by != reading.by:
                    yield replace(reading, by=by, words=(at, at + 3), row="repeated", again=True)


def _read(view: View, here: list[Actor], joining: Joining, memory: MemberMemory) -> Iterator[_Reading]:
    alliance = alliance_of(view, here, joining, memory)
    if alliance is None:
        return
    members = members_of(view, here, joining, memory)
    if not members or any(m.code == alliance.code for m in members):
        return
    told = {(m.code, alliance.code) for m in members} & memory.joined
    for step, mood, found in _steps(view, joining, members, bool(told)):
        by: tuple[Found, ...] = ()
        if step not in ("wants", "applied", "joined", "left", "suspended"):
            by = _by(view, here, joining, found, members)
        words = (
            (min(found.at, joining.start), max(found.at + 1, joining.last)) if found else (joining.start, joining.last)
        )
        for member in members:
            yield _Reading(member, alliance, step, mood, by, words, f"{joining.row} {step}")
        if step == "joined" and mood == "asserted":
            memory.joined |= {(m.code, alliance.code) for m in members}
    index = view.sentence.index
    memory.members, memory.members_at = members, index
    memory.alliance, memory.alliance_at = alliance, index


def _by(
    view: View, here: list[Actor], joining: Joining, found: Attitude | None, members: tuple[Found, ...]
) -> tuple[Found, ...]:
    """Who is for or against it; right of the words for joining only who is named with "by"."""
    if found is None:
        return for_or_against(view, here, joining.start, members)
    by = for_or_against(view, here, found.at, members)
    return tuple(f for f in by if found.at < joining.last or f.span.start > view.sentence.tokens[found.at].start)


_Step = tuple[MembershipStep, Mood, Attitude | None]


def _steps(view: View, joining: Joining, members: tuple[Found, ...], told: bool) -> Iterator[_Step]:
    """The steps the words say, with the word for or against that says it; `told`: it was said to have joined before."""
    found = attitude(view, joining)
    if joining.word_class in ("leave", "suspend"):
        yield from _leaving(joining)
    elif joining.word_class in ("bid", "application"):
        mood: Mood = "denied" if taken_back(view, joining) else "asserted"
        yield ("wants" if joining.word_class == "bid" else "applied"), mood, None
        if found is not None and found.step not in ("wants", "applied"):
            yield found.step, found.mood, found
    elif joining.verb and opposes(view, joining, found):
        yield "opposed", "asserted", found
    elif found is not None and not (joining.verb and joining.form in ("past", "participle", "third")):
        yield _turned(view, found, members, joining.word_class == "admit")
    else:
        yield from _bare(view, joining, told)


def _turned(view: View, found: Attitude, members: tuple[Found, ...], admits: bool) -> _Step:
    """ "wants Ukraine to join" is support, and "does not want" it, "will not let" it is opposition."""
    word = view.sentence.tokens[found.at]
    outside = all(m.span.start > word.start and not m.carried for m in members)
    if found.step == "wants" and admits:
        return "supported", found.mood, found
    if found.step == "wants" and outside and word.lower not in _OWN:
        step: MembershipStep = "opposed" if found.mood == "denied" else "supported"
        return step, ("asserted" if found.mood == "denied" else found.mood), found
    if found.mood == "denied" and word.lower in _LETTING:
        return "opposed", "asserted", found
    return found.step, found.mood, found


def _leaving(joining: Joining) -> Iterator[_Step]:
    step: MembershipStep = "suspended" if joining.word_class == "suspend" else "left"
    if joining.mood is not None or not joining.verb:
        yield step, joining.mood or "asserted", None


def _bare(view: View, joining: Joining, told: bool) -> Iterator[_Step]:
    """What the tense alone tells."""
    if joining.word_class in ("candidate", "talks", "protocols"):
        found = governed(view, joining.first, 8)
        yield "approved", (found[0] if found else mood_at(view, joining.first)), None
    elif not joining.verb:
        if told and joining.word_class == "join":
            yield "joined", "asserted", None
    elif joining.word_class in ("join", "become"):
        yield from _joined(view, joining)
    elif joining.word_class == "admit" and joining.mood is not None:
        yield "joined", joining.mood, None


def _joined(view: View, joining: Joining) -> Iterator[_Step]:
    mood = joining.mood or "asserted"
    aux = {view.lower(i) for i in range(joining.start, joining.first)}
    before = view.lower(joining.start - 1)
    if ("should" in aux and not aux & {"not", "never"}) or (one_day(view, joining) and mood in ("planned", "asserted")):
        yield "supported", "asserted", None
    elif joining.form == "ing":
        if before in ("after", "since", "upon", "by", "on") or mood == "planned":
            yield "joined", mood, None
    elif joining.form == "third" and {"when", "once", "until", "before"} & {
        view.lower(joining.start - i) for i in (2, 3)
    }:
        yield "joined", "planned", None
    else:
        yield "joined", mood, None


def _claim(document: Document, view: View, reading: _Reading) -> Claim:
    first, last = reading.words
    when = None if reading.again else days_near(view, first, last)
    event = Membership(
        reading.member.code,
        reading.alliance.code,
        reading.step,
        tuple(f.code for f in reading.by),
        when[0] if when else None,
    )
    fields = _fields(view, reading, when[1] if when else None)
    trace = (
        f"words «{view.text(first, last)}»: {reading.row}",
        f"member {reading.member.code}{' (carried)' if reading.member.carried else ''}",
        f"alliance {reading.alliance.code}{' (carried)' if reading.alliance.carried else ''}",
    )
    whole: Span = view.sentence.span
    anchor = whole.start if reading.member.carried else reading.member.span.start
    where = evidence(document.report, whole, anchor, fields)
    said_by = reading.by[0].span.of(document.report.text) if reading.again and reading.by else None
    rule = f"memberships/{reading.step}"
    return Claim(where, event, reading.mood, rule, _confidence(reading), said_by, trace=trace)


def _fields(view: View, reading: _Reading, when: Span | None) -> tuple[Field, ...]:
    """Where each field was read."""
    found = [
        Field("member", (reading.member.span,), reading.member.carried),
        Field("alliance", (reading.alliance.span,), reading.alliance.carried),
        Field("step", (view.sentence.place(*reading.words),)),
    ]
    if reading.by:
        found.append(Field("by", tuple(f.span for f in reading.by)))
    return (*found, Field("when", (when,))) if when is not None else tuple(found)


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
