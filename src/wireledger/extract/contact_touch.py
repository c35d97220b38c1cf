"""One contact as read in a sentence, and what all verbs of contact share: who does it, where, when."""

from __future__ import annotations

from dataclasses import dataclass

from wireledger.extract.contact_home import knows_place
from wireledger.extract.contact_memory import Side, sides_of
from wireledger.extract.contact_places import place_at
from wireledger.extract.contact_sides import Cast
from wireledger.extract.deeds import Deed
from wireledger.extract.event_days import days_near
from wireledger.extract.moods import THANKING
from wireledger.model import Days, Form, Mood, Span

_WHICH = frozenset(("that", "which"))
_THANKS_REACH = 8
_HANGING = ("to of ", "gerund of ")
_PARTED = frozenset((";", "that", "who", "which", "while"))
_OBJECTS = frozenset(("him", "her", "them"))
_BEHIND_OBJECT = frozenset(
    "in at on for to from by with about after before during again and as when while where last next this today"
    " yesterday there here alongside over since that , . ; : ) —".split()
)
_OFFERS = frozenset("invitation invite offer offers chance".split())


@dataclass(frozen=True, slots=True)
class Touch:
    """A contact as read: tokens `first` up to `last` are the words for it; `mood` is None where days must tell."""

    form: Form
    guests: tuple[Side, ...]
    hosts: tuple[Side, ...]
    place: tuple[str, Span] | None
    when: tuple[Days, Span] | None
    mood: Mood | None
    first: int
    last: int
    rule: str
    row: str
    carried: frozenset[str] = frozenset()
    verb: bool = False


def doers(cast: Cast, found: list[Deed], position: int) -> tuple[Side, ...]:
    """Who does what a verb says; an infinitive or gerund shares the subject of the verb it hangs on."""
    deed = found[position]
    if deed.row.startswith(("to of ", "gerund of ")) and not cast.is_raised(deed.start - 1):
        for other in reversed(found[:position]):
            if f" of {other.verb.lemma}" in deed.row:
                sent = cast.objects(other.last) if other.verb.verb_class == "send" and not other.passive else ()
                return sent or doers(cast, found, found.index(other))
    if cast.view.lower(deed.start - 1) == "and" and position and (led := _joined_to(cast, found, position)) is not None:
        return doers(cast, found, led) or cast.subject(deed.start - 1)
    if deed.form == "ing" and _is_thanked_for(cast, deed):
        return cast.subject(deed.start - 1, loose=True)
    aside = deed.form == "ing" and cast.view.lower(deed.start - 1) in (",", "-", "–", "—")
    sides = cast.main_subject(deed.start) if aside else cast.subject(deed.start)
    if not sides and deed.row in _OFFERS:
        sides = cast.main_subject(deed.start)
    return sides or (cast.after_comma(deed.last) if deed.form == "ing" else ())


def _joined_to(cast: Cast, found: list[Deed], position: int) -> int | None:
    """The verb of one form that "and" joins a verb to: "flew there to meet her and then | spoke to him"."""
    form = found[position].form
    before = position - 1
    while before >= 0 and found[before].form != form and found[before].row.startswith(_HANGING):
        before -= 1
    gap = {cast.view.lower(i) for i in range(found[before].last, found[position].start)}
    return before if before >= 0 and found[before].form == form and not gap & _PARTED else None


def _is_thanked_for(cast: Cast, deed: Deed) -> bool:
    """ "thanked her for | coming": what whoever is thanked did."""
    near = {cast.view.lower(i) for i in range(max(0, deed.start - _THANKS_REACH), deed.start)}
    return cast.view.lower(deed.start - 1) == "for" and bool(THANKING & near)


def touched(
    cast: Cast, deed: Deed, guests: tuple[Side, ...], hosts: tuple[Side, ...], place: tuple[str, Span] | None
) -> Touch:
    """What a verb tells, with the days nearest to it."""
    when = days_near(cast.view, deed.start, deed.last)
    rule, row = f"contacts/{deed.verb.verb_class}", f"{deed.verb.lemma} {deed.row}"
    words = (deed.start, deed.last)
    return Touch(deed.verb.form, guests, hosts, place, when, deed.mood, *words, rule, row, verb=True)


def place_before(cast: Cast, deed: Deed) -> tuple[str, Span] | None:
    """ "Prague, where she will travel": the place before."""
    for at in range(deed.start - 1, max(0, deed.start - 9), -1):
        if cast.view.lower(at) == "where":
            before = at - 1 if cast.view.lower(at - 1) != "," else at - 2
            mention = cast.view.at.get(before)
            if mention is not None and isinstance(mention.thing, Days):  # "in Paris on Sunday, where"
                before = mention.first - (2 if cast.view.lower(mention.first - 1) in ("on", "in") else 1)
                mention = cast.view.at.get(before)
            return place_at(cast.view, mention.first) if mention is not None else None
        if cast.view.lower(at) in (",", ";", ":"):
            return None
    return None


def place_of_which(cast: Cast, deed: Deed) -> tuple[str, Span] | None:
    """ "Fiji, a state that she visited": the place nearest before the clause that visits it."""
    view = cast.view
    opening = next((i for i in range(deed.start - 1, max(0, deed.start - 9), -1) if view.lower(i) in _WHICH), 0)
    for at in range(opening - 1, max(-1, opening - 9), -1):
        mention = view.at.get(at)
        if mention is not None and (place := place_at(view, mention.first)) is not None:
            return place
        if view.lower(at) in (".", ";", ":"):
            return None
    return None


def those(cast: Cast, at: int, others: tuple[Side, ...]) -> tuple[Side, ...]:
    """Whom "him", "her" or "them" at token `at` means, none of the `others` who meet them; empty for "her car"."""
    view = cast.view
    behind = view.lower(at + 1)
    if view.lower(at) not in _OBJECTS or not (
        behind in _BEHIND_OBJECT or not behind or at + 1 in view.at or behind.endswith("ly")
    ):
        return ()
    codes, index = {s.code for s in others}, view.sentence.index
    if view.lower(at) == "them":
        return tuple(s for s in cast.pronoun("them", at) if s.code not in codes)
    here = [a for a in cast.actors if a.last <= at and a.party.kind == "person" and a.code not in codes]
    return sides_of(view, here[-1:]) or cast.memory.last_other(index, codes)


def both(one: tuple[Side, ...], other: tuple[Side, ...]) -> tuple[Side, ...]:
    """All sides of two rows, each once."""
    found: dict[str, Side] = {}
    for side in (*one, *other):
        found.setdefault(side.code, side)
    return tuple(found.values())


def is_of_one_side(sides: tuple[Side, ...]) -> bool:
    """Whether several meet who all act for one state, none of them a body of many."""
    codes = {s.side for s in sides}
    return len(sides) > 1 and len(codes) == 1 and None not in codes and not any(s.many for s in sides)


def can_travel(cast: Cast, guests: tuple[Side, ...]) -> bool:
    """Whether these can travel: persons, or a side named with those who act for it."""
    headline = cast.view.sentence.block_kind == "headline"
    shared = bool(guests) and guests[0].agents and not any(s.person for s in guests)
    return shared or all(s.person or s.carried or headline or s.agents for s in guests)


def is_known(cast: Cast, place: tuple[str, Span] | None) -> bool:
    """Whether a place is one of those the lexicon knows."""
    return place is not None and knows_place(cast.view, place[1])
