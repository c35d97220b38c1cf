"""How the lexicon's data files are read: rows of a table, cells of several values, days."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from importlib.resources import files


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of one data file by its column names."""
    with (files("wireledger.lexicon") / "data" / name).open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell, which `|` separates; an empty cell has none."""
    return tuple(cell.split("|")) if cell else ()


def day(cell: str) -> date | None:
    """An ISO day; None for an empty cell: that end is open or not known. ValueError for anything else."""
    return date.fromisoformat(cell) if cell else None


def holds_on(start: date | None, stop: date | None, on: date) -> bool:
    """Whether a day lies in start..stop, half-open; a missing end is open."""
    return (start is None or start <= on) and (stop is None or on < stop)
