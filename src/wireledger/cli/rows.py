"""Answers as lines: plain text, JSON lines, or a table."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from typing import Any

from wireledger.cli.out import writing
from wireledger.model.wire import dump
from wireledger.serve.cells import cell

Row = str | Mapping[str, Any]


def write_rows(rows: Sequence[Row], form: str, path: str | None, columns: Sequence[str]) -> None:
    """Write rows to `path` (None: standard output): texts as they are, objects as JSON lines or as CSV."""
    with writing(path) as out:
        if form == "csv":
            table = csv.DictWriter(out, columns, lineterminator="\n", extrasaction="ignore")
            table.writeheader()
            table.writerows(
                {name: cell(value) for name, value in row.items()} for row in rows if not isinstance(row, str)
            )
        else:
            out.writelines((row if isinstance(row, str) else dump(dict(row))) + "\n" for row in rows)
