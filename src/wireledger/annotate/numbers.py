"""Reads numbers and ranges: "1,600", "1.2bn", "two million", "half a million", "20-30", "two to three million".

Positions are indexes into the tokens of one sentence. Nothing here knows what is counted, or how firmly: see `bounds`.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from wireledger.annotate.digits import SCALE, Written, times, value_of, written
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
_WHOLE_SCALES = frozenset(("dozen", "hundred", "thousand", "million", "billion", "trillion"))
_GROUPS_OF = {"pair": 2.0, "duo": 2.0, "trio": 3.0}
_PARTS = {"half": 0.5, "quarter": 0.25, "quarters": 0.25}
STARTS = frozenset((*_WORDS, "a", "an", *_PARTS))
_LINKS = frozenset(("to", "-", "–", "—", "or"))
_HEADS = frozenset((*_WORDS, *_PARTS))
_LETTERS = frozenset("kmb")  # scales only of sums: "300 m" is a length
# What rises "from 14 to 18" is no range.
_CHANGES = frozenset(
    "raise raises raised raising rise rises rose risen increase increases increased increasing grow grows grew grown"
    " expand expands expanded boost boosts boosted lift lifts lifted up double doubled doubling triple tripled jump"
    " jumped climb climbed cut cuts cutting reduce reduces reduced reducing fall falls fell fallen drop drops dropped"
    " lower lowered lowering down decrease decreased shrink shrank halve halved change changed changes revise revised"
    " went go goes gone extend extended extends".split()
)
_FAR_BACK = 9


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
    return lower in STARTS or lower[0] in "0123456789" or ("-" in lower and lower.partition("-")[0] in _HEADS)


def number(words: Sequence[Token], at: int) -> Number | None:
    """The number that begins at token `at`, None for an article or a name with digits ("155mm", "30-year")."""
    lower = words[at].lower
    if lower[0] in "0123456789":
        return _digits(words, at)
    if lower in ("a", "an"):
        return _with_article(words, at)
    if lower in _PARTS:
        return _part(words, at, at)
    if lower in _WORDS:
        return _in_words(words, at)
    return _glued(words, at)


def ranged(words: Sequence[Token], at: int, marks: Container[str] = ()) -> Range | None:
    """The number at token `at` with the far end of its range; a currency's mark may stand before either."""
    marked = words[at].text in marks and at + 1 < len(words)
    found = number(words, at + 1 if marked else at)
    if found is None:
        return None
    if found.far is not None:
        return Range(found.value, found.far, at, found.last)
    far = _far_end(words, at, found.last, (words[at].text,) if marked else ())
    if far is not None:
        low = times(found.value, far.scale) if found.scale == 1.0 else found.value
        low = low if low < far.value else found.value
        if low < far.value:
            return Range(low, far.value, at, far.last)
    return Range(found.value, found.value, at, found.last)


def _far_end(words: Sequence[Token], first: int, last: int, marks: Container[str]) -> Number | None:
    """The number behind "to", a dash, "or"; behind "and" only where "between" stands before the first."""
    if last + 1 >= len(words):
        return None
    link = words[last].lower
    before = words[first - 1].lower if first else ""
    if link not in _LINKS and not (link == "and" and before == "between"):
        return None
    if before == "from" and any(w.lower in _CHANGES for w in words[max(0, first - _FAR_BACK) : first]):
        return None
    at = last + 1
    if words[at].lower == "up" and at + 2 < len(words) and words[at + 1].lower == "to" and link == "and":
        at += 2
    if words[at].text in marks and at + 1 < len(words):
        at += 1
    return number(words, at) if begins(words[at]) else None


def _digits(words: Sequence[Token], at: int) -> Number | None:
    text = words[at].lower
    if text.isdecimal():
        if text[0] == "0" and len(text) > 1:
            return None
        last = _groups_end(words, at)
        return _scaled(words, at, last, float("".join(w.text for w in words[at:last])))
    parts = written(text)
    if parts is None:
        return None
    if parts.high is not None:
        return _written_range(words, at, parts)
    suffix = parts.low_suffix or (parts.glued or "").partition("-")[0]
    if suffix == "plus":
        value = value_of(parts.low, scaled=False)
        return Number(value, at, at + 1) if value is not None else None
    if suffix:
        scale = SCALE.get(suffix, 0.0)
        value = value_of(parts.low, scaled=True)
        return Number(times(value, scale), at, at + 1, scale) if scale and value is not None else None
    is_price = "," in parts.low and at > 0 and words[at - 1].text in ("$", "€", "£")
    value = value_of(parts.low, is_price or _is_scaled(words, at))
    return _scaled(words, at, at + 1, value) if value is not None else None


def _groups_end(words: Sequence[Token], at: int) -> int:
    """Where "12 500" ends: figures in threes one space apart, but not behind a name nor before a calibre's unit."""
    last = at + 1
    if len(words[at].text) > 3 or (at and words[at - 1].text[0].isupper()):
        return last
    while last < len(words) and len(words[last].text) == 3 and words[last].text.isdecimal():
        is_apart = words[last].start != words[last - 1].stop + 1
        if is_apart or (last + 1 < len(words) and _is_calibre(words[last + 1])):
            break
        last += 1
    return last


def _is_calibre(word: Token) -> bool:
    return word.lower in ("mm", "-mm", "millimetre", "millimeter", "-") or word.lower.startswith(("mm-", "millimet"))


