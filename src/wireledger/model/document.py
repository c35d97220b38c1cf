"""A report with its sentences and what they mention: all that extraction may look at.

Token and mention positions inside a sentence are indexes into its tokens; `span`s are places in the report's text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from wireledger.model.amounts import Money, Quantity
from wireledger.model.days import Days
from wireledger.model.party import Item, Party, Place
from wireledger.model.report import BlockKind, Report
from wireledger.model.span import Span
from wireledger.model.tree import Tree

Thing = Party | Place | Quantity | Money | Item | Days


class Token(NamedTuple):
    """One word, number or mark: `text` normalised (plain quotes and spaces), offsets in the report's own text."""

    text: str
    lower: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` up to but without `last` of a sentence, and the one thing they stand for.

    `borrowed` is where that stood which the words leave out and the thing has all the same: the sum whose currency a
    bare "33 billion" takes.
    """

    first: int
    last: int
    thing: Thing
    borrowed: Span | None = None


@dataclass(frozen=True, slots=True)
class Speech:
    """Words somebody is quoted for: `words` is a place in the text, without the quotation marks where direct."""

    words: Span
    direct: bool
    speaker: str | None
    cue: str | None
    speaker_span: Span | None = None
    cue_span: Span | None = None
    speaker_party: Party | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its tokens, its mentions in order of place, and the block it stands in."""

    index: int
    block: int
    block_kind: BlockKind
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    quoted: tuple[bool, ...] = ()

    @property
    def span(self) -> Span:
        """Where the sentence stands in the text."""
        return Span(self.tokens[0].start, self.tokens[-1].stop)

    def place(self, first: int, last: int) -> Span:
        """The span of tokens `first` up to but without `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].stop)


Trees = Callable[[Sentence], Tree]
"""Draws the tree of a sentence."""


@dataclass(frozen=True, slots=True)
class Document:
    """A report marked up for extraction.

    A title given beside the text is read as sentences too, kept apart since it stands outside the text. Where a
    second reader is wanted, `trees` draws what it reads.
    """

    report: Report
    sentences: tuple[Sentence, ...]
    speeches: tuple[Speech, ...] = ()
    title: tuple[Sentence, ...] = ()
    trees: Trees | None = None


Said = Literal["said", "carried"]
