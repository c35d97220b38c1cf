"""Who holds which office of a state or an organisation, from when to when, and how their names are written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from wireledger.lexicon.tables import day, holds_on, rows, several


@dataclass(frozen=True, slots=True)
class Person:
    """A person of public life: `id` is the slug of the full name, `aliases` its other spellings and short forms.

    `country` is a state's code, None where it is not known; `surname` is the one name that stands for the person in
    later sentences: for some the first of the name ("Xi", "Yoon"), for some several words ("von der Leyen").
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    country: str | None
    surname: str


@dataclass(frozen=True, slots=True)
class Office:
    """One term of a person in an office `of` a state or organisation, half-open; None where a day is open or not known.

    `source` tells where the days come from: "reference" (a public list of office holders) or "general" (common
    knowledge of the news).
    """

    person: str
    office: str
    of: str
    start: date | None
    stop: date | None
    source: str


@cache
def persons() -> tuple[Person, ...]:
    """All persons, in the order of their ids."""
    return tuple(
        Person(row["id"], row["name"], several(row["aliases"]), row["country"] or None, row["surname"])
        for row in rows("persons.csv")
    )


@cache
def offices() -> tuple[Office, ...]:
    """All terms of office, grouped by party and office, the oldest first."""
    return tuple(
        Office(row["person"], row["office"], row["of"], day(row["from"]), day(row["to"]), row["source"])
        for row in rows("offices.csv")
    )


@cache
def holders(office: str, of: str, on: date) -> tuple[str, ...]:
    """The ids of those who held an office of a party that day; spokespersons and ambassadors may be several."""
    return tuple(sorted({o.person for o in offices() if (o.office, o.of) == (office, of) and _holds(o, on)}))


@cache
def offices_of(person: str, on: date) -> tuple[Office, ...]:
    """The offices a person held that day; empty for a person out of office or not known."""
    return tuple(o for o in _terms().get(person, ()) if _holds(o, on))


def _holds(office: Office, on: date) -> bool:
    return holds_on(office.start, office.stop, on)


@cache
def _terms() -> dict[str, tuple[Office, ...]]:
    found: dict[str, list[Office]] = {}
    for office in offices():
        found.setdefault(office.person, []).append(office)
    return {person: tuple(terms) for person, terms in found.items()}
