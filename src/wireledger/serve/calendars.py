"""Contacts and due dates as a calendar to subscribe to (iCalendar, RFC 5545), for any filter of the lists.

An event lasts the days that its reports tell. Where these are many, it was on some of them, and its title says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urljoin

from fastapi import APIRouter, Request, Response
from icalendar import Calendar, Event

from wireledger.model import Contact, Entry, Interval, Pledge
from wireledger.serve.asked import ENTRY_VALUES, Asked, entries_asked, once, query_of
from wireledger.serve.clocks import Clocks, asked_at
from wireledger.serve.days import interval_words
from wireledger.serve.due import due
from wireledger.serve.facets import places_of
from wireledger.serve.faults import BadQuestion
from wireledger.serve.follow import CALENDAR, DATED
from wireledger.serve.front import today
from wireledger.serve.links import entry_link, with_query
from wireledger.serve.phrases import plain
from wireledger.serve.query import Ledger
from wireledger.serve.snapshot import Snapshot
from wireledger.serve.words import counted, told, word

TAKES = tuple(name for name in ENTRY_VALUES if name not in ("order", "limit", "after", "before"))
MOST = 2000  # events of one calendar, the latest; programs that show calendars get slow with more
WIDE = 7  # days: what is told no more closely than this says so in its title
STATUS = {"planned": "TENTATIVE", "held": "CONFIRMED", "cancelled": "CANCELLED"}
PRODUCT = "-//wireledger//the ledger as a calendar//EN"
Address = Callable[[Entry], str]
"""The page of an entry, with its host; empty where it has none."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Date:
    """What stands in a calendar: an entry, its name there, its days (both ends told), a title and how it stands."""

    entry: Entry
    uid: str
    start: date
    stop: date
    title: str
    status: str | None
    told: Interval

    @property
    def words(self) -> str:
        """The title; of a span of days in which it was or will be on some day, with that span."""
        if (self.stop - self.start).days <= WIDE:
            return self.title
        return word("calendar.some_day", days=interval_words(self.told), what=self.title)


def calendars(ledger: Ledger) -> APIRouter:
    """The calendar of a ledger."""
    router = APIRouter()

    @router.get(CALENDAR)
    def calendar(request: Request) -> Response:
        """Contacts and due dates as iCalendar; takes what the lists take but order, limit, after and before."""
        at, asked = _asked(request)
        shot = ledger.snapshot(at)
        made = calendar_of(dates_of(shot, asked, today(shot, at)), asked, lambda entry: _address(entry, at, request))
        return Response(made, media_type="text/calendar; charset=utf-8")

    return router


def dates_of(shot: Snapshot, asked: Asked, day: date | None) -> tuple[Date, ...]:
    """The dates of the entries that fit, by their days; how what is due stands is told as of `day`."""
    fitting = [shot.facets.entries[place] for place in places_of(shot.facets.bits(asked))]
    standing = {one.entry.id: one.standing for one in due(fitting, shot.view, day)} if day else {}
    found = [made for entry in fitting if (made := _contact(entry) or _due(entry, standing.get(entry.id)))]
    return tuple(sorted(found, key=lambda one: (one.start, one.uid)))


def calendar_of(dates: tuple[Date, ...], asked: Asked, address: Address) -> bytes:
    """The latest of the dates as a calendar."""
    made = Calendar()
    kept = dates[-MOST:]
    for name, value in _head(asked, len(dates) - len(kept)):
        made.add(name, value)
    for one in kept:
        made.add_component(_event(one, address(one.entry)))
    return bytes(made.to_ical())


def _asked(request: Request) -> tuple[Clocks, Asked]:
    at, pairs = asked_at(request)
    given = once(pairs, TAKES)
    if given.get("kind") not in (None, *DATED):
        raise BadQuestion(f"kind={given['kind']!r} has no days in a calendar: it is one of {', '.join(DATED)}")
    return at, entries_asked(given.items())


def _head(asked: Asked, left_out: int) -> Iterator[tuple[str, str]]:
    filters = [f"{name}: {value}" for name, value in query_of(asked).items()]
    limit = [counted("calendar.left_out", left_out)] if left_out else []
    yield from (("prodid", PRODUCT), ("version", "2.0"), ("calscale", "GREGORIAN"))
    yield "x-wr-calname", clean(" · ".join([word("site"), word("calendar.title"), *filters]))
    yield "x-wr-caldesc", clean(" ".join([word("calendar.lead"), *limit]))


def _contact(entry: Entry) -> Date | None:
    """The days of a contact; None where no report tells them, or tells that it was not."""
    event, step = entry.event, entry.steps[-1].step if entry.steps else "held"
    if not isinstance(event, Contact) or step == "denied":
        return None
    own = event.when.interval if event.when else None
    when = own or (entry.steps[-1].when if entry.steps else None)
    if when is None or when.start is None or when.stop is None:
        return None
    return Date(entry, f"{entry.id}@wireledger", when.start, when.stop, plain(event), STATUS.get(step), when)


def _due(entry: Entry, standing: str | None) -> Date | None:
    """The time of a pledge that stands; one with a single end told is on that day."""
    event = entry.event
    when = event.due.interval if isinstance(event, Pledge) and event.due else None
    if when is None or standing is None:
        return None
    last = when.last or when.start
    start = when.start or last
    if start is None or last is None:
        return None
    title = word("calendar.due", what=plain(event), standing=told("standing", standing))
    if when.start is None or when.stop is None:
        title = f"{title} ({interval_words(when)})"
    return Date(entry, f"{entry.id}-due@wireledger", start, last + timedelta(1), title, None, when)


def _event(one: Date, address: str) -> Event:
    made = Event()
    made.add("uid", clean(one.uid))
    made.add("dtstamp", one.entry.recorded or _moment(one.entry.first_reported))
    made.add("dtstart", one.start)
    made.add("dtend", one.stop)
    made.add("summary", clean(one.words))
    made.add("description", clean("\n".join(_described(one, address))))
    if address:
        made.add("url", address)
    made.add("transp", "TRANSPARENT")
    made.add("categories", [told("kind", one.entry.kind)])
    if one.status:
        made.add("status", one.status)
    if isinstance(one.entry.event, Contact) and one.entry.event.place:
        made.add("location", clean(one.entry.event.place))
    return made


def _described(one: Date, address: str) -> Iterable[str]:
    yield one.title
    yield interval_words(one.told)
    yield f"{counted('voice', one.entry.independent)} · {counted('claim', len(one.entry.claims))}"
    if address:
        yield address


def _moment(day: date | None) -> datetime:
    """A day as a moment: when the ledger first heard of an entry that it has not recorded."""
    return datetime.combine(day, time(), UTC) if day else EPOCH


def _address(entry: Entry, at: Clocks, request: Request) -> str:
    return urljoin(str(request.base_url), with_query(entry_link(entry.id), at.query))


def clean(text: str) -> str:
    """A text without what no calendar may hold: control characters, halves of surrogate pairs."""
    plain_ = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c if c in "\n\t" or (c >= " " and not "\x7f" <= c <= "\x9f") else " " for c in plain_)
    return kept.encode("utf-8", "replace").decode("utf-8")
