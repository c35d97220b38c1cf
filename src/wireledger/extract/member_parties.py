"""Who can join, and what can be joined: states, and the alliances and bodies that have members."""

from __future__ import annotations

from wireledger.extract.actor_rows import row
from wireledger.extract.actors import Actor, possessive
from wireledger.extract.member_memory import Found
from wireledger.extract.view import View
from wireledger.lexicon.joining import bodies_to_join

CONSENT = frozenset("approval consent support backing agreement blessing help demand demands resistance opposition"
                     " objections border parliament veto".split())  # fmt: skip


def is_members(actor: Actor) -> bool:
    """Whether it is the members of an alliance, named together."""
    return actor.party.kind == "group" and actor.code.endswith("-members")


def alliances(all_actors: list[Actor]) -> list[Actor]:
    """The actors that are alliances, unions or bodies with members themselves, not people who act for them."""
    return [a for a in all_actors if (a.party.kind == "alliance" and not a.agents) or is_body(a)]


def stands_for_alliance(actor: Actor) -> bool:
    """Whether it is an alliance, its leaders or its members."""
    return actor.party.kind == "alliance" or is_members(actor) or actor.code in bodies_to_join()


def is_body(actor: Actor) -> bool:
    """Whether it is a forum or organisation that states join and leave."""
    return actor.code in bodies_to_join() and not actor.agents


def others(all_actors: list[Actor]) -> list[Actor]:
    """The forums and organisations of states that can be left, or suspended from."""
    return [a for a in all_actors if a.party.kind in ("forum", "organisation") and not a.agents]


def whole(actor: Actor) -> Found:
    """The alliance, where its members are named."""
    return Found(actor.code.removesuffix("-members"), actor.span)


def can_join(view: View, actor: Actor) -> bool:
    """Whether the actor is a state that may be meant to join, not a body, a person or its say in the matter."""
    if actor.party.kind == "person":
        return False
    if actor.party.kind != "state" or actor.party.named_by == "body":
        return False
    return not (possessive(view, actor) and view.lower(actor.last + 1) in CONSENT)


def states_in_row(view: View, all_actors: list[Actor], actor: Actor) -> tuple[Found, ...]:
    """The states named in one row with an actor, each once; bodies of a state are none."""
    some = [
        a
        for a in (*_owner_before(view, all_actors, actor), *row(view, all_actors, actor))
        if a.party.kind == "state" and a.party.named_by != "body"
    ]
    return tuple({a.code: Found(a.code, a.span) for a in some}.values())


def _owner_before(view: View, all_actors: list[Actor], actor: Actor) -> list[Actor]:
    """ "Finland's and | Sweden's accession": the owner before another."""
    if not possessive(view, actor) or view.lower(actor.first - 1) != "and" or view.lower(actor.first - 2) != "'s":
        return []
    return [a for a in all_actors if a.last == actor.first - 2]
