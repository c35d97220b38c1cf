"""Tables of sentences and what is told in them: a column of text, a column of readings that `; ` separates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from wireledger.annotate import annotate
from wireledger.extract.view import View, view
from wireledger.model import Block, Claim, Contact, Document, Membership, Report, Source, Span, day
from wireledger.model.show import event_text, interval_text

ON = date(2023, 4, 20)
Rule = Callable[[Document, list[View]], tuple[Claim, ...]]


class Row(NamedTuple):
    """A text of a Thursday in April and all that it tells; nothing for a text that must stay silent."""

    text: str
    readings: tuple[str, ...]

    def __str__(self) -> str:
        return self.text


def rows(table: str) -> list[Row]:
    """The rows of a table beside this file."""
    lines = Path(__file__).with_name(table).read_text(encoding="utf-8").splitlines()[1:]
    cells = [line.split("\t") for line in lines if not line.startswith("#")]
    return [Row(text, tuple(told.split("; ")) if told else ()) for text, told in cells]


def claims(rule: Rule, text: str, title: str | None = None) -> tuple[Claim, ...]:
    """What a rule reads in a text."""
    document = annotate(Report("r", text, Source(published=day(ON)), title))
    return rule(document, [view(sentence) for sentence in document.sentences])


def shown(claim: Claim) -> str:
    """The event in a line, its mood and its days."""
    event = claim.event
    assert isinstance(event, Contact | Membership)
    return f"{event_text(event)} {claim.mood} {interval_text(event.when.interval if event.when else None)}"


def transcript(title: str, *turns: str, opening: str = "") -> tuple[Document, list[View]]:
    """A page of turns of speech, behind a line that tells where it was."""
    lines = (opening, *turns) if opening else turns
    text, blocks = "\n".join(lines), []
    for line in lines:
        start = text.index(line)
        blocks.append(Block(Span(start, start + len(line)), "dateline" if line == opening else "turn"))
    document = annotate(Report("r", text, Source(published=day(ON)), title, blocks=tuple(blocks)))
    return document, [view(sentence) for sentence in document.sentences]
