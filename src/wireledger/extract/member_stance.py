"""Who is for or against a state's joining: the nearest party left of the word, but for those that are excepted."""

from __future__ import annotations

from wireledger.extract.actor_rows import row
from wireledger.extract.actors import Actor, possessive, preposition
from wireledger.extract.member_memory import Found
from wireledger.extract.member_parties import is_members
from wireledger.extract.view import View

_EXCEPTING = frozenset("except excluding barring".split())
_EXCEPTING_FROM = frozenset((("apart", "from"), ("aside", "from"), ("except", "for"), ("other", "than")))
_ONE_OF = frozenset("member state country nation ally".split())
_LAWMAKERS = frozenset("lawmakers deputies legislators parliamentarians parliament senators".split())
_ALL = frozenset("all every none no each".split())
_ALL_REACH = 8


def for_or_against(view: View, all_actors: list[Actor], at: int, members: tuple[Found, ...]) -> tuple[Found, ...]:
    """Who supports, blocks, invites or approves: the nearest party left of the word at `at`, not the member itself."""
    codes = {m.code for m in members}
    for actor in all_actors:
        if 0 < actor.first - at <= 3 and preposition(view, actor) == "by" and actor.side:
            beside = [a for a in row(view, all_actors, actor) if a.first >= actor.first and not possessive(view, a)]
            return tuple({a.side: Found(a.side, a.span) for a in (actor, *beside) if a.side}.values())
    for actor in reversed(all_actors):
        if actor.core >= at or at - actor.last > 16 or _is_excepted(view, all_actors, actor):
            continue
        if view.lower(actor.last) in _ONE_OF and view.lower(actor.last + 1) in ("that", "who", "which", "to", "yet"):
            continue  # "the only NATO member that has not ratified"
        code = actor.side or (actor.code if actor.party.kind != "person" else None)
        if code is None or code in codes or (is_members(actor) and view.lower(actor.first - 1) in ("last", "only")):
            continue
        if not preposition(view, actor) or possessive(view, actor) or _of_lawmakers(view, actor):
            beside = [a for a in row(view, all_actors, actor) if a.side is not None and a.side not in codes]
            return tuple({a.side: Found(a.side, a.span) for a in beside if a.side}.values()) or (
                Found(code, actor.span),
            )
    return ()


def _of_lawmakers(view: View, actor: Actor) -> bool:
    """ "lawmakers in | Ankara"."""
    return view.lower(actor.first - 1) == "in" and view.lower(actor.first - 2) in _LAWMAKERS


def _is_excepted(view: View, all_actors: list[Actor], actor: Actor) -> bool:
    """ "all members except Spain and Italy have ratified": those two have not."""
    first = min(a.first for a in (*row(view, all_actors, actor), actor))
    while view.lower(first - 1) in ("the", "both"):
        first -= 1
    before = view.lower(first - 1)
    if before in _EXCEPTING or (view.lower(first - 2), before) in _EXCEPTING_FROM:
        return True
    return before == "but" and any(view.lower(i) in _ALL for i in range(max(0, first - _ALL_REACH), first - 1))
