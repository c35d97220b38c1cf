"""Reads how firm a number is: "at least 14", "up to 14", "about 40", "between 20 and 30", "14 or more"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from wireledger.annotate.numbers import Range, begins
from wireledger.model import Token

Bound = Literal["low", "high", "about"]

_LOW = (  # the top stays open
    "at least", "more than", "no fewer than", "no less than", "not less than", "not fewer than", "in excess of",
    "upwards of", "upward of", "well over", "just over", "over", "above", "exceeding", "a minimum of", "minimum of",
    "a little over", "slightly over", "slightly more than", "well above", "at a minimum", "as few as", "north of",
    "well in excess of", "a bit over", "just above", "at the very least",
)  # fmt: skip
_HIGH = (  # the bottom stays open
    "up to", "as many as", "as much as", "at most", "no more than", "not more than", "a maximum of", "maximum of",
    "fewer than", "less than", "under", "below", "not to exceed", "not exceeding", "capped at",
    "a ceiling of", "a cap of", "at the most", "to a maximum of", "up to a maximum of",
)  # fmt: skip
_ABOUT = (
    "about", "around", "some", "roughly", "approximately", "nearly", "almost", "close to", "an estimated",
    "estimated", "circa", "approx.", "just under", "just shy of", "~", "more or less", "in the region of",
    "somewhere around", "an average of", "virtually", "in the order of", "of the order of", "on the order of",
    "something like", "just short of", "slightly under", "slightly below", "a little under", "just below", "ca.",
    "practically", "in the range of", "in the vicinity of", "≈", "an approximate", "close on",
)  # fmt: skip
_BEHIND: dict[tuple[str, str], Bound] = {
    ("or", "more"): "low",
    ("or", "fewer"): "high",
    ("or", "less"): "high",
    ("or", "so"): "about",
    ("or", "thereabouts"): "about",
    ("at", "least"): "low",
    ("at", "most"): "high",
    ("or", "above"): "low",
}
# Between the bound and its number: "at least another 14", "up to a total of 14".
_FILL = frozenset("a an another further additional total combined of extra".split())
_FILL_ENDS = _FILL - {"a", "an"}
_LONGEST_FILL = 3
# "hand over 14 tanks", "add up to $1 billion": the bound's first word belongs to the verb before it.
_VERBS = {
    "over": frozenset(
        "hand hands handed handing turn turns turned turning sign signs signed pass passed took take takes taken"
        " taking".split()
    ),
    "up": frozenset("add adds added adding sum sums sign signs signed signing".split()),
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
    if inner is None:
        inner, first = _past_fill(words, first)
    behind, last = _behind(words, last)
    firm = next((bound for bound in (behind, inner, outer) if bound in ("low", "high")), None)
    if firm == "low" and single:
        high = None
    elif firm == "high":
        low = None
    return Bounded(low, high, "about" in (inner, outer, behind), first, last)


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


def _past_fill(words: Sequence[Token], first: int) -> tuple[Bound | None, int]:
    """The bound before "another", "a further" or "a total of", and where it begins."""
    at = first
    while at > 0 and first - at < _LONGEST_FILL and words[at - 1].lower in _FILL:
        at -= 1
    if at == first or words[first - 1].lower not in _FILL_ENDS:
        return None, first
    bound, start = _before(words, at)
    return (bound, start) if bound in ("low", "high") and start < at else (None, first)


def _behind(words: Sequence[Token], last: int) -> tuple[Bound | None, int]:
    """The bound behind a number and where it ends: "14 or more", "14 at most", "14+"."""
    if words[last - 1].lower.endswith("-plus"):
        return "low", last
    if last >= len(words):
        return None, last
    word = words[last]
    following = words[last + 1].lower if last + 1 < len(words) else ""
    if word.text == "+" and word.start == words[last - 1].stop and not following[:1].isdigit():
        return "low", last + 1
    bound = _BEHIND.get((word.lower, following))
    if bound and word.lower == "at" and last + 2 < len(words) and begins(words[last + 2]):
        return None, last  # "gave 14 at least 3 days ago"
    return bound, last + 2 if bound else last
