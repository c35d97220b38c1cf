"""Weeks, months, seasons, quarters, years: "in July", "last year", "winter 2023", "Q3 2024", "fiscal year 2024"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from wireledger.annotate.days.almanac import months, moved, unit_around
from wireledger.annotate.days.dated import month_at
from wireledger.annotate.days.names import DECADES, ORDINALS, SEASONS, YEARS, word_set
from wireledger.annotate.days.reading import At, Reading, Rule, Words, fixed, nearest
from wireledger.annotate.days.tense import Tense
from wireledger.model import Interval
from wireledger.model import year as whole_year

_SHIFTS: Final = {"last": -1, "this": 0, "current": 0, "next": 1}
_TWO_ON: Final = {("before", "last"): -2, ("after", "next"): 2}
_TWO_YEARS: Final = re.compile(r"((?:19|20)\d\d)[-–/](\d\d|(?:19|20)\d\d)")
_ACCOUNTS: Final = ("fiscal", "financial", "budget")
_FISCAL: Final = re.compile(r"fy'?((?:20)?\d\d)")
_QUARTER: Final = re.compile(r"([qh])([1-4])")
_MONTH_BEFORE: Final = word_set(
    "in since until till late early mid last next this during through between to from end of by beginning start "
    "before and - – for on around"
)
_SEASON_BEFORE: Final = word_set(
    "in by before until till over during since after for through throughout from of to early late mid"
)

_PROGRAMMES: Final = word_set("agenda vision project plan horizon strategy roadmap programme program goals")


def year(words: Words, at: int) -> Reading | None:
    """A year in figures or two of them, wherever it stands; whether the figures can be a year is not asked."""
    low = words.low[at]
    if at and words.low[at - 1] in _PROGRAMMES and words.capital(at - 1):
        return None  # "Agenda 2063" is named for the year it aims at: nothing is told to be then
    if low in YEARS:
        if words.low[at + 1] == "/" and (two := _TWO_YEARS.fullmatch(f"{low}/{words.low[at + 2]}")):
            return _two_years(two, at + 3)
        return fixed(at + 1, whole_year(int(low)), "year")
    the = at + (low == "the")
    if words.low[the] in DECADES:
        return fixed(the + 1, months(int(words.low[the][:4]), 1, 120), "span")
    two = _TWO_YEARS.fullmatch(low)
    return _two_years(two, at + 1) if two else None


def unit(words: Words, at: int) -> Reading | None:
    """ "this week", "last month", "next year", "the current year", "this calendar year"."""
    if words.low[at] == "the" and (two := _TWO_ON.get((words.low[at + 2], words.low[at + 3]))):
        name = words.low[at + 1]
        if name in ("week", "month", "year"):
            return Reading(at + 4, lambda day, _tense: unit_around(moved(day, name, two), name), name, "publication")
    start = at + (words.low[at] == "the" and words.low[at + 1] == "current")
    shift = _SHIFTS.get(words.low[start])
    start += 1 + (words.low[start + 1] in ("calendar", "same"))
    name = words.low[start]
    if shift is None or name not in ("week", "month", "year"):
        return None
    return Reading(start + 1, lambda day, _tense: unit_around(moved(day, name, shift), name), name, "publication")


def month(words: Words, at: int) -> Reading | None:
    """A month: of a year, last, next, or by the tense."""
    chosen = words.low[at] if words.low[at] in ("last", "this", "next") else ""
    start = at + bool(chosen)
    number = month_at(words, start)
    if number is None:
        return None
    last = start + 1
    if not chosen and (within := _of_year(words, last)):
        return _month_of(within, number)
    if not _is_month(words, start):
        return None
    return Reading(last, _near_months(number, 1, chosen), "month", "publication", floating=chosen in ("", "this"))


def season(words: Words, at: int) -> Reading | None:
    """A season of the northern half of the world: of a year, this, last, next, or by the tense after a preposition."""
    low = words.low
    chosen = low[at] if low[at] in ("last", "this", "next", "coming") else ""
    start = at + (low[at] == "the" or bool(chosen))
    start += low[start] == "coming"
    first = SEASONS.get(low[start])
    if first is None:
        return None
    if within := _of_year(words, start + 1):
        return Reading(
            within.last, lambda day, tense: _months_in(within.at(day, tense), first, 3), "season", within.hangs
        )
    bare = not chosen and low[start - 1] != "coming"
    if bare and (low[at - 1] not in _SEASON_BEFORE or low[start + 1] == "of" or not _stands_alone(words, start + 1)):
        return None
    how = "next" if low[start - 1] == "coming" else chosen
    return Reading(start + 1, _near_months(first, 3, how), "season", "publication", floating=how in ("", "this"))


def quarter(words: Words, at: int) -> Reading | None:
    """A quarter or a half by number, of a year or by the tense: "Q3 2024", "the second quarter"."""
    the = at + (words.low[at] == "the")
    if match := _QUARTER.fullmatch(words.low[the]):
        letter, number, last = match[1], int(match[2]), the + 1
    elif words.low[the] in ORDINALS and words.low[the + 1] in ("quarter", "half"):
        letter, number, last = words.low[the + 1][0], ORDINALS[words.low[the]], the + 2
    else:
        return None
    length = 3 if letter == "q" else 6
    number = 12 // length if number < 0 else number
    if number > 12 // length:
        return None
    first = (number - 1) * length + 1
    within = _of_year(words, last)
    if within:
        return Reading(
            within.last, lambda day, tense: _months_in(within.at(day, tense), first, length), "quarter", within.hangs
        )
    if letter == "h" or words.low[at - 1] not in _SEASON_BEFORE or words.low[last] == "of":
        return None
    return Reading(last, _near_months(first, length, ""), "quarter", "publication", floating=True)


def fiscal(words: Words, at: int) -> Reading | None:
    """The fiscal year of the United States, October to September, whosever it is; two years in figures are taken whole.

    "This fiscal year" stays unknown, since the state it belongs to is not known here.
    """
    low = words.low
    at += low[at] == "the"
    if match := _FISCAL.fullmatch(low[at]):
        return fixed(at + 1, _us_year(2000 + int(match[1]) % 100), "year")
    if low[at] in _SHIFTS and low[at + 1] in _ACCOUNTS and low[at + 2] == "year":
        return fixed(at + 3, None, "year")
    two = year(words, at)
    if two is not None and low[two.last] in _ACCOUNTS and low[two.last + 1] == "year":
        ours = low[at] in YEARS and two.last == at + 1
        if ours and low[two.last] != "fiscal":
            return None
        return fixed(at + 3, _us_year(int(low[at])), "year") if ours else replace(two, last=two.last + 2)
    if low[at] not in (*_ACCOUNTS, "fy"):
        return None
    start = at + 1 + (low[at + 1] in ("year", "years"))
    if low[start] in YEARS and low[start + 1] != "/" and low[at] in ("fiscal", "fy"):
        return fixed(start + 1, _us_year(int(low[start])), "year")
    return year(words, start)


def _two_years(match: re.Match[str], last: int) -> Reading | None:
    first, second = int(match[1]), int(match[2])
    second += first // 100 * 100 if second < 100 else 0
    return fixed(last, Interval(date(first, 1, 1), date(second + 1, 1, 1)), "year") if 0 < second - first < 30 else None


def _us_year(number: int) -> Interval:
    return months(number - 1, 10, 12)


def _of_year(words: Words, at: int) -> Reading | None:
    """The year that follows: "2023", ", 2023", "of next year", "last year", "of the year"."""
    start = at + (words.low[at] in (",", "of", "in"))
    if words.low[start] in YEARS or _TWO_YEARS.fullmatch(words.low[start]):
        return year(words, start) if words.low[at] != "," or words.low[start + 1] not in ("-", "to") else None
    if words.low[at] == ",":
        return None
    if words.run(start, "the", "year") and start > at:
        return Reading(start + 2, lambda day, _tense: whole_year(day.year), "year", "publication")
    found = unit(words, start)
    return found if found is not None and found.kind == "year" else None


def _month_of(within: Reading, number: int) -> Reading:
    return Reading(within.last, lambda day, tense: _months_in(within.at(day, tense), number, 1), "month", within.hangs)


def _months_in(whole: Interval | None, first: int, length: int) -> Interval | None:
    return months(whole.start.year, first, length) if whole is not None and whole.start is not None else None


def _is_month(words: Words, at: int) -> bool:
    """Whether a word that may be a name, a verb or a month is the month here."""
    low, before, following = words.low[at], words.low[at - 1], words.low[at + 1]
    if low == "may":
        opens = following in ("to", "-", "–", "through") and month_at(words, at + 2) is not None
        return (before in _MONTH_BEFORE or opens) and words.raw[at] == "May" and following != "'s"
    if low == "march":
        named = words.capital(at - 1) and before not in _MONTH_BEFORE
        return words.raw[at] == "March" and at > 0 and not named and before not in ("'s", "the", "a")
    return low != "sun" and (low in ("sept", "sept.") or len(low) > 3)


def _stands_alone(words: Words, at: int) -> bool:
    """Whether no noun follows that the season only describes ("the spring offensive")."""
    return not words.low[at].isalpha() or words.low[at] in _AFTER_SEASON or words.capital(at)


_AFTER_SEASON: Final = word_set(
    "and or but to when with at as that which for in on from by after before is was are were will would could may "
    "might has had the a an this next last until so while where because comes came begins began ends if once said "
    "says or months season period though"
)


def _near_months(first: int, length: int, chosen: str) -> At:
    """Some months of the year: last = the latest already over, next = the first to come, else by the tense."""

    def at(today: date, tense: Tense) -> Interval | None:
        spans = [months(today.year + shift, first, length) for shift in (-2, -1, 0, 1, 2)]
        if chosen == "last":
            return [one for one in spans if one.stop is not None and one.stop <= today][-1]
        if chosen in ("next", "coming"):
            return next(one for one in spans if one.start is not None and one.start > today)
        if chosen == "this" and tense != "ahead":
            return next((one for one in spans if _holds(one, today)), None) or nearest(spans, today, tense)
        return nearest(spans, today, tense)

    return at


def _holds(span: Interval, value: date) -> bool:
    return span.start is not None and span.stop is not None and span.start <= value < span.stop


RULES: Final[tuple[Rule, ...]] = (fiscal, quarter, season, month, unit, year)
