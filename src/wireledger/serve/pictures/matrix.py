"""The matrix: who gives what, promised against delivered; things are counted and money summed apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from wireledger.model import Pledge
from wireledger.serve.lines import Addend
from wireledger.serve.pictures.drawing import AS_WRITTEN, COUNTED, Drawing
from wireledger.serve.pictures.tally import COUNT, Sum
from wireledger.serve.words import told


@dataclass(frozen=True, slots=True)
class Column:
    """A kind of item ("none": not told) and, where things are counted, in what."""

    category: str
    unit: str | None = None

    @property
    def words(self) -> str:
        """Its name."""
        name = told("category", self.category)
        return f"{name} ({self.unit})" if self.unit and self.unit not in AS_WRITTEN else name


@dataclass(frozen=True, slots=True)
class Matrix:
    """Sums by donor and kind, those of a donor, and those of a kind, in which a joint line is one; most told first."""

    cells: Mapping[tuple[str, Column], Sum]
    donors: Mapping[str, Sum]
    columns: Mapping[Column, Sum]


def matrix(lines: Iterable[Addend], measure: str, donor: str | None = None) -> Matrix:
    """The sums of lines; asked for one donor, only that one has a row."""
    cells: dict[tuple[str, Column], Sum] = {}
    donors: dict[str, Sum] = {}
    columns: dict[Column, Sum] = {}
    for line in lines:
        event = line.entry.event
        assert isinstance(event, Pledge)
        column = Column(event.category or "none", line.measure.unit if measure == COUNT else None)
        columns.setdefault(column, Sum()).add(line)
        for code in event.donors or ("none",):
            if donor in (None, code):
                joint = len(event.donors) > 1
                cells.setdefault((code, column), Sum()).add(line, joint)
                donors.setdefault(code, Sum()).add(line, joint)
    return Matrix(cells, _most_first(donors), _most_first(columns))


def _most_first(sums: dict[Any, Sum]) -> dict[Any, Sum]:
    return dict(sorted(sums.items(), key=lambda pair: (-pair[1].lines, str(pair[0]))))


def link_of(asking: Drawing, donor: str | None, column: Column | None) -> str:
    """The list of the pledges behind a cell, a row or a column."""
    measure = asking["measure"]
    own = {"currency": measure} if measure not in COUNTED else {}
    return asking.behind(**({"donor": donor} if donor else {}), **({"just": column.category} if column else {}), **own)
