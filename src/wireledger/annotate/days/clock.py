"""Times of the day before the day they belong to: "10:30am", "5 p.m. EDT on", "18.00 local time"."""

from __future__ import annotations

import re
from typing import Final

from wireledger.annotate.days.names import ZONES
from wireledger.annotate.days.reading import Words

_HALF_DAYS: Final = frozenset({"am", "pm", "a.m.", "p.m.", "hours", "noon", "midnight"})
_NUMBER: Final = re.compile(r"(?:[01]?\d|2[0-4])(?:\.[0-5]\d)?(?P<half>am|pm)?")
_MINUTES: Final = re.compile(r"[0-5]\d(?P<half>am|pm)?")


def past_clock(words: Words, at: int) -> int:
    """Where a time of the day at `at` ends, with its zone and the "on" behind it; `at` where there is none."""
    low = words.low
    last, sure = _numbers(words, at)
    if low[last] in _HALF_DAYS:
        last, sure = last + 1, True
    if last == at or not (sure or low[last] in ZONES):
        return at
    last += low[last] in ZONES
    last += low[last] == "time"
    return last + (low[last] == "on")


def _numbers(words: Words, at: int) -> tuple[int, bool]:
    """Where the figures end, and whether they are a time for certain."""
    match = _NUMBER.fullmatch(words.low[at])
    if match is None:
        return at, False
    minutes = _MINUTES.fullmatch(words.low[at + 2]) if words.low[at + 1] == ":" else None
    if minutes is not None:
        return at + 3, True
    return at + 1, match["half"] is not None
