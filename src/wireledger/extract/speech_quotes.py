"""Finds the quotations of a report: words in marks, over sentences and over paragraphs that open the mark again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from wireledger.extract.view import View
from wireledger.model import Span

MARKS = frozenset(('"', "'"))
DASHES = frozenset("- — –".split())
_EMPHASIS = frozenset("*_")
_NONE = -9  # no block, nor the one before any block


class Place(NamedTuple):
    """A token: the sentence's position in the views, and the token's in the sentence."""

    sentence: int
    token: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation from its `first` word to its `last` (inclusive), and where it stands, a span for each block."""

    first: Place
    last: Place
    spans: tuple[Span, ...]
    words: int

    @property
    def span(self) -> Span:
        """All of it."""
        return Span(self.spans[0].start, self.spans[-1].stop)


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of a report, and which one stands at a token."""

    all: tuple[Quotation, ...]
    at: dict[Place, int]

    def starting(self, sentence: int, token: int) -> Quotation | None:
        """The quotation whose first word is this token."""
        found = self.holding(sentence, token)
        return found if found is not None and found.first == (sentence, token) else None

    def ending(self, sentence: int, token: int) -> Quotation | None:
        """The quotation whose last word is this token."""
        found = self.holding(sentence, token)
        return found if found is not None and found.last == (sentence, token) else None

    def holding(self, sentence: int, token: int) -> Quotation | None:
        """The quotation a token is in."""
        number = self.at.get(Place(sentence, token))
        return None if number is None else self.all[number]


def is_mark(view: View, at: int) -> bool:
    """Whether a token is a quotation mark, not an apostrophe nor one of a quotation within another.

    A sign of emphasis that touches a mark (`*"We wait,"*`) counts as a part of it.
    """
    word, quoted = view.lower(at), view.sentence.quoted
    if word in _EMPHASIS and not quoted[at]:
        return _touches_mark(view, at)
    if word not in MARKS or quoted[at]:
        return False
    return word == '"' or any(quoted[max(0, at - 3) : at + 4])


def past_dash(view: View, at: int) -> int:
    """The token behind the mark that stands before token `at`, past a dash between: '"We wait," - | said Berg'."""
    back = at
    if view.lower(back - 1) in DASHES:
        back -= 1
    if view.lower(back - 1) == "," and is_mark(view, back - 2):
        back -= 1
    return back if is_mark(view, back - 1) else at


def _touches_mark(view: View, at: int) -> bool:
    tokens = view.sentence.tokens
    for step in (1, -1):
        beside = at
        while view.lower(beside) in _EMPHASIS and 0 <= beside + step < len(tokens):
            left, right = sorted((beside, beside + step))
            if tokens[left].stop < tokens[right].start:
                break
            beside += step
        if view.lower(beside) in MARKS:
            return True
    return False


def quotations(views: Sequence[View]) -> Quotations:
    """All quotations of a report in order of place."""
    runs: list[list[Place]] = []
    open_block = _NONE
    for number, view in enumerate(views):
        quoted = view.sentence.quoted
        if True not in quoted:
            open_block = _NONE
            continue
        for token, inside in enumerate(quoted):
            if not inside:
                reopens = token < 2 and view.lower(token) in MARKS and open_block == view.sentence.block - 1
                open_block = open_block if reopens else _NONE
                continue
            if open_block in (view.sentence.block, view.sentence.block - 1) and runs:
                runs[-1].append(Place(number, token))
            else:
                runs.append([Place(number, token)])
            open_block = view.sentence.block
    kept = tuple(_quotation(views, run) for run in runs)
    at = {place: number for number, run in enumerate(runs) for place in run}
    return Quotations(kept, at)


def _quotation(views: Sequence[View], run: list[Place]) -> Quotation:
    spans: list[Span] = []
    block = -1
    for place in run:
        sentence = views[place.sentence].sentence
        token = sentence.tokens[place.token]
        if sentence.block == block:
            spans[-1] = Span(spans[-1].start, token.stop)
        else:
            spans.append(Span(token.start, token.stop))
        block = sentence.block
    return Quotation(run[0], run[-1], tuple(spans), len(run))
