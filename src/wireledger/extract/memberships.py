"""Reads memberships: which state wants into, is let into, kept out of or called a member of which alliance.

Words for joining tell nothing by themselves: the words for or against them, or their tense, give the step. The state or
the alliance a sentence only points to ("its accession", "the alliance") is carried from those before, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from wireledger.extract.actors import Actor, actors
from wireledger.extract.member_acts import acts, may_act
from wireledger.extract.member_also import also
from wireledger.extract.member_belonging import BELONGING, belonging
from wireledger.extract.member_by import Case, sides_for, stand_of
from wireledger.extract.member_claims import claim_of
from wireledger.extract.member_days import day_of_step
from wireledger.extract.member_doors import DOORS, open_doors
from wireledger.extract.member_echo import echoes, greetings, may_echo
from wireledger.extract.member_entered import has_come
from wireledger.extract.member_fellows import fellows, newest
from wireledger.extract.member_hyphens import hyphened, names_with_hyphen
from wireledger.extract.member_inside import inside, may_be_inside
from wireledger.extract.member_keep import remember
from wireledger.extract.member_memory import Found, MemberMemory, MemberReading
from wireledger.extract.member_out import may_pull, out_or_in
from wireledger.extract.member_pairs import beside
from wireledger.extract.member_parties import stands_for_alliance, whole
from wireledger.extract.member_sayers import sayer, says_it_itself
from wireledger.extract.member_sides import alliance_of, members_of
from wireledger.extract.member_states import member_states
from wireledger.extract.member_status import Status, statuses
from wireledger.extract.member_steps import steps
from wireledger.extract.member_within import may_be_within
from wireledger.extract.member_words import Joining, joinings, may_tell
from wireledger.extract.memory import own_side
from wireledger.extract.view import View
from wireledger.extract.view import view as view_of
from wireledger.model import Claim, Document

_STANDING = DOORS | BELONGING
_BESIDE = 6
_BIDS = frozenset("bid bids application applications candidacy".split())


def memberships(document: Document, views: list[View]) -> tuple[Claim, ...]:
    """The membership claims of a document, in order of place."""
    memory = _opened(document)
    if not (memory.title_group or any(map(_names_alliance, views))) or not any(map(_may_read, views)):
        return ()
    on = document.report.source.published
    memory.on = on.start if on else None
    found: list[Claim] = []
    for index, view in enumerate(views):
        here = actors(view)
        if _may_read(view) or (memory.alliance is not None and may_echo(view)):
            told = _sentence(view, here, memory)
            for reading in told:
                when = None
                if not _only_named(reading, told):
                    when = day_of_step(views, index, reading, memory, memory.on)
                found.append(claim_of(document, view, reading, when))
        remember(view, here, memory)
    return tuple(found)


def _only_named(reading: MemberReading, told: list[MemberReading]) -> bool:
    """ "backed Georgia's bid on Monday": the bid has not the day of what is done about it."""
    noun = reading.row.split()[0] in _BIDS and reading.step in ("wants", "applied")
    return noun and any(r.member.code == reading.member.code and r.step != reading.step for r in told)


def _may_read(view: View) -> bool:
    return (
        may_tell(view)
        or may_act(view)
        or view.has_any(_STANDING)
        or may_be_inside(view)
        or may_pull(view)
        or may_be_within(view)
        or names_with_hyphen(view)
    )


def _names_alliance(view: View) -> bool:
    return names_with_hyphen(view) or any(
        p.kind in ("alliance", "organisation", "forum", "group") for _, p in view.parties()
    )


def _opened(document: Document) -> MemberMemory:
    """What the page says of itself: whose it is, and which states its title names."""
    own = own_side(document)
    named = [actor for sentence in document.title for actor in actors(view_of(sentence))]
    sides = tuple(dict.fromkeys(a.side for a in named if a.side and a.party.kind in ("person", "state")))
    page = document.report.source.published if own is not None else None
    groups = [whole(a).code for a in named if stands_for_alliance(a)]
    return MemberMemory(own=own, page_sides=sides, page=page, title_group=groups[0] if groups else None)


def _sentence(view: View, here: list[Actor], memory: MemberMemory) -> list[MemberReading]:
    """The readings of one sentence, each step of a state once."""
    found: list[MemberReading] = []
    for joining in joinings(view):
        _add(found, _read(view, here, joining, memory))
    for act in acts(view, here, memory):
        if _add(found, [act]):
            memory.keep(view.sentence.index, tuple(r.member for r in found), act.alliance)
    _add(found, open_doors(view, here, memory))
    _add(found, belonging(view, here, memory))
    _add(found, inside(view, here))
    _add(found, out_or_in(view, here, memory))
    _add(found, also(view, here, list(found)))
    told = list(found)
    _add(found, greetings(view, here, told, memory))
    found += echoes(view, here, told, memory)
    if found:
        memory.last, memory.last_at = tuple(found), view.sentence.index
    _add(found, (_member_now(status) for status in statuses(view, here)))
    _add(found, (_member_now(status) for status in hyphened(view, here)))
    _add(found, (_member_now(status) for status in fellows(view, here, memory, memory.on)))
    _add(found, (_member_now(status) for status in member_states(view, here, memory, memory.on)))
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
    both = beside(view, here, alliance, joining.first)
    case = Case(joining, alliance, members)
    told = bool({(m.code, alliance.code) for m in members} & memory.joined) or has_come(
        view, here, joining, alliance, memory.on
    )
    for step, mood, found in steps(view, joining, members, told):
        by: tuple[Found, ...] = ()
        frozen_by_itself = step == "suspended" and not joining.verb
        if step not in ("wants", "applied", "joined", "left") and not frozen_by_itself:
            by = sides_for(view, here, case, found, memory)
            if step == "opposed" and found is None and joining.verb and says_it_itself(view, here, members):
                step, mood = "joined", "denied"
            elif found is None and step in ("supported", "opposed"):
                by = stand_of(view, here, case, by)
            elif not by and step in ("supported", "opposed"):
                by = sayer(view, here, members)
        words = (
            (min(found.at, joining.start), max(found.at + 1, joining.last)) if found else (joining.start, joining.last)
        )
        for member, whole_of in product(members, both):
            yield MemberReading(member, whole_of, step, mood, by, words, f"{joining.row} {step}")
        if step == "joined" and mood == "asserted":
            memory.joined |= {(m.code, a.code) for m in members for a in both}
    memory.keep(view.sentence.index, members, alliance)
