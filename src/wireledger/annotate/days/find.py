"""Finds the expressions of time in a sentence and works out the days they mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from wireledger.annotate.days.anchor import Anchor
from wireledger.annotate.days.edges import Found, bounded_by, found_at, tense_for
from wireledger.annotate.days.names import SHORT_WEEKDAYS, TRIGGERS, word_set
from wireledger.annotate.days.promised import promised_tense
from wireledger.annotate.days.reading import Reading, Words
from wireledger.annotate.days.tense import Tense, clauses, tense_of
from wireledger.model import Days, Interval, Mention, Token

_SOME_LENGTH: Final = 6
_REACH: Final = 8
_NO_DAY: Final = date(2000, 1, 3)
_FIRST: Final = (
    TRIGGERS
    | frozenset(SHORT_WEEKDAYS)
    | word_set(
        "the a an this that last next past coming recent current early mid late earlier later so in within by before "
        "until till since after from starting beginning as no not on up ahead prior effective between more less over "
        "under nearly almost about around roughly some just exactly only at few several couple first second third "
        "fourth final upcoming start end middle rest financial budget fiscal these following previous preceding same "
        "one two three four five six seven eight nine ten eleven twelve weekend year-end month-end onset turn evening "
        "night morning afternoon beyond half remainder close new"
    )
)


def find_days(tokens: Sequence[Token], anchor: Anchor) -> tuple[Mention, ...]:
    """Every expression of time in one sentence, in order, with the days it means.

    `Days.words` are the words from the first token to the last, with a space wherever the text has one or more.
    `Days.interval` is None where the words don't tell without guessing; `Days.anchor` says what the days hang on:
    "text" (nothing else), "publication", "event"; without an interval also "caption" and "unknown".
    """
    if not may_date(tokens):
        return ()
    words = Words(tokens)
    parts = clauses(tokens)
    mentions: list[Mention] = []
    past = 0
    for at in _starts(words):
        found = found_at(words, at) if at >= past else None
        if found is None:
            continue
        tense = promised_tense(words, parts, at, found, tense_of(parts, at))
        if days := _days(tokens, at, found, (anchor, tense)):
            mentions.append(Mention(at, found.reading.last, days))
            past = found.reading.last
    return tuple(mentions)


def may_date(tokens: Sequence[Token]) -> bool:
    """Whether any word of a sentence belongs to the calendar; quick, and now and then a false alarm."""
    lows = [token.lower for token in tokens]
    return not TRIGGERS.isdisjoint(lows) or any(len(low) > _SOME_LENGTH and low[0] in "0123" for low in lows)


def _starts(words: Words) -> list[int]:
    """The places where an expression may begin: words that can open one, not far before a word of the calendar."""
    starts: list[int] = []
    near = -1
    for at in range(words.count - 1, -1, -1):
        low = words.low[at]
        if low in TRIGGERS or (low[0] in "0123" and len(low) > _SOME_LENGTH):
            near = at
        if 0 <= near - at <= _REACH and (low in _FIRST or low[0].isdigit() or "-" in low):
            starts.append(at)
    starts.reverse()
    return starts


def _days(tokens: Sequence[Token], at: int, found: Found, where: tuple[Anchor, Tense]) -> Days | None:
    anchor, tense = where
    reading, tense = found.reading, tense_for(found.edge, tense)
    interval, hangs = _resolved(reading, anchor, tense)
    if interval is None and reading.kind == "duration":
        return None
    if interval is not None and found.edge:
        published = None if anchor.caption else _closed(anchor.published)
        interval = bounded_by(found.edge, interval, reading.kind, published, tense)
    return Days(_words(tokens[at : reading.last]), interval, hangs)


def _resolved(reading: Reading, anchor: Anchor, tense: Tense) -> tuple[Interval | None, str]:
    if reading.hangs == "text":
        interval = reading.at(_NO_DAY, tense)
        return interval, "text" if interval is not None else "unknown"
    if anchor.caption:
        return None, "caption"
    base = _closed(anchor.published if reading.hangs == "publication" else anchor.event)
    if base is None or base.start is None or base.last is None:
        return None, "unknown"
    first, last = reading.at(base.start, tense), reading.at(base.last, tense)
    if first is None or last is None:
        return None, reading.hangs
    if reading.floating or reading.hangs == "event" or first == last:
        return (first if first == last else None), reading.hangs
    return _hull(first, last), reading.hangs


def _closed(days: Interval | None) -> Interval | None:
    return days if days is not None and days.start is not None and days.stop is not None else None


def _hull(first: Interval, last: Interval) -> Interval:
    """All days from the earlier of two intervals to the later one."""
    return Interval(first.start, last.stop)


def _words(tokens: Sequence[Token]) -> str:
    words = [tokens[0].text]
    for before, token in pairwise(tokens):
        words.append(" " if token.start > before.stop else "")
        words.append(token.text)
    return "".join(words)
