"""The lexicon's parties as gazetteers: what names a state, a body acting for it, an organisation, a group or a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from wireledger.annotate.gazetteer import Gazetteer
from wireledger.lexicon.offices import Office, offices, persons
from wireledger.lexicon.parties import bodies, groups, organisations, states
from wireledger.lexicon.places import places
from wireledger.lexicon.roles import Role, roles
from wireledger.model import Party, PartyKind, Place

_KINDS: dict[str, PartyKind] = {"alliance": "alliance", "union": "alliance", "forum": "forum"}
_SEATS = ("president", "prime-minister", "chancellor", "secretary-general", "foreign-minister", "defence-minister")


@dataclass(frozen=True, slots=True)
class Names:
    """Gazetteers for one language; `ambiguous` are state names that are also a person's or a place's."""

    parties: Gazetteer[Party]
    persons: Gazetteer[str]
    places: Gazetteer[Place]
    roles: Gazetteer[Role]
    first_names: frozenset[str]
    full_names: dict[str, str]
    ambiguous: frozenset[str]


@cache
def names() -> Names:
    """All names of the English lexicon."""
    people = persons()
    return Names(
        parties=Gazetteer(_parties()),
        persons=Gazetteer((surface, p.id) for p in people for surface in (p.name, *p.aliases) if " " in surface),
        places=Gazetteer((s, Place(p.name, p.country)) for p in places() for s in (p.name, *p.aliases)),
        roles=Gazetteer(((r.surface, r) for r in roles()), any_case=True),
        first_names=frozenset(p.name.split()[0] for p in people if len(p.name.split()[0]) > 2),
        full_names={p.id: p.name for p in people},
        ambiguous=frozenset(s.name for s in states() if s.ambiguous),
    )


@cache
def side(person: str, on: date | None) -> str | None:
    """Whom a person speaks for: the side of the office held that day, or the only side ever served; None if not known."""
    held = _held(person)
    if on is not None:
        today = {o.of for o in held if _holds(o, on)}
        if len(today) == 1:
            return today.pop()
    sides = {o.of for o in held}
    country = _country(person)
    return sides.pop() if len(sides) == 1 else country if not sides else None


@cache
def surnames(on: date | None) -> dict[str, str]:
    """Surnames that mean one person without a first name: holders of a high office that day (of today's lexicon if None)."""
    found: dict[str, set[str]] = {}
    for office in offices():
        if office.office in _SEATS and (on is None or _holds(office, on)):
            for surname in _surnames(office.person):
                found.setdefault(surname, set()).add(office.person)
    return {surname: people.pop() for surname, people in found.items() if len(people) == 1}


def holders(office: str, of: str, on: date | None) -> tuple[str, ...]:
    """The persons who held an office of a party that day; none where the day is not known."""
    if on is None:
        return ()
    return tuple(sorted({o.person for o in offices() if o.office == office and o.of == of and _holds(o, on)}))


def ever_held(person: str, office: str, of: str, before: date | None) -> bool:
    """Whether a person had held, and left, an office of a party by that day."""
    return any(
        o.office == office and o.of == of and o.stop is not None and (before is None or o.stop <= before)
        for o in _held(person)
    )


@cache
def person_names() -> dict[str, tuple[str, ...]]:
    """All written names of each person."""
    return {p.id: (p.name, *p.aliases) for p in persons()}


@cache
def _by_person() -> dict[str, tuple[Office, ...]]:
    found: dict[str, list[Office]] = {}
    for office in offices():
        found.setdefault(office.person, []).append(office)
    return {person: tuple(held) for person, held in found.items()}


def _held(person: str) -> tuple[Office, ...]:
    return _by_person().get(person, ())


@cache
def _countries() -> dict[str, str | None]:
    return {p.id: p.country for p in persons()}


def _country(person: str) -> str | None:
    return _countries().get(person)


def _holds(office: Office, on: date) -> bool:
    return (office.start is None or office.start <= on) and (office.stop is None or on < office.stop)


def _surnames(person: str) -> Iterator[str]:
    particles = {"von", "van", "der", "de", "den", "le", "la", "di"}
    for name in person_names().get(person, ()):
        words = name.split()
        start = next((i for i, w in enumerate(words[1:], 1) if w.lower() in particles), len(words) - 1)
        yield " ".join(words[start:])


def _parties() -> Iterator[tuple[str, Party]]:
    for body in bodies():
        yield body.surface, Party(body.acts_for, "state", "body", body.acts_for)
    for org in organisations():
        kind = _KINDS.get(org.kind, "organisation")
        for surface in (org.name, *org.aliases):
            yield surface, Party(org.code, kind, "name", org.acts_for or org.code)
        for surface in org.generic:
            yield surface, Party(org.code, kind, "generic", org.acts_for or org.code)
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
