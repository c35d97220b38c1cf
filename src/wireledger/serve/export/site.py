"""The whole ledger as files that any host can serve, or none: every page, each figure leading to its quoted words.

The full text of a report is only in it where the terms of its source permit; else the words that were read.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

from wireledger import __version__
from wireledger.model import Source
from wireledger.serve.app import app
from wireledger.serve.asked import Asked
from wireledger.serve.book import Book
from wireledger.serve.calendars import calendar_of, dates_of
from wireledger.serve.clocks import NOW, Views
from wireledger.serve.export.asgi import Asker, asking
from wireledger.serve.export.form import Form
from wireledger.serve.export.owned import Owned
from wireledger.serve.export.places import Place, place_of
from wireledger.serve.export.quoted import quoted
from wireledger.serve.export.still import Around, following, relative, still
from wireledger.serve.front import today
from wireledger.serve.links import web_link
from wireledger.serve.pages import Pages
from wireledger.serve.query import Ledger
from wireledger.serve.words import counted, speaking, word
from wireledger.store.protocol import Store

STARTS = (
    *("/", "/pledges", "/contacts", "/statements", "/memberships", "/parties", "/meetings", "/changes", "/due"),
    *("/matrix", "/timeline", "/map", "/reports", "/problems", "/about", "/honesty"),
)
NOWHERE = "/nowhere"
STATIC = (".css", ".svg")
"""Endings of what pages look like; their scripts are left out."""
MORE = {"reports.html": "nav.reports", "problems.html": "nav.problems", "honesty.html": "honesty.title"}
"""Pages that the foot of each page leads to."""
Progress = Callable[[int, int], None]
"""Told how many pages are written, and how many are known by then."""


@dataclass(frozen=True, slots=True)
class Asks:
    """How a site is made: its language, of which sources the full text is in it, the formats beside its pages.

    `progress` is told how many pages are written, and how many are known by then.
    """

    language: str = "en"
    permits: Callable[[Source], bool] = lambda _: False
    forms: tuple[Form, ...] = ()
    progress: Progress = lambda *_: None


@dataclass(frozen=True, slots=True)
class Written:
    """How many pages were written, how many of them of reports, and of how many of these the full text."""

    pages: int
    reports: int
    whole: int


@dataclass
class Site:
    """A site that is being written: what waits to be, what is known already, and what each page of a list follows."""

    ledger: Ledger
    asker: Asker
    owned: Owned
    asks: Asks
    footer: Callable[[str], str]
    waiting: deque[Place] = field(default_factory=deque)
    known: set[str] = field(default_factory=set)
    before: dict[str, str] = field(default_factory=dict)
    reports: int = 0
    whole: int = 0

    def wants(self, place: Place) -> None:
        """A place that is to be written, unless it is or waits already."""
        if place.file not in self.known:
            self.known.add(place.file)
            self.waiting.append(place)


def write_site(store: Store, views: Views, book: Book, folder: Path, asks: Asks) -> Written:
    """Write a ledger as a site into a folder. Raises NotOwnedError for a folder that has something else in it."""
    ledger = Ledger(store, views, book)
    with speaking(asks.language), asking(app(store, views, book), asks.language) as asker, Owned(folder) as owned:
        site = Site(ledger, asker, owned, asks, _footer(ledger, asks))
        for start in STARTS:
            if place := place_of(start):
                site.wants(place)
        written = 0
        while site.waiting:
            _page(site, site.waiting.popleft())
            written += 1
            asks.progress(written, len(site.known))
        for name, body in _beside(ledger, asks):
            owned.write(name, body)
    return Written(written, site.reports, site.whole)


def _page(site: Site, place: Place) -> None:
    report = unquote(place.address.removeprefix("/report/"), errors="replace")
    of_report = place.address.startswith("/report/") and site.ledger.store.report(report) is not None
    html = _report(site, place, report) if of_report else _asked(site, place)
    if after := following(html):
        site.before.setdefault(after.file, place.file)
    made = still(html, Around(place.file, site.footer(place.file), site.before.get(place.file)), site.wants)
    site.owned.write(place.file, [made.encode("utf-8", "xmlcharrefreplace")])


def _asked(site: Site, place: Place) -> str:
    """A page as it is served; one that there is not says so, so that no link leads nowhere."""
    answer = site.asker.get(place.address)
    if answer.status >= 500:
        raise RuntimeError(f"{place.address} answered {answer.status}")
    if answer.status != 200:  # an id that the ledger names and does not have
        answer = site.asker.get(NOWHERE)
    return answer.body.decode("utf-8")


def _report(site: Site, place: Place, name: str) -> str:
    read = site.ledger.report(name, NOW)
    whole = site.asks.permits(read.report.source)
    site.reports, site.whole = site.reports + 1, site.whole + whole
    pages = Pages(lambda path: place_of(path) is not None)
    return pages.html("quoted.html", NOW, place.address, **quoted(read, whole), web_link=web_link)


def _footer(ledger: Ledger, asks: Asks) -> Callable[[str], str]:
    """The foot of every page: what it is made of and from, and the same as data."""
    shot = ledger.snapshot()
    size = f"{counted('entry', len(shot.entries))}, {counted('report', len(shot.outlines()))}"
    own = (*((f"entries.{form.name}", form.name.upper()) for form in asks.forms), ("calendar.ics", "iCalendar"))
    claim, made = escape(word("site.claim")), escape(word("export.made", size=size, version=__version__))

    def foot(here: str) -> str:
        links = " · ".join(f'<a href="{relative(file, here)}">{name}</a>' for file, name in own)
        ways = " · ".join(f'<a href="{relative(f, here)}">{escape(word(key))}</a>' for f, key in MORE.items())
        return f"<footer><p>{claim}</p><p>{ways} · {links}</p><p>{made}</p></footer>"

    return foot


def _beside(ledger: Ledger, asks: Asks) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The files that are no pages."""
    shot = ledger.snapshot()
    for form in asks.forms:
        parts = form.write(shot.entries, shot.view)
        yield f"entries.{form.name}", (part.encode("utf-8", "backslashreplace") for part in parts)
    dates = dates_of(shot, Asked(), today(shot, NOW))
    yield "calendar.ics", iter([calendar_of(dates, Asked(), lambda _: "")])
    static = files("wireledger.serve").joinpath("static")
    for one in sorted(static.iterdir(), key=lambda one: one.name):
        if one.name.endswith(STATIC):
            yield f"static/{one.name}", iter([one.read_bytes()])
