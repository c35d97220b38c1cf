"""Who is for or against a joining where no verb has a subject: who says so, who sees it so, so many parliaments."""

from __future__ import annotations

from wireledger.extract.actors import Actor, possessive, preposition
from wireledger.extract.member_memory import Found
from wireledger.extract.view import View
from wireledger.model import Party

_SAYING = frozenset(
    "said says told repeated reiterated warned warns insisted insists added stressed argued argues declared promised"
    " tweeted wrote stated claimed noted predicted".split()
)
_SEEING = frozenset(
    "regards regarded regard views viewed view sees see saw considers considered consider calls called call describes"
    " described describe deems deemed treats treated".split()
)
_PARLIAMENTS = frozenset("parliaments legislatures capitals governments".split())
_BODIES = frozenset("parliament senate congress assembly chamber diet sejm house lawmakers council cabinet".split())
_HAVE_MEMBERS = frozenset(("nato", "eu"))
_LEFT, _NAME, _OBJECT = 16, 3, 2


def sayer(view: View, here: list[Actor], members: tuple[Found, ...]) -> tuple[Found, ...]:
    """The side of who says it: "..., Jens Stoltenberg repeated"; never that of the state which is to join."""
    for actor in here:
        beside = {view.lower(actor.first - 1), view.lower(actor.last)} & _SAYING
        told = view.lower(actor.first - 1) == "told" or (preposition(view, actor) and not beside)
        if actor.side and beside and not told and not possessive(view, actor):
            return () if actor.side in {m.code for m in members} else (Found(actor.side, actor.span),)
    return ()


def says_it_itself(view: View, here: list[Actor], members: tuple[Found, ...]) -> bool:
    """ "We will never join," its president said: no objection but its own word."""
    codes = {m.code for m in members}
    return any(
        a.side in codes and a.party.kind == "person" and {view.lower(a.first - 1), view.lower(a.last)} & _SAYING
        for a in here
    )


def seer(view: View, here: list[Actor], first: int, members: tuple[Found, ...]) -> tuple[Found, ...]:
    """The side that "regards" or "views" what begins before token `first` as something."""
    for actor in reversed(here):
        if actor.last > first or not actor.side or actor.side in {m.code for m in members}:
            continue
        if _SEEING & {view.lower(i) for i in range(actor.last, actor.last + _NAME)}:
            return (Found(actor.side, actor.span),)
    return ()


def counted(view: View, at: int, alliance: Found) -> tuple[Found, ...]:
    """ "28 of the 30 parliaments have | ratified": members of the alliance, not the alliance itself."""
    if alliance.code not in _HAVE_MEMBERS:
        return ()
    for place in range(at - 1, max(-1, at - _LEFT), -1):
        if view.lower(place) in _PARLIAMENTS:
            return (Found(f"{alliance.code}-members", view.sentence.place(place, place + 1)),)
        if view.lower(place) in (",", ";", ":"):
            return ()
    return ()


def body_of_state(view: View, at: int) -> tuple[Found, ...]:
    """ "the Spanish Congress", "the French National Assembly" left of token `at`: the state its adjective names."""
    for mention in reversed(view.sentence.mentions):
        party = mention.thing
        if not isinstance(party, Party) or not 0 < at - mention.last <= _LEFT or party.named_by != "demonym":
            continue
        name = range(mention.last, mention.last + _NAME)
        body = next((i for i in name if view.lower(i) in _BODIES), None)
        if body is not None and all(view.sentence.tokens[i].text[:1].isupper() for i in range(mention.last, body)):
            return (Found(party.acts_for or party.code, view.sentence.place(mention.first, body + 1)),)
    return ()
