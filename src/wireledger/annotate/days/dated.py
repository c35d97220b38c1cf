"""Days of the month: "4 January", "Jan. 4, 2023", "Thursday 4 January", "July 11-12", "2023-01-04"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from wireledger.annotate.days.almanac import day_in
from wireledger.annotate.days.names import FEASTS, MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, TIMES, WEEKDAYS, YEARS
from wireledger.annotate.days.reading import At, Reading, Rule, Words, fixed, nearest
from wireledger.annotate.days.tense import Tense
from wireledger.model import Interval

_NUMBER: Final = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_PAIR: Final = re.compile(r"(\d\d?)(?:st|nd|rd|th)?[-–](\d\d?)(?:st|nd|rd|th)?")
_ISO: Final = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?:t.*)?")
_DOTTED: Final = re.compile(r"(\d\d?)[./](\d\d?)[./]((?:19|20)\d\d)")
_FAR: Final = 330
_NEAR: Final = 35
_HALF_YEAR: Final = 240
_TO: Final = frozenset({"-", "–", "—", "to", "and", "through"})
_Span = tuple[int, int, int]


def dated(words: Words, at: int) -> Reading | None:
    """A day of the month, with or without its weekday, or two of one month; None where there is none at `at`."""
    start = _past_weekday(words, at)
    weekday = words.low[at] if start > at else ""
    the = at + (words.low[at] == "the")
    if start == at and words.low[the] in TIMES and words.low[the + 1] in ("of", "on"):
        start = the + 2  # "the evening of 24 February"
    found = _number_first(words, start) or _month_first(words, start)
    if found is None:
        return None
    last, number, (first_day, last_day, in_month) = found
    return _in_year(words, last, number, (first_day, last_day, in_month), weekday)


def numeric(words: Words, at: int) -> Reading | None:
    """A day in figures: year-month-day, day.month.year; with strokes only where one figure can't be a month."""
    if not words.low[at][:1].isdigit():
        return None
    if "/" in (words.low[at - 1], words.low[at + 1]) and "-" in words.low[at]:
        return None  # part of an address
    if match := _ISO.fullmatch(words.low[at]):
        year, month, day = map(int, match.groups())
        return fixed(at + 1, day_in(year, month, day), "day") if 1 <= month <= 12 else None
    for length in (1, 3, 5):
        if match := _DOTTED.fullmatch("".join(words.low[at : at + length])):
            day, month, year = map(int, match.groups())
            return _figures(at + length, day, month, year, "/" in match.group())
    return None


def feast(words: Words, at: int) -> Reading | None:
    """ "Christmas" and "New Year": by the tense those of this year or of a neighbour."""
    the = at + (words.low[at] == "the")
    if not words.capital(the):
        return None
    for name, (month, day) in FEASTS.items():
        if words.run(the, *name):
            last = the + len(name)
            return _in_year(words, last, True, (day, day, month), "")
    return None


def month_at(words: Words, at: int) -> int | None:
    """The month a word names, where it is written as a name."""
    if not words.capital(at):
        return None
    return MONTHS.get(words.low[at]) or SHORT_MONTHS.get(words.low[at])


def _figures(last: int, day: int, month: int, year: int, strokes: bool) -> Reading | None:
    if strokes and day <= 12 and month <= 12 and day != month:
        return fixed(last, None, "day")  # 4/1/2023: April in one country, January in another
    if month > 12:
        day, month = month, day
    return fixed(last, day_in(year, month, day), "day") if 1 <= month <= 12 else None


def _past_weekday(words: Words, at: int) -> int:
    low = words.low[at]
    if not words.capital(at) or (low not in WEEKDAYS and low not in SHORT_WEEKDAYS):
        return at
    start = at + 1
    while words.low[start] in TIMES or words.low[start] in (",", ".", "(", "the"):
        start += 1
    return start


def _number_first(words: Words, at: int) -> tuple[int, bool, _Span] | None:
    the = words.low[at] == "the"
    pair = _numbers(words, at + the)
    if pair is None:
        return None
    last, first, second = pair
    if the and words.low[last] != "of" and words.low[last - 1].isdigit():
        return None  # "the 24 March summit" is named after its day
    last += 2 if words.run(last, "day", "of") else words.low[last] == "of"
    month = month_at(words, last)
    return (last + 1, True, (first, second, month)) if month else None


