"""Reads a state wanted, or not borne, inside an alliance: "wants Georgia in the EU", "with Finland in NATO"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from wireledger.extract.actors import Actor, possessive, preposition
from wireledger.extract.member_memory import MemberReading
from wireledger.extract.member_pairs import ends
from wireledger.extract.member_parties import can_join, stands_for_alliance, states_in_row, whole
from wireledger.extract.member_stance import for_or_against
from wireledger.extract.view import View
from wireledger.model import MembershipStep

_INSIDE = frozenset(("in", "inside", "within"))
_WANTING = frozenset(
    "want wants wanted wanting see sees seeing welcome welcomes have having envisage envisages envision envisions"
    " imagine".split()
)
_BEARING = frozenset(
    "tolerate tolerates accept accepts allow allows stand bear have see want imagine countenance".split()
)
_NOT = frozenset("not never no n't won't cannot can't doesn't don't didn't wouldn't couldn't without".split())
_REACH, _DENIED = 5, 4


def may_be_inside(view: View) -> bool:
    """Whether a word of the sentence may say that somebody is wanted inside."""
    return view.has_any(_INSIDE) and (view.has_any(_WANTING, _BEARING) or view.lower(0) == "with")


def inside(view: View, here: list[Actor]) -> Iterator[MemberReading]:
    """The states that are wanted in an alliance, kept out of it, or told to be in it by "with"."""
    for state, group in pairwise(here):
        if not can_join(view, state) or state.agents or not stands_for_alliance(group) or group.agents:
            continue
        gap = [view.lower(i) for i in range(state.last, group.first)]
        if gap not in [[w] for w in _INSIDE] or not ends(view, group) or possessive(view, group):
            continue
        members, alliance = states_in_row(view, here, state), whole(group)
        first = next(a.core for a in here if a.span == members[0].span)
        words = (state.last, group.last)
        if preposition(view, state) == "with" and first == 1 and view.lower(0) == "with":
            for member in members:
                yield MemberReading(member, alliance, "is_member", "asserted", (), words, "with it inside")
        at = _verb(view, here, first)
        denied = at is not None and _NOT & {view.lower(i) for i in range(max(0, at - _DENIED), at)}
        if at is None or not (view.lower(at) in _WANTING or denied):
            continue
        for member in members:
            by = for_or_against(view, here, at, members)
            step: MembershipStep = "opposed" if denied else "supported"
            yield MemberReading(member, alliance, step, "asserted", by, words, "wanted inside")


def _verb(view: View, here: list[Actor], first: int) -> int | None:
    """The word that wants or bears what begins at token `first`, right before it."""
    for at in range(first - 1, max(-1, first - _REACH), -1):
        if any(a.core <= at < a.last for a in here) or view.lower(at) in (", ", ";", ".", ":"):
            return None
        if view.lower(at) in _WANTING | _BEARING:
            return at
    return None
