"""Checks what reports tell of how often something happened: "her first visit since 2019" against the contacts held.

The ledger is never complete: it can hold more such contacts than are told, which speaks against the words, or as many,
which bears them out; where it holds fewer, nothing can be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from wireledger.lexicon.sides import country_of, state_of
from wireledger.model import Contact, Entry, Interval, Nth, Problem

Bearing = Literal["agrees", "more", "open"]
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b|day\b", re.IGNORECASE)
_MONTHS = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|month\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """What the ledger holds against a told count: the contacts `before` within its time, oldest first."""

    nth: Nth
    bearing: Bearing
    before: tuple[Entry, ...]


def counted(entry: Entry, entries: Iterable[Entry]) -> Counted | None:
    """How a contact's told count stands to the others held; None where none is told.

    `entries` are those that the ledger held on the day that is asked about.
    """
    event = entry.event
    nth = event.nth if isinstance(event, Contact) else None
    if not isinstance(event, Contact) or nth is None:
        return None
    days = _days(entry)
    start = _start(nth, days)
    if days is None or days.start is None or start is None:
        return Counted(nth, "open", ())
    held = [other for other in entries if other.id != entry.id and _is_such(event, nth, other)]
    dated = [(d, other) for other in held if (d := _days(other)) is not None and d.start is not None]
    before = sorted(
        ((d, o) for d, o in dated if _lies(d, start, days.start)), key=lambda pair: (pair[0].start, pair[1].id)
    )
    occasions = len({d.start for d, _ in before})
    bearing: Bearing = "more" if occasions >= nth.number else "open"
    if occasions == nth.number - 1 and (occasions or any(_reaches(d, start) for d, _ in dated)):
        bearing = "agrees"
    return Counted(nth, bearing, tuple(other for _, other in before))


def problem(entry: Entry, found: Counted | None) -> Problem | None:
    """A told count that more contacts speak against, as a problem of its entry."""
    if found is None or found.bearing != "more":
        return None
    names = ", ".join(other.id for other in found.before)
    told = f'told as "{found.nth.words}", but the ledger holds {len(found.before)} before it in that time: {names}'
    return Problem("more-than-told", told, entry.id)


def problems(entries: Iterable[Entry]) -> Iterator[Problem]:
    """All told counts of contacts that the ledger holds too many for, in order of id."""
    every = [entry for entry in entries if isinstance(entry.event, Contact)]
    for entry in sorted(every, key=lambda e: e.id):
        found = problem(entry, counted(entry, every))
        if found is not None:
            yield found


def _days(entry: Entry) -> Interval | None:
    """When a contact was held, as far as it is told; nothing for what was only planned or did not happen."""
    if not any(step.step == "held" for step in entry.steps):
        return None
    told = entry.event.when.interval if entry.event.when is not None else None
    return told or next((step.when for step in reversed(entry.steps) if step.step == "held" and step.when), None)


def _start(nth: Nth, days: Interval | None) -> date | None:
    """From which day is counted; None where the words give no day that is known."""
    if nth.within is not None:
        return days.start - timedelta(nth.within) if days is not None and days.start is not None else None
    if nth.since is None:
        return date.min
    told = nth.since.interval.start if nth.since.interval is not None else None
    return _behind(told, nth.since.words) if told is not None and nth.since.words.startswith("since") else told


def _behind(told: date, words: str) -> date:
    """What happened "since 2019" happened after that year: one visit in it is the one that is counted from."""
    if _DAY.search(_YEAR.sub("", words)):
        return told + timedelta(1)
    if _MONTHS.search(words):
        return date(told.year + told.month // 12, told.month % 12 + 1, 1)
    return date(told.year + 1, 1, 1) if _YEAR.search(words) else told


def _lies(days: Interval, start: date, stop: date) -> bool:
    return days.start is not None and start <= days.start and (days.stop or days.start + timedelta(1)) <= stop


def _reaches(days: Interval, start: date) -> bool:
    """Whether the ledger holds such a contact of the time before the one that is counted."""
    return days.start is not None and start != date.min and days.start < start


def _is_such(event: Contact, nth: Nth, other: Entry) -> bool:
    """Whether another entry is a contact of the same kind, of whose are counted, with the same other side."""
    theirs = other.event
    if not isinstance(theirs, Contact) or (theirs.form == "visit") != (event.form == "visit"):
        return False
    if event.form == "call" and theirs.form != "call":
        return False
    if event.form != "visit":
        ours, others = _sides(event), _sides(theirs)
        return len(ours) > 1 and ours <= others
    return _same_guest(event, nth, theirs) and _same_land(event, theirs)


def _same_guest(event: Contact, nth: Nth, theirs: Contact) -> bool:
    if nth.whose == "anybody":
        return not _lands(theirs) & {state_of(guest) for guest in theirs.guests}
    if nth.whose == "guest":
        return bool(set(event.guests) & set(theirs.guests))
    return bool(_states(event) & _states(theirs))


def _same_land(event: Contact, theirs: Contact) -> bool:
    lands = _lands(event)
    return bool(lands & _lands(theirs)) if lands else event.place is not None and event.place == theirs.place


def _states(event: Contact) -> set[str | None]:
    return {state_of(guest) for guest in event.guests} - {None}


def _lands(event: Contact) -> set[str | None]:
    """The states where a visit was: that of its place, and those of its hosts."""
    return {country_of(event.place), *(state_of(host) for host in event.hosts)} - {None}


def _sides(event: Contact) -> set[str]:
    return {*event.guests, *event.hosts}
