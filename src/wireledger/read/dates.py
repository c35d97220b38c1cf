"""Reads a day as data or as a printed date line gives it: ISO, e-mail style, "April 20, 2023", "20.04.2023 14:05"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from wireledger.model import Interval, Problem, day, month, year

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_REACH = 48
_BEFORE_YEAR = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY})\b\.?,? (?:the )?)?"
    rf"(?:\b(?P<m1>{_MONTH})\b\.?\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\.?\s(?:of\s)?(?P<m2>{_MONTH})\b\.?,?\s)$",
    re.IGNORECASE,
)
_ISO = re.compile(r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)")
_FIGURES = re.compile(r"\b(?P<a>\d{1,2})(?P<mark>[./])(?P<b>\d{1,2})(?P=mark)(?P<y>(?:19|20)\d\d)\b")
_PARTIAL = re.compile(r"(?P<y>(?:19|20)\d\d)(?:-(?P<m>\d\d))?$")


@dataclass(frozen=True, slots=True)
class Printed:
    """A full date in a text: its place, its day, and the weekday written with it (0 is Monday), if any."""

    start: int
    stop: int
    words: str
    day: date
    weekday: int | None

    @property
    def agrees(self) -> bool:
        """Whether the weekday, where one is written, is the day's."""
        return self.weekday is None or self.weekday == self.day.weekday()


def stated(value: Any, basis: str, name: str) -> tuple[Interval | None, str | None, tuple[Problem, ...]]:
    """The days a record or page states ("2023-04-20", an ISO or e-mail time, "2023-04"), with `basis`; or a problem."""
    if value is None or value == "":
        return None, None, ()
    interval = _interval(str(value).strip())
    if interval is None:
        return None, None, (Problem("bad-date", f"'{str(value)[:60]}' is no date", name),)
    return interval, basis, ()


def full_dates(text: str) -> Iterator[Printed]:
    """The dates with month name, day and year in `text`, in order; impossible days are passed over."""
    for found_year in _YEAR.finditer(text):
        match = _BEFORE_YEAR.search(text, max(0, found_year.start() - _REACH), found_year.start())
        if match is not None:
            number = MONTHS[(match["m1"] or match["m2"]).lower()]
            found = _day(found_year.group(), number, match["d1"] or match["d2"])
            known = WEEKDAYS[match["weekday"].lower()] if match["weekday"] else None
            if found is not None:
                words = text[match.start() : found_year.end()]
                yield Printed(match.start(), found_year.end(), words, found, known)


def printed_days(line: str) -> tuple[date, ...]:
    """The days a date line can mean: one, or two where "04/05/2023" leaves it open; none when there is no date."""
    for printed in full_dates(line):
        return (printed.day,)
    if match := _ISO.search(line):
        found = _day(match["y"], match["m"], match["d"])
        return (found,) if found else ()
    if match := _FIGURES.search(line):
        day_first = _day(match["y"], match["b"], match["a"])
        month_first = _day(match["y"], match["a"], match["b"]) if match["mark"] == "/" else None
        return tuple(dict.fromkeys(found for found in (day_first, month_first) if found))
    return ()


def _interval(value: str) -> Interval | None:
    try:
        return day(date.fromisoformat(value[:10]))
    except ValueError:
        pass
    if match := _PARTIAL.match(value):
        number = int(match["m"] or 0)
        if match["m"] is None:
            return year(int(match["y"]))
        return month(int(match["y"]), number) if 1 <= number <= 12 else None
    days = printed_days(value)
    if len(days) == 1:
        return day(days[0])
    try:
        moment: datetime = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    return day(moment.date())


def _day(year_words: str, month_number: str | int, day_words: str) -> date | None:
    try:
        return date(int(year_words), int(month_number), int(day_words))
    except ValueError:
        return None
