"""Where each state stands on the map: one tile each, so that small ones are seen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def tiles() -> Mapping[str, tuple[int, int]]:
    """The column and row of each state, by its code."""
    grid = files("wireledger.serve.pictures").joinpath("tiles.txt").read_text(encoding="ascii").splitlines()
    rows = [line.split() for line in grid]
    return {code: (x, y) for y, row in enumerate(rows) for x, code in enumerate(row) if code != "."}
