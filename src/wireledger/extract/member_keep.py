"""Keeps what a sentence tells that the next ones only point to: its states, its sides, its alliance."""

from __future__ import annotations

from wireledger.extract.actors import Actor, preposition
from wireledger.extract.member_memory import Found, MemberMemory
from wireledger.extract.member_parties import is_members, states_in_row, whole
from wireledger.extract.view import View


def remember(view: View, all_actors: list[Actor], memory: MemberMemory) -> None:
    """Keeps the states a sentence is about, for "its accession" in the next one."""
    about = [a for a in all_actors if a.party.kind == "state" and a.party.named_by in ("name", "capital")]
    sides = tuple(dict.fromkeys(a.side for a in all_actors if a.side and a.party.kind in ("person", "state")))
    if len(sides) > 1:
        memory.sides, memory.sides_at = sides, view.sentence.index
    groups = [a for a in all_actors if a.party.kind == "alliance" or is_members(a)]
    if groups:
        memory.group, memory.group_at = whole(groups[-1]), view.sentence.index
    memory.named = tuple(Found(a.code, a.span) for a in about) or memory.named
    subjects = [a for a in about if not preposition(view, a)]
    if subjects or (about and not memory.states):
        memory.states = states_in_row(view, all_actors, (subjects or about)[0])
