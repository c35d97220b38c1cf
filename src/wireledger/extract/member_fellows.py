"""Reads who does something "as NATO Allies": the states and leaders named with it, or "we" and "they" of the page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from wireledger.extract.actor_rows import row
from wireledger.extract.actors import Actor
from wireledger.extract.member_memory import Found, MemberMemory
from wireledger.extract.member_parties import stands_for_alliance
from wireledger.extract.member_status import Status
from wireledger.extract.view import View
from wireledger.lexicon.parties import members

_ONE, _MANY = frozenset(("ally", "member")), frozenset(("allies", "members"))
_OPENS = frozenset(("", ",", ";", "—", "–", '"', "and", "but", "also"))
_LET_IN = frozenset(("admitted", "accepted", "welcomed"))
_NO_AS = frozenset(("as", "well", "such", "same", "known"))
_PLURAL = frozenset("they their we our both".split())
_LEADERS = frozenset("leaders presidents ministers countries nations sides two".split())
_STOPS = frozenset((";", ".", ":"))
_LONGEST, _REACH = 7, 16


def fellows(view: View, here: list[Actor], memory: MemberMemory, on: date | None) -> Iterator[Status]:
    """The states that a sentence calls members by "as an Ally" or "we are Allies"; none that is no member that day."""
    for group in here:
        if not stands_for_alliance(group):
            continue
        alliance = Found(group.code.removesuffix("-members"), group.span)
        noun = _noun(view, group)
        start = _as(view, min(noun, group.first)) if noun is not None else None
        if noun is None or start is None:
            continue
        many = view.lower(noun) in _MANY
        known = members(alliance.code, on) if on is not None else frozenset[str]()
        found = [f for f in _meant(view, here, (start, noun), memory) if not known or f.code in known]
        if len(found) > 1 or (found and not many):
            for member in found:
                words = (start, max(noun, group.last - 1) + 1)
                yield Status(member, alliance, "asserted", *words, view.text(*words))


def newest(view: View, here: list[Actor], memory: MemberMemory) -> Iterator[Status]:
    """ "our newest Ally, Finland", "Finland as the 31st Ally": told by its place in the row of those who joined."""
    for at, token in enumerate(view.sentence.tokens):
        place = _places_back(view, at) if token.lower in _ONE or token.lower in _MANY else None
        if place is None:
            continue
        group = next((a for a in here if a.first <= at < a.last or a.last in (at, at - 1)), None)
        alliance = Found(group.code.removesuffix("-members"), group.span) if group is not None else None
        if group is not None and not stands_for_alliance(group):
            alliance = None
        alliance = alliance or memory.carried_group(view.sentence.index)
        beside = [a for a in here if _is_beside(view, a, place, at)]
        if alliance is not None and beside:
            for member in _sides(view, here, beside[-1]):
                yield Status(member, alliance, "asserted", place, at + 1, "newest")


def _places_back(view: View, at: int) -> int | None:
    """Where "newest" or "31st" stands before the noun at token `at`."""
    return next((i for i in range(at - 1, max(-1, at - 4), -1) if _tells_place(view.lower(i))), None)


def _tells_place(word: str) -> bool:
    return word in ("newest", "latest") or (word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th")))


def _is_beside(view: View, actor: Actor, place: int, noun: int) -> bool:
    """Whether a state stands right before "our newest" or right behind the noun."""
    if actor.party.kind != "state" or actor.agents:
        return False
    before = [view.lower(i) for i in range(actor.last, place)]
    behind = [view.lower(i) for i in range(noun + 1, actor.first)]
    if actor.last <= place:
        return before in ([",", "our"], [",", "the"], [",", "its"], ["as", "the"], ["as", "our"], [",", "nato", "'s"])
    return actor.first > noun and behind in ([], [","], [":"], ["—"], ["–"])


def _noun(view: View, group: Actor) -> int | None:
    """The token of "Ally" or "members": in the name of the group, behind it, or before "in" and "of"."""
    places = [*range(group.core, group.last + 1), group.first - 2, group.first - 3]
    at = next((i for i in places if i >= 0 and view.lower(i) in _ONE | _MANY), None)
    return at if at is None or view.lower(at + 1) not in ("do", "did", "have") else None


def _as(view: View, at: int) -> int | None:
    """Where "as strong" or "we are" before the noun begins: nothing but small words and adjectives between."""
    for position in range(at - 1, max(-1, at - _LONGEST), -1):
        word = view.lower(position)
        if _tells_place(word):
            return None
        if word == "as":
            return (
                None if view.lower(position - 1) in _NO_AS | _LET_IN or view.lower(position + 1) in _NO_AS else position
            )
        if word in ("'re", "are") and view.lower(position - 1) in ("we", "they") and position == at - 1:
            return position
        if position in view.at or not (word.isalpha() or "-" in word):
            return None
    return None


def _meant(view: View, here: list[Actor], words: tuple[int, int], memory: MemberMemory) -> tuple[Found, ...]:
    """Who "as" at the first of two tokens speaks of; the noun is at the second."""
    start, noun = words
    many = view.lower(noun) in _MANY
    if view.lower(start - 1) in _OPENS and view.lower(start) == "as":
        comma = next((i for i in range(noun, len(view.sentence.tokens)) if view.lower(i) == ","), None)
        later = range(comma + 1, comma + 1 + _REACH) if comma is not None else range(0)
        if (found := _first(view, here, later, many, memory)) or start == 0:
            return found
    return _first(view, here, range(start - 1, max(-1, start - _REACH), -1), many, memory)


def _first(view: View, here: list[Actor], places: range, many: bool, memory: MemberMemory) -> tuple[Found, ...]:
    """The nearest row of states and leaders, or the pronoun for them, that is enough for the noun."""
    for at in places:
        word = view.lower(at).split("'")[0] or view.lower(at)  # "we've"
        if word in _STOPS:
            return ()
        span = view.sentence.place(at, at + 1)
        if many and (word in _PLURAL or (word in _LEADERS and view.lower(at - 1) in ("the", "two", "both"))):
            return tuple(Found(code, span) for code in memory.both(view.sentence.index))
        if not many and word in ("we", "our") and memory.own is not None:
            return (Found(memory.own, span),)
        actor = next((a for a in here if a.first <= at < a.last and a.side), None)
        if actor is not None:
            found = _sides(view, here, actor)
            if len(found) > 1 or not many:
                return found
    return ()


def _sides(view: View, here: list[Actor], actor: Actor) -> tuple[Found, ...]:
    """The states of a row of states, or of the leaders who act for them."""
    some = {a.side: Found(a.side, a.span) for a in row(view, here, actor) if a.side}
    return tuple(some.values())
