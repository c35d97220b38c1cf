"""Reads numbers and their bounds: digits, number words, ranges, "at least", "up to", "about".

Positions are indexes into the tokens of one sentence. Nothing here knows what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from wireledger.model import Token

_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * (value + 2) for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
_WORDS = {**_SMALL, **_TENS, **{f"{t}-{s}": _TENS[t] + _SMALL[s] for t in _TENS for s in list(_SMALL)[1:10]}}
_SCALE = {
    "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "million": 1e6, "millions": 1e6,
    "bn": 1e9, "b": 1e9, "bln": 1e9, "billion": 1e9, "billions": 1e9, "tn": 1e12, "trillion": 1e12,
    "hundred": 1e2, "dozen": 12.0,
}  # fmt: skip
_DIGITS = re.compile(r"(\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(k|m|mn|mln|bn|b|tn|million|billion)?(-.*)?", re.I)
_SCALED = re.compile(r"-(million|billion|thousand|hundred|dozen)(?:-.*)?$", re.I)

_LOW = (  # the top stays open
    "at least", "more than", "no fewer than", "no less than", "not less than", "not fewer than", "in excess of",
    "upwards of", "upward of", "well over", "just over", "over", "above", "exceeding", "a minimum of", "minimum of",
    "a little over", "well above", "at a minimum",
)  # fmt: skip
_HIGH = (  # the bottom stays open
    "up to", "as many as", "as much as", "at most", "no more than", "not more than", "a maximum of", "maximum of",
    "fewer than", "less than", "under", "below", "not to exceed",
)  # fmt: skip
_ABOUT = (
    "about", "around", "some", "roughly", "approximately", "nearly", "almost", "close to", "an estimated",
    "estimated", "circa", "approx.", "just under", "just shy of", "~", "more or less", "in the region of",
    "somewhere around", "an average of",
)  # fmt: skip


def _table(phrases: tuple[str, ...], bound: str) -> list[tuple[tuple[str, ...], str]]:
    return [(tuple(p.split()), bound) for p in phrases]


_BOUNDS = sorted([*_table(_LOW, "low"), *_table(_HIGH, "high"), *_table(_ABOUT, "about")], key=lambda b: -len(b[0]))
_BOUND_ENDS = frozenset(words[-1] for words, _ in _BOUNDS)


class Number(NamedTuple):
    """A value and the tokens `first` up to but without `last` it stands in."""

    value: float
    first: int
    last: int


class Bounded(NamedTuple):
    """A closed interval, whether it is rough, and its tokens with the words of the bound."""

    low: float | None
    high: float | None
    approximate: bool
    first: int
    last: int


def number(words: Sequence[Token], at: int) -> Number | None:
    """The number that begins at token `at`: "14", "1.2bn", "two million", "a dozen", "half a million"."""
    lower = words[at].lower
    if lower[0].isdigit():
        return _digits(words, at)
    if lower in _WORDS:
        return _scaled(words, at, at + 1, float(_WORDS[lower]))
    if (
        lower in ("a", "an")
        and at + 1 < len(words)
        and words[at + 1].lower in ("dozen", "hundred", "thousand", "million", "billion")
    ):
        return _scaled(words, at, at + 1, 1.0)
    if lower == "half" and at + 2 < len(words) and words[at + 1].lower == "a" and words[at + 2].lower in _SCALE:
        return Number(_SCALE[words[at + 2].lower] / 2, at, at + 3)
    head, _, tail = lower.partition("-")
    if head in _WORDS and tail in _SCALE:
        return Number(_WORDS[head] * _SCALE[tail], at, at + 1)
    return None


def bounded(words: Sequence[Token], found: Number, joined: bool = True) -> Bounded:
    """The number with the bound before or behind it; `joined` also reads ranges ("20 to 30", "between 2 and 3")."""
    low: float | None = found.value
    high: float | None = found.value
    first, last = found.first, found.last
    other = _range_end(words, found) if joined else None
    if other is not None and other.value > found.value:
        high, last = other.value, other.last
        if first > 0 and words[first - 1].lower in ("between", "from"):
            first -= 1
    bound, first = _bound_before(words, first)
    behind = _bound_behind(words, last)
    if bound == "low" or behind == "low":
        high = None if other is None else high
    elif bound == "high":
        low = None
    last += 2 if behind else 0
    return Bounded(low, high, bound == "about" or behind == "about", first, last)


def bound_before(words: Sequence[Token], first: int) -> tuple[str | None, int]:
    """The bound ("low", "high", "about") whose words end just before token `first`, and where they begin."""
    return _bound_before(words, first)


def _bound_before(words: Sequence[Token], first: int) -> tuple[str | None, int]:
    if first == 0 or words[first - 1].lower not in _BOUND_ENDS:
        return None, first
    for phrase, bound in _BOUNDS:
        start = first - len(phrase)
        if start >= 0 and all(words[start + i].lower == w for i, w in enumerate(phrase)):
            return bound, start
    return None, first


def _bound_behind(words: Sequence[Token], last: int) -> str | None:
    if last + 1 < len(words) and words[last].lower == "or":
        return {"more": "low", "so": "about"}.get(words[last + 1].lower)
    return None


def _digits(words: Sequence[Token], at: int) -> Number | None:
    text = words[at].lower
    match = _DIGITS.fullmatch(text)
    if match is None:
        return None
    value = float(match[1].replace(",", ""))
    if match[2]:
        return Number(value * _SCALE[match[2]], at, at + 1)
    if match[3]:
        scale = _SCALED.match(match[3])
        return Number(value * _SCALE[scale[1]], at, at + 1) if scale else None
    return _scaled(words, at, at + 1, value)


def _scaled(words: Sequence[Token], first: int, last: int, value: float) -> Number:
    while last < len(words):
        lower = words[last].lower
        scale = _SCALE.get(lower)
        if scale is not None and (len(lower) > 2 or words[last].start > words[last - 1].stop or lower in ("bn", "mn")):
            value, last = value * scale, last + 1
        elif lower.partition("-")[0] in ("million", "billion") and "-" in lower:
            return Number(value * _SCALE[lower.partition("-")[0]], first, last + 1)
        elif lower == "and" and value >= 100 and last + 1 < len(words) and words[last + 1].lower in _WORDS:
            if not words[first].lower[0].isdigit() and words[last - 1].lower == "hundred":
                value, last = value + _WORDS[words[last + 1].lower], last + 2
            else:
                break
        else:
            break
    return Number(value, first, last)


def _range_end(words: Sequence[Token], found: Number) -> Number | None:
    if found.last + 1 >= len(words):
        return None
    link = words[found.last].lower
    between = found.first > 0 and words[found.first - 1].lower == "between"
    if link in ("to", "-", "–", "or") or (link == "and" and between):
        return number(words, found.last + 1)
    return None
