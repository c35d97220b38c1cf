"""Tells which words stand in quotation marks, over the sentences of a block and quotes that run into the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wireledger.model import Token


@dataclass(slots=True)
class QuoteState:
    """Whether a quotation is open. A block's end closes it: one that goes on is opened again by its own mark."""

    open: bool = False

    def new_block(self) -> None:
        """A new block begins."""
        self.open = False


def quoted(words: Sequence[Token], state: QuoteState) -> tuple[bool, ...]:
    """For each token whether it is spoken; the marks themselves are not."""
    inside: list[bool] = []
    for at, word in enumerate(words):
        if word.text == '"':
            state.open = not state.open if at or not state.open else False
            inside.append(False)
        elif word.text == "'" and at + 1 < len(words) and words[at + 1].text == "'":
            state.open = not state.open
            inside.append(False)
        else:
            inside.append(state.open)
    return tuple(inside)
