"""Reads a state let in or taken out by somebody: "let Georgia in", "wants into the bloc", "pull France out of NATO"."""

from __future__ import annotations

from collections.abc import Iterator

from wireledger.extract.actors import Actor, possessive, preposition
from wireledger.extract.member_memory import Found, MemberMemory, MemberReading
from wireledger.extract.member_pairs import ends
from wireledger.extract.member_parties import can_join, stands_for_alliance, states_in_row, whole
from wireledger.extract.member_stance import for_or_against
from wireledger.extract.member_stands import mood_at
from wireledger.extract.view import View
from wireledger.model import MembershipStep, Mood

_PULLING = frozenset(
    "pull pulls pulled pulling take takes took taking lead leads led withdraw withdrew drag yank".split()
)
_LETTING = frozenset("let lets letting allow allows allowed allowing".split())
_WANTING = frozenset("want wants wanted".split())
_MEANING = frozenset("threatened threatens threat wants want wanted vowed hopes would could may might calls".split())
_ENDS = frozenset(("", ".", ",", ";", '"', "soon", "now", "before", "by", "until", "without", "as", "?"))
_DOORS = _PULLING | _LETTING | _WANTING
_NEAR, _REACH = 5, 7


def may_pull(view: View) -> bool:
    """Whether a word of the sentence may tell that somebody is taken out or let in."""
    return view.has_any(_DOORS)


def out_or_in(view: View, here: list[Actor], memory: MemberMemory) -> Iterator[MemberReading]:
    """The states that are pulled out of an alliance, let in, or want in themselves."""
    if not may_pull(view):
        return
    for at, token in enumerate(view.sentence.tokens):
        if token.lower in _WANTING:
            yield from _wants_in(view, here, at)
        elif token.lower in _PULLING:
            yield from _pulled(view, here, at)
        elif token.lower in _LETTING:
            yield from _let_in(view, here, at, memory)


def _wants_in(view: View, here: list[Actor], at: int) -> Iterator[MemberReading]:
    """ "Moldova wants | into the union"."""
    group = next((a for a in here if a.first == at + 2 and stands_for_alliance(a) and not a.agents), None)
    subject = next((a for a in here if a.last == at and can_join(view, a) and not preposition(view, a)), None)
    if view.lower(at + 1) != "into" or group is None or subject is None or not ends(view, group):
        return
    for member in states_in_row(view, here, subject):
        yield MemberReading(member, whole(group), "wants", mood_at(view, at), (), (at, at + 2), "wants into")


def _pulled(view: View, here: list[Actor], at: int) -> Iterator[MemberReading]:
    """ "pull | the United States out of NATO"."""
    state = next((a for a in here if a.core in (at + 1, at + 2) and can_join(view, a)), None)
    last = state.last if state is not None else at + 3
    if (view.lower(at + 1), view.lower(at + 2)) == ("the", "country"):
        state = next((a for a in reversed(here) if a.last <= at and can_join(view, a)), None)
    if state is None or (view.lower(last), view.lower(last + 1)) != ("out", "of"):
        return
    group = next((a for a in here if a.first == last + 2 and stands_for_alliance(a)), None)
    if group is None or group.agents or possessive(view, group) or not ends(view, group):
        return
    near = {view.lower(i) for i in range(max(0, at - _REACH), at)}
    told = mood_at(view, at)
    mood: Mood = "hypothetical" if told == "asserted" and near & _MEANING else told
    yield MemberReading(Found(state.code, state.span), whole(group), "left", mood, (), (at, group.first), "pulled out")


def _let_in(view: View, here: list[Actor], at: int, memory: MemberMemory) -> Iterator[MemberReading]:
    """ "urged NATO to let | Georgia in", "will not let | Georgia in"."""
    state = next((a for a in here if a.core in (at + 1, at + 2) and can_join(view, a)), None)
    if state is None:
        return
    members = states_in_row(view, here, state)
    last = max(a.last for a in here if any(a.span == m.span for m in members))
    if view.lower(last) != "in" or view.lower(last + 1) not in _ENDS:
        return
    groups = [whole(a) for a in here if a.last <= at and stands_for_alliance(a)]
    alliance = groups[-1] if groups else memory.carried_alliance(view.sentence.index)
    step: MembershipStep = "opposed" if mood_at(view, at) == "denied" else "supported"
    for member in members if alliance is not None else ():
        by = () if view.lower(at - 1) == "to" else for_or_against(view, here, at, members)
        yield MemberReading(member, alliance or groups[-1], step, "asserted", by, (at, last + 1), "let in")
