"""Values as cells of a table that a spreadsheet may open: words never begin as a formula does."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
NUMBER = re.compile(r"[+-]?\d[\d.]*(?:[eE][+-]?\d+)?")


def cell(value: Any) -> Any:
    """A value as a cell: a list joined by ";", true and false as words, an object as JSON, nothing as nothing."""
    if isinstance(value, list):
        return tame(";".join(str(one) for one in value))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return str(value).lower()
    return tame(value) if isinstance(value, str) else value


def tame(text: str) -> str:
    """Words with an apostrophe in front where a spreadsheet would take them for a formula; numbers stay numbers."""
    starts = text.lstrip(" ").startswith(STARTS) or text.startswith(STARTS)
    return f"'{text}" if starts and not NUMBER.fullmatch(text) else text


def tamed(table: str) -> str:
    """A whole table (CSV) with all its cells so."""
    return written(([tame(value) for value in row] for row in csv.reader(io.StringIO(table, newline=""))), "\r\n")


def written(rows: Iterable[Sequence[Any]], end: str = "\r\n") -> str:
    """Rows of cells as CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator=end).writerows(rows)
    return out.getvalue()
