"""Reads one sentence's contacts: each verb and noun of meeting with its sides, place and days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wireledger.extract.actors import Actor
from wireledger.extract.contact_memory import Side
from wireledger.extract.contact_places import days_near, place_at, place_behind
from wireledger.extract.contact_sides import Cast
from wireledger.extract.deeds import Deed
from wireledger.model import Days, Form, Mood, Span

_IN = ("in", "at")
_IN_PERSON = frozenset(("person", "face-to-face"))
_PHONE = frozenset(("phone", "telephone", "call", "videolink", "link"))
_PEERS = frozenset("counterparts counterpart leaders ministers officials colleagues president leader".split())
_DETERMINERS = frozenset("the a an its their our these all any every".split())


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


def verb_touches(cast: Cast, found: list[Deed]) -> Iterator[Touch]:
    """The contacts that verbs tell by themselves, in order."""
    for position, deed in enumerate(found):
        reader = _READERS.get(deed.verb.verb_class)
        touch = reader(cast, found, position) if reader else None
        if touch is not None:
            yield touch


def doers(cast: Cast, found: list[Deed], position: int) -> tuple[Side, ...]:
    """Who does what a verb says; an infinitive or gerund shares the subject of the verb it hangs on."""
    deed = found[position]
    if deed.row.startswith(("to of ", "gerund of ")):
        for other in reversed(found[:position]):
            if f" of {other.verb.lemma}" in deed.row:
                return doers(cast, found, found.index(other))
    if cast.view.lower(deed.start - 1) == "and" and position and found[position - 1].form == deed.form:
        sides = cast.subject(deed.start - 1)
        return sides or doers(cast, found, position - 1)
    sides = cast.subject(deed.start)
    return sides or (cast.after_comma(deed.last) if deed.form == "ing" else ())


def _touch(
    cast: Cast, deed: Deed, guests: tuple[Side, ...], hosts: tuple[Side, ...], place: tuple[str, Span] | None
) -> Touch:
    when = days_near(cast.view, deed.start, deed.last)
    rule, row = f"contacts/{deed.verb.verb_class}", f"{deed.verb.lemma} {deed.row}"
    words = (deed.start, deed.last)
    return Touch(deed.verb.form, guests, hosts, place, when, deed.mood, *words, rule, row, verb=True)


def _visit(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    deed = found[position]
    if deed.passive:
        return None
    guests = doers(cast, found, position)
    place = place_at(cast.view, deed.last) or place_behind(cast.view, deed.last, (*_IN, "of", "near"), 8)
    hosts = () if place else tuple(s for s in cast.objects(deed.last) if s.words)
    if not guests or not _travel(cast, guests):
        return None
    return _touch(cast, deed, guests, hosts, place)


def _go(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    deed = found[position]
    place = place_behind(cast.view, deed.last, deed.verb.links, 5)
    guests = doers(cast, found, position) if place else ()
    if not guests or deed.passive or not _travel(cast, guests) or not _is_known_place(cast, place):
        return None
    if deed.verb.lemma in ("return", "leave", "come") and not (place and cast.abroad(guests[0], place)):
        return None
    return _touch(cast, deed, guests, (), place)


def _stay(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    """ "was in Kyiv", "had been to Kyiv": only somebody abroad, only right behind the verb."""
    deed = found[position]
    link = cast.view.lower(deed.last)
    if link not in deed.verb.links or (link == "to" and deed.form != "participle") or deed.form == "base":
        return None
    place = place_at(cast.view, deed.last + 1)
    guests = doers(cast, found, position) if place else ()
    persons = [s for s in guests if s.words]
    if not persons or not _is_known_place(cast, place) or not cast.abroad(persons[0], place):
        return None
    return _touch(cast, deed, guests, (), place)


def _meet(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    deed = found[position]
    if deed.passive:
        return None
    subject = doers(cast, found, position)
    others = cast.objects(deed.last) or cast.behind(deed.last, ("with",))
    guests = _both(subject, others)
    if not _enough(cast, deed, guests, others):
        return None
    return _touch(cast, deed, guests, (), place_behind(cast.view, deed.last, _IN))


def _speak(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    deed = found[position]
    subject = doers(cast, found, position)
    others = cast.behind(deed.last, deed.verb.links, 9) if not deed.passive else ()
    guests = _both(subject, others)
    near = {cast.view.lower(i) for i in range(deed.last, deed.last + 12)}
    by_phone = bool(near & _PHONE)
    again = deed.verb.lemma == "talk" and any(s.carried for s in subject)
    if len(guests) < 2 or not (others or by_phone or (_talk(cast, deed) and not again)) or not subject:
        return None
    touch = _touch(cast, deed, guests, (), None)
    if not others and not by_phone and deed.verb.lemma == "talk":
        return replace(touch, form="meeting")
    return replace(touch, form="meeting", place=place_behind(cast.view, deed.last, _IN)) if near & _IN_PERSON else touch


def _talk(cast: Cast, deed: Deed) -> bool:
    """ "the two spoke about", not "they spoke at"."""
    mention = cast.view.at.get(deed.last)
    dated = mention is not None and isinstance(mention.thing, Days)
    return dated or cast.view.lower(deed.last) in ("about", "again", ".", ",", "for", "earlier", "before", "after")


def _discuss(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    """ "will visit Poland to discuss security with": a meeting where the way to it is told."""
    deed = found[position]
    others = cast.behind(deed.last, deed.verb.links, 20)
    if not others or not any(d.verb.verb_class in ("visit", "go") for d in found[:position]):
        return None
    guests = _both(doers(cast, found, position), others)
    return _touch(cast, deed, guests, (), None) if len(guests) >= 2 else None


def _phone(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    deed = found[position]
    others = tuple(s for s in cast.objects(deed.last) if s.words) if not deed.passive else ()
    if not others or (deed.verb.lemma == "call" and not _is_phoned(cast, deed)):
        return None
    guests = _both(doers(cast, found, position), others)
    return _touch(cast, deed, guests, (), None) if len(guests) >= 2 else None


def _host(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    deed = found[position]
    if deed.passive:
        guests, hosts = doers(cast, found, position), cast.behind(deed.last, ("by",), 6)
    else:
        guests, hosts = cast.objects(deed.last) or _them(cast, deed), doers(cast, found, position)
    place = place_behind(cast.view, deed.last, (*_IN, "to"))
    if not guests or not hosts or not all(s.words or s.agents for s in guests):
        return None
    if deed.verb.lemma in ("welcome", "greet", "receive") and not any(s.words for s in guests):
        return None
    return _touch(cast, deed, guests, hosts, place)


def _them(cast: Cast, deed: Deed) -> tuple[Side, ...]:
    word = cast.view.lower(deed.last)
    return cast.pronoun(word, deed.first) if word in ("him", "them") else ()


def _both(one: tuple[Side, ...], other: tuple[Side, ...]) -> tuple[Side, ...]:
    found: dict[str, Side] = {}
    for side in (*one, *other):
        found.setdefault(side.code, side)
    return tuple(found.values())


def _enough(cast: Cast, deed: Deed, guests: tuple[Side, ...], others: tuple[Side, ...]) -> bool:
    """Two sides; or one that is many, and then nothing that is met like a target."""
    if others or len(guests) >= 2:
        peers = {cast.view.lower(deed.last + i) for i in (1, 2, 3)} & _PEERS
        aimed = cast.view.lower(deed.last) in _DETERMINERS and not others and not peers
        return len(guests) >= 2 and not aimed
    following = cast.view.lower(deed.last)
    mention = cast.view.at.get(deed.last)
    open_end = following in ("in", "on", "at", "for", "to", "again", ".", ",", "this", "next", "today", "")
    dated = mention is not None and isinstance(mention.thing, Days)
    return len(guests) == 1 and guests[0].many and (open_end or dated)


def _travel(cast: Cast, guests: tuple[Side, ...]) -> bool:
    """Whether these can travel: persons, or a side named with those who act for it."""
    headline = cast.view.sentence.block_kind == "headline"
    return all(s.words or s.carried or headline or s.agents for s in guests)


def _is_known_place(cast: Cast, place: tuple[str, Span] | None) -> bool:
    return place is not None and cast.knows_place(place[1])


def _is_phoned(cast: Cast, deed: Deed) -> bool:
    """ "called Zelensky on Monday", not "called Zelensky a hero"."""
    actor: Actor | None = next((a for a in cast.actors if a.first >= deed.last), None)
    if actor is None:
        return False
    following = cast.view.lower(actor.last)
    mention = cast.view.at.get(actor.last)
    dated = mention is not None and isinstance(mention.thing, Days)
    return dated or following in (
        "from",
        "to",
        "on",
        ".",
        ",",
        "and",
        "after",
        "earlier",
        "for",
        "before",
        "late",
        "twice",
        "",
    )


_READERS = {"visit": _visit, "go": _go, "stay": _stay, "meet": _meet, "speak": _speak, "phone": _phone, "host": _host,
            "discuss": _discuss}  # fmt: skip
