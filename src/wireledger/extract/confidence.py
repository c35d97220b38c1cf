"""How likely a reading tells of a pledge at all, and how likely all of it is right: two sums of learned weights.

The weights are tables a person can read (feature, weight), learned from labelled reports by `eval/fit.py`; an unknown
feature weighs nothing. How well the confidence keeps its word is measured in bins (`eval/calibration.csv`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from wireledger.extract.choice import weights_of

THRESHOLD = 0.41
"""From this chance on a reading of a short report is told as a claim."""
_LONG = ((120, 0.62), (60, 0.55), (0, THRESHOLD))
_TOLD, _RIGHT = "pledge_weights.csv", "confidence_weights.csv"


def pledge_chance(marks: Iterable[str]) -> float:
    """The probability that a reading with these marks tells of a pledge, its figures or item as read."""
    return _logistic(_TOLD, marks)


def threshold(sentences: int) -> float:
    """The least chance that is told in a report of so many sentences: a long page says more of everything else."""
    return next(least for longer, least in _LONG if sentences >= longer)


def pledge_confidence(sureness: Iterable[str]) -> float:
    """The probability that every core field of a claim is right."""
    return _logistic(_RIGHT, sureness)


def _logistic(table: str, marks: Iterable[str]) -> float:
    weights = weights_of(table)
    return 1 / (1 + math.exp(-sum(weights.get(mark, 0.0) for mark in marks)))
