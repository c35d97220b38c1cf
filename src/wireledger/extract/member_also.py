"""Reads a joining told again in few words: "and the EU in 2004", "and Spain in 1986", "but Sweden has not"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wireledger.extract.actors import Actor, possessive
from wireledger.extract.member_memory import Found, MemberReading
from wireledger.extract.member_parties import can_join, stands_for_alliance, states_in_row, whole
from wireledger.extract.view import View
from wireledger.model import Days, Mention, Mood

_DATED = frozenset(("joined", "left", "applied", "suspended"))
_SMALL = frozenset(", and then the a an followed by while".split())
_MEMBER = frozenset(("member", "members"))
_DOES = frozenset("do does did has have had is are was were will would".split())
_DENIES = frozenset("don't doesn't didn't hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't".split())
_PARTS = frozenset("but while and though although whereas , ;".split())
_ENDS = frozenset(("", ".", ",", ";", '"', "yet", "and", "but"))
_REACH, _GAP = 3, 6


def also(view: View, here: list[Actor], told: list[MemberReading]) -> Iterator[MemberReading]:
    """The readings that share the verb of one told right before."""
    for reading in told:
        if reading.step in _DATED and not reading.member.carried:
            yield from _next_dated(view, here, reading)
    for at in range(len(view.sentence.tokens)):
        before = [r for r in told if r.words[1] <= at]
        same = [r for r in before if (r.step, r.alliance) == (before[-1].step, before[-1].alliance)]
        for state, mood, words in _in_short(view, here, at) if same else ():
            if all(state.code != r.member.code for r in same):
                yield replace(same[-1], member=state, mood=mood or same[-1].mood, words=words, row="in short")


def _next_dated(view: View, here: list[Actor], reading: MemberReading) -> Iterator[MemberReading]:
    """What comes behind the day of the first: an alliance or states, each with a day of its own."""
    day = _day_at(view, _end(here, reading))
    if day is None:
        return
    at = day.last
    while view.lower(at) in _SMALL and at not in view.at and at - day.last < _GAP:
        at += 1
    actor = next((a for a in here if a.core == at), None)
    if at == day.last or actor is None or possessive(view, actor):
        return
    if stands_for_alliance(actor) and not actor.agents:
        last = actor.last + 1 if view.lower(actor.last) in _MEMBER else actor.last
        if _day_at(view, last) is not None:
            yield replace(reading, alliance=whole(actor), words=(actor.core, last), row="and another in")
    elif can_join(view, actor):
        states = states_in_row(view, here, actor)
        last = max(a.last for a in here if any(a.span == s.span for s in states))
        if _day_at(view, last) is not None:
            for state in states:
                yield replace(reading, member=state, words=(actor.core, last), row="and another in")


def _end(here: list[Actor], reading: MemberReading) -> int:
    return max([reading.words[1], *(a.last for a in here if a.span == reading.alliance.span)])


def _day_at(view: View, at: int) -> Mention | None:
    """The days told right behind token `at`."""
    for mention in view.sentence.mentions:
        if isinstance(mention.thing, Days) and 0 <= mention.first - at < _REACH:
            gap = {view.lower(i) for i in range(at, mention.first)}
            if gap <= {"in", "on", "member", "members", "alliance"}:
                return mention
    return None


_Short = tuple[Found, Mood | None, tuple[int, int]]


def _in_short(view: View, here: list[Actor], at: int) -> Iterator[_Short]:
    """ "so | does Sweden", ", as | did Albania", "but | Sweden has not"."""
    word = view.lower(at)
    if word in ("so", "as", "like") and view.lower(at + 1) in _DOES:
        actor = next((a for a in here if a.core in (at + 2, at + 3) and can_join(view, a)), None)
        if actor is not None and actor.first <= at + 2 and view.lower(actor.last) in _ENDS:
            for state in states_in_row(view, here, actor):
                yield state, None, (at, actor.last)
    elif word in _PARTS:
        actor = next((a for a in here if a.core == at + 1 and can_join(view, a)), None)
        if actor is None:
            return
        states = states_in_row(view, here, actor)
        last = max(a.last for a in here if any(a.span == s.span for s in states))
        stop = last + 1 if view.lower(last) in _DENIES else last + 2
        denied = view.lower(last) in _DENIES or (view.lower(last) in _DOES and view.lower(last + 1) in ("not", "n't"))
        if denied and view.lower(stop) in _ENDS:
            for state in states:
                yield state, "denied", (last, stop)
