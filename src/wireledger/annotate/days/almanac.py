"""Sums with days: weeks, months, seasons, quarters, and thirds of them.

Weeks begin on Monday. A winter is named after the year it begins in.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from wireledger.model import Interval, day, month, year

_MONTH_THIRDS = (1, 11, 21)
_WEEK_THIRDS = (0, 2, 4, 7)


def week(value: date) -> Interval:
    """The week around a day, Monday to Sunday."""
    monday = value - timedelta(value.weekday())
    return Interval(monday, monday + timedelta(7))


def unit_around(value: date, unit: str) -> Interval:
    """The calendar day, week, month or year around a day; a decade's count is told by its year."""
    if unit in ("hour", "day"):
        return day(value)
    if unit == "week":
        return week(value)
    return month(value.year, value.month) if unit == "month" else year(value.year)


def moved(value: date, unit: str, count: int) -> date:
    """The day `count` units on (back where negative); the 31st becomes the last day of a shorter month."""
    if unit == "hour":  # less than a day's worth stays within the day
        return value + timedelta((abs(count) + 23) // 24 * (1 if count > 0 else -1) if abs(count) >= 24 else 0)
    if unit in ("day", "week"):
        return value + timedelta(count * (7 if unit == "week" else 1))
    months = value.year * 12 + value.month - 1 + count * {"decade": 120, "year": 12}.get(unit, 1)
    in_year, at = divmod(months, 12)
    return date(in_year, at + 1, min(value.day, monthrange(in_year, at + 1)[1]))


def months(first_year: int, first_month: int, count: int) -> Interval:
    """`count` months from a month on."""
    start = date(first_year, first_month, 1)
    return Interval(start, moved(start, "month", count))


def day_in(in_year: int, in_month: int, number: int) -> Interval | None:
    """One day, or None where the month has no such day."""
    if not 1 <= number <= monthrange(in_year, in_month)[1]:
        return None
    return day(date(in_year, in_month, number))


def third(whole: Interval | None, part: int) -> Interval | None:
    """The first (0), middle (1) or last (2) third.

    A year falls in four months each; a season or quarter in its months; a month begins anew on the 11th and the 21st; a
    week has Monday and Tuesday, Wednesday and Thursday, Friday to Sunday. Anything else has no thirds.
    """
    if whole is None or whole.start is None or whole.stop is None:
        return None
    start, stop = whole.start, whole.stop
    if (stop - start).days == 7:
        return Interval(start + timedelta(_WEEK_THIRDS[part]), start + timedelta(_WEEK_THIRDS[part + 1]))
    if start.day != 1 or stop.day != 1:
        return None
    length = (stop.year - start.year) * 12 + stop.month - start.month
    if length == 1:
        bounds = [start.replace(day=first) for first in _MONTH_THIRDS] + [stop]
        return Interval(bounds[part], bounds[part + 1])
    if length % 3:
        return None
    first = moved(start, "month", part * (length // 3))
    return Interval(first, moved(first, "month", length // 3))


def half(whole: Interval | None, number: int) -> Interval | None:
    """The first (1) or second (2) half; a month's second half begins on the 16th."""
    if whole is None or whole.start is None or whole.stop is None or whole.start.day != 1 or whole.stop.day != 1:
        return None
    start, stop = whole.start, whole.stop
    length = (stop.year - start.year) * 12 + stop.month - start.month
    if length > 1 and length % 2:
        return None
    middle = start.replace(day=16) if length == 1 else moved(start, "month", length // 2)
    return Interval(start, middle) if number == 1 else Interval(middle, stop)


def week_in(whole: Interval | None, number: int) -> Interval | None:
    """The first to fourth seven days of a span, or its last seven (-1)."""
    if whole is None or whole.start is None or whole.stop is None:
        return None
    first = whole.stop - timedelta(7) if number < 0 else whole.start + timedelta(7 * (number - 1))
    return Interval(first, first + timedelta(7)) if whole.start <= first < whole.stop else None


def ends_of(whole: Interval | None, unit: str, count: int) -> Interval | None:
    """The first `count` units of a span, or its last ones (below zero)."""
    if whole is None or whole.start is None or whole.stop is None:
        return None
    there = moved(whole.start if count > 0 else whole.stop, unit, count)
    if not whole.start < there < whole.stop:
        return None
    return Interval(whole.start, there) if count > 0 else Interval(there, whole.stop)
