"""Reads who is called a member: "NATO member Poland", "X is not a member of NATO", "the NATO countries of A and B"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wireledger.extract.actor_rows import row
from wireledger.extract.actors import Actor, preposition
from wireledger.extract.member_memory import Found
from wireledger.extract.member_pairs import ends
from wireledger.extract.member_parties import alliances, stands_for_alliance
from wireledger.extract.view import View
from wireledger.lexicon.parties import has_members
from wireledger.model import Mood

_MEMBER = frozenset("member members".split())
_ONE_OF = _MEMBER | {"ally", "allies"}
_TWO, _BUT_REACH = 2, 4
_FELLOW = frozenset("member members country countries ally allies state states nation nations".split())
_BETWEEN = frozenset(
    "of , such as like including especially particularly namely and fellow neighbouring neighboring the state states"
    " newest nearby countries".split()
)
_NOT = frozenset("not no n't neither never isn't aren't wasn't nor".split())
_BE = frozenset("is are was were isn't aren't wasn't be remains remain".split())
_AROUND = frozenset(", which who the fellow full been has have itself still currently yet only — – - ( since".split())
_VALUED = frozenset(
    "valued strong close key important new proud staunch longtime long-time steadfast reliable loyal founding strategic"
    " dedicated committed great good vital crucial frontline small".split()
)
_JOINING = frozenset("become became becoming becomes joining prospective aspiring potential future candidate".split())


@dataclass(frozen=True, slots=True)
class Status:
    """A state called a member (or, `denied`, none) of an alliance by the words at tokens `first` up to `last`."""

    member: Found
    alliance: Found
    mood: Mood
    first: int
    last: int
    row: str


def statuses(view: View, all_actors: list[Actor]) -> Iterator[Status]:
    """All states a sentence calls members, a claim each."""
    for group in all_actors:
        if group.party.kind == "group" and group.code.endswith("-members"):
            yield from _other_too(view, all_actors, group)
            whole = replace(group, code=group.code.removesuffix("-members"))
            yield from _behind(view, all_actors, whole, group.last - 1)
            noun = next((i for i in range(group.core, group.last) if view.lower(i) in _ONE_OF), None)
            if noun is not None:
                yield from _before(view, all_actors, whole, (group.core, noun), view.lower(noun))
    yield from _hyphened(view, all_actors)
    for alliance in alliances(all_actors):
        noun = _noun_behind(view, alliance)
        if noun is not None:
            yield from _behind(view, all_actors, alliance, noun)
            yield from _before(view, all_actors, alliance, (alliance.first, noun), view.lower(noun))
            yield from _other_too(view, all_actors, alliance)
        of = _member_of(view, alliance) or _member_of_both(view, all_actors, alliance)
        if of is not None:
            yield from _before(view, all_actors, alliance, (of, alliance.last - 1), "member")


def _other_too(view: View, all_actors: list[Actor], group: Actor) -> Iterator[Status]:
    """ "both members of the EU and | NATO", "an EU and | NATO member": the other alliance of the row."""
    if not any(view.lower(i) in _ONE_OF for i in range(group.first, group.last + 1)):
        return
    for other in row(view, all_actors, group):
        alone = other is group or not stands_for_alliance(other) or other.agents
        if alone or (other.first > group.first and not ends(view, other)):
            continue
        words = (min(group.first, other.first), group.last - 1)
        yield from _before(view, all_actors, other, words, "member")


def _hyphened(view: View, all_actors: list[Actor]) -> Iterator[Status]:
    """ "NATO-member Poland", "non-EU member Norway": the alliance inside a word with a hyphen."""
    for at, token in enumerate(view.sentence.tokens):
        parts = token.lower.split("-")
        without = parts[0] == "non" and view.lower(at + 1) in _FELLOW
        if len(parts) != _TWO or not (without or parts[1] in _MEMBER) or not has_members(parts[int(without)]):
            continue
        last = at + 2 if without else at + 1
        whole = Found(parts[int(without)], view.sentence.place(at, at + 1))
        mood: Mood = "denied" if without else "asserted"
        for actor in all_actors:
            if actor.first == last and _is_state(actor):
                for other in row(view, all_actors, actor):
                    if other.first >= last and _is_state(other):
                        member = Found(other.code, other.span)
                        yield Status(member, whole, mood, at, last, view.text(at, last))


def _noun_behind(view: View, alliance: Actor) -> int | None:
    """The token of "member" in "NATO member", "the alliance's newest member"."""
    at = alliance.last
    if view.lower(at) in ("'s", "'"):
        at += 1
        while view.lower(at) in ("newest", "latest", "largest", "biggest", "eastern", "smallest", "founding"):
            at += 1
    return at if view.lower(at) in _FELLOW and at not in view.at else None


def _member_of(view: View, alliance: Actor) -> int | None:
    """Where "a member of" the alliance begins."""
    at = alliance.first - 1
    if view.lower(at) == "the":
        at -= 1
    if view.lower(at) == "in" and view.lower(at - 1) in ("not", *_BE):
        return at
    if view.lower(at) != "of" or view.lower(at - 1) not in ("part", *_MEMBER):
        return None
    at -= 1
    while view.lower(at - 1) in ("a", "an", "full", "founding", "the", "new", "state"):
        at -= 1
    return at


def _member_of_both(view: View, all_actors: list[Actor], alliance: Actor) -> int | None:
    """ "neither a member of NATO nor of | the EU": where "a member of" the first one begins."""
    if view.lower(alliance.first - 1) != "of" or view.lower(alliance.first - 2) not in ("nor", "or", "and"):
        return None
    other = next((a for a in all_actors if a.last == alliance.first - 2 and stands_for_alliance(a)), None)
    if other is not None and other.party.kind == "group":
        return other.first
    return _member_of(view, other) if other is not None else None


def _behind(view: View, all_actors: list[Actor], alliance: Actor, noun: int) -> Iterator[Status]:
    """ "NATO member Poland", "EU members such as Austria and Ireland", "the alliance's newest member, Sweden"."""
    for actor in all_actors:
        if not _is_state(actor) or not 0 <= actor.first - noun - 1 <= 3:
            continue
        gap = [view.lower(i) for i in range(noun + 1, actor.first)]
        one = view.lower(alliance.first - 1) == "one" or view.lower(alliance.last) in ("'s", "'")
        of_it = one and view.lower(noun) == "member"
        if all(w in _BETWEEN for w in gap) and gap[-1:] != ["and"] and (gap != [","] or of_it):
            for other in row(view, all_actors, actor):
                if other.first >= actor.first and _is_state(other):
                    yield _status(view, other, alliance, "asserted", (alliance.first, noun + 1))
        return


def _before(
    view: View, all_actors: list[Actor], alliance: Actor, words_of_it: tuple[int, int], noun: str
) -> Iterator[Status]:
    """ "Greece, also a NATO member", "Ukraine is not a member of NATO", "Ukraine, which is not a NATO member"."""
    first, last = words_of_it
    at, words = first - 1, list[str]()
    but = next((i for i in range(at, max(0, at - _BUT_REACH), -1) if view.lower(i) == "but"), None)
    if but is not None and view.lower(but + 1) in _BE:
        words, at = [view.lower(i) for i in range(at, but, -1)], _before_but(view, all_actors, but)
    while at >= 0 and first - at <= 9 and (at not in view.at or _is_other(all_actors, at)):
        if at not in view.at and view.lower(at) != "and":
            words.append(view.lower(at))
        at -= 1
    actor = next((a for a in all_actors if a.last == at + 1), None)
    if actor is not None and preposition(view, actor) and words[-2:] in [[w, ","] for w in _BE]:
        actor = next((a for a in all_actors if a.first < actor.first and not preposition(view, a)), None)
    if actor is None or not _is_state(actor) or not _predicates(words, noun):
        return
    denied = _NOT & set(words) or (view.lower(actor.first - 1) in ("nor", "neither"))
    mood: Mood = "denied" if denied else "asserted"
    row_of_it = row(view, all_actors, actor)
    if view.lower(actor.first - 1) == "nor":
        row_of_it = [
            a for a in all_actors if a.last == actor.first - 1 and view.lower(a.first - 1) == "neither"
        ] + row_of_it
    for other in row_of_it:
        if _is_state(other):
            yield _status(view, other, alliance, mood, (first, last + 1))


def _before_but(view: View, all_actors: list[Actor], at: int) -> int:
    """ "Norway | is not in the EU but is a member": the last token of the subject."""
    subject = next((a for a in reversed(all_actors) if a.last < at and _is_state(a) and not preposition(view, a)), None)
    return subject.last - 1 if subject is not None else at


def _is_other(all_actors: list[Actor], at: int) -> bool:
    """ "an EU and | NATO member": another alliance before the noun."""
    return any(a.first <= at < a.last and a.party.kind == "alliance" and not a.agents for a in all_actors)


def _predicates(words: list[str], noun: str) -> bool:
    """Whether the words between (right to left) say "is a" or ", a"."""
    if set(words) & _JOINING or any(w in (";", ":", ".", '"') for w in words):
        return False
    articles = {"a", "an", "all", "no", "another", "also", "both", "now", "already", "are", "is"}
    opens = words and words[-1] in _BE | {",", "which", "who", "—", "–", "-", "(", "has", "have"}
    known = {*articles, *_NOT, *_BE, *_AROUND, *_VALUED}
    return (
        bool(opens)
        and set(words) <= known
        and bool(set(words) & (articles | {"the", "fellow", "not"}) or noun in _ONE_OF)
    )


def _is_state(actor: Actor) -> bool:
    return actor.party.kind == "state" and not actor.agents and actor.party.named_by in ("name", "capital")


def _status(view: View, actor: Actor, alliance: Actor, mood: Mood, words: tuple[int, int]) -> Status:
    member, whole = Found(actor.code, actor.span), Found(alliance.code, alliance.span)
    return Status(member, whole, mood, words[0], words[1], view.text(*words))
