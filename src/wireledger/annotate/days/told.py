"""Time told from an event: "two days later", "the next day", "that month", "a week after 24 February"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from wireledger.annotate.days import dated, named, periods
from wireledger.annotate.days.almanac import moved, unit_around
from wireledger.annotate.days.amounts import amount
from wireledger.annotate.days.names import UNITS, WEEKDAYS
from wireledger.annotate.days.reading import Reading, Rule, Words, derived, fixed
from wireledger.model import Interval, day

_INNER: Final[tuple[Rule, ...]] = (dated.numeric, dated.dated, named.weekday, periods.month, periods.year)
_STOPS: Final = frozenset({"", ".", ",", ";", "that", "this", "he", "she", "it", "they", ":", ")"})
_ENDS: Final = frozenset({"", ".", ",", ";", ":", "(", ")", '"', "–", "—", "and", "but", "while"})
_REACH: Final = 12
_NEIGHBOURS: Final = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "same": 0}


def shifted(words: Words, at: int) -> Reading | None:
    """ "two days after" a day given, or "later" and "earlier" than the last event; unknown after anything else."""
    found = _count(words, at)
    if found is None or found[1] is None:
        return None
    last, count, unit = found[0], found[1], found[2]
    word = words.low[last]
    if word in ("later", "earlier") and words.low[last + 1] != "than":
        return Reading(last + 1, _from_event(unit, count if word == "later" else -count), "span", "event")
    if word not in ("after", "before"):
        return None
    count = count if word == "after" else -count
    start = last + 1 + (words.low[last + 1] in ("on", "in"))
    for rule in _INNER:
        if inner := rule(words, start):
            return derived(inner, lambda whole: _moved(whole, unit, count), "span")
    if words.low[last + 1] in _STOPS - {"that", "this", "he", "she", "it", "they"}:
        return Reading(last + 1, _from_event(unit, count), "span", "event")
    if inner := _dated_behind(words, last + 1):
        return derived(inner, lambda whole: _moved(whole, unit, count), "span")
    return fixed(last + 1, None, "span")


def _dated_behind(words: Words, at: int) -> Reading | None:
    """The time of the event named at `at`: "the summit in Rome on 4 July", "she met him on Tuesday"."""
    for place in range(at, min(at + _REACH, words.count)):
        if words.low[place] in _ENDS:
            return None
        if words.low[place - 1] in ("on", "in"):
            for rule in _INNER:
                if inner := rule(words, place):
                    return inner
    return None


def neighbour(words: Words, at: int) -> Reading | None:
    """ "the next day", "the following week", "that same month"; "the next week" is told from now (see `counted`)."""
    low = words.low
    start = at + (low[at] in ("the", "that"))
    if low[start] in _NEIGHBOURS and (start > at or words.run(start, "next", "day")):
        unit = _unit(low[start + 1])
        if low[start] in ("following", "previous") and low[start + 1] in WEEKDAYS:
            return Reading(start + 2, _weekday_from(WEEKDAYS[low[start + 1]], low[start]), "day", "event")
        if unit is None or (low[start] == "next" and unit != "day"):
            return None
        return Reading(start + 2, _from_event(unit, _NEIGHBOURS[low[start]]), "span", "event")
    return None


def that(words: Words, at: int) -> Reading | None:
    """ "that day", "later that month"."""
    side = words.low[at] if words.low[at] in ("earlier", "later") else ""
    start = at + bool(side)
    start += side != "" and words.low[start] == "in"
    if words.low[start] != "that":
        return None
    start += words.low[start + 1] == "same"
    unit = _unit(words.low[start + 1])
    if unit is None:
        return None
    return Reading(start + 2, lambda then, _tense: _side_of(unit_around(then, unit), then, side), "span", "event")


def _unit(word: str) -> str | None:
    if word in ("morning", "evening", "afternoon", "night"):
        return "day"
    return None if word.endswith("s") or word in ("hour", "decade") else UNITS.get(word)


def _count(words: Words, at: int) -> tuple[int, int | None, str] | None:
    if words.low[at] == "the" and words.low[at + 1] in ("day", "week", "month", "year"):
        return (at + 2, 1, words.low[at + 1]) if words.low[at + 2] in ("after", "before") else None
    return amount(words, at)


def _weekday_from(number: int, which: str) -> Callable[[date, object], Interval | None]:
    """The first such weekday after the event, or the last before it."""

    def at(event: date, _tense: object) -> Interval | None:
        on, back = (number - event.weekday()) % 7 or 7, (event.weekday() - number) % 7 or 7
        return day(event + timedelta(on if which == "following" else -back))

    return at


def _from_event(unit: str, count: int) -> Callable[[date, object], Interval | None]:
    return lambda then, _tense: unit_around(moved(then, unit, count), unit)


def _moved(whole: Interval | None, unit: str, count: int) -> Interval | None:
    """The unit so many on, from one day or from a whole such unit."""
    if whole is None or whole.start is None:
        return None
    one = whole.last == whole.start or whole == unit_around(whole.start, unit)
    return unit_around(moved(whole.start, unit, count), unit) if one else None


def _side_of(whole: Interval, value: date, side: str) -> Interval | None:
    if not side or whole.start is None or whole.stop is None or whole.last == whole.start:
        return whole
    start, stop = (whole.start, value) if side == "earlier" else (value + timedelta(1), whole.stop)
    return Interval(start, stop) if start < stop else None


RULES: Final[tuple[Rule, ...]] = (shifted, neighbour, that)
