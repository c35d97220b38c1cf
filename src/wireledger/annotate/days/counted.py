"""Counted time: "three days ago", "in the next two weeks", "over the past year", "in coming months"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from wireledger.annotate.days.almanac import moved, unit_around
from wireledger.annotate.days.amounts import amount, two_amounts
from wireledger.annotate.days.names import UNITS, word_set
from wireledger.annotate.days.reading import Reading, Rule, Words
from wireledger.annotate.days.tense import Tense
from wireledger.model import Interval, day

_BOUNDS: Final = (
    ("more", "more than"),
    ("more", "over"),
    ("more", "at least"),
    ("less", "less than"),
    ("less", "fewer than"),
    ("less", "under"),
    *(
        ("about", words)
        for words in ("just over", "just under", "little more than", "a little over", "nearly", "almost")
    ),
    *(("about", words) for words in ("about", "around", "roughly", "some", "exactly", "just", "only", "approximately")),
)
_BOUNDS_FROM: Final = {
    first: tuple((bound, tuple(words.split())) for bound, words in _BOUNDS if words.split()[0] == first)
    for first in {words.split()[0] for _, words in _BOUNDS}
}
_NOT_FROM_NOW: Final = frozenset({"of", "after", "before", "later", "ago", "earlier"})
_PART_COUNTS: Final = ("half", "hundred", "thousand", "million", "-")
_TIME_IN: Final = word_set("time times once twice first second third fourth fifth visit worst biggest largest")


def ago(words: Words, at: int) -> Reading | None:
    """ "two weeks ago": the calendar day, week, month or year that many before; "more than" leaves the start open.

    "A year ago today" is that very day, "a year ago this week" the week around it, "a year ago
    last month" the month before.
    """
    bound, start = _bound(words, at)
    found = amount(words, start)
    if (
        found is None
        and words.low[at] in UNITS
        and words.low[at].endswith("s")
        and not words.low[at - 1].endswith(_PART_COUNTS)
    ):
        found = at + 1, None, "day"
    if found is None or words.low[found[0]] != "ago":
        return None
    last, count, unit = found
    if count is None:
        return Reading(last + 1, lambda now, _tense: Interval(None, now + timedelta(1)), "span", "publication")
    if words.low[last + 1] == "today" and not bound:
        return Reading(last + 2, lambda now, _tense: day(moved(now, unit, -count)), "day", "publication")
    back_by = {"this": 0, "last": -1}.get(words.low[last + 1])
    if back_by is not None and (around := UNITS.get(words.low[last + 2])) and not bound:
        return Reading(
            last + 3,
            lambda now, _tense: unit_around(moved(moved(now, unit, -count), around, back_by), around),
            "span",
            "publication",
        )

    def back(today: date, _tense: Tense) -> Interval | None:
        then = moved(today, unit, -count)
        if bound == "more":
            return Interval(None, then)
        return Interval(then, today) if bound == "less" and then < today else unit_around(then, unit)

    return Reading(last + 1, back, "span", "publication")


def rolling(words: Words, at: int) -> Reading | None:
    """ "the past three months", "the next two weeks", "the last year", "coming days", "recent years".

    Counted ones begin or end with the report's day; those without a count are open at their far end.
    """
    low = words.low
    start = at + (low[at] in ("the", "these", "this"))
    side = {"past": -1, "last": -1, "preceding": -1, "recent": -1, "coming": 1, "next": 1, "upcoming": 1}.get(
        low[start], 0
    )
    if not side:
        return None
    found = _rolled(words, start, start > at)
    if (
        found is None
        or (low[found[0]] == "of" and found[1] is not None)
        or (low[found[0]] == "'s" and found[1] is not None)
    ):
        return None
    last, count, unit = found
    if count is not None and low[start] == "recent":
        return None
    if low[last] in ("and", "or", "to") and UNITS.get(low[last + 1]) and count is None:
        last += 2
    return Reading(last, _roll(count, unit, side), "span", "publication")


def to_come(words: Words, at: int) -> Reading | None:
    """ "the months ahead", "the years to come"."""
    start = at + (words.low[at] == "the")
    last = start + 1
    if words.low[start] not in UNITS or not words.low[start].endswith("s"):
        return None
    if words.low[last] == "and" and words.low[last + 1] in UNITS:
        last += 2
    if words.low[last] == "ahead" and words.low[last + 1] != "of":
        return Reading(last + 1, _roll(None, "day", 1), "span", "publication")
    return Reading(last + 2, _roll(None, "day", 1), "span", "publication") if words.run(last, "to", "come") else None


def ahead(words: Words, at: int) -> Reading | None:
    """ "in two weeks", "two weeks from now": the calendar unit that many on, where the sentence looks ahead."""
    low = words.low
    start = at + (low[at] == "in")
    if start == at or low[at - 1] not in _TIME_IN:
        if start > at and (two := two_amounts(words, start)) and low[two[0]] not in _NOT_FROM_NOW:
            return Reading(two[0], _between(*two[1:]), "duration", "publication")
        bound, begin = _bound(words, start)
        found = amount(words, begin)
        if found is None:
            return None
        last, count, unit = found
        last += low[last] in ("'", "'s", "time")
        last += low[last] == "time"
        now = low[last] == "from" and low[last + 1] in ("now", "today")
        if (start > at and low[last] not in _NOT_FROM_NOW) or now:
            return Reading(last + 2 * now, _forward(None if bound else count, unit, now), "duration", "publication")
    return None


def within(words: Words, at: int) -> Reading | None:
    """ "within two weeks", "within days", "within the next month": from the report's day on, where it looks ahead."""
    if words.low[at] != "within":
        return None
    if inner := rolling(words, at + 1):
        return inner
    start = at + 1 + (3 if words.run(at + 1, "a", "matter", "of") else 0)
    found = amount(words, start)
    if found is None:
        plural = words.low[start] in UNITS and words.low[start].endswith("s")
        found = (start + 1, None, "day") if plural else None
    if found is None or words.low[found[0]] in ("of", "after", "before", "prior"):
        return None
    roll = _roll(found[1], found[2], 1)

    def from_now(today: date, tense: Tense) -> Interval | None:
        return None if tense == "behind" else roll(today, tense)

    return Reading(found[0], from_now, "duration", "publication")


