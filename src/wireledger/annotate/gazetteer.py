"""Finds known words of several tokens: the longest surface that begins at a token.

A surface with capitals must be written with a capital where its first letter has one; a short one that is all capitals
("US", "IT") must be written just so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from wireledger.annotate.tokens import tokens
from wireledger.model import Token

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """What a surface stands for, and the token behind its last."""

    last: int
    value: T


class _Surface(NamedTuple, Generic[T]):
    words: tuple[str, ...]
    lower: tuple[str, ...]
    check: Callable[[str, str], bool]
    value: T


class Gazetteer(Generic[T]):
    """Surfaces and what they stand for; where two are alike the first one given wins."""

    def __init__(self, surfaces: Iterable[tuple[str, T]], any_case: bool = False) -> None:
        self._by_first: dict[str, list[_Surface[T]]] = {}
        seen: set[tuple[str, ...]] = set()
        for surface, value in surfaces:
            words = tuple(t.text for t in tokens(surface, 0, len(surface)))
            if not words or words in seen:
                continue
            seen.add(words)
            entry = _Surface(words, tuple(w.lower() for w in words), _check(words[0], any_case), value)
            self._by_first.setdefault(entry.lower[0], []).append(entry)
        for entries in self._by_first.values():
            entries.sort(key=lambda e: -len(e.words))

    def __contains__(self, lower: str) -> bool:
        return lower in self._by_first

    def match(self, words: Sequence[Token], at: int) -> Hit[T] | None:
        """The longest surface that begins at token `at`."""
        entries = self._by_first.get(words[at].lower)
        if entries is None:
            return None
        for entry in entries:
            size = len(entry.words)
            if at + size > len(words) or not entry.check(words[at].text, entry.words[0]):
                continue
            if size == 1 or all(words[at + i].lower == entry.lower[i] for i in range(1, size)):
                return Hit(at + size, entry.value)
        return None


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
