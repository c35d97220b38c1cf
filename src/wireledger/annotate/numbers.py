"""Reads numbers and ranges: "1,600", "1.2bn", "two million", "half a million", "20-30", "two to three million".

Positions are indexes into the tokens of one sentence. Nothing here knows what is counted, or how firmly: see `bounds`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
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
_WHOLE_SCALES = frozenset(("dozen", "hundred", "thousand", "million", "billion", "trillion"))
_FIGURE = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SUFFIX = r"k|m|mn|mln|bn|b|bln|tn|million|billion|trillion"
_DIGITS = re.compile(rf"({_FIGURE})({_SUFFIX})?(?:-({_FIGURE})({_SUFFIX})?)?(?:-([a-z-]+))?")
_STARTS = frozenset((*_WORDS, "a", "an", "half", "pair"))
_LINKS = frozenset(("to", "-", "–", "—", "or"))
_YEARS = re.compile(r"(?:19|20)\d\d-")


class Number(NamedTuple):
    """A value and the tokens `first` up to but without `last` it stands in.

    `scale` is what its words multiply it by; `far` the other end of a range written in one token ("20-30").
    """

    value: float
    first: int
    last: int
    scale: float = 1.0
    far: float | None = None


class Range(NamedTuple):
    """Two ends, alike for a single number, and the tokens `first` up to but without `last`."""

    low: float
    high: float
    first: int
    last: int


def begins(word: Token) -> bool:
    """Whether a number could begin here; quick, for most words do not."""
    lower = word.lower
    return lower in _STARTS or lower[0] in "0123456789" or ("-" in lower and lower.partition("-")[0] in _WORDS)


def number(words: Sequence[Token], at: int) -> Number | None:
    """The number that begins at token `at`, None for an article or a name with digits ("155mm", "30-year")."""
    lower = words[at].lower
    if lower[0] in "0123456789":
        return _digits(words, at)
    if lower in _WORDS:
        return _and_a_half(words, at, float(_WORDS[lower]))
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if lower in ("a", "an"):
        if following == "pair":
            return Number(2.0, at, at + 2)
        return _scaled(words, at, at + 1, 1.0) if following in _WHOLE_SCALES else None
    if lower == "half":
        return _half(words, at, following)
    head, _, tail = lower.partition("-")
    scale = _SCALE.get(tail.partition("-")[0])
    return Number(_WORDS[head] * scale, at, at + 1, scale) if scale and head in _WORDS else None


def ranged(words: Sequence[Token], at: int, marks: Container[str] = ()) -> Range | None:
    """The number at token `at` with the far end of its range; a currency's mark may stand before either."""
    found = number(words, at + 1 if words[at].text in marks and at + 1 < len(words) else at)
    if found is None:
        return None
    if found.far is not None:
        return Range(found.value, found.far, at, found.last)
    far = _far_end(words, at, found.last, marks)
    if far is not None:
        low = found.value * far.scale if found.scale == 1.0 else found.value
        low = low if low < far.value else found.value
        if low < far.value:
            return Range(low, far.value, at, far.last)
    return Range(found.value, found.value, at, found.last)


def _far_end(words: Sequence[Token], first: int, last: int, marks: Container[str]) -> Number | None:
    """The number behind "to", a dash, "or"; behind "and" only where "between" stands before the first."""
    if last + 1 >= len(words):
        return None
    link = words[last].lower
    if link not in _LINKS and not (link == "and" and first > 0 and words[first - 1].lower == "between"):
        return None
    at = last + 1
    if words[at].text in marks and at + 1 < len(words):
        at += 1
    return number(words, at) if begins(words[at]) else None


def _digits(words: Sequence[Token], at: int) -> Number | None:
    text = words[at].lower
    if text.isdecimal():
        return _scaled(words, at, at + 1, float(text))
    match = _DIGITS.fullmatch(text)
    if match is None or (match[3] and _YEARS.match(text)):
        return None
    value = float(match[1].replace(",", ""))
    if match[3]:
        return _written_range(words, at, (value, float(match[3].replace(",", ""))), match[2] or match[4])
    if match[2]:
        return Number(value * _SCALE[match[2]], at, at + 1, _SCALE[match[2]])
    if match[5]:
        scale = _SCALE.get(match[5].partition("-")[0], 0.0)
        return Number(value * scale, at, at + 1, scale) if scale else None
    return _scaled(words, at, at + 1, value)


def _written_range(words: Sequence[Token], at: int, ends: tuple[float, float], suffix: str | None) -> Number | None:
    """ "20-30" and what scales both of its ends."""
    low, high = ends
    if low >= high:
        return None
    scaled = _scaled(words, at, at + 1, _SCALE[suffix] if suffix else 1.0)
    low = low * scaled.value if low * scaled.value < high * scaled.value else low
    return Number(low, at, scaled.last, scaled.value, high * scaled.value)


def _and_a_half(words: Sequence[Token], at: int, value: float) -> Number:
    """ "two", "two hundred and fifty", "one and a half million"."""
    if at + 3 < len(words) and [w.lower for w in words[at + 1 : at + 4]] == ["and", "a", "half"]:
        return _scaled(words, at, at + 4, value + 0.5)
    return _scaled(words, at, at + 1, value)


def _half(words: Sequence[Token], at: int, following: str) -> Number | None:
    if following == "a" and at + 2 < len(words) and words[at + 2].lower in _SCALE:
        scale = _SCALE[words[at + 2].lower]
        return Number(scale / 2, at, at + 3, scale)
    return None


def _scaled(words: Sequence[Token], first: int, last: int, value: float) -> Number:
    """A value times the words that scale it: "million", "hundred thousand", "dozen"."""
    whole = 1.0
    while last < len(words):
        scale = _scale(words[last].lower)
        if scale:
            value, whole, last = value * scale, whole * scale, last + 1
            continue
        rest = _rest(words, first, last) if words[last].lower == "and" else None
        if rest is None:
            break
        value, last = value + rest, last + 2
    return Number(value, first, last, whole)


def _scale(lower: str) -> float | None:
    """What "million", "bn" or the head of "million-euro" multiplies by."""
    if "-" in lower:
        head = lower.partition("-")[0]
        return _SCALE[head] if head in ("million", "billion") else None
    return _SCALE.get(lower)


def _rest(words: Sequence[Token], first: int, last: int) -> int | None:
    """The "fifty" of "two hundred and fifty"."""
    if words[last - 1].lower != "hundred" or words[first].lower[0].isdigit() or last + 1 >= len(words):
        return None
    return _WORDS.get(words[last + 1].lower)
