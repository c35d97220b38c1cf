"""The lexicon's names as gazetteers: what names a state, a body acting for it, an organisation, a group or a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from wireledger.annotate.gazetteer import Gazetteer
from wireledger.lexicon.offices import Office, Person, holders, offices, offices_of, persons
from wireledger.lexicon.parties import bodies, groups, organisations, states
from wireledger.lexicon.places import places
from wireledger.lexicon.roles import Role, roles
from wireledger.lexicon.tables import holds_on
from wireledger.model import Party, PartyKind, Place

_KINDS: dict[str, PartyKind] = {"alliance": "alliance", "union": "alliance", "forum": "forum"}
_SEATS = frozenset(
    "president prime-minister chancellor secretary-general commission-president council-president high-representative"
    " foreign-minister defence-minister".split()
)
PARTICLES = frozenset("de der den van von da di del du dos la le al bin ibn ter ten el".split())


@dataclass(frozen=True, slots=True)
class Names:
    """Gazetteers for one language.

    `ambiguous` are states' names that are a person's or another place's too, `doubtful` other names of states that a
    person may bear (London). `small_starts` are the words in small letters with which a party, person or role begins,
    `place_starts` those of places.
    """

    parties: Gazetteer[Party]
    persons: Gazetteer[str]
    places: Gazetteer[Place]
    roles: Gazetteer[Role]
    first_names: frozenset[str]
    people: dict[str, Person]
    ambiguous: frozenset[str]
    doubtful: frozenset[str]
    small_starts: frozenset[str]
    place_starts: frozenset[str]


@cache
def names() -> Names:
    """All names of the English lexicon."""
    people = persons()
    parties = Gazetteer(_parties())
    places_known = Gazetteer((s, Place(p.name, p.country)) for p in places() for s in (p.name, *p.aliases))
    roles_known = Gazetteer(((r.surface, r) for r in roles()), any_case=True)
    return Names(
        parties=parties,
        persons=Gazetteer((surface, p.id) for p in people for surface in (p.name, *p.aliases) if " " in surface),
        places=places_known,
        roles=roles_known,
        first_names=frozenset(first for p in people if (first := _first_name(p)) and len(first) > 2),
        people={p.id: p for p in people},
        ambiguous=frozenset(s.name for s in states() if s.ambiguous),
        doubtful=frozenset(name for s in states() for name in s.doubtful),
        small_starts=parties.first_words() | roles_known.first_words() | PARTICLES,
        place_starts=places_known.first_words(),
    )


@cache
def side(person: str, on: date | None) -> str | None:
    """Whom a person speaks for: the side of the office held that day, else the only side ever served, else None."""
    today = {o.of for o in offices_of(person, on)} if on is not None else set()
    if len(today) == 1:
        return today.pop()
    sides = {o.of for o in _held(person)}
    if sides:
        return sides.pop() if len(sides) == 1 else None
    known = names().people.get(person)
    return known.country if known else None


def of_surname(surname: str, on: date | None) -> str | None:
    """The one person whom a surname alone means: who holds a high office that day (on any day if None)."""
    terms = _seats().get(surname, ())
    found = {term.person for term in terms if on is None or holds_on(term.start, term.stop, on)}
    return found.pop() if len(found) == 1 else None


def holder_named(surname: str, office: str, on: date | None) -> str | None:
    """The one person of a surname who holds an office of any party that day; None where the day is not known."""
    if on is None:
        return None
    found = {t.person for t in _terms(surname) if t.office == office and holds_on(t.start, t.stop, on)}
    return found.pop() if len(found) == 1 else None


def in_office(office: str, of: str, on: date | None) -> tuple[str, ...]:
    """The persons who held an office of a party that day; none where the day is not known."""
    return holders(office, of, on) if on is not None else ()


def ever_held(person: str, office: str, of: str, before: date | None) -> bool:
    """Whether a person had held, and left, an office of a party by that day."""
    return any(
        o.office == office and o.of == of and o.stop is not None and (before is None or o.stop <= before)
        for o in _held(person)
    )


@cache
def _by_person() -> dict[str, tuple[Office, ...]]:
    found: dict[str, list[Office]] = {}
    for office in offices():
        found.setdefault(office.person, []).append(office)
    return {person: tuple(held) for person, held in found.items()}


def _held(person: str) -> tuple[Office, ...]:
    return _by_person().get(person, ())


@cache
def _terms(surname: str) -> tuple[Office, ...]:
    """All terms of those whom a surname may mean."""
    return tuple(term for person in names().people.values() if person.surname == surname for term in _held(person.id))


@cache
def _seats() -> dict[str, list[Office]]:
    """The terms of high office under every way their holders' surnames are written."""
    people = names().people
    found: dict[str, list[Office]] = {}
    for term in offices():
        person = people.get(term.person) if term.office in _SEATS else None
        for surname in surnames_of(person) if person else ():
            found.setdefault(surname, []).append(term)
    return found


@cache
def surnames_of(person: Person) -> tuple[str, ...]:
    """The surname and its other spellings: the ends of the person's other names, and names of one word."""
    if _first_name(person) is None:
        return (person.surname,)
    size = len(person.surname.split())
    ends = (" ".join(name.split()[-size:]) for name in (person.name, *person.aliases))
    return tuple(dict.fromkeys((person.surname, *ends)))


def _first_name(person: Person) -> str | None:
    """The first name, None where the name begins with the surname ("Xi Jinping")."""
    first = person.name.split()[0]
    return None if first == person.surname.split()[0] else first


def _parties() -> Iterator[tuple[str, Party]]:
    for body in bodies():
        yield body.surface, Party(body.acts_for, "state", "body", body.acts_for)
    yield from _organisations()
    for group in groups():
        for surface in group.surfaces:
            yield surface, Party(group.code, "group", "name", group.code, group.members)
    for state in states():
        for surface in (state.name, *state.aliases):
            yield surface, Party(state.code, "state", "name", state.code)
        for surface in state.demonyms:
            yield surface, Party(state.code, "state", "demonym", state.code)
    for state in states():
        for surface in state.capitals:
            yield surface, Party(state.code, "state", "capital", state.code)


def _organisations() -> Iterator[tuple[str, Party]]:
    for org in organisations():
        kind = _KINDS.get(org.kind, "organisation")
        for surface in (org.name, *org.aliases):
            yield surface, Party(org.code, kind, "name", org.acts_for or org.code)
        for surface in org.generic:
            yield surface, Party(org.code, kind, "generic", org.acts_for or org.code)
