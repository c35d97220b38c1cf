"""Reads a transcript's turns: "PRESIDENT SMITH: ..." names the speaker of all words up to the next turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wireledger.extract.speech_named import Speaker, named
from wireledger.extract.speech_tease import is_tease
from wireledger.extract.view import View
from wireledger.model import Span

_LONGEST_NAME = 12
_LEAST_TURNS = 2


def turns(views: Sequence[View]) -> Iterator[tuple[int, Speaker, tuple[Span, ...]]]:
    """Each turn of a report: the position of its first view, who speaks, the words of each of its sentences."""
    number = 0
    while number < len(views):
        stop = _stop(views, number)
        first = views[number]
        colon = _colon(first) if first.sentence.block_kind == "turn" and not is_tease(first) else None
        if colon is not None:
            tokens = first.sentence.tokens
            opening = [first.sentence.place(colon + 1, len(tokens))] if colon + 1 < len(tokens) else []
            spans = (*opening, *(view.sentence.span for view in views[number + 1 : stop]))
            if spans:
                yield number, named(first, 0, colon), spans
        number = stop


def running_turns(views: Sequence[View]) -> Iterator[tuple[Span, Speaker]]:
    """From each turn of a transcript to the next, whoever has the word; a report with a single turn is none,
    unless the name is in capitals."""
    opened = [(first.sentence.span.start, speaker) for first, speaker in _openings(views)]
    if not opened or (len(opened) < _LEAST_TURNS and not all(speaker.words.isupper() for _, speaker in opened)):
        return
    ends = [start for start, _ in opened[1:]] + [views[-1].sentence.span.stop]
    for (start, speaker), stop in zip(opened, ends, strict=True):
        yield Span(start, stop), speaker


def _openings(views: Sequence[View]) -> Iterator[tuple[View, Speaker]]:
    seen = -1
    for view in views:
        block = view.sentence.block
        colon = _colon(view) if view.sentence.block_kind == "turn" and block != seen else None
        if colon is not None:
            yield view, named(view, 0, colon)
        seen = block


def _stop(views: Sequence[View], number: int) -> int:
    """The position behind the last view of a block."""
    block = views[number].sentence.block
    while number < len(views) and views[number].sentence.block == block:
        number += 1
    return number


def _colon(view: View) -> int | None:
    return next((at for at in range(1, _LONGEST_NAME) if view.lower(at) == ":"), None)
