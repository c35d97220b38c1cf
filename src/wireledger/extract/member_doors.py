"""Reads a door kept open: "NATO's door remains open to Georgia" backs a state's way in, whoever says so."""

from __future__ import annotations

from collections.abc import Iterator

from wireledger.extract.actors import Actor, possessive, preposition
from wireledger.extract.member_memory import Found, MemberMemory, MemberReading
from wireledger.extract.member_parties import can_join, stands_for_alliance, states_in_row, whole
from wireledger.extract.member_sayers import sayer
from wireledger.extract.member_stands import mood_at
from wireledger.extract.view import View
from wireledger.model import MembershipStep

DOORS = frozenset(("door", "doors"))
_OPEN = frozenset(("open", "opened", "opens", "opening"))
_NO_DOOR = frozenset(("policy", "talks"))
_REACH = 8


def open_doors(view: View, here: list[Actor], memory: MemberMemory) -> Iterator[MemberReading]:
    """The states to which the door of an alliance is told to be open."""
    for at, token in enumerate(view.sentence.tokens):
        opened = _opened(view, at) if token.lower in DOORS else None
        alliance = next((whole(a) for a in here if stands_for_alliance(a) and not a.agents), None)
        alliance = alliance or memory.carried_group(view.sentence.index)
        if opened is None or alliance is None:
            continue
        for member in _let_in(view, here, max(at, opened)):
            words = (min(at, opened), max(at, opened) + 1)
            denied = mood_at(view, opened) == "denied"
            step: MembershipStep = "opposed" if denied else "supported"
            by = sayer(view, here, (member,))
            yield MemberReading(member, alliance, step, "asserted", by, words, "door open")


def _opened(view: View, at: int) -> int | None:
    """The token of "open" near a door that is no "open door policy"."""
    if view.lower(at + 1) in _NO_DOOR:
        return None
    return next((i for i in range(max(0, at - 3), at + _REACH) if view.lower(i) in _OPEN), None)


def _let_in(view: View, here: list[Actor], behind: int) -> tuple[Found, ...]:
    for actor in here:
        near = behind < actor.first <= behind + _REACH and not possessive(view, actor)
        if near and can_join(view, actor) and preposition(view, actor) in ("to", "for"):
            return states_in_row(view, here, actor)
    return ()
