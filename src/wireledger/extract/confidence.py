"""How likely a reading is right: a logistic sum of the weights of its features, learned from labelled reports.

The weights are a table a person can read (`weights.csv`: feature, weight); an unknown feature weighs nothing.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

THRESHOLD = 0.4


def pledge_confidence(marks: Iterable[str]) -> float:
    """A probability between 0 and 1."""
    table = weights()
    return 1 / (1 + math.exp(-sum(table.get(mark, 0.0) for mark in marks)))


@cache
def weights() -> dict[str, float]:
    """The learned weights by feature."""
    text = (files("wireledger.extract") / "weights.csv").read_text(encoding="utf-8")
    return {row["feature"]: float(row["weight"]) for row in csv.DictReader(text.splitlines())}
