"""What part each party has in which entries, and how the statements of one make threads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, get_args

from wireledger.lexicon.offices import offices_of, persons
from wireledger.lexicon.parties import groups, organisations, states
from wireledger.model import Contact, Entry, Membership, Pledge, Statement

Role = Literal["gives", "receives", "meets", "says", "about", "belongs"]
ROLES: tuple[Role, ...] = get_args(Role)
PartyKind = Literal["state", "person", "alliance", "union", "organisation", "forum", "bank", "fund", "group", "other"]
KINDS: tuple[PartyKind, ...] = get_args(PartyKind)
Roles = Mapping[str, Mapping[Role, tuple[Entry, ...]]]
"""The entries in which each party (by code) has each part."""


@dataclass(frozen=True, slots=True)
class Thread:
    """What a speaker said about one party, the earliest first."""

    about: str
    entries: tuple[Entry, ...]


def roles_of(entries: Iterable[Entry]) -> Roles:
    """The parts of all parties, in the order of the entries.

    A visit or a statement of a person is also one of the state or organisation whose office the person held that day.
    """
    found: dict[str, dict[Role, dict[str, Entry]]] = {}
    for entry in entries:
        for code, role in (*_parts(entry), *_held(entry)):
            found.setdefault(code, {}).setdefault(role, {})[entry.id] = entry
    return {code: {role: tuple(told.values()) for role, told in parts.items()} for code, parts in found.items()}


def kind_of_party(code: str) -> PartyKind:
    """What a party is; "other" for one that no list knows."""
    return _kinds().get(code, "other")


def known_parties() -> Iterable[str]:
    """The codes of all parties that some list knows."""
    return _kinds()


def threads(said: Iterable[Entry]) -> tuple[Thread, ...]:
    """Statements by whom they are about, the longest thread first; what is about nobody is in none."""
    grouped: dict[str, list[Entry]] = {}
    for entry in said:
        for code in entry.event.about if isinstance(entry.event, Statement) else ():
            grouped.setdefault(code, []).append(entry)
    made = (Thread(code, tuple(sorted(told, key=_when))) for code, told in grouped.items())
    return tuple(sorted(made, key=lambda thread: (-len(thread.entries), thread.about)))


def day_of_entry(entry: Entry) -> date | None:
    """The first day of its last step, else that of the first report."""
    when = entry.steps[-1].when if entry.steps else None
    return (when.start if when else None) or entry.first_reported


def _when(entry: Entry) -> tuple[date, str]:
    return day_of_entry(entry) or date.max, entry.id


def _parts(entry: Entry) -> Iterator[tuple[str, Role]]:
    event = entry.event
    match event:
        case Pledge():
            yield from ((code, "gives") for code in event.donors)
            yield from ((code, "receives") for code in (event.recipient, *event.recipients) if code)
        case Contact():
            yield from ((code, "meets") for code in (*event.guests, *event.hosts))
        case Statement():
            yield from ((code, "says") for code in (event.speaker,) if code)
            yield from ((code, "about") for code in event.about)
        case Membership():
            yield from ((code, "belongs") for code in (event.member, event.alliance, *event.by))


def _held(entry: Entry) -> Iterator[tuple[str, Role]]:
    on = day_of_entry(entry)
    for code, role in _parts(entry) if on else ():
        if on and role in ("meets", "says"):
            yield from ((office.of, role) for office in offices_of(code, on))


@cache
def _kinds() -> Mapping[str, PartyKind]:
    found: dict[str, PartyKind] = {group.code: "group" for group in groups()}
    found |= {person.id: "person" for person in persons()}
    found |= {organisation.code: organisation.kind for organisation in organisations()}
    return found | {state.code: "state" for state in states()}
