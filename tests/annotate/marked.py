"""Tables of sentences whose square brackets mark the words to be found; `|` separates what each of them means.

Line wraps and rare marks are written as in Python source (backslash n, backslash u00a0).
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from wireledger.model import Report, Source, day

_BRACKET = re.compile(r"\[(.*?)\]", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:n|r|u[0-9a-f]{4})")


class Row(NamedTuple):
    """A text without its brackets, what stood in them, and what that should be read as."""

    report: Report
    words: tuple[str, ...]
    readings: tuple[str, ...]

    def __str__(self) -> str:
        return self.report.text.encode("unicode_escape").decode()


def rows(table: str) -> list[Row]:
    """The rows of a table beside this file; a third column is the report's day."""
    lines = Path(__file__).with_name(table).read_text(encoding="utf-8").splitlines()[1:]
    return [_row(*line.split("\t")) for line in lines if not line.startswith("#")]


def report(text: str, on: date | None = None) -> Report:
    """A report of this text."""
    return Report("r", text, Source(published=day(on) if on else None))


def _row(marked: str, readings: str, on: str = "2023-05-10") -> Row:
    marked = _ESCAPE.sub(lambda m: m[0].encode().decode("unicode_escape"), marked)
    text = _BRACKET.sub(r"\1", marked)
    parts = tuple(readings.split(" | ")) if readings else ()
    found = _BRACKET.findall(marked)
    return Row(report(text, date.fromisoformat(on)), tuple(found), parts)
