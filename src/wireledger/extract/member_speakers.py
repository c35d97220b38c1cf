"""Whose joining it is where no state is named for it: the speaker's, the applying leader's, that of who is invited."""

from __future__ import annotations

from wireledger.extract.actors import Actor, possessive, preposition
from wireledger.extract.member_memory import Found, MemberMemory
from wireledger.extract.member_parties import can_join, states_in_row
from wireledger.extract.member_words import Joining
from wireledger.extract.view import View

_SAYING = frozenset("said says told added repeated insisted declared stressed wrote tweeted reiterated".split())
_APPLYING = frozenset(
    "signed signs made makes submitted submits filed files lodged lodges handed sent sends presented applied applies"
    " requested requests submit sign make file lodge present hand".split()
)
_BODIES = frozenset("government cabinet administration party coalition country".split())
_OFFERED = frozenset("extended issued offered sent given made handed".split())
_REACH, _NEAR, _OFFERED_REACH = 12, 3, 12


def speaker_state(view: View, here: list[Actor], memory: MemberMemory) -> tuple[Found, ...]:
    """ "We want to join," the premier said: the state of who says it, else that of the page."""
    for actor in here:
        beside = {view.lower(actor.first - 1), view.lower(actor.last)} & _SAYING
        told = view.lower(actor.first - 1) == "told" or (preposition(view, actor) and not beside)
        if beside and actor.side and not told and (actor.party.kind == "person" or actor.agents):
            return (Found(actor.side, actor.span),)
    if memory.own is None or len(memory.page_sides) > 1:
        return ()
    at = next((i for i in range(len(view.sentence.tokens)) if view.lower(i) in ("we", "our")), 0)
    return (Found(memory.own, view.sentence.place(at, at + 1)),)


def applicant(view: View, here: list[Actor], joining: Joining) -> tuple[Found, ...]:
    """ "The Ukrainian president signed an application": the state of the leader who hands it in."""
    for actor in reversed([a for a in here if a.last <= joining.start]):
        if not actor.side or joining.start - actor.last > _REACH or actor.party.kind in ("alliance", "group"):
            continue
        owned = possessive(view, actor) and view.lower(actor.last + 1) in _BODIES
        near = {view.lower(i) for i in range(actor.last, joining.start if owned else actor.last + _NEAR)}
        handed = near & _APPLYING and (owned or not possessive(view, actor)) and not preposition(view, actor)
        if handed and (actor.party.kind == "person" or actor.agents):
            return (Found(actor.side, actor.span),)
    return ()


def invitee(view: View, here: list[Actor], joining: Joining) -> tuple[Found, ...]:
    """ "An invitation to join was extended to | Macedonia"."""
    before = {view.lower(i) for i in range(max(0, joining.start - _NEAR), joining.start)}
    if not before & {"invitation", "invitations"}:
        return ()
    for actor in here:
        if not 0 < actor.first - joining.last <= _OFFERED_REACH or preposition(view, actor) != "to":
            continue
        if can_join(view, actor) and _OFFERED & {view.lower(i) for i in range(joining.last, actor.first)}:
            return states_in_row(view, here, actor)
    return ()
