"""The brief of one meeting: who took part, what was pledged, what of it is due or open, and what was said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from wireledger.lexicon.offices import offices_of
from wireledger.model import Contact, Entry, Pledge, Statement
from wireledger.serve.brief import Line, due_line
from wireledger.serve.due import Due, due
from wireledger.serve.meetings import Meeting, Meetings, after, days_of, said_on
from wireledger.serve.phrases import plain
from wireledger.serve.ranges import Range
from wireledger.serve.snapshot import Snapshot
from wireledger.serve.sums import Sums, sums
from wireledger.serve.view import OFF

ENDED = frozenset({"delivered", *OFF})
SECTIONS = ("attended", "pledged", "due", "earlier", "said")


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting and all that its brief tells; `dues` have the times of its pledges, by entry.

    `earlier` are pledges made at meetings of the body before this one that are neither delivered nor withdrawn.
    """

    meeting: Meeting
    pledged: tuple[Entry, ...]
    sums: tuple[Sums, ...]
    dues: Mapping[str, Due]
    earlier: tuple[Entry, ...]
    said: tuple[Entry, ...]


def session_of(meeting: Meeting, meetings: Meetings, shot: Snapshot, day: date) -> Session:
    """The brief of a meeting, as the ledger tells it; what is due is judged on `day`."""
    dues = {one.entry.id: one for one in due(meeting.pledges, shot.view, day)}
    first = meeting.when.start
    before = (m for m in meetings.of(meeting.body) if m.when.start and first and m.when.start < first)
    earlier = {e.id: e for m in before for e in m.pledges if is_open(e)}
    pledged = tuple(sorted(meeting.pledges, key=lambda e: (not e.counts_in_totals, -e.independent, e.id)))
    return Session(meeting, pledged, sums(pledged, shot.view), dues, tuple(earlier.values()), _said(meeting, meetings))


def is_open(entry: Entry) -> bool:
    """Whether a pledge still stands and nothing of it is told as delivered."""
    return isinstance(entry.event, Pledge) and not any(step.step in ENDED for step in entry.steps)


def left(one: Sums) -> Range:
    """What is still open of a sum."""
    return one.promised - one.delivered


def lines_of(session: Session, shot: Snapshot) -> dict[str, tuple[Line, ...]]:
    """Its sections as lines, each with the claims it stands on."""
    meeting = session.meeting
    times = [due_line(one, shot.view) for one in session.dues.values()]
    return {
        "attended": _lines("attended", meeting.contacts, shot),
        "pledged": _lines("pledged", session.pledged, shot),
        "due": tuple(Line("due", line.entry, line.text, line.claims) for line in times),
        "earlier": _lines("earlier", session.earlier, shot),
        "said": _lines("said", session.said, shot),
    }


def _lines(section: str, entries: Iterable[Entry], shot: Snapshot) -> tuple[Line, ...]:
    return tuple(
        Line(section, entry, plain(entry.event), tuple(c for name in entry.claims if (c := shot.claim(name))))
        for entry in entries
    )


def _said(meeting: Meeting, meetings: Meetings) -> tuple[Entry, ...]:
    """What those who took part said in its days, or in reports of its days where the day of speaking is not told."""
    if not meeting.is_narrow:
        return ()
    days = list(days_of(meeting.when))
    there = {meeting.body, *meeting.attended}
    found = {
        entry.id: entry
        for day in (*days, *after(meeting.when))
        for entry in meetings.said.get(day, ())
        if (day in days or not _is_dated(entry)) and _is_of(entry, there, day)
    }
    return tuple(sorted(found.values(), key=lambda e: (-e.independent, said_on(e) or date.max, e.id)))


def _is_dated(entry: Entry) -> bool:
    return bool(entry.steps and entry.steps[-1].when)


def _is_of(entry: Entry, there: Iterable[str], day: date) -> bool:
    """Whether somebody spoke who took part, or who holds an office of a party that did, or whose office did."""
    event = entry.event
    speaker = event.speaker if isinstance(event, Statement) else None
    if speaker is None:
        return False
    known = {speaker, *(office.of for office in offices_of(speaker, day))}
    return not known.isdisjoint(there)


def contact_forms(meeting: Meeting) -> tuple[str, ...]:
    """How far the meeting came, by its tellings: planned, held, cancelled."""
    steps = (e.steps[-1].step for e in meeting.contacts if isinstance(e.event, Contact) and e.steps)
    return tuple(dict.fromkeys(steps))
