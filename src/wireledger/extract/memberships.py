"""Reads memberships: which state wants into, is let into, kept out of or called a member of which alliance.

Words for joining tell nothing by themselves: the words for or against them, or their tense, give the step. The state or
the alliance a sentence only points to ("its accession", "the alliance") is carried from those before, and says so.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import date

from wireledger.extract.actors import Actor, actors
from wireledger.extract.event_days import as_told
from wireledger.extract.member_acts import acts, may_act
from wireledger.extract.member_belonging import BELONGING, belonging
from wireledger.extract.member_days import day_of_step
from wireledger.extract.member_doors import DOORS, open_doors
from wireledger.extract.member_echo import echoes, greetings, may_echo
from wireledger.extract.member_fellows import fellows, newest
from wireledger.extract.member_keep import remember
from wireledger.extract.member_memory import Found, MemberMemory, MemberReading
from wireledger.extract.member_sides import alliance_of, members_of
from wireledger.extract.member_stance import for_or_against
from wireledger.extract.member_stands import (
    Attitude,
    attitude,
    mood_at,
    off_the_table,
    one_day,
    opposes,
    taken_back,
)
from wireledger.extract.member_status import Status, statuses
from wireledger.extract.member_words import Joining, joinings, may_tell
from wireledger.extract.memory import own_side
from wireledger.extract.moods import governed
from wireledger.extract.view import View
from wireledger.extract.view import view as view_of
from wireledger.model import Claim, Days, Document, Field, Membership, MembershipStep, Mood, Span, evidence

_STANDING = DOORS | BELONGING
_NOT_YET = frozenset(("future", "prospective", "soon"))
_BIAS = 0.9
_BESIDE, _NEAR = 6, 8
_OPPOSING = frozenset("opposition resistance objections objection".split())
_OWN = frozenset(
    "bid bids path road chance prospect prospects steps step closer track efforts effort application decision choice"
    " desire wish wishes intention intentions ambition ambitions aspiration aspirations".split()
)
_SIGNING = frozenset("sign signed signing signature".split())
_DONE_ALREADY = frozenset("recent successful historic completed".split())
_LETTING = frozenset("allow allows allowed allowing let lets accept accepts accepted agree agrees agreed yes".split())
_TALKED_OF = frozenset(("talks", "protocols"))
_WEIGHTS = {"carried": -0.7, "hypothetical": -0.4, "attitude": 0.3, "status": 0.6}


def memberships(document: Document, views: list[View]) -> tuple[Claim, ...]:
    """The membership claims of a document, in order of place."""
    if not (any(map(_names_alliance, views)) and any(may_tell(v) or may_act(v) or v.has_any(_STANDING) for v in views)):
        return ()
    memory = _opened(document)
    on = document.report.source.published
    found: list[Claim] = []
    for index, view in enumerate(views):
        here = actors(view)
        if (
            may_tell(view)
            or may_act(view)
            or view.has_any(_STANDING)
            or (memory.alliance is not None and may_echo(view))
        ):
            for reading in _sentence(view, here, memory, on.start if on else None):
                found.append(_claim(document, view, reading, day_of_step(views, index, reading, memory)))
        remember(view, here, memory)
    return tuple(found)


def _names_alliance(view: View) -> bool:
    return any(p.kind in ("alliance", "organisation", "forum", "group") for _, p in view.parties())


def _opened(document: Document) -> MemberMemory:
    """What the page says of itself: whose it is, and which states its title names."""
    own = own_side(document)
    named = [actor for sentence in document.title for actor in actors(view_of(sentence)) if actor.side]
    sides = tuple(dict.fromkeys(a.side for a in named if a.side and a.party.kind in ("person", "state")))
    page = document.report.source.published if own is not None else None
    return MemberMemory(own=own, page_sides=sides, page=page)


def _sentence(view: View, here: list[Actor], memory: MemberMemory, on: date | None) -> list[MemberReading]:
    """The readings of one sentence, each step of a state once."""
    found: list[MemberReading] = []
    for joining in joinings(view):
        _add(found, _read(view, here, joining, memory))
    for act in acts(view, here, memory):
        if _add(found, [act]):
            memory.keep(view.sentence.index, tuple(r.member for r in found), act.alliance)
    _add(found, open_doors(view, here, memory))
    _add(found, belonging(view, here, memory))
    told = list(found)
    _add(found, greetings(view, here, told, memory))
    found += echoes(view, here, told, memory)
    if found:
        memory.last, memory.last_at = tuple(found), view.sentence.index
    _add(found, (_member_now(status) for status in statuses(view, here)))
    _add(found, (_member_now(status) for status in fellows(view, here, memory, on)))
    entered = {r.member.code for r in found if r.step == "joined"}
    _add(found, (_member_now(s) for s in newest(view, here, memory) if s.member.code not in entered))
    return found


def _add(found: list[MemberReading], more: Iterable[MemberReading]) -> bool:
    """Adds readings that were not told already: the same step of a state, in the same words or those beside."""
    before = len(found)
    for reading in more:
        if not any(_is_told(reading, other) for other in found):
            found.append(reading)
    return len(found) > before


def _is_told(one: MemberReading, other: MemberReading) -> bool:
    same = (one.member.code, one.alliance.code, one.step) == (other.member.code, other.alliance.code, other.step)
    if not same or (one.mood, one.by) == (other.mood, other.by):
        return same
    return one.words[0] - other.words[1] <= _BESIDE and other.words[0] - one.words[1] <= _BESIDE


def _member_now(status: Status) -> MemberReading:
    words = (status.first, status.last)
    return MemberReading(status.member, status.alliance, "is_member", status.mood, (), words, "called a member")


def _read(view: View, here: list[Actor], joining: Joining, memory: MemberMemory) -> Iterator[MemberReading]:
    alliance = alliance_of(view, here, joining, memory)
    if alliance is None:
        return
    members = members_of(view, here, joining, memory)
    if not members or any(m.code == alliance.code for m in members):
        return
    told = {(m.code, alliance.code) for m in members} & memory.joined
    for step, mood, found in _steps(view, joining, members, bool(told)):
        by: tuple[Found, ...] = ()
        if step not in ("wants", "applied", "joined", "left"):
            by = _by(view, here, joining, found, members)
        words = (
            (min(found.at, joining.start), max(found.at + 1, joining.last)) if found else (joining.start, joining.last)
        )
        for member in members:
            yield MemberReading(member, alliance, step, mood, by, words, f"{joining.row} {step}")
        if step == "joined" and mood == "asserted":
            memory.joined |= {(m.code, alliance.code) for m in members}
    memory.keep(view.sentence.index, members, alliance)


def _by(
    view: View, here: list[Actor], joining: Joining, found: Attitude | None, members: tuple[Found, ...]
) -> tuple[Found, ...]:
    """Who is for or against it; right of the words for joining only who is named with "by"."""
    if found is None:
        return for_or_against(view, here, joining.start, members)
    by = for_or_against(view, here, found.at, members)
    if not by and view.lower(found.at) == "welcome":
        return _sayer(view, here)
    return tuple(f for f in by if found.at < joining.last or f.span.start > view.sentence.tokens[found.at].start)


def _sayer(view: View, here: list[Actor]) -> tuple[Found, ...]:
    """Who says that somebody is welcome."""
    said = [a for a in here if a.side and {view.lower(a.first - 1), view.lower(a.last)} & {"said", "says"}]
    return (Found(said[0].side or "", said[0].span),) if said else ()


_Step = tuple[MembershipStep, Mood, Attitude | None]


def _steps(view: View, joining: Joining, members: tuple[Found, ...], told: bool) -> Iterator[_Step]:
    """The steps the words say, with the word for or against that says it; `told`: it was said to have joined before."""
    found = attitude(view, joining)
    if joining.word_class in ("leave", "suspend"):
        yield from _leaving(joining)
    elif joining.word_class in ("bid", "application"):
        if found is None or found.step not in ("opposed", "approved") or joining.word_class != "bid":
            mood: Mood = taken_back(view, joining) or "asserted"
            yield ("wants" if joining.word_class == "bid" else "applied"), mood, None
        signed = found is not None and view.lower(found.at) in _SIGNING
        if found is not None and found.step not in ("wants", "applied") and not signed:
            yield found.step, found.mood, found
    elif joining.word_class == "path" and view.lower(joining.first) in ("future", "place"):
        if {"is", "lies", "are", "'s"} & {view.lower(i) for i in range(joining.last, joining.last + 2)}:
            yield "supported", "asserted", None
    elif joining.word_class == "join" and _recent(view, joining):
        yield "joined", "asserted", None
    elif joining.verb and opposes(view, joining, found):
        yield "opposed", ("hypothetical" if found is not None and found.mood == "hypothetical" else "asserted"), found
    elif found is None and not joining.verb and off_the_table(view, joining.last):
        yield "opposed", "asserted", None
    elif joining.word_class in _TALKED_OF and found is not None and found.step == "applied":
        yield "approved", found.mood, found
    elif found is not None and not (joining.verb and joining.form in ("past", "participle", "third")):
        yield _turned(view, found, members, joining.word_class == "admit")
    else:
        yield from _bare(view, joining, told)


def _recent(view: View, joining: Joining) -> bool:
    """ "Finland's recent accession": it has happened, whatever is said of it."""
    return not joining.verb and view.lower(joining.first - 1) in _DONE_ALREADY


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
    if found.step == "approved" and word.lower in _OPPOSING and not outside and not any(m.carried for m in members):
        return "wants", found.mood, found
    if found.step == "wants" and found.mood == "planned":
        return "wants", "asserted", found
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
    elif joining.word_class == "admit" and _is_wished(view, joining):
        yield "supported", "asserted", None
    elif joining.word_class == "admit" and joining.mood is not None:
        yield "joined", joining.mood, None


def _is_wished(view: View, joining: Joining) -> bool:
    """ "should admit Malta", "welcomed Malta as a future member": its way in is backed."""
    behind = range(joining.last, joining.last + _NEAR)
    ahead = any(view.lower(i) == "as" and _NOT_YET & {view.lower(i + 1), view.lower(i + 2)} for i in behind)
    return ahead or bool({"should", "must"} & _auxiliaries(view, joining))


def _auxiliaries(view: View, joining: Joining) -> set[str]:
    return {view.lower(i) for i in range(joining.start, joining.first)}


def _joined(view: View, joining: Joining) -> Iterator[_Step]:
    mood = joining.mood or "asserted"
    aux = _auxiliaries(view, joining)
    before = view.lower(joining.start - 1)
    if (aux & {"should", "must"} and not aux & {"not", "never"}) or (
        one_day(view, joining) and mood in ("planned", "asserted")
    ):
        yield "supported", "asserted", None
    elif joining.form == "ing":
        if {"is", "are", "'s", "'re"} & aux and mood == "asserted":
            yield "joined", "planned", None
        elif before in ("after", "since", "upon", "by", "on") or mood == "planned":
            yield "joined", mood, None
    elif joining.form == "third" and {"when", "once", "until", "before"} & {
        view.lower(joining.start - i) for i in (2, 3)
    }:
        yield "joined", "planned", None
    else:
        yield "joined", mood, None


def _claim(document: Document, view: View, reading: MemberReading, when: tuple[Days, Span] | None) -> Claim:
    first, last = reading.words
    event = Membership(
        reading.member.code,
        reading.alliance.code,
        reading.step,
        tuple(f.code for f in reading.by),
        as_told(when[0]) if when else None,
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


def _fields(view: View, reading: MemberReading, when: Span | None) -> tuple[Field, ...]:
    """Where each field was read."""
    found = [
        Field("member", (reading.member.span,), reading.member.carried),
        Field("alliance", (reading.alliance.span,), reading.alliance.carried),
        Field("step", (view.sentence.place(*reading.words),)),
    ]
    if reading.by:
        found.append(Field("by", tuple(f.span for f in reading.by)))
    return (*found, Field("when", (when,))) if when is not None else tuple(found)


def _confidence(reading: MemberReading) -> float:
    """A probability between 0 and 1 that every core field is right."""
    features = {
        "carried": reading.member.carried or reading.alliance.carried,
        "hypothetical": reading.mood == "hypothetical",
        "attitude": bool(reading.by),
        "status": reading.step == "is_member",
    }
    total = _BIAS + sum(_WEIGHTS[name] for name, holds in features.items() if holds)
    return 1 / (1 + math.exp(-total))