def _is_scaled(words: Sequence[Token], at: int) -> bool:
    """Whether "million" or the like stands behind a figure, or behind the far end of its range."""
    ahead = [w.lower for w in words[at + 1 : at + 4]]
    return any(_scale(w) for w in ahead[:1] + (ahead[2:] if ahead[:1] and ahead[0] in _LINKS else []))


def _written_range(words: Sequence[Token], at: int, parts: Written) -> Number | None:
    """ "20-30" and what scales both of its ends."""
    suffix = parts.low_suffix or parts.high_suffix
    is_scaled = bool(suffix) or _is_scaled(words, at)
    low, high = value_of(parts.low, is_scaled), value_of(parts.high or "", is_scaled)
    if low is None or high is None or low >= high:
        return None
    scaled = _scaled(words, at, at + 1, SCALE[suffix] if suffix else 1.0)
    low = times(low, scaled.value) if low < high else low
    return Number(low, at, scaled.last, scaled.value, times(high, scaled.value))


def _with_article(words: Sequence[Token], at: int) -> Number | None:
    """ "a dozen", "a million", "a pair", "a quarter of a million", "a half-million"."""
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if following in _GROUPS_OF:
        return Number(_GROUPS_OF[following], at, at + 2)
    if following in _PARTS:
        return _part(words, at, at + 1)
    if following.startswith(("half-", "quarter-")):
        glued = _glued(words, at + 1)
        return glued._replace(first=at) if glued else None
    return _scaled(words, at, at + 1, 1.0) if following in _WHOLE_SCALES else None


def _part(words: Sequence[Token], first: int, at: int, count: float = 1.0) -> Number | None:
    """ "half a million", "quarter of a billion", "half million": a part of a scale, else None."""
    part = count * _PARTS[words[at].lower]
    at += 1
    for joint in ("of", "a"):
        if at < len(words) and words[at].lower == joint:
            at += 1
    if at >= len(words) or words[at].lower.partition("-")[0] not in _WHOLE_SCALES:
        return None
    scale = SCALE[words[at].lower.partition("-")[0]]
    return Number(times(part, scale), first, at + 1, scale)


def _glued(words: Sequence[Token], at: int) -> Number | None:
    """ "two-million", "half-a-million", "quarter-billion", "two-million-euro"."""
    head, *rest = words[at].lower.split("-")
    rest = rest[1:] if rest[:1] == ["a"] else rest
    scale = SCALE.get(rest[0] if rest else "")
    if any(part in _WORDS for part in rest):
        return None
    value = _PARTS.get(head) or _WORDS.get(head)
    return Number(times(value, scale), at, at + 1, scale) if scale and value else None


def _in_words(words: Sequence[Token], at: int) -> Number | None:
    """ "two", "twenty five", "two hundred and fifty", "one and a half million", "three quarters of a million"."""
    value, last = float(_WORDS[words[at].lower]), at + 1
    following = words[last].lower if last < len(words) else ""
    if following in _PARTS:
        return _part(words, at, last, value) or Number(value, at, last)
    if [w.lower for w in words[last : last + 3]] == ["and", "a", "half"]:
        return _scaled(words, at, last + 3, value + 0.5)
    if value in _TENS.values() and 0 < _SMALL.get(following, 0) < 10:
        value, last = value + _SMALL[following], last + 1
    return _scaled(words, at, last, value)


def _scaled(words: Sequence[Token], first: int, last: int, value: float) -> Number:
    """A value times the words that scale it: "million", "hundred thousand", "dozen", "billion and a half"."""
    whole, spelt = 1.0, words[first].lower[0] not in "0123456789"
    while last < len(words):
        scale = _scale(words[last].lower)
        if scale and (words[last].lower not in _LETTERS or _is_sum(words, first)):
            value, whole, last = times(value, scale), whole * scale, last + 1
            continue
        size = SCALE.get(words[last - 1].lower, 0.0) if spelt and whole > 1.0 else 0.0
        more = _rest(words, last, size) if size >= 100 else None
        if more is None:
            break
        value, last = value + more[0], more[1]
    return Number(value, first, last, whole)


def _is_sum(words: Sequence[Token], first: int) -> bool:
    """Whether a currency's mark or code stands before token `first`."""
    before = words[first - 1].text if first else ""
    return before[-1:] in ("$", "€", "£", "¥") or (len(before) == 3 and before.isupper())


def _scale(lower: str) -> float | None:
    """What "million", "bn" or the head of "million-euro" multiplies by."""
    if "-" in lower:
        head = lower.partition("-")[0]
        return SCALE[head] if head in ("million", "billion") else None
    return SCALE.get(lower)


def _rest(words: Sequence[Token], at: int, size: float) -> tuple[float, int] | None:
    """What follows a scale: "and fifty", "and a half", the "two hundred" of "one thousand two hundred"."""
    joined = words[at].lower == "and"
    if joined and [w.lower for w in words[at + 1 : at + 3]] == ["a", "half"]:
        return size / 2, at + 3
    at += joined
    if at >= len(words) or words[at].lower not in _WORDS:
        return None
    if size == 100:
        tens, more = _WORDS[words[at].lower], at + 1
        ones = _SMALL.get(words[more].lower, 0) if tens in _TENS.values() and more < len(words) else 0
        return (float(tens + ones), more + 1) if 0 < ones < 10 else (float(tens), more)
    rest = _in_words(words, at)
    fits = rest is not None and rest.value < size and not (joined and (rest.value >= 100 or size > 1000))
    return (rest.value, rest.last) if rest is not None and fits else None
