"""Tells which words stand in quotation marks, over the sentences of a block and quotes that run into the next one.

A mark opens where space is before it and a word behind it, and closes the other way round; only where neither tells
does it change what was. `''` is a mark like `"`. Single marks are quotation marks where no double quotation is open and
a word is not merely shortened; within a double quotation they belong to the words, as does a whole quotation within
another. Where a mark was forgotten, `forgotten` tells where the words begin or end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wireledger.annotate.forgotten import never_opened, unclosed
from wireledger.model import Token

_BEFORE = frozenset("([—–-/*_>")
_BEHIND = frozenset(")].,;:!?—–-/*_")
_CLOSED_BY = frozenset(".,!?;:)—–")


@dataclass(slots=True)
class QuoteState:
    """Whether a quotation is open. A block's end closes it: one that goes on is opened again by its own mark.

    `lone` where the block has only one double mark.
    """

    open: bool = False
    single: bool = False
    lone: bool = False

    def new_block(self, words: Sequence[Token]) -> None:
        """A new block begins, of these words."""
        self.open = self.single = False
        self.lone = sum(word.text == '"' for word in words) == 1


def quoted(words: Sequence[Token], state: QuoteState) -> tuple[bool, ...]:
    """For each token whether it is spoken; the marks themselves are not, but for those of a quotation within one."""
    inside: list[bool] = []
    at = 0
    while at < len(words):
        size = _mark(words, at)
        if size == 0 or (size == 1 and words[at].text == "'" and not _turn_single(words, at, state)):
            inside.append(state.open)
            at += 1
            continue
        inner = _inner_stop(words, at, size, state) if words[at].text == '"' else 0
        if inner:
            inside += [True] * (inner - at)
            at = inner
            continue
        if words[at].text == '"' or size == 2:
            if never_opened(words, at, at + size, state.open or any(inside)):
                inside = [True] * len(inside)
            state.open = _opens(words, at, at + size, state.open)
            state.single = False
        inside += [False] * size
        at += size
        if state.lone and state.open and words[at - 1].text == '"' and (stop := unclosed(words, at)):
            state.open = False
            return (*inside, *(i < stop for i in range(at, len(words))))
    return tuple(inside)


def _mark(words: Sequence[Token], at: int) -> int:
    """How many tokens a mark that begins here takes: 0 for none."""
    text = words[at].text
    if text == '"':
        return 1
    if text != "'":
        return 0
    return 2 if at + 1 < len(words) and words[at + 1].text == "'" and words[at + 1].start == words[at].stop else 1


def _opens(words: Sequence[Token], first: int, last: int, is_open: bool) -> bool:
    """Whether a quotation is open behind the mark at tokens `first` up to `last`."""
    before = _gap_before(words, first)
    behind = _gap_behind(words, last)
    return not is_open if before == behind else before


def _inner_stop(words: Sequence[Token], at: int, size: int, state: QuoteState) -> int:
    """The token behind a quotation within the one that is open, where both are closed in the sentence; else 0."""
    if not state.open or not _gap_before(words, at) or _gap_behind(words, at + size):
        return 0
    depth, inner = 1, 0
    for i in range(at + size, len(words)):
        if words[i].text == "'" and state.single and inner and _closes_single(words, i):
            return inner
        if words[i].text != '"':
            continue
        opens = _gap_before(words, i) and not _gap_behind(words, i + 1)
        depth += 1 if opens else -1
        inner = inner or (i + 1 if depth == 0 else 0)
        if depth < 0:
            return inner
    return 0


def _gap_before(words: Sequence[Token], at: int) -> bool:
    return at == 0 or words[at - 1].stop < words[at].start or words[at - 1].text in _BEFORE


def _gap_behind(words: Sequence[Token], at: int) -> bool:
    return at >= len(words) or words[at].start > words[at - 1].stop or words[at].text in _BEHIND


def _turn_single(words: Sequence[Token], at: int, state: QuoteState) -> bool:
    """Takes a single mark as the start or end of a quotation, where it is one."""
    if state.single:
        if not _closes_single(words, at):
            return False
        state.open = state.single = False
        return True
    if state.open or not _gap_before(words, at) or _gap_behind(words, at + 1):
        return False
    if words[at + 1].text[0].isdigit() or not (at == 0 or _closed_later(words, at)):
        return False
    state.open = state.single = True
    return True


def _closed_later(words: Sequence[Token], at: int) -> bool:
    return any(words[i].text == "'" and _closes_single(words, i) for i in range(at + 2, len(words)))


def _closes_single(words: Sequence[Token], at: int) -> bool:
    """A single mark ends a quotation unless it is the possessive of a plural."""
    if not _gap_behind(words, at + 1) or at == 0 or words[at - 1].stop < words[at].start:
        return False
    if words[at - 1].text in _CLOSED_BY or at + 1 >= len(words) or words[at + 1].text in _BEHIND:
        return True
    return not words[at - 1].lower.endswith("s")
