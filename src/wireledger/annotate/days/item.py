"""The day of an item of a live page, which opens with its date and time ("4 Jun 2022 09.15 BST").

Within such an item "today" and "Monday" are told from the item's own day, not from the page's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from wireledger.annotate.days.clock import past_clock
from wireledger.annotate.days.dated import dated
from wireledger.annotate.days.reading import Words
from wireledger.model import Interval, Token

_MINUTE: Final = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_BEFORE: Final = frozenset({"from", "updated", "published", "posted", "at", ":", "(", ","})
_BETWEEN: Final = frozenset({",", "at", "-", "–", "—", "|", "·", "/", "(", ")"})
_SOME_DAY: Final = date(2000, 1, 3)
_AGE: Final = timedelta(45)


def item_day(tokens: Sequence[Token], published: Interval | None) -> Interval | None:
    """The day a block opens with, beside a time of the day; None where it opens with none, or one long past."""
    words = Words(tokens[:16])
    at = _past(words, 0, _BEFORE)
    clock = _past_time(words, at)
    start = _past(words, clock, _BETWEEN) if clock > at else at
    found = dated(words, start)
    if found is None or found.kind != "day" or found.hangs != "text":
        return None
    if clock == at and _past_time(words, _past(words, found.last, _BETWEEN)) == _past(words, found.last, _BETWEEN):
        return None
    day = found.at(_SOME_DAY, "now")
    return day if day is not None and not _is_old(day, published) else None


def _past(words: Words, at: int, skipped: frozenset[str]) -> int:
    while words.low[at] in skipped:
        at += 1
    return at


def _past_time(words: Words, at: int) -> int:
    """Where a time of the day ends; figures with minutes need no zone here."""
    last = past_clock(words, at)
    return last if last > at else at + (_MINUTE.fullmatch(words.low[at]) is not None)


def _is_old(day: Interval, published: Interval | None) -> bool:
    if published is None or published.start is None or day.start is None:
        return False
    return abs(published.start - day.start) > _AGE
