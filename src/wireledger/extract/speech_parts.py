"""From tokens of a sentence to places in the text, with all of a quotation that runs over several sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from wireledger.extract.speech_act import Region
from wireledger.extract.speech_quotes import MARKS, Place, Quotation, Quotations, is_mark
from wireledger.extract.view import View
from wireledger.model import Span

_COMMAS = frozenset((",", ":"))


@dataclass(slots=True)
class Words:
    """The words of a report, and which of its quotations are attributed by now."""

    views: Sequence[View]
    quotes: Quotations
    taken: set[Place] = field(default_factory=set)

    def places(self, number: int, regions: Sequence[Region]) -> tuple[Span, ...]:
        """The places of stretches of tokens of one sentence; their quotations are then attributed."""
        return tuple(span for region in regions for span in self._place(number, region))

    def take(self, quote: Quotation) -> None:
        """Counts a quotation as attributed."""
        self.taken.add(quote.first)

    def _place(self, number: int, region: Region) -> list[Span]:
        view = self.views[number]
        first, last = _inside_marks(view, region)
        if last <= first:
            return []
        spans = [view.sentence.place(first, last)]
        head, tail = self.quotes.holding(number, first), self.quotes.holding(number, last - 1)
        if tail is not None and tail.last.sentence > number and last >= _last_word(view):
            spans = _with_tail(spans, tail)
        if head is not None and head.first.sentence < number:
            spans = _with_head(spans, head)
        for at in range(first, last):
            quote = self.quotes.holding(number, at)
            if quote is not None:
                self.taken.add(quote.first)
        return spans


def is_direct(view: View, regions: Sequence[Region], spans: Sequence[Span]) -> bool:
    """Whether at least half of the characters stand inside quotation marks; what other sentences hold of them does."""
    here = sum(view.sentence.tokens[last - 1].stop - view.sentence.tokens[first].start for first, last in regions)
    inside = total = max(0, sum(span.stop - span.start for span in spans) - here)
    for first, last in regions:
        for at in range(first, last):
            size = view.sentence.tokens[at].stop - view.sentence.tokens[at].start
            inside += size if view.sentence.quoted[at] else 0
            total += size if view.lower(at) not in MARKS else 0
    return 2 * inside >= total > 0


def _with_head(spans: list[Span], quote: Quotation) -> list[Span]:
    """The spans with what a quotation holds before them, joined where they touch."""
    earlier = [s for s in quote.spans if s.start < spans[0].start]
    return [*earlier[:-1], Span(earlier[-1].start, spans[0].stop), *spans[1:]] if earlier else spans


def _with_tail(spans: list[Span], quote: Quotation) -> list[Span]:
    """The spans with what a quotation holds behind them, joined where they touch."""
    later = [s for s in quote.spans if s.stop > spans[-1].stop]
    if later and later[0].start < spans[-1].stop:
        return [*spans[:-1], Span(spans[-1].start, later[0].stop), *later[1:]]
    return [*spans, *later]


def _last_word(view: View) -> int:
    stop = len(view.sentence.tokens)
    while stop > 0 and view.lower(stop - 1) in (".", "!", "?", '"', "'"):
        stop -= 1
    return stop


def _inside_marks(view: View, region: Region) -> Region:
    """The region without marks and commas around it, where one quotation fills it."""
    first, last = region
    quoted = view.sentence.quoted
    marked = not _is_mixed(view, region)
    while first < last and (view.lower(first) in _COMMAS or (marked and is_mark(view, first))) and not quoted[first]:
        first += 1
    if first > region[0] or quoted[region[0]]:
        while last > first and is_mark(view, last - 1) and _is_one(quoted, first, last):
            last -= 1
    while last > first and view.lower(last - 1) in _COMMAS:
        last -= 1
    return (first, last)


def _is_mixed(view: View, region: Region) -> bool:
    """Whether a stretch opens with a mark and goes on behind the quotation: '"most people" lie': the mark is kept."""
    (first, last), quoted = region, view.sentence.quoted
    opened = next((at for at in range(first, min(first + 3, last)) if quoted[at]), None)
    if opened is None or opened == first:
        return False
    closed = next((at for at in range(opened, last) if not quoted[at]), last)
    return any(view.lower(at)[0].isalnum() for at in range(closed, last))


def _is_one(quoted: Sequence[bool], first: int, last: int) -> bool:
    """Whether only marks at the end of a stretch are not spoken."""
    spoken = [at for at in range(first, last) if quoted[at]]
    return bool(spoken) and spoken[-1] - first + 1 == len(spoken) and last - spoken[-1] <= 3
