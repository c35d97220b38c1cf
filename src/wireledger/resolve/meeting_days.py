"""Which contacts are compared at all: those of one party and form, on days that touch or told within weeks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import product

from wireledger.lexicon.sides import slug, state_of
from wireledger.model import Contact
from wireledger.resolve.line import when_of
from wireledger.resolve.reasons_contact import NEAR, STALE
from wireledger.resolve.told import Told

Key = tuple[object, ...]
ANY = "*"
MONTH = 30
SHORT = timedelta(62)  # days told more widely than this touch too many months to be found by them


def moments(told: Told, event: Contact) -> Iterator[Key]:
    """Where a contact is found: by its days, and by the day of its report."""
    for party in _parties(event):
        yield "contact", event.form, party, ANY
        yield "contact", event.form, party, "told", _season(told), bool(_open(event))
        yield from (("contact", event.form, party, "on", month) for month in _months(event) or _open(event))


def moments_near(told: Told, event: Contact) -> Iterator[Key]:
    """Where it looks for others: among all where its days are told widely, or those of its report are not known."""
    season, months = _season(told), _months(event)
    # By the days of reports only what has no day of its own is found, or finds others.
    dated = (False,) if _open(event) else (False, True)
    for party in _parties(event):
        if season is None or (_open(event) and not months):
            yield "contact", event.form, party, ANY
            continue
        seasons = product((season - 1, season, season + 1, None), dated)
        yield from (("contact", event.form, party, "told", near, has) for near, has in seasons)
        yield from (("contact", event.form, party, "on", month) for month in (*months, *([ANY] if months else [])))


def _parties(event: Contact) -> list[str]:
    return [state_of(party) or slug(party) for party in (*event.guests, *event.hosts)]


def _season(told: Told) -> int | None:
    """The stretch of days in which its report appeared: what is no more than STALE apart lies in it or beside it."""
    return told.day.toordinal() // STALE.days if told.day else None


def _months(event: Contact) -> list[int]:
    """The stretches of thirty days its own days touch, or nearly; none where they are told widely or not at all."""
    when = when_of(event)
    if when is None or when.start is None or when.stop is None or when.stop - when.start > SHORT:
        return []
    first, last = when.start.toordinal() - NEAR.days, when.stop.toordinal() - 1 + NEAR.days
    return [*range(first // MONTH, last // MONTH + 1)]


def _open(event: Contact) -> list[str]:
    """Stands for days that are told, but too widely to be found by months."""
    return [ANY] if when_of(event) is not None else []