def _month_first(words: Words, at: int) -> tuple[int, bool, _Span] | None:
    month = month_at(words, at)
    if month is None:
        return None
    at += 1 + (words.low[at + 1] == "the")
    pair = _numbers(words, at)
    if pair is None or _counts(words, at, pair[0]):
        return None
    last, second = _listed(words, pair[0], pair[2])
    return last, True, (pair[1], second, month)


def _listed(words: Words, last: int, number: int) -> tuple[int, int]:
    """ "July 11, 12 and 13": where the row ends and its last day, where each is the day after the one before."""
    end, before = last, number
    while words.low[end] in (",", "and") and _NUMBER.fullmatch(words.low[end + 1]):
        end += 1 + (words.low[end + 1] == "and")
        following = _plain(words.low[end])
        if following != before + 1:
            break
        end, before = end + 1, following
        if words.low[end - 2] == "and":
            return end, before
    return last, number


def _counts(words: Words, at: int, last: int) -> bool:
    """ "In March 14 tanks" has no 14th."""
    return (
        words.low[at].isdigit()
        and words.low[at - 2] != "on"
        and not words.capital(last)
        and words.low[last].endswith("s")
        and words.low[last].isalpha()
        and (words.low[last] not in ("as", "was", "is", "has", "across"))
    )


def _numbers(words: Words, at: int) -> tuple[int, int, int] | None:
    """One number of a day or a pair of them: where they end, the first and the second."""
    if match := _PAIR.fullmatch(words.low[at]):
        return at + 1, int(match[1]), int(match[2])
    if not _NUMBER.fullmatch(words.low[at]):
        return None
    first = _plain(words.low[at])
    if words.low[at + 1] not in _TO or not _NUMBER.fullmatch(words.low[at + 2]):
        return at + 1, first, first
    second, last = _plain(words.low[at + 2]), at + 3
    month_follows = month_at(words, last + (words.low[last] == "of")) is not None
    month_before = month_at(words, at - 1) is not None and not _counts(words, at + 2, last)
    return (last, first, second) if second > first and month_follows != month_before else (at + 1, first, first)


def _plain(word: str) -> int:
    return int(word.rstrip("sthndr"))


def _in_year(words: Words, last: int, day_given: bool, span: _Span, weekday: str) -> Reading | None:
    year_at = last + (words.low[last] in (",", "of", "in"))
    kind = "day" if day_given else "month"
    if words.low[year_at] in YEARS:
        return fixed(year_at + 1, _span(int(words.low[year_at]), span, weekday), kind)
    if words.low[year_at] in ("last", "this", "next") and words.low[year_at + 1] == "year":
        shift = {"last": -1, "this": 0, "next": 1}[words.low[year_at]]
        return Reading(year_at + 2, lambda day, _tense: _span(day.year + shift, span, weekday), kind, "publication")
    return Reading(last, _nearby(span, weekday), kind, "publication", floating=True)


def _nearby(span: _Span, weekday: str) -> At:
    def at(today: date, tense: Tense) -> Interval | None:
        years = (_span(year, span, weekday) for year in range(max(today.year - 4, 1), today.year + 5))
        known = [one for one in years if one is not None]
        if weekday:  # a slip is likelier than a year left out
            known = [one for one in known if not _far(one, today, _HALF_YEAR)]
        told, near = nearest(known, today, tense), nearest(known, today, "now")
        # a verb's tense is weak against eleven months: on 13 July "on 14 July" is tomorrow
        return near if _far(told, today) and not _far(near, today, _NEAR) else told

    return at


def _far(span: Interval | None, today: date, limit: int = _FAR) -> bool:
    return span is None or span.start is None or abs((span.start - today).days) > limit


def _span(year: int, span: _Span, weekday: str) -> Interval | None:
    first, second = day_in(year, span[2], span[0]), day_in(year, span[2], span[1])
    if first is None or second is None or first.start is None or second.last is None:
        return None
    wanted = WEEKDAYS.get(weekday, SHORT_WEEKDAYS.get(weekday))
    if wanted is not None and first.start.weekday() != wanted:
        return None
    return Interval(first.start, second.last + timedelta(1)) if first.start <= second.last else None


RULES: Final[tuple[Rule, ...]] = (numeric, dated, feast)
