"""Meetings of forums and alliances: what reports tell of one body on the same days, and what was pledged there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from wireledger.model import Contact, Entry, Interval, Pledge, Statement
from wireledger.model.show import interval_text
from wireledger.serve.roles import kind_of_party

BODIES = frozenset({"forum", "alliance", "union", "organisation"})
"""Kinds of parties whose meetings are listed."""
NARROW = 8  # days: what is told no more closely than this is a meeting some day of that time
LONGEST = 14  # days that tellings of neighbouring days are joined to
WIDEST = 366  # a time told more widely than this dates no meeting
AFTER = 2  # days behind a meeting on which reports still tell what was said and pledged at it
OFF = frozenset({"denied"})


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a body (its code) in some days; where these are many, it was on some of them.

    `contacts` tell of the meeting itself, `pledges` were made at it.
    """

    body: str
    when: Interval
    contacts: tuple[Entry, ...]
    pledges: tuple[Entry, ...]

    @property
    def name(self) -> str:
        """What tells it from other meetings of the body: its days, half-open."""
        return interval_text(self.when)

    @property
    def is_narrow(self) -> bool:
        """Whether its days are told, and not only the month or year."""
        return _length(self.when) <= LONGEST

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All that is told of it."""
        return (*self.contacts, *self.pledges)

    @property
    def places(self) -> tuple[str, ...]:
        """Where it was, in the words of the reports; of a name and a part of it the longer."""
        told = (e.event.place for e in self.contacts if isinstance(e.event, Contact) and e.event.place)
        found = tuple(dict.fromkeys(told))
        return tuple(p for p in found if not any(p != other and p.casefold() in other.casefold() for other in found))

    @property
    def attended(self) -> Mapping[str, tuple[Entry, ...]]:
        """Who took part beside the body itself (by code), each with the entries that tell so."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for code in _present(entry):
                if code != self.body:
                    found.setdefault(code, []).append(entry)
        return {code: tuple(told) for code, told in found.items()}


