"""Counts of time: "two weeks", "a few days", "a year and a half", "6-8 weeks"."""

from __future__ import annotations

import re
from typing import Final

from wireledger.annotate.days.names import NUMBERS, UNITS, VAGUE
from wireledger.annotate.days.reading import Words

_LONGEST: Final = 400
_PAIR: Final = re.compile(r"(\d\d?)[-–](\d\d?)")


def amount(words: Words, at: int) -> tuple[int, int | None, str] | None:
    """A count and its unit: where they end, the count (None for "a few") and the unit."""
    low = words.low
    if half := _with_a_half(words, at):
        return half
    count = _number(low[at])
    last = at + 1
    if low[last] == "hundred" and count is not None:
        count, last = count * 100, at + 2
    if low[at] == "a" and low[at + 1] in VAGUE:
        count, last = None, at + 2 + (low[at + 2] == "of")
    elif low[at] in VAGUE:
        last += low[at + 1] == "of"
    elif count is None or not 0 < count <= _LONGEST:
        return None
    unit = UNITS.get(low[last])
    if unit is None or low[last].endswith("'"):
        return (last + 1, count, unit) if unit else None
    return last + 1, count, unit


def two_amounts(words: Words, at: int) -> tuple[int, int, int, str] | None:
    """ "two to three weeks", "6-8 weeks": where they end, both counts and the unit."""
    if match := _PAIR.fullmatch(words.low[at]):
        first, second, last = int(match[1]), int(match[2]), at + 1
    else:
        one, two = _number(words.low[at]), _number(words.low[at + 2])
        if one is None or two is None or words.low[at + 1] not in ("to", "or", "-", "–"):
            return None
        first, second, last = one, two, at + 3
    unit = UNITS.get(words.low[last])
    return (last + 1, first, second, unit) if unit and 0 < first < second <= _LONGEST else None


def _with_a_half(words: Words, at: int) -> tuple[int, int | None, str] | None:
    """ "a year and a half", "two and a half years", "half a year": their months; halves of other units are no count."""
    low = words.low
    if low[at] == "half" and low[at + 1] in ("a", "-") and UNITS.get(low[at + 2]) == "year":
        return at + 3, 6, "month"
    count = _number(low[at])
    if count is None:
        return None
    if low[at + 1] == "year" and words.run(at + 2, "and", "a", "half"):
        return at + 5, 12 * count + 6, "month"
    last = at + 3 + (low[at + 2] == "a")
    if low[at + 1] != "and" or low[last - 1] != "half" or low[last] not in UNITS:
        return None
    unit = UNITS[low[last]]
    return (last + 1, 12 * count + 6, "month") if unit == "year" else (last + 1, None, unit)


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() and len(word) <= 3 else NUMBERS.get(word)
