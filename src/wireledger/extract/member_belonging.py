"""Reads where a state is said to belong: "Georgia belongs in the EU", "deserves to be in NATO" back its way in."""

from __future__ import annotations

from collections.abc import Iterator

from wireledger.extract.actors import Actor, possessive, preposition
from wireledger.extract.member_memory import Found, MemberMemory, MemberReading
from wireledger.extract.member_parties import can_join, stands_for_alliance, states_in_row, whole
from wireledger.extract.member_sayers import sayer
from wireledger.extract.member_stands import mood_at
from wireledger.extract.view import View
from wireledger.model import MembershipStep

BELONGING = frozenset("belong belongs belonged deserve deserves deserved".split())
_INSIDE = frozenset(("in", "inside", "within"))
_DESERVED = frozenset(("be", "belong", "place", "seat"))
_REACH, _LEFT = 6, 6


def belonging(view: View, here: list[Actor], memory: MemberMemory) -> Iterator[MemberReading]:
    """The states that are said to belong in an alliance, or not to."""
    for at, token in enumerate(view.sentence.tokens):
        alliance = _where(view, here, at) if token.lower in BELONGING else None
        if alliance is None:
            continue
        for member in _who(view, here, at) or _it(view, at, memory):
            step: MembershipStep = "opposed" if mood_at(view, at) == "denied" else "supported"
            by = sayer(view, here, (member,))
            yield MemberReading(member, whole(alliance), step, "asserted", by, (at, alliance.first), "belong")


def _where(view: View, here: list[Actor], at: int) -> Actor | None:
    """The alliance right behind "belongs in" or "deserves to be in"."""
    for actor in here:
        if not 0 < actor.first - at <= _REACH or not stands_for_alliance(actor) or possessive(view, actor):
            continue
        between = {view.lower(i) for i in range(at, actor.first)}
        told = view.lower(at).startswith("belong") or between & _DESERVED
        if told and between & _INSIDE and preposition(view, actor) in _INSIDE:
            return actor
    return None


def _who(view: View, here: list[Actor], at: int) -> tuple[Found, ...]:
    for actor in reversed(here):
        if 0 <= at - actor.last <= _LEFT and can_join(view, actor) and not preposition(view, actor):
            return states_in_row(view, here, actor)
    return ()


def _it(view: View, at: int, memory: MemberMemory) -> tuple[Found, ...]:
    """ "it belongs in the alliance": those told of before."""
    named = view.lower(at - 1) in ("it", "they") or view.lower(at - 2) in ("it", "they")
    return memory.carried_members(view.sentence.index) if named else ()
