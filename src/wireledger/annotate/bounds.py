"""Reads how firm a number is: "at least 14", "up to 14", "about 40", "between 20 and 30", "14 or more"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from wireledger.annotate.numbers import Range
from wireledger.model import Token

Bound = Literal["low", "high", "about"]

_LOW = (  # the top stays open
    "at least", "more than", "no fewer than", "no less than", "not less than", "not fewer than", "in excess of",
    "upwards of", "upward of", "well over", "just over", "over", "above", "exceeding", "a minimum of", "minimum of",
    "a little over", "slightly over", "slightly more than", "well above", "at a minimum",
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
_BEHIND: dict[tuple[str, str], Bound] = {
    ("or", "more"): "low",
    ("or", "fewer"): "high",
    ("or", "less"): "high",
    ("or", "so"): "about",
}
# "hand over 14 tanks", "add up to $1 billion": the bound's first word belongs to the verb before it.
_VERBS = {
    "over": frozenset("hand hands handed handing turn turns turned turning sign signs signed pass passed took".split()),
    "up": frozenset("add adds added adding sum sums".split()),
}


def _by_last_word() -> dict[str, list[tuple[tuple[str, ...], Bound]]]:
    table: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    phrases: tuple[tuple[tuple[str, ...], Bound], ...] = ((_LOW, "low"), (_HIGH, "high"), (_ABOUT, "about"))
    for group, bound in phrases:
        for phrase in group:
            words = tuple(phrase.split())
            table.setdefault(words[-1], []).append((words, bound))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


_BEFORE = _by_last_word()


class Bounded(NamedTuple):
    """A closed interval, whether it is rough, and its tokens with the words of the bound."""

    low: float | None
    high: float | None
    approximate: bool
    first: int
    last: int


def bounded(words: Sequence[Token], found: Range) -> Bounded:
    """The number or range with the bounds before and behind it."""
    low: float | None = found.low
    high: float | None = found.high
    first, last = found.first, found.last
    single = low == high
    if not single and first > 0 and words[first - 1].lower in ("between", "from"):
        first -= 1
    inner, first = _before(words, first)
    outer, first = _around(words, first) if inner == "about" else (None, first)
    behind = _behind(words, last)
    firm = next((bound for bound in (behind, inner, outer) if bound in ("low", "high")), None)
    if firm == "low" and single:
        high = None
    elif firm == "high":
        low = None
    return Bounded(low, high, "about" in (inner, outer, behind), first, last + 2 if behind else last)


def _before(words: Sequence[Token], first: int) -> tuple[Bound | None, int]:
    """The bound whose words end just before token `first`, and where they begin."""
    for phrase, bound in _BEFORE.get(words[first - 1].lower, ()) if first else ():
        start = first - len(phrase)
        if start >= 0 and all(words[start + i].lower == w for i, w in enumerate(phrase)):
            of_verb = start > 0 and words[start - 1].lower in _VERBS.get(phrase[0], ())
            return (None, first) if of_verb else (bound, start)
    return None, first


def _around(words: Sequence[Token], first: int) -> tuple[Bound | None, int]:
    """The firm bound around a rough one: "up to about 40". A single word there is as often another's."""
    bound, start = _before(words, first)
    return (bound, start) if bound in ("low", "high") and first - start > 1 else (None, first)


def _behind(words: Sequence[Token], last: int) -> Bound | None:
    return _BEHIND.get((words[last].lower, words[last + 1].lower)) if last + 1 < len(words) else None
