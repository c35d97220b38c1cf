"""The one date, month or year by which labels name a told time, since they hold no other days.

"June 28-30" is named by the day on which it begins, "last week" by its month, "this spring" by its year; what lies in
two months or years is left as told.
"""

from __future__ import annotations

import re
from datetime import timedelta

from wireledger.model import Days, Interval, month, year

_DAY = r"(?:(?<!\d)\d{1,2}(?!\d)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_RANGE = re.compile(rf"{_DAY}\D{{0,20}}?(?:-|–|—|\b(?:to|and|until|through)\b)\D{{0,12}}?{_DAY}", re.IGNORECASE)
_WITHIN_YEAR = re.compile(r"\b(?:spring|summer|autumn|fall|winter|years?|half|quarter)\b", re.IGNORECASE)
_SOME_DAYS, _MONTH = 31, 31


def named_by(days: Days, in_part: bool = False) -> Interval | None:
    """The date, month or year a time is named by, else the days as told.

    `in_part`: what is dated took place somewhere within those days, so that it does not begin with them.
    """
    told = days.interval
    if told is None or told.start is None or told.stop is None:
        return told
    start, last, length = told.start, told.stop - timedelta(1), (told.stop - told.start).days
    if length == 1:
        return told
    if not in_part and length <= _SOME_DAYS and _RANGE.search(days.words):
        return Interval(start, start + timedelta(1))
    if (start.year, start.month) == (last.year, last.month):
        return month(start.year, start.month)
    if start.year == last.year and length > _MONTH and _WITHIN_YEAR.search(days.words):
        return year(start.year)
    return told
