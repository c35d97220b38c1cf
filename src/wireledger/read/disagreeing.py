"""Dates whose weekday is not theirs: "Monday, April 18, 2023" was a Tuesday.

A date without year is taken in the year in which it lies nearest to the report's day; its weekday counts as right where
it is that of such a date within a good half year of the report, or in any year the report names.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from wireledger.model import Interval, Problem, Span
from wireledger.read.dates import MONTHS, WEEKDAY_NAMES, WEEKDAYS, full_dates
from wireledger.read.draft import Draft

_NEAR = timedelta(240)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY = "|".join(WEEKDAY_NAMES)
_MONTH = "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True))
_YEARLESS = re.compile(
    rf"\b(?P<weekday>{_DAY}),? (?:the )?"
    rf"(?:(?P<m1>{_MONTH})\b\.? (?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m2>{_MONTH})\b)"
    r"(?:st|nd|rd|th)?+(?!\d|[-–]\d|\.?,? (?:19|20)\d\d)"
)


def disagreeing(draft: Draft, published: Interval | None) -> Iterator[Problem]:
    """The dates of a report whose weekday is not theirs, each a Problem with its place."""
    for printed in full_dates(draft.text):
        if not printed.agrees:
            yield _problem(draft, Span(printed.start, printed.stop), printed.day)
    today = published.start if published is not None else None
    if today is None:
        return
    named = {int(year) for year in _YEAR.findall(draft.text)}
    for match in _YEARLESS.finditer(draft.text):
        month, number = MONTHS[(match["m1"] or match["m2"]).lower()], int(match["d1"] or match["d2"])
        near = [day for day in _days(month, number, _around(today)) if abs(day - today) <= _NEAR]
        told = _days(month, number, named)
        if near and all(day.weekday() != WEEKDAYS[match["weekday"].lower()] for day in (*near, *told)):
            nearest = min(near, key=lambda day: abs(day - today))
            yield _problem(draft, Span(match.start(), match.end()), nearest)


def _problem(draft: Draft, place: Span, day: date) -> Problem:
    real = WEEKDAY_NAMES[day.weekday()]
    message = f"'{place.of(draft.text)}' was a {real}; weekday or date is wrong"
    return Problem("weekday-date", message, draft.id, place)


def _around(published: date) -> set[int]:
    return {published.year - 1, published.year, published.year + 1}


def _days(month: int, number: int, years: set[int]) -> list[date]:
    """The days of that date in some years."""
    return [date(year, month, number) for year in sorted(years) if 1 <= number <= monthrange(year, month)[1]]
