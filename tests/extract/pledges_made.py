"""Made-up reports for the tests of pledges, and what is read of them."""

from __future__ import annotations

from datetime import date

from wireledger.annotate import annotate
from wireledger.extract.pledges import pledges
from wireledger.extract.view import View, view
from wireledger.model import Block, Claim, Document, Interval, Pledge, Report, Source, Span

ON = Interval(date(2024, 7, 10), date(2024, 7, 11))


def report(*paragraphs: str, speaks_for: str | None = None, title: str | None = None) -> Report:
    """A report of 10 July 2024 whose text is these paragraphs."""
    text = "\n\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(start, start + len(paragraph)), "paragraph"))
        start += len(paragraph) + 2
    return Report("r1", text, Source(speaks_for=speaks_for, published=ON), title=title, blocks=tuple(blocks))


def document(*paragraphs: str, speaks_for: str | None = None, title: str | None = None) -> Document:
    """The report of these paragraphs, marked up."""
    return annotate(report(*paragraphs, speaks_for=speaks_for, title=title))


def views(made: Document) -> list[View]:
    """The sentences of a document made ready for the readers."""
    return [view(sentence) for sentence in made.sentences]


def only_view(sentence: str) -> View:
    """The one sentence of a report, made ready for the readers."""
    (made,) = views(document(sentence))
    return made


def claims(*paragraphs: str, speaks_for: str | None = None) -> list[tuple[Claim, Pledge]]:
    """The pledge claims of a report of these paragraphs, in order of place."""
    made = document(*paragraphs, speaks_for=speaks_for)
    return [(c, c.event) for c in pledges(made, views(made)) if isinstance(c.event, Pledge)]
