"""Reads who is called a member: "NATO member Poland", "X is not a member of NATO", "the NATO countries of A and B"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wireledger.extract.actor_rows import row
from wireledger.extract.actors import Actor, preposition
from wireledger.extract.member_memory import Found
from wireledger.extract.member_pairs import ends
from wireledger.extract.member_parties import alliances, stands_for_alliance
from wireledger.extract.member_within import BELONGS, WITHIN, first_to_do, numbers, picked, ranks, within
from wireledger.extract.view import View
from wireledger.model import Mood, Party

_MEMBER = frozenset("member members".split())
_ONE_OF = _MEMBER | {"ally", "allies"}
_BUT_REACH, _SHARED = 4, 3
_FELLOW = frozenset("member members country countries ally allies state states nation nations".split())
_BETWEEN = frozenset(
    "among them of , such as like including especially particularly namely and fellow neighbouring neighboring the"
    " state states newest nearby countries".split()
)
_NOT = frozenset("not no n't neither never isn't aren't wasn't nor outside longer".split())
_BE = frozenset("is are was were isn't aren't wasn't be remains remain".split())
_AROUND = frozenset(
    ", which who the fellow full been has have itself still currently yet only longer — – - ( since".split()
)
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
            for state in picked(view, all_actors, group):
                if is_state(state):
                    yield _status(
                        view,
                        state,
                        replace(group, code=group.code.removesuffix("-members")),
                        "asserted",
                        (group.first, group.last),
                    )
            whole = replace(group, code=group.code.removesuffix("-members"))
            yield from _behind(view, all_actors, whole, group.last - 1)
            noun = next((i for i in range(group.core, group.last) if view.lower(i) in _ONE_OF), None)
            if noun is not None:
                yield from _before(view, all_actors, whole, (group.core, noun), view.lower(noun))
    for alliance in alliances(all_actors):
        noun = _noun_behind(view, alliance)
        if noun is not None:
            yield from _behind(view, all_actors, alliance, noun)
            yield from _before(view, all_actors, alliance, (alliance.core, noun), view.lower(noun))
            yield from _other_too(view, all_actors, alliance)
        of = _member_of(view, alliance) or _member_of_both(view, all_actors, alliance)
        if of is not None:
            yield from _before(view, all_actors, alliance, (of, alliance.last - 1), "member")
            for other in row(view, all_actors, alliance):
                if other.first > alliance.first and stands_for_alliance(other) and ends(view, other):
                    yield from _before(view, all_actors, other, (of, alliance.last - 1), "member")
        elif noun is None and (inside := within(view, all_actors, alliance)) is not None:
            yield from _before(view, all_actors, alliance, (inside, alliance.last - 1), "within")


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


def _noun_behind(view: View, alliance: Actor) -> int | None:
    """The token of "member" in "NATO member", "the alliance's newest member"."""
    at = alliance.last
    if view.lower(at) in ("'s", "'"):
        at += 1
        while ranks(view.lower(at)) and not _is_party(view, at):
            at += 1
    return at if view.lower(at) in _FELLOW and at not in view.at else None


def _is_party(view: View, at: int) -> bool:
    mention = view.at.get(at)
    return mention is not None and isinstance(mention.thing, Party)


def _member_of(view: View, alliance: Actor) -> int | None:
    """Where "a member of" the alliance begins."""
    at = alliance.first - 1
    if view.lower(at) == "the":
        at -= 1
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
        if not is_state(actor) or not 0 <= actor.first - noun - 1 <= 3:
            continue
        gap = [view.lower(i) for i in range(noun + 1, actor.first)]
        one = view.lower(alliance.first - 1) == "one" or view.lower(alliance.last) in ("'s", "'")
        ranked = ranks(view.lower(noun - 1))
        of_it = one and (view.lower(noun) == "member" or (view.lower(noun) == "members" and ranked))
        if all(w in _BETWEEN for w in gap) and gap[-1:] != ["and"] and (gap != [","] or of_it):
            for other in row(view, all_actors, actor):
                if other.first >= actor.first and is_state(other):
                    yield _status(view, other, alliance, "asserted", (alliance.first, noun + 1))
        return


def _before(
    view: View, all_actors: list[Actor], alliance: Actor, words_of_it: tuple[int, int], noun: str
) -> Iterator[Status]:
    """ "Greece, also a NATO member", "Ukraine is not a member of NATO", "Ukraine, which is not a NATO member"."""
    first, last = words_of_it
    at, words = first - 1, list[str]()
    but = next((i for i in range(at, max(0, at - _BUT_REACH), -1) if view.lower(i) in ("but", "and")), None)
    if but is not None and (view.lower(but + 1) in _BE or _is_short_for_be(view, but)):
        words = [view.lower(i) for i in range(at, but, -1)]
        words += [] if words[-1] in _BE else ["is"]
        at = _before_but(view, all_actors, but)
    while at >= 0 and first - at <= 9 and view.lower(at) != "it" and (at not in view.at or _is_other(all_actors, at)):
        if at not in view.at and view.lower(at) != "and":
            words.append(view.lower(at))
        at -= 1
    actor = next((a for a in all_actors if a.last == at + 1), None) or _it(view, all_actors, at)
    alike = _alike(view, all_actors, actor)
    words += [","] if alike is not None else []
    if first_to_do(view, words, last + 1):
        words = [w for w in words if w not in _JOINING and not numbers(w)]
        words += ["is"] if words and words[-1] == "the" else []
    if actor is not None and preposition(view, actor) and words[-2:] in [[w, ","] for w in _BE]:
        actor = next((a for a in all_actors if a.first < actor.first and not preposition(view, a)), None)
    noun = "within" if words[:2] == ["not", "but"] else noun  # "an EU member | but not part of NATO"
    if actor is None or not is_state(actor) or not _predicates(words, noun):
        return
    denied = _NOT & set(words) or (view.lower(actor.first - 1) in ("nor", "neither"))
    mood: Mood = "denied" if denied else "asserted"
    row_of_it = [*([alike] if alike is not None else []), *row(view, all_actors, actor)]
    if view.lower(actor.first - 1) == "nor":
        row_of_it = [
            a for a in all_actors if a.last == actor.first - 1 and view.lower(a.first - 1) == "neither"
        ] + row_of_it
    for other in row_of_it:
        if is_state(other):
            yield _status(view, other, alliance, mood, (first, last + 1))


def _is_short_for_be(view: View, at: int) -> bool:
    """ "is neutral | and not a member": the verb before stands for both."""
    if view.lower(at) != "and" or view.lower(at + 1) != "not" or at in view.at:
        return False
    return any(view.lower(i) in _BE for i in range(max(0, at - _SHARED), at))


def _it(view: View, all_actors: list[Actor], at: int) -> Actor | None:
    """ "Norway is rich and | it | became the first member to": the one state named before the pronoun."""
    before = [a for a in all_actors if a.last <= at and is_state(a)] if view.lower(at) == "it" else []
    return before[0] if len(before) == 1 else None


def _alike(view: View, all_actors: list[Actor], actor: Actor | None) -> Actor | None:
    """ "Albania, | like Croatia a member of NATO": the state that is likened to the one right before."""
    if actor is None or view.lower(actor.first - 1) != "like" or view.lower(actor.first - 2) != ",":
        return None
    return next((a for a in all_actors if a.last == actor.first - 2 and is_state(a)), None)


def _before_but(view: View, all_actors: list[Actor], at: int) -> int:
    """ "Norway | is not in the EU but is a member": the last token of the subject."""
    subject = next((a for a in reversed(all_actors) if a.last < at and is_state(a) and not preposition(view, a)), None)
    return subject.last - 1 if subject is not None else at


def _is_other(all_actors: list[Actor], at: int) -> bool:
    """ "an EU and | NATO member": another alliance before the noun."""
    return any(a.first <= at < a.last and a.party.kind == "alliance" and not a.agents for a in all_actors)


def _predicates(words: list[str], noun: str) -> bool:
    """Whether the words between (right to left) say "is a" or ", a"."""
    if set(words) & _JOINING or any(w in (";", ":", ".", '"') for w in words):
        return False
    articles = {"a", "an", "all", "no", "another", "also", "both", "now", "already", "are", "is"}
    inside = noun == "within"
    opening = {
        ",",
        "which",
        "who",
        "—",
        "–",
        "-",
        "(",
        "has",
        "have",
        *((*BELONGS, "does", "do", "did") if inside else ()),
    }
    opens = words and words[-1] in _BE | opening
    known = {*articles, *_NOT, *_BE, *_AROUND, *_VALUED, *(WITHIN if inside else ())}
    return (
        bool(opens)
        and set(words) <= known
        and bool(set(words) & (articles | {"the", "fellow", "not"}) or noun in _ONE_OF or inside)
    )


def is_state(actor: Actor) -> bool:
    return actor.party.kind == "state" and not actor.agents and actor.party.named_by in ("name", "capital")


def _status(view: View, actor: Actor, alliance: Actor, mood: Mood, words: tuple[int, int]) -> Status:
    member, whole = Found(actor.code, actor.span), Found(alliance.code, alliance.span)
    return Status(member, whole, mood, words[0], words[1], view.text(*words))
