"""The words of the calendar: tables only."""

from __future__ import annotations

from itertools import permutations
from typing import Final


def word_set(words: str) -> frozenset[str]:
    """The words of a string."""
    return frozenset(words.split())


_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TENS: Final = {name: 10 * at for at, name in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy"), 2)}
_UNTIL_NINE: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_SMALL: Final = (*_UNTIL_NINE, *_TEENS)

MONTHS: Final[dict[str, int]] = {name: at for at, name in enumerate(_MONTHS, 1)}
SHORT_MONTHS: Final[dict[str, int]] = {
    **{f"{name[:3]}{dot}": at for at, name in enumerate(_MONTHS, 1) if name != "may" for dot in ("", ".")},
    "sept": 9,
    "sept.": 9,
}
WEEKDAYS: Final[dict[str, int]] = {name: at for at, name in enumerate(_WEEKDAYS)}
SHORT_WEEKDAYS: Final[dict[str, int]] = {
    **{name[:3]: at for at, name in enumerate(_WEEKDAYS)},
    **{"tues": 1, "weds": 2, "thur": 3, "thurs": 3},
}
SEASONS: Final[dict[str, int]] = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The first month of each season, as in the northern half of the world."""

FEASTS: Final[dict[tuple[str, ...], tuple[int, int]]] = {
    ("new", "year", "'s", "eve"): (12, 31),
    ("new", "year", "'s", "day"): (1, 1),
    ("new", "year", "'s"): (1, 1),
    ("new", "year"): (1, 1),
    ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25),
    ("christmas",): (12, 25),
    ("fourth", "of", "july"): (7, 4),
}
UNITS: Final[dict[str, str]] = {
    f"{unit}{end}": unit for unit in ("hour", "day", "week", "month", "year", "decade") for end in ("", "s", "s'")
}
NUMBERS: Final[dict[str, int]] = {
    "a": 1,
    "an": 1,
    **{word: at for at, word in enumerate(_SMALL, 1)},
    **_TENS,
    **{f"{ten}-{one}": tens + at for ten, tens in _TENS.items() for at, one in enumerate(_UNTIL_NINE, 1)},
}
VAGUE: Final = frozenset({"few", "several", "some", "many", "couple", "dozen", "handful"})
ORDINALS: Final[dict[str, int]] = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1, "final": -1,
}  # fmt: skip
PARTS: Final[dict[str, int]] = {"early": 0, "mid": 1, "late": 2}
ENDS: Final[dict[str, int]] = {"beginning": 0, "start": 0, "onset": 0, "middle": 1, "end": 2, "close": 2}
TIMES: Final = frozenset({"morning", "afternoon", "evening", "night", "noon", "midday", "lunchtime"})
YEARS: Final = frozenset(map(str, range(1900, 2100)))
DECADES: Final = frozenset(f"{first}s" for first in range(1900, 2100, 10))
ZONES: Final = word_set("gmt utc bst est edt et pst pdt cet cest eet eest msk trt ist hkt jst local")

TRIGGERS: Final = frozenset(
    {
        *MONTHS, *SHORT_MONTHS, *WEEKDAYS, *SEASONS, *UNITS, *YEARS,
        *(f"{part}-{name}" for part in PARTS for name in (*MONTHS, *SEASONS, *YEARS, "week", "month", "year")),
        *("-".join(pair) for pair in (*permutations(MONTHS, 2), *permutations(WEEKDAYS, 2))),
        *("today", "yesterday", "tomorrow", "tonight", "weekend", "weekends", "quarter", "half", "christmas", "fiscal"),
        *(f"{mark}{at}" for mark in "qh" for at in range(1, 5)), "fy", "year-end", "month-end", *DECADES,
        *(f"fy{at}" for at in (*range(15, 60), *range(2015, 2060))),
        *("since", "morning", "afternoon", "evening", "night"),
    }
)  # fmt: skip
"""A sentence with none of these words and no long number has no days in it (see `find.may_date`)."""
