"""A sentence as words to read, and what has been read: an expression waiting for the day it hangs on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import Literal

from wireledger.annotate.days.tense import Tense
from wireledger.model import Interval, Token

Hangs = Literal["text", "publication", "event"]
At = Callable[[date, Tense], Interval | None]

_PAD = [""] * 12


class Words:
    """The words of a sentence: `low` in lower case, `raw` as written, both padded with empty words on either side."""

    __slots__ = ("count", "low", "raw", "read")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.count = len(tokens)
        self.low = [token.lower for token in tokens] + _PAD
        self.raw = [token.text for token in tokens] + _PAD
        self.read: dict[int, Reading | None] = {}  # what was read at a word, for it is asked for more than once

    def run(self, at: int, *words: str) -> bool:
        """Whether these words stand at `at`."""
        return self.low[at] == words[0] and tuple(self.low[at : at + len(words)]) == words

    def with_word(self, at: int, word: str) -> Words:
        """The same words with another one at `at`."""
        other = copy(self)
        other.low, other.raw, other.read = list(self.low), list(self.raw), {}
        other.low[at], other.raw[at] = word.lower(), word
        return other

    def cut(self, last: int) -> Words:
        """The words up to but without `last`."""
        other = copy(self)
        other.count, other.low, other.raw = last, self.low[:last] + _PAD, self.raw[:last] + _PAD
        other.read = {}
        return other

    def capital(self, at: int) -> bool:
        """Whether the word at `at` begins with a capital."""
        return self.raw[at][:1].isupper()


@dataclass(frozen=True, slots=True)
class Reading:
    """Words up to but without `last`, and `at`: their interval for a given day and tense, None where they don't tell.

    `hangs` names the day that `at` needs; `floating` ones ("Friday", "in July") lie on either side of it by the tense;
    `kind` is what they name (day, weekday, week, month, season, quarter, year, span).
    """

    last: int
    at: At
    kind: str
    hangs: Hangs = "text"
    floating: bool = False


Rule = Callable[[Words, int], Reading | None]


def fixed(last: int, interval: Interval | None, kind: str) -> Reading:
    """A reading that hangs on nothing."""
    return Reading(last, lambda _day, _tense: interval, kind)


def derived(inner: Reading, change: Callable[[Interval | None], Interval | None], kind: str, last: int = 0) -> Reading:
    """A reading whose interval is made from that of another."""
    at = inner.at
    return Reading(last or inner.last, lambda day, tense: change(at(day, tense)), kind, inner.hangs, inner.floating)


def nearest(candidates: Sequence[Interval], today: date, tense: Tense) -> Interval | None:
    """Which of some intervals in order is meant: ahead the first not over, behind the last begun, else the nearer one.

    None where the two neighbours are equally far.
    """
    begun = [one for one in candidates if one.start is not None and one.start <= today]
    coming = [one for one in candidates if one.stop is not None and one.stop > today]
    if tense == "behind":
        return begun[-1] if begun else None
    if tense == "ahead":
        return coming[0] if coming else None
    if not begun or not coming or begun[-1] == coming[0]:
        return next(iter((*begun[-1:], *coming[:1])), None)
    back, on = begun[-1].stop, coming[0].start
    if back is None or on is None:
        return None
    behind, ahead = (today - back).days + 1, (on - today).days
    return None if behind == ahead else begun[-1] if behind < ahead else coming[0]