class Meetings:
    """All meetings of a ledger, the latest first; `undated` has what is told of meetings of a body and of no day."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        told: dict[str, list[tuple[Interval, Entry]]] = {}
        undated: dict[str, list[Entry]] = {}
        for entry in self._entries:
            for body in bodies_of(entry):
                when = time_of(entry)
                if when is None:
                    undated.setdefault(body, []).append(entry)
                else:
                    told.setdefault(body, []).append((when, entry))
        joined = {body: tuple(_joined(body, dated)) for body, dated in told.items()}
        placed = {body: _with_reported(joined.get(body, ()), entries) for body, entries in undated.items()}
        found = (m for body, meetings in joined.items() for m in (placed[body][0] if body in placed else meetings))
        self.all = tuple(sorted(found, key=lambda m: (-_day(m.when).toordinal(), m.body, m.name)))
        self.undated = {body: left for body, (_, left) in placed.items() if left}

    def of(self, body: str) -> tuple[Meeting, ...]:
        """The meetings of a body, the latest first."""
        return tuple(meeting for meeting in self.all if meeting.body == body)

    def named(self, body: str, name: str) -> Meeting | None:
        """The meeting of this name; else the narrow one whose days hold the first day of the name."""
        known = self.of(body)
        exact = next((meeting for meeting in known if meeting.name == name), None)
        return exact or next((m for m in known if m.is_narrow and _holds(m.when, name)), None)

    @cached_property
    def said(self) -> Mapping[date, tuple[Entry, ...]]:
        """Statements by the day on which they were made; where no day of it is told, by that of the first report."""
        found: dict[date, list[Entry]] = {}
        for entry in self._entries:
            day = said_on(entry) if isinstance(entry.event, Statement) else None
            if day:
                found.setdefault(day, []).append(entry)
        return {day: tuple(told) for day, told in found.items()}


def bodies_of(entry: Entry) -> tuple[str, ...]:
    """The bodies of whose meeting an entry tells: one that meets, or one at whose meeting something was pledged."""
    event = entry.event
    if isinstance(event, Pledge):
        return (event.forum,) if event.forum else ()
    if not isinstance(event, Contact) or event.form != "meeting" or (entry.steps and entry.steps[-1].step in OFF):
        return ()
    return tuple(dict.fromkeys(c for c in (*event.guests, *event.hosts) if kind_of_party(c) in BODIES))


def time_of(entry: Entry) -> Interval | None:
    """When its meeting was, where the reports tell it within a year."""
    event = entry.event
    own = event.when.interval if isinstance(event, Pledge | Contact) and event.when else None
    when = own or (entry.steps[0].when if isinstance(event, Pledge) and entry.steps else None)
    when = when or (entry.steps[-1].when if isinstance(event, Contact) and entry.steps else None)
    return when if when and when.start and when.stop and _length(when) <= WIDEST else None


def said_on(entry: Entry) -> date | None:
    """The day on which something was said; that of the first report where none is told, None where a span is."""
    when = entry.steps[-1].when if entry.steps else None
    if when is None:
        return entry.first_reported
    return when.start if _length(when) == 1 else None


def days_of(when: Interval) -> Iterator[date]:
    """Each day of a time with two ends."""
    start, stop = _day(when), when.stop or _day(when)
    return (start + timedelta(n) for n in range((stop - start).days))


def _joined(body: str, dated: list[tuple[Interval, Entry]]) -> Iterator[Meeting]:
    """What is told of neighbouring days and of no other place is one meeting; wide times stay apart."""
    groups: list[tuple[Interval, list[Entry]]] = []
    for when, entry in sorted(dated, key=lambda pair: (_day(pair[0]), _length(pair[0]), pair[1].id)):
        same = next((n for n, (span, told) in enumerate(groups) if _is_one(span, told, when, entry)), None)
        if same is None:
            groups.append((when, [entry]))
        else:
            span, told = groups[same]
            groups[same] = (Interval(span.start, max(d for d in (span.stop, when.stop) if d)), [*told, entry])
    for when, told in groups:
        pledges = tuple(e for e in told if isinstance(e.event, Pledge))
        yield Meeting(body, when, tuple(e for e in told if e not in pledges), pledges)


def _with_reported(
    meetings: tuple[Meeting, ...], undated: list[Entry]
) -> tuple[tuple[Meeting, ...], tuple[Entry, ...]]:
    """The meetings with the pledges of no day that were first reported in their days; where two fit, in neither."""
    fitting = {
        entry.id: [m for m in meetings if m.is_narrow and entry.first_reported in (*days_of(m.when), *after(m.when))]
        for entry in undated
        if isinstance(entry.event, Pledge)
    }
    held = {name: found[0].name for name, found in fitting.items() if len(found) == 1}
    made = (replace(m, pledges=(*m.pledges, *(e for e in undated if held.get(e.id) == m.name))) for m in meetings)
    return tuple(made), tuple(entry for entry in undated if entry.id not in held)


def after(when: Interval) -> tuple[date, ...]:
    """The days behind a meeting on which reports still tell of it as of today."""
    return tuple(when.stop + timedelta(n) for n in range(AFTER)) if when.stop else ()


def _is_one(span: Interval, told: list[Entry], when: Interval, entry: Entry) -> bool:
    if not _near(span, when):
        return False
    places = {p for e in told if (p := _place(e))}
    place = _place(entry)
    return not places or not place or any(place in other or other in place for other in places)


def _near(span: Interval, when: Interval) -> bool:
    """Whether two times are one: both narrow and neighbours, or the same wide one."""
    if _length(span) > LONGEST or _length(when) > NARROW:
        return span == when
    start, stop = _day(when), span.stop
    joined = Interval(span.start, max(d for d in (span.stop, when.stop) if d))
    return stop is not None and start <= stop and _length(joined) <= LONGEST


def _place(entry: Entry) -> str:
    return (entry.event.place or "").casefold() if isinstance(entry.event, Contact) else ""


def _present(entry: Entry) -> tuple[str, ...]:
    match entry.event:
        case Contact() as event:
            return (*event.guests, *event.hosts)
        case Pledge() as event:
            return event.donors
        case _:
            return ()


def _holds(when: Interval, name: str) -> bool:
    try:
        first = date.fromisoformat(name.partition("..")[0])
    except ValueError:
        return False
    return _day(when) <= first and when.stop is not None and first < when.stop


def _length(when: Interval) -> int:
    return (when.stop - when.start).days if when.start and when.stop else WIDEST + 1


def _day(when: Interval) -> date:
    assert when.start is not None
    return when.start
