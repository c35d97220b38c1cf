"""The matrix as it is shown: its picture, and the same as a table and as records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wireledger.serve.front import range_words
from wireledger.serve.lists import donor_name
from wireledger.serve.pictures.drawing import COUNTED, Box, Drawing, Drawn, ends, measure_words
from wireledger.serve.pictures.matrix import Column, Matrix, link_of, matrix
from wireledger.serve.pictures.matrix_picture import KINDS, ROWS, matrix_picture
from wireledger.serve.pictures.tally import COUNT, PLEDGES, Sum, Tally
from wireledger.serve.words import counted, word

CELLS = 120  # rows of the table
COLUMNS = (
    *("donor", "category", "unit", "currency", "pledges", "promised_low", "promised_high", "delivered_low"),
    *("delivered_high", "open_low", "open_high", "unknown", "joint", "doubtful", "link"),
)
HEAD = ("donor", "category", "pledges", "promised", "delivered", "open", "unknown", "joint")


def drawn_matrix(tally: Tally, bits: int, asking: Drawing) -> Drawn:
    """The matrix of the pledges at some places, as a picture and a table."""
    measure = asking["measure"]
    made = matrix(tally.lines(bits, measure), measure, asking.asked.donor)
    places = {code: n for n, code in enumerate(made.donors)} | {column: n for n, column in enumerate(made.columns)}
    ordered = sorted(made.cells.items(), key=lambda pair: (places[pair[0][0]], places[pair[0][1]]))
    title = word("matrix.title", measure=measure_words(measure))
    return Drawn(
        matrix_picture(made, asking, title),
        HEAD,
        tuple(_row(code, column, told_, asking) for (code, column), told_ in ordered[:CELLS]),
        tuple(_record(code, column, told_, asking) for (code, column), told_ in ordered),
        tuple(_notes(made, measure, len(ordered))),
    )


def _row(code: str, column: Column, sum_: Sum, asking: Drawing) -> tuple[Box, ...]:
    known = sum_.lines > sum_.unknown
    told_ = (sum_.promised, sum_.delivered, sum_.promised - sum_.delivered)
    return (
        Box(donor_name(code), link_of(asking, code, None)),
        Box(column.words, link_of(asking, None, column)),
        Box(str(sum_.lines), link_of(asking, code, column), True),
        *(Box(range_words(amount) if known else word("not_told"), None, True) for amount in told_),
        Box(str(sum_.unknown or ""), None, True),
        Box(str(sum_.joint or ""), None, True),
    )


def _record(code: str, column: Column, sum_: Sum, asking: Drawing) -> dict[str, Any]:
    measure = asking["measure"]
    return {
        "donor": None if code == "none" else code,
        "category": None if column.category == "none" else column.category,
        "unit": column.unit if measure == COUNT else None,
        "currency": measure.upper() if measure not in COUNTED else None,
        "pledges": sum_.lines,
        **ends("promised", sum_.promised),
        **ends("delivered", sum_.delivered),
        **ends("open", sum_.promised - sum_.delivered),
        "unknown": sum_.unknown,
        "joint": sum_.joint,
        "doubtful": sum_.doubtful,
        "link": link_of(asking, code, column),
    }


def _notes(made: Matrix, measure: str, cells: int) -> Iterable[str]:
    if unknown := sum(one.unknown for one in made.columns.values()):
        yield counted("matrix.unknown", unknown)
    if any(one.joint for one in made.cells.values()):
        yield word("matrix.joint.each" if measure == PLEDGES else "matrix.joint")
    if doubtful := sum(one.doubtful for one in made.columns.values()):
        yield counted("matrix.doubtful", doubtful)
    if len(made.donors) > ROWS or len(made.columns) > KINDS:
        donors, kinds = counted("matrix.donors", len(made.donors)), counted("matrix.kinds", len(made.columns))
        yield word("matrix.limit", donors=donors, kinds=kinds, rows=ROWS, columns=KINDS)
    if cells > CELLS:
        yield word("matrix.cells", shown=CELLS, n=cells)
