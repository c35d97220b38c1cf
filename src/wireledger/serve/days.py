"""Days in plain words: "20 April 2023", "April 2023", "1 January to 30 April 2024"."""

from __future__ import annotations

from datetime import date

from babel.dates import format_skeleton

from wireledger.model import Days, Interval
from wireledger.serve.words import locale, word


def day_words(day: date | None) -> str:
    """One day, or that it is not known."""
    return _written("yMMMMd", day) if day else word("day_unknown")


def short_day(day: date) -> str:
    """A day for a narrow column: "20 Apr 2023"."""
    return _written("yMMMd", day)


def short_month(day: date) -> str:
    """The month of a day for a narrow place: "Apr 2023"."""
    return _written("yMMM", day)


def interval_words(interval: Interval | None) -> str:
    """Some days, by their month or year where they are just that; the last day is inside."""
    if interval is None or (interval.start is None and interval.stop is None):
        return word("day_unknown")
    start, last = interval.start, interval.last
    if start is None:
        return word("until", day=day_words(last))
    if last is None:
        return word("since", day=day_words(start))
    return _between(start, last, interval)


def told_days(days: Days | None) -> str:
    """A time as its text has it, with the days it means."""
    if days is None:
        return ""
    return f"“{days.words}” ({interval_words(days.interval)})" if days.words else interval_words(days.interval)


def told_interval_words(text: str) -> str:
    """Days that are written "from..to" (half-open, an end may be open) or as one day, in words."""
    start, dots, stop = text.partition("..")
    if not dots:
        return day_words(date.fromisoformat(start)) if start != "?" else word("day_unknown")
    first, after = (date.fromisoformat(end) if end else None for end in (start, stop))
    return interval_words(Interval(first, after))


def _between(start: date, last: date, interval: Interval) -> str:
    if start == last:
        return day_words(start)
    if start.day == 1 and interval.stop and interval.stop.day == 1:
        months = (interval.stop.year - start.year) * 12 + interval.stop.month - start.month
        if months == 1:
            return _written("yMMMM", start)
        if months == 12 and start.month == 1:
            return str(start.year)
    first = _written("MMMMd", start) if start.year == last.year else day_words(start)
    return word("from_to", low=first, high=day_words(last))


def _written(parts: str, day: date) -> str:
    """A day with these parts of it, in the order and case of the language."""
    return str(format_skeleton(parts, day, locale=locale()))
