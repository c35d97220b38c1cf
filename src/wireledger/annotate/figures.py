"""Finds the few words of a sentence where a sum or a count may begin, for both to look at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from wireledger.annotate.money import currency_marks
from wireledger.annotate.numbers import STARTS
from wireledger.annotate.quantities import VAGUE
from wireledger.model import Token

_ARTICLES = frozenset(("a", "an"))
_BEHIND_ARTICLES = frozenset(
    "dozen hundred thousand million billion trillion pair duo trio half quarter few couple number handful".split()
)
_FIGURES = frozenset("0123456789")


def figure_places(words: Sequence[Token]) -> list[int]:
    """The tokens with which a number, a word that counts, or a currency's mark begins; now and then a false alarm."""
    first = _first_words()
    return [
        at
        for at, word in enumerate(words)
        if (low := word.lower) in first or low[0] in _FIGURES or "-" in low
        if low not in _ARTICLES or _counts(words, at + 1)
    ]


def _counts(words: Sequence[Token], at: int) -> bool:
    return at < len(words) and words[at].lower.partition("-")[0] in _BEHIND_ARTICLES


@cache
def _first_words() -> frozenset[str]:
    return frozenset((*STARTS, *VAGUE, *(mark.lower() for mark in currency_marks())))
