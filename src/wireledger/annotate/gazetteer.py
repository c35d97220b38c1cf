"""Finds known words of several tokens: the longest surface that begins at a token.

A surface with capitals must be written with a capital where its first letter has one; a short one that is all capitals
("US", "IT") must be written just so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from wireledger.annotate.tokens import split
from wireledger.model import Token

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """What a surface stands for, and the token behind its last."""

    last: int
    value: T


class _Surface(NamedTuple, Generic[T]):
    first: str
    lower: tuple[str, ...]
    check: Callable[[str, str], bool]
    value: T


class Gazetteer(Generic[T]):
    """Surfaces and what they stand for; where two are alike the first one given wins."""

    def __init__(self, surfaces: Iterable[tuple[str, T]], any_case: bool = False) -> None:
        # By first and second word, "" for the second of a single one; the longest first.
        self._known: dict[str, dict[str, list[_Surface[T]]]] = {}
        seen: set[tuple[str, ...]] = set()
        for surface, value in surfaces:
            words = split(surface)
            if not words or words in seen:
                continue
            seen.add(words)
            entry = _Surface(words[0], tuple(w.lower() for w in words), _check(words[0], any_case), value)
            second = entry.lower[1] if len(words) > 1 else ""
            self._known.setdefault(entry.lower[0], {}).setdefault(second, []).append(entry)
        for seconds in self._known.values():
            for entries in seconds.values():
                entries.sort(key=lambda e: -len(e.lower))

    def first_words(self) -> frozenset[str]:
        """The words, in lower case, with which a surface begins: no other token needs `match`."""
        return frozenset(self._known)

    def match(self, words: Sequence[Token], at: int) -> Hit[T] | None:
        """The longest surface that begins at token `at`."""
        seconds = self._known.get(words[at].lower)
        if seconds is None:
            return None
        if at + 1 < len(words):
            for entry in seconds.get(words[at + 1].lower, ()):
                if entry.check(words[at].text, entry.first) and _goes_on(words, at, entry.lower):
                    return Hit(at + len(entry.lower), entry.value)
        for entry in seconds.get("", ()):
            if entry.check(words[at].text, entry.first):
                return Hit(at + 1, entry.value)
        return None


def _goes_on(words: Sequence[Token], at: int, lower: tuple[str, ...]) -> bool:
    size = len(lower)
    return at + size <= len(words) and all(words[at + i].lower == lower[i] for i in range(2, size))


def _check(first: str, any_case: bool) -> Callable[[str, str], bool]:
    if any_case or first[0].islower():
        return _any
    return _exact if first.isupper() and len(first) <= 3 else _capital


def _any(_written: str, _surface: str) -> bool:
    return True


def _exact(written: str, surface: str) -> bool:
    return written == surface


def _capital(written: str, _surface: str) -> bool:
    return not written[0].islower()
