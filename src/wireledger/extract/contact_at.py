"""Who is told to be at a gathering: those who act, speak or are told something "at the summit", "on a call"."""

from __future__ import annotations

from wireledger.extract.contact_home import abroad, has_state
from wireledger.extract.contact_memory import Side
from wireledger.extract.contact_places import place_at, place_behind
from wireledger.extract.contact_sides import Cast
from wireledger.extract.contact_touch import doers
from wireledger.extract.contact_words import Occasion
from wireledger.extract.deeds import Deed
from wireledger.model import Span

_IN = ("in", "at")
_ARTICLES = frozenset("a an the his her their this that".split())
_LINKS = frozenset("on during in after before following with for of from to over".split())
_OPENING, _MET_REACH = 5, 14
_MEETING_VERBS = frozenset("meet speak phone see".split())


def present_at(cast: Cast, occasion: Occasion) -> tuple[Side, ...]:
    """Who acts at a summit, conference or meeting that is told with its name, place or day: "said at the G7 summit"."""
    if occasion.noun.words[-1] not in ("summit", "conference", "meeting"):
        return ()
    view, at = cast.view, occasion.first
    while at > 0 and occasion.first - at < 9 and view.lower(at) not in ("at", "during", "for", ".", ","):
        at -= 1
    arrived = view.lower(at) == "for" and place_at(view, at - 1) is not None
    if view.lower(at) not in ("at", "during") and not arrived:
        there = cast.subject(phrase(cast, occasion), loose=True) if inside(cast, occasion) else ()
        return tuple(side for side in there if side.many)
    place = place_behind(view, occasion.last, _IN, 4)
    sides = cast.traveller(at) or cast.after_comma(occasion.last)
    away = any(abroad(cast.view, side, place) for side in sides)
    away = away or any(s.many for s in sides)
    return sides if away or cast.body(occasion.first) or has_state(cast.view, at, occasion.last + 3) else ()


def place_apart(cast: Cast, occasion: Occasion) -> tuple[str, Span] | None:
    """ "in Oslo, at a summit of the alliance", "said in Oslo after talks": the place set off before it."""
    view, start = cast.view, phrase(cast, occasion)
    near = view.at.get(start - 2)
    if near is not None and view.lower(start - 1) in ("after", "following", "during"):
        return place_at(view, near.first) if view.lower(near.first - 1) == "in" else None
    before = view.at.get(start - 3)
    if before is None or [view.lower(i) for i in (start - 2, start - 1)] not in ([",", "at"], [",", "during"]):
        return None
    return place_at(view, before.first) if view.lower(before.first - 1) == "in" else None


def is_where_met(cast: Cast, found: list[Deed], occasion: Occasion) -> bool:
    """ "will not meet him at the summit": it only tells where two others meet."""
    for deed in found:
        near = 0 < occasion.first - deed.last <= _MET_REACH and deed.verb.verb_class in _MEETING_VERBS
        gap = [cast.view.lower(i) for i in range(deed.last, occasion.first)] if near else []
        if near and "at" in gap and not {",", ";", ":", "and", "that"} & set(gap):
            return bool(cast.objects(deed.last) or cast.behind(deed.last, ("with", "to"), 9))
    return False


def told_at(cast: Cast, found: list[Deed], occasion: Occasion) -> tuple[Side, ...]:
    """ "told the president at a meeting": both."""
    if not inside(cast, occasion) and not _is_on_call(cast, occasion):
        return ()
    opens = cast.view.lower(0) in ("in", "during", "at") and occasion.first < _OPENING
    for position, deed in enumerate(found):
        if deed.verb.verb_class == "tell" and (opens or deed.last < occasion.first) and not deed.passive:
            others = cast.objects(deed.last)
            return all_of(doers(cast, found, position), others) if others else ()
    return ()


def _is_on_call(cast: Cast, occasion: Occasion) -> bool:
    """ "told her on a call"."""
    start = phrase(cast, occasion)
    return occasion.noun.form == "call" and [cast.view.lower(i) for i in (start - 1, start)] == ["on", "a"]


def inside(cast: Cast, occasion: Occasion) -> bool:
    """Whether what the sentence tells happened in it: "warned him in a phone call"."""
    start = phrase(cast, occasion)
    bare = occasion.noun.words[-1] in ("talks", "negotiations", "consultations", "lunch", "dinner", "breakfast")
    if bare and cast.view.lower(start - 1) in ("during", "at", "over"):
        return True
    opened = cast.view.lower(start) in ("a", "an", "phone", "their")
    return opened and cast.view.lower(start - 1) in ("in", "during", "over", "by", "at")


def phrase(cast: Cast, occasion: Occasion) -> int:
    """Where the noun's phrase begins, past its adjectives and article."""
    at = occasion.first
    while at > 0 and (cast.view.lower(at - 1).isalpha() or "-" in cast.view.lower(at - 1)) and at > occasion.first - 5:
        at -= 1
        word = cast.view.lower(at)
        if word in _ARTICLES or word in _LINKS:
            return at if word in _ARTICLES else at + 1
    return at


def all_of(one: tuple[Side, ...], other: tuple[Side, ...]) -> tuple[Side, ...]:
    return tuple({s.code: s for s in (*one, *other)}.values())
