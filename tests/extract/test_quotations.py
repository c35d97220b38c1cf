"""Which words stand in quotation marks and who says them, over unusual marks, shapes and places: a phrase a row."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wireledger.annotate import annotate
from wireledger.extract.speech import utterances
from wireledger.extract.view import view
from wireledger.model import Block, BlockKind, Report, Source, Span

TABLE = Path(__file__).with_name("quotation_phrases.tsv")
ROWS = [
    line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:] if line and not line.startswith("#")
]


def plain(words: str) -> str:
    """The words alone, without marks."""
    return " ".join(re.findall(r"\w+", words.replace("_", " ")))


def quoted(kind: BlockKind, paragraphs: list[str]) -> list[tuple[str, str]]:
    """Who is quoted for which words in quotation marks."""
    text = "\n\n".join(paragraphs)
    blocks = tuple(Block(Span(at := text.index(p), at + len(p)), kind) for p in paragraphs)
    made = Report("r1", text, Source(None, None), blocks=blocks)
    document = annotate(made)
    found = utterances(document, [view(s) for s in document.sentences])
    return [
        (u.speaker.words if u.speaker else "", plain(" ".join(part.of(text) for part in u.parts)))
        for u in found
        if u.direct
    ]


@pytest.mark.parametrize(("kind", "text", "expected"), ROWS, ids=[row[1] for row in ROWS])
def test_who_is_quoted(kind: BlockKind, text: str, expected: str) -> None:
    told = [tuple(one.split(": ", 1)) for one in expected.split(" | ") if one]
    assert quoted(kind, text.split(" ¶ ")) == told


def test_the_table_is_wide() -> None:
    assert len(ROWS) >= 100
    assert sum(not expected for _, _, expected in ROWS) >= 9
