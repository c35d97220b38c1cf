"""Items against a table of phrases: what stands in square brackets is one thing of this category and model."""

from __future__ import annotations

import pytest
from tests.annotate.marked import Row, rows

from wireledger.annotate import annotate
from wireledger.model import Item


@pytest.mark.parametrize("row", rows("items_phrases.tsv"), ids=str)
def test_items(row: Row) -> None:
    read = [
        (sentence.place(mention.first, mention.last).of(row.report.text), shown(mention.thing))
        for sentence in annotate(row.report).sentences
        for mention in sentence.mentions
        if isinstance(mention.thing, Item)
    ]
    assert read == list(zip(row.words, row.readings, strict=True))


def shown(item: Item) -> str:
    """An item as the table writes it: its category, and its model where one is named."""
    return f"{item.category} {item.model}" if item.model else item.category
