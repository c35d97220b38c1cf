"""Counts and sums against a table of phrases: what stands in square brackets is read so, and all else is silent."""

from __future__ import annotations

import pytest
from tests.annotate.marked import Row, rows

from wireledger.annotate import annotate
from wireledger.model import Money, Quantity, Report

ROWS = rows("amounts_phrases.tsv")


def end(value: float | None) -> str:
    return "" if value is None else f"{value:g}" if value < 1e6 else str(int(value))


def shown(thing: Quantity | Money) -> str:
    """An amount as the table writes it: "14..", "20..30 ~", "5000000..5000000 USD", "?" for an unknown currency."""
    rough = " ~" if thing.approximate else ""
    currency = f" {thing.currency or '?'}" if isinstance(thing, Money) else ""
    return f"{end(thing.low)}..{end(thing.high)}{rough}{currency}"


def read(report: Report) -> list[tuple[str, str]]:
    """The words and the value of every amount, in order of place."""
    return [
        (sentence.place(mention.first, mention.last).of(report.text), shown(mention.thing))
        for sentence in annotate(report).sentences
        for mention in sentence.mentions
        if isinstance(mention.thing, Quantity | Money)
    ]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_amounts(row: Row) -> None:
    assert read(row.report) == list(zip(row.words, row.readings, strict=True))


def test_the_table_is_wide() -> None:
    assert len(ROWS) >= 90
