"""Pieces of a text as HTML: coloured by field, described for those who do not see colours, every character escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from wireledger.serve.links import words_link
from wireledger.serve.marks import FIELDS, Mark, Piece, Region
from wireledger.serve.words import told, word


@dataclass(frozen=True, slots=True)
class Focus:
    """The claim (and the field of it) that a reader came for; `start` is where its first words begin."""

    claim: str | None = None
    field: str | None = None
    start: int | None = None


NOTHING = Focus()
"""No claim is looked for."""


def focus_on(marks: Iterable[Mark], claim: str | None, field: str | None) -> Focus:
    """The focus, with the place its words begin: the field's where it was read from words, else the claim's."""
    mine = [mark for mark in marks if mark.claim == claim]
    wanted = [mark for mark in mine if mark.field == field] or [mark for mark in mine if mark.field is None]
    return Focus(claim, field, min((mark.span.start for mark in wanted), default=None))


@dataclass(frozen=True, slots=True)
class Ties:
    """What ties the words of a report to the fields read from them: a name for each, and the address of its words."""

    report: str
    places: Mapping[str, int]

    def name(self, claim: str, field: str) -> str:
        """The name of a field of a claim."""
        return f"c{self.places.get(claim, 'x')}-{''.join(c if c.isalnum() else '_' for c in field)}"

    def link(self, claim: str, field: str) -> str:
        """Where it is written."""
        return words_link(self.report, claim, field)


def rendered(region: Region, focus: Focus, ties: Ties | None = None) -> Markup:
    """A region's text with its marks; with the tags taken off it is the text. With `ties`, its words are links."""
    return Markup("").join(_piece(piece, focus, ties) for piece in region.pieces)


def _piece(piece: Piece, focus: Focus, ties: Ties | None) -> Markup:
    here = Markup(' id="words"') if piece.start == focus.start else Markup("")
    fields = sorted((m for m in piece.marks if m.field), key=lambda m: _rank(m, focus))
    if not piece.marks:
        return escape(piece.text)
    classes = " ".join(dict.fromkeys(_classes(piece.marks, fields, focus)))
    if not fields:
        return Markup('<span{} class="{}">{}</span>').format(here, classes, piece.text)
    titles = "; ".join(dict.fromkeys(_title(mark) for mark in fields))
    label = word("mark.label", fields=titles, words=" ".join(piece.text.split()))
    if not piece.text.strip():
        return Markup('<mark{} class="{}">{}</mark>').format(here, classes, piece.text)
    if ties:
        link = ties.link(fields[0].claim, fields[0].field or "")
        names = " ".join(dict.fromkeys(ties.name(mark.claim, mark.field or "") for mark in fields))
        tied = Markup('<mark{} class="{}" title="{}"><a href="{}" data-tie="{}" aria-label="{}">{}</a></mark>')
        return tied.format(here, classes, titles, link, names, label, piece.text)
    return Markup('<mark{} class="{}" title="{}" aria-label="{}">{}</mark>').format(
        here, classes, titles, label, piece.text
    )


def _rank(mark: Mark, focus: Focus) -> tuple[bool, bool, int]:
    order = FIELDS.index(mark.field) if mark.field in FIELDS else len(FIELDS)
    mine = mark.claim == focus.claim
    return not mine, not (mine and mark.field == focus.field), order


def _classes(marks: tuple[Mark, ...], fields: list[Mark], focus: Focus) -> list[str]:
    mine = [mark for mark in marks if mark.claim == focus.claim]
    told_classes = ["claim"]
    if fields:
        told_classes.append(colour(fields[0].field))
    if fields and fields[0].carried:
        told_classes.append("carried")
    # Inside the words of the chosen claim stand words of its neighbours too: those stay in the background.
    if mine and (not fields or fields[0].claim == focus.claim):
        told_classes.append("mine")
    if focus.field and any(mark.field == focus.field for mark in mine):
        told_classes.append("focus")
    return told_classes


def colour(field: str | None) -> str:
    """The class of a field's colour; fields nobody knows share one."""
    return f"f-{field}" if field in FIELDS else "f-other"


def _title(mark: Mark) -> str:
    name = told("field", mark.field or "")
    return word("mark.carried", field=name) if mark.carried else name