def _bound(words: Words, at: int) -> tuple[str, int]:
    for bound, phrase in _BOUNDS_FROM.get(words.low[at], ()):
        if words.run(at, *phrase):
            return bound, at + len(phrase)
    return "", at


def _rolled(words: Words, start: int, definite: bool) -> tuple[int, int | None, str] | None:
    """What follows "past", "next", ...: a count of units, or units without a count."""
    if two := two_amounts(words, start + 1):
        return two[0], two[2], two[3]
    if found := amount(words, _bound(words, start + 1)[1]):
        return found
    name = words.low[start + 1]
    unit = UNITS.get(name)
    if unit is None:
        return None
    if name.endswith("s"):
        open_ended = words.low[start] in ("past", "recent", "coming", "upcoming") or (definite and unit != "day")
        return (start + 2, None, unit) if open_ended else None
    single = words.low[start] in ("past", "coming") or (definite and words.low[start] in ("last", "next"))
    return (start + 2, 1, unit) if single and unit != "day" and definite else None


def _roll(count: int | None, unit: str, side: int) -> Callable[[date, Tense], Interval | None]:
    def at(today: date, _tense: Tense) -> Interval | None:
        tomorrow = today + timedelta(1)
        if count is None:
            return Interval(today, None) if side > 0 else Interval(None, tomorrow)
        there = moved(today, unit, side * count)
        return Interval(today, there + timedelta(1)) if side > 0 else Interval(there, tomorrow)

    return at


def _forward(count: int | None, unit: str, now: bool) -> Callable[[date, Tense], Interval | None]:
    def at(today: date, tense: Tense) -> Interval | None:
        if tense != "ahead" and not now:
            return None
        return Interval(today, None) if count is None else unit_around(moved(today, unit, count), unit)

    return at


def _between(first: int, second: int, unit: str) -> Callable[[date, Tense], Interval | None]:
    def at(today: date, tense: Tense) -> Interval | None:
        if tense != "ahead":
            return None
        near, far = (unit_around(moved(today, unit, count), unit) for count in (first, second))
        return Interval(near.start, far.stop)

    return at


RULES: Final[tuple[Rule, ...]] = (ago, rolling, to_come, ahead, within)
