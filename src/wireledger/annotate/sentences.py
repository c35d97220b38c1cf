"""Cuts the tokens of a block into sentences."""

from __future__ import annotations

from collections.abc import Iterator

from wireledger.model import Token

_ENDS = frozenset(".!?")
_CLOSERS = frozenset("\"')]*_")
_OPENERS = frozenset("\"'([*_")
_STARTERS = frozenset(
    "the a an he she it they we i you this that these those in on at but and as for if when while after before since"
    " his her its their our my there here by with however meanwhile also so what who how why according earlier later"
    " asked last both some many more all one no not now today".split()
)
_WITHIN = frozenset(",;:")
_SMALL_NAMES = frozenset(("von", "van", "bin", "ibn"))
_ABBREVIATIONS = frozenset("u.s. u.k. u.n. e.u. a.m. p.m. jr. sr. inc. ltd. corp. d.c.".split())


def sentences(words: list[Token]) -> Iterator[list[Token]]:
    """The sentences of one block; none is empty."""
    start = 0
    position = 0
    count = len(words)
    while position < count:
        if _ends(words, position):
            stop = position + 1
            while stop < count and words[stop].text in _CLOSERS and words[stop].start <= words[stop - 1].stop:
                stop += 1
            yield words[start:stop]
            start = position = stop
        else:
            position += 1
    if start < count:
        yield words[start:]


def _ends(words: list[Token], position: int) -> bool:
    word = words[position]
    if word.text in _ENDS:
        following = _following(words, position)
        return following is None or (following.start > word.stop and _may_begin(following))
    if word.lower in _ABBREVIATIONS:
        following = _following(words, position)
        return following is not None and following.text[0].isupper() and following.lower in _STARTERS
    return False


def _may_begin(word: Token) -> bool:
    """A sentence begins with no comma nor small letter, but for names that do ("von der Leyen", "el-Sisi")."""
    if word.text in _WITHIN:
        return False
    return not word.text[0].islower() or word.lower in _SMALL_NAMES or word.lower.startswith(("el-", "al-"))


def _following(words: list[Token], position: int) -> Token | None:
    """The next word that is no quotation mark or bracket."""
    for word in words[position + 1 : position + 5]:
        if word.text not in _CLOSERS and word.text not in _OPENERS:
            return word
    return None
