"""Reads members where the alliance was named before: "the 27 member states except Hungary", "with our NATO Ally"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from wireledger.extract.actor_rows import row
from wireledger.extract.actors import Actor, preposition
from wireledger.extract.member_memory import Found, MemberMemory
from wireledger.extract.member_parties import stands_for_alliance
from wireledger.extract.member_status import Status, is_state
from wireledger.extract.member_within import first_to_do, numbers, past_except
from wireledger.extract.view import View
from wireledger.lexicon.parties import members

_STATES = frozenset(("state", "country", "nation"))
_MANY_STATES = frozenset(("states", "countries", "nations"))
_BEEN = frozenset("is was became become becomes".split())
_REACH = 4


def member_states(view: View, here: list[Actor], memory: MemberMemory, on: date | None) -> Iterator[Status]:
    """The states told to be members of the alliance named before; none that is no member that day."""
    for at, token in enumerate(view.sentence.tokens):
        alliance, found = None, list[Found]()
        if token.lower == "member" and at not in view.at:
            alliance = memory.carried_group(view.sentence.index)
            found = _first(view, here, at) or _excepted(view, here, at)
        elif token.lower == "ally" and view.lower(at - 2) == "our" and memory.own is not None:
            alliance = next((Found(a.code, a.span) for a in here if a.last == at and stands_for_alliance(a)), None)
            found = _other_side(view, at, memory)
        known = members(alliance.code, on) if alliance is not None and on is not None else frozenset[str]()
        for member in found:
            if alliance is not None and member.code in known:
                yield Status(member, alliance, "asserted", at, at + 1, "member state")


def _first(view: View, here: list[Actor], at: int) -> list[Found]:
    """ "Canada is the 23rd member | state to ratify"."""
    if view.lower(at + 1) not in _STATES or not numbers(view.lower(at - 1)):
        return []
    begun = next((i for i in range(at - 2, max(-1, at - 2 - _REACH), -1) if view.lower(i) in _BEEN), None)
    if begun is None or not first_to_do(view, [view.lower(at - 1)], at + 1):
        return []
    return [Found(a.code, a.span) for a in here if a.last == begun and is_state(a) and not preposition(view, a)]


def _excepted(view: View, here: list[Actor], at: int) -> list[Found]:
    """ "the 27 member | states, except Hungary"."""
    if view.lower(at + 1) not in _MANY_STATES:
        return []
    end = past_except(view, at + 3 if view.lower(at + 2) == "," else at + 2)
    state = next((a for a in here if a.core == end and is_state(a)), None)
    some = row(view, here, state) if state is not None else []
    return [Found(a.code, a.span) for a in some if is_state(a) and end is not None and a.core >= end]


def _other_side(view: View, at: int, memory: MemberMemory) -> list[Found]:
    """ "We stand with our NATO Ally": the one side of the page beside whose page it is."""
    others = [side for side in memory.page_sides if side != memory.own]
    if len(others) != 1 or at + 1 in view.at or view.lower(at + 1) == ",":
        return []
    return [Found(others[0], view.sentence.place(at, at + 1))]
