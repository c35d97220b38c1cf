"""Reads the contacts that verbs tell by themselves; visits and those who host them are read here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wireledger.extract.actor_rows import row
from wireledger.extract.contact_home import abroad
from wireledger.extract.contact_meet import MEETING, one_after_another
from wireledger.extract.contact_memory import Side, sides_of
from wireledger.extract.contact_places import opening_place, place_at, place_behind
from wireledger.extract.contact_sides import Cast
from wireledger.extract.contact_touch import (
    Touch,
    can_travel,
    doers,
    is_known,
    place_before,
    place_of_which,
    those,
    touched,
)
from wireledger.extract.deeds import Deed
from wireledger.extract.event_days import days_near

_IN = ("in", "at")
_DETERMINERS = frozenset("the a an its their our these all any every".split())

_PHONES = frozenset(("phone", "telephone", "call", "video", "videolink"))
_CLOSE = frozenset(("go on", "fly on", "travel on", "move on", "be due", "be expected"))
_TITLE = 6
_TEAMS = frozenset("delegation delegations envoy envoys emissary emissaries mission diplomats".split())


def shown_touch(cast: Cast, found: list[Deed]) -> Iterator[Touch]:
    """A headline or caption without a verb: "Biden in Kyiv", "Scholz and Draghi in Irpin, June 16"."""
    view = cast.view
    first = next((a for a in cast.actors if a.first <= 1 and a.party.kind == "person"), None)
    if view.sentence.block_kind not in ("headline", "caption") or first is None:
        return
    together = row(view, cast.actors, first)
    last = together[-1].last
    if any(view.lower(i) == ":" for i in range(last, last + _TITLE)):
        found = [deed for deed in found if deed.start < last]  # "Biden in Kyiv: president to give a speech"
    if found:
        return
    place = place_at(view, last + 1) if view.lower(last) == "in" else None
    guests = tuple(s for s in sides_of(view, together) if s.person and abroad(view, s, place))
    if guests and place is not None:
        when = days_near(view, last, last + 1)
        yield Touch("visit", guests, (), place, when, None, last, last + 1, "contacts/shown", "shown in")


def verb_touches(cast: Cast, found: list[Deed]) -> Iterator[Touch]:
    """The contacts that verbs tell by themselves, in order."""
    visited: Touch | None = None
    for position, deed in enumerate(found):
        reader = _READERS.get(deed.verb.verb_class)
        touch = reader(cast, found, position) if reader else None
        if touch is not None:
            if visited is not None and touch.place is None and _on_the_way(cast, visited, deed):
                touch = replace(touch, place=visited.place)
            if touch.place is None and deed.verb.verb_class in ("meet", "host"):
                touch = replace(touch, place=opening_place(cast.view))
            if visited is not None and _is_spoken_there(cast, visited, touch, deed):
                touch = replace(touch, form="meeting", place=touch.place or visited.place)
            visited = touch if touch.form == "visit" and touch.place else visited
            yield touch
            yield from one_after_another(cast, touch)


def _on_the_way(cast: Cast, visited: Touch, deed: Deed) -> bool:
    """ "will visit Fiji to meet", "flew to Fiji, where she met": the place of the visit."""
    where = any(cast.view.lower(i) == "where" for i in range(visited.last, deed.start))
    also = deed.form == "base" and cast.view.lower(deed.start - 1) == "and"  # "is to go to Fiji to rest and meet"
    return deed.verb.form == "meeting" and (where or also or deed.row.startswith("to of "))


def _is_spoken_there(cast: Cast, visited: Touch, touch: Touch, deed: Deed) -> bool:
    """ "flew to Fiji and spoke with": face to face, where no telephone is told."""
    gap = [cast.view.lower(i) for i in range(visited.last, deed.start)]
    near = {cast.view.lower(i) for i in range(deed.last, deed.last + 14)}
    joined = gap[-1:] == ["and"] and not {";", "before", "after"} & set(gap)
    same = {s.code for s in visited.guests} <= {s.code for s in touch.guests}
    return deed.verb.verb_class == "speak" and joined and same and not near & _PHONES


def _visit(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    deed = found[position]
    if deed.passive:
        return None
    guests = doers(cast, found, position)
    place = place_at(cast.view, deed.last) or place_behind(cast.view, deed.last, (*_IN, "of", "near"), 8)
    place = place or place_of_which(cast, deed)
    hosts = () if place else tuple(s for s in cast.objects(deed.last) if s.person)
    if not guests or not can_travel(cast, guests):
        return None
    return touched(cast, deed, guests, hosts, place)


def _go(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    deed = found[position]
    place = place_behind(cast.view, deed.last, deed.verb.links, 1 if deed.verb.lemma in _CLOSE else 5)
    place = place or (
        place_before(cast, deed) if deed.verb.lemma not in ("be", "be due", "be expected", "leave", "come") else None
    )
    if deed.verb.lemma in ("be due", "be expected") and deed.mood == "asserted":
        deed = replace(deed, mood="planned")
    guests = doers(cast, found, position) if place else ()
    if not guests or deed.passive or not can_travel(cast, guests) or not is_known(cast, place):
        return None
    if deed.verb.lemma != "leave" and cast.view.lower(deed.last) in _DETERMINERS and deed.last not in cast.view.at:
        return None
    if deed.verb.lemma in ("return", "leave", "come", "spend", "walk") and not (
        place and abroad(cast.view, guests[0], place)
    ):
        return None
    return touched(cast, deed, guests, (), place)


def _stay(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    """ "was in Kyiv", "had been to Kyiv": only somebody abroad, only right behind the verb."""
    deed = found[position]
    link = cast.view.lower(deed.last)
    if (
        link not in deed.verb.links
        or (link == "to" and deed.form != "participle")
        or (deed.form == "base" and deed.row != "will")
    ):
        return None
    place = place_at(cast.view, deed.last + 1)
    guests = doers(cast, found, position) if place else ()
    persons = [s for s in guests if s.person or s.agents]
    if not persons or not is_known(cast, place) or not abroad(cast.view, persons[0], place):
        return None
    return touched(cast, deed, guests, (), place)


def _in_person(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    """ "Fiji's president came in person": where the meeting told last takes place."""
    deed = found[position]
    guests = doers(cast, found, position) if not deed.passive else ()
    told = cast.memory.last_told("meeting", cast.view.sentence.index, 2)
    if not guests or not can_travel(cast, guests):
        return None
    touch = touched(cast, deed, guests, (), None)
    place = told.place if told is not None else None
    return replace(touch, place=place, carried=frozenset(("place",) if place else ()))


def _lead(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    """ "led a delegation to Fiji", "sent an envoy to", "sent his minister to"."""
    deed = found[position]
    if deed.verb.lemma == "convene":
        return _convene(cast, found, position)
    sent = deed.verb.lemma in ("send", "dispatch")
    team = any(cast.view.lower(i) in _TEAMS for i in range(deed.last, deed.last + 5))
    place = place_behind(cast.view, deed.last, ("to",), 9)
    others = tuple(s for s in cast.objects(deed.last) if s.person)
    guests = others if sent and others else doers(cast, found, position) if team else ()
    if sent and not others:
        guests = tuple(replace(s, code=s.side or s.code, words=None, agents=True) for s in guests)
    if deed.passive or not guests or not is_known(cast, place):
        return None
    return replace(touched(cast, deed, guests, (), place), form="visit")


def _convene(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    """ "convened the leaders of Fiji and Peru": whoever does it meets them."""
    deed = found[position]
    others = cast.objects(deed.last) or cast.behind(deed.last, ("with",)) if not deed.passive else ()
    others = others if others and (others[0].person or others[0].agents) else ()
    hosts = doers(cast, found, position)
    codes = {s.code for s in hosts}
    guests = (*hosts, *(s for s in others if s.code not in codes))
    return touched(cast, deed, guests, (), place_behind(cast.view, deed.last, _IN)) if hosts and others else None


def _host(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    deed = found[position]
    if deed.passive:
        guests, hosts = doers(cast, found, position), cast.behind(deed.last, ("by",), 6)
    else:
        hosts = doers(cast, found, position)
        guests = cast.objects(deed.last) or _them(cast, deed, hosts)
    place = place_behind(cast.view, deed.last, (*_IN, "to"))
    if not guests or not hosts or not (guests[0].agents or all(s.person or s.agents for s in guests)):
        return None
    if deed.verb.lemma in ("welcome", "greet", "receive") and not any(s.person for s in guests):
        return None
    return touched(cast, deed, guests, hosts, place)


def _them(cast: Cast, deed: Deed, hosts: tuple[Side, ...]) -> tuple[Side, ...]:
    if found := those(cast, deed.last, hosts):
        return found
    word = cast.view.lower(deed.last)
    return cast.pronoun(word, deed.first) if word in ("him", "them", "me", "us", "you") else ()


_READERS = {
    "visit": _visit,
    "go": _go,
    "stay": _stay,
    "host": _host,
    "lead": _lead,
    "send": _lead,
    "appear": _in_person,
    **MEETING,
}
