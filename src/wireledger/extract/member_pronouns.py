"""Whose joining "it", "they" and "the country" mean: a state of the sentence, its leader's, or those told of before."""

from __future__ import annotations

from wireledger.extract.actor_rows import row
from wireledger.extract.actors import Actor, preposition
from wireledger.extract.member_memory import Found, MemberMemory
from wireledger.extract.member_parties import can_join, states_in_row
from wireledger.extract.view import View

_DECIDING = frozenset(
    "ratify ratifies ratified ratifying approve approves approved approving block blocks blocked blocking veto vetoed"
    " oppose opposes opposed support supports supported reject rejects rejected refuse refuses refused".split()
)


def meant_by_pronoun(view: View, all_actors: list[Actor], at: int, memory: MemberMemory) -> tuple[Found, ...]:
    """ "it", "its", "them": the state of this sentence named before, else those told of joining before."""
    before = [a for a in all_actors if a.last <= at and can_join(view, a) and not _hangs(view, all_actors, a)]
    if memory.members and memory.members_at == view.sentence.index:
        return memory.members
    plural = view.lower(at) in ("they", "their", "them")
    if plural:
        rows = [states_in_row(view, all_actors, a) for a in all_actors if a.last <= at and can_join(view, a)]
        many = [r for r in rows if len(r) >= 2]
        return many[-1] if many else memory.carried_members(view.sentence.index)
    if before and _DECIDING & {view.lower(i) for i in range(before[-1].last, at)}:
        before = [a for a in before if a.code != before[-1].code]  # "Ankara will ratify its accession"
    if before:
        return (Found(before[-1].code, before[-1].span),)
    return _carried_but(all_actors, at, memory, view.sentence.index)


def leaders_state(all_actors: list[Actor], at: int) -> tuple[Found, ...]:
    """ "Moldova's president said the country": the state its leader acts for."""
    for actor in reversed([a for a in all_actors if a.last <= at]):
        if actor.side is not None and (actor.party.kind == "person" or (actor.party.kind == "state" and actor.agents)):
            return (Found(actor.side, actor.span),)
    return ()


def _hangs(view: View, all_actors: list[Actor], actor: Actor) -> bool:
    """ "from Turkey and | Hungary": whether the first of the row hangs on a preposition."""
    return bool(preposition(view, row(view, all_actors, actor)[0]) or preposition(view, actor))


def _carried_but(all_actors: list[Actor], at: int, memory: MemberMemory, sentence: int) -> tuple[Found, ...]:
    """The state carried for "it", not that of the leader who speaks of it: "the president wants it out"."""
    own = {a.side for a in all_actors if a.last <= at and a.party.kind == "person"}
    carried = memory.carried_members(sentence)
    if not own or not {f.code for f in carried} & own:
        return carried
    return tuple(Found(f.code, f.span, True) for f in memory.named if f.code not in own)[-1:]
