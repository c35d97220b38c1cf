"""The matrix as a picture: a figure and a bar in each cell, the delivered part of the bar filled."""

from __future__ import annotations

from collections.abc import Iterator

from wireledger.serve.drawn import Picture, Shape, group, line, linked, rect, text
from wireledger.serve.front import range_words
from wireledger.serve.lists import donor_name
from wireledger.serve.pictures.drawing import Drawing, lines_of, promised_key, share, short
from wireledger.serve.pictures.matrix import Column, Matrix, link_of
from wireledger.serve.pictures.tally import COUNT, Sum
from wireledger.serve.words import counted, word

LEFT, TOP, WIDE, HIGH, GAP = 148.0, 58.0, 68.0, 50.0, 4.0
ROWS, KINDS = 24, 11  # donors and kinds that it has
LETTERS = 12  # of a column's name in a line


def matrix_picture(made: Matrix, asking: Drawing, title: str) -> Picture:
    """The picture of the donors and kinds most told of."""
    donors, columns = [*made.donors][:ROWS], [*made.columns][:KINDS]
    width, height = LEFT + WIDE * max(len(columns), 4), TOP + HIGH * max(len(donors), 1)
    shapes = [*_heads(columns, asking), *_names(donors, asking), *_rules(donors, width)]
    shapes += _cells(made, donors, columns, asking)
    return Picture("matrix", title, _told(made, donors, columns), width, height, group(shapes), promised_key())


def _told(made: Matrix, donors: list[str], columns: list[Column]) -> str:
    if not donors:
        return word("picture.none")
    lines = sum(one.lines for one in made.columns.values())
    return word(
        "matrix.told",
        pledges=counted("kinds.pledge", lines),
        donor=donor_name(donors[0]),
        most=counted("kinds.pledge", made.donors[donors[0]].lines),
        kind=columns[0].words,
        arrived=sum(one.arrived for one in made.columns.values()),
    )


def _heads(columns: list[Column], asking: Drawing) -> Iterator[Shape]:
    for n, column in enumerate(columns):
        words = lines_of(column.words, LETTERS)
        x, y = LEFT + WIDE * n + WIDE / 2, TOP - 10 - 13 * (len(words) - 1)
        told = [text(x, y + 13 * k, one, anchor="middle", size=11, look="d-soft") for k, one in enumerate(words)]
        yield linked(link_of(asking, None, column), told, column.words)


def _names(donors: list[str], asking: Drawing) -> Iterator[Shape]:
    for n, code in enumerate(donors):
        words, y = lines_of(donor_name(code), 21, 2), TOP + HIGH * n + HIGH / 2 + 4
        told = [text(0, y + 13 * k - 6 * (len(words) - 1), one, size=12, look="d-words") for k, one in enumerate(words)]
        yield linked(link_of(asking, code, None), told, donor_name(code))


def _rules(donors: list[str], width: float) -> Iterator[Shape]:
    for n in range(len(donors) + 1):
        yield line(0, TOP + HIGH * n, width, TOP + HIGH * n, look="d-rule stroke", stroke_width=0.6)


def _cells(made: Matrix, donors: list[str], columns: list[Column], asking: Drawing) -> Iterator[Shape]:
    """The cells; lengths of bars compare within a column where things are counted, else everywhere."""
    shown = {
        (k, n): one for n, c in enumerate(donors) for k, col in enumerate(columns) if (one := made.cells.get((c, col)))
    }
    most: dict[int, float] = {}
    for (k, _), told in shown.items():
        scale = k if asking["measure"] == COUNT else 0
        most[scale] = max(most.get(scale, 0.0), told.promised.low or told.promised.high or 0.0)
    for (k, n), told in shown.items():
        x, y = LEFT + WIDE * k + GAP, TOP + HIGH * n + GAP
        shapes = _cell(x, y, told, most[k if asking["measure"] == COUNT else 0])
        name = f"{donor_name(donors[n])}, {columns[k].words}: {cell_words(told)}"
        yield linked(link_of(asking, donors[n], columns[k]), shapes, name)


def _cell(x: float, y: float, told: Sum, most: float) -> list[Shape]:
    wide, high = WIDE - 2 * GAP, HIGH - 2 * GAP
    whole, came = (
        max(share(amount, most), 0.02) if amount.high != 0 else 0 for amount in (told.promised, told.delivered)
    )
    figure = short(told.promised) or (f"? ×{told.lines}" if told.unknown else "0")
    arrived = short(told.delivered)
    shapes = [rect(x, y, wide, high, look="d-ground", round=3)]
    shapes.append(text(x + 6, y + (16 if arrived else 20), figure, size=13, look="d-words", font_weight=600))
    if arrived:
        shapes.append(text(x + 6, y + 29, f"✓ {arrived}", size=10.5, look="d-words"))
    bar = wide - 12
    shapes.append(rect(x + 6, y + high - 9, bar * min(whole, 1), 5, look="d-promised"))
    shapes.append(rect(x + 6, y + high - 9, bar * min(came, whole, 1), 5, look="d-delivered"))
    return shapes


def cell_words(told: Sum) -> str:
    """A sum in words: how many pledges, what was promised, what arrived, what is not known."""
    parts = [counted("kinds.pledge", told.lines)]
    if told.lines > told.unknown:
        parts.append(word("cell.promised", amount=range_words(told.promised)))
        parts.append(word("cell.delivered", amount=range_words(told.delivered)))
    if told.unknown:
        parts.append(counted("matrix.unknown", told.unknown))
    return "; ".join(parts)
