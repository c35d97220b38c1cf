"""How a question is followed: the feeds and the calendar of its filters, named by its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wireledger.serve.asked import LIMIT, Asked, query_of
from wireledger.serve.links import with_query

FEEDS: Mapping[str, str] = {"atom": "/changes.atom", "json": "/changes/feed.json"}
CALENDAR = "/calendar.ics"
DATED = ("contact", "pledge")
"""Kinds of entries that have days in a calendar: when parties meet, and when help is due."""
TYPES: Mapping[str, str] = {
    "atom": "application/atom+xml",
    "json": "application/feed+json",
    "calendar": "text/calendar",
}


@dataclass(frozen=True, slots=True)
class Followed:
    """One way to follow: "atom", "json" or "calendar", its media type and its address."""

    form: str
    type: str
    href: str


def followed(asked: Asked, **more: str) -> tuple[Followed, ...]:
    """The feeds of the filters of a question, and the calendar where its kind has days; `more` goes to the feeds."""
    query = query_of(asked, order="newest", limit=LIMIT, after=None, before=None)
    found = {form: with_query(path, query | more) for form, path in FEEDS.items()}
    if asked.kind in (None, *DATED):
        found["calendar"] = with_query(CALENDAR, query)
    return tuple(Followed(form, TYPES[form], href) for form, href in found.items())
