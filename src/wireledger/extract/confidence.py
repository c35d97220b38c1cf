"""How likely a reading tells of a pledge at all, and how likely all of it is right: two sums of learned weights.

The weights are tables a person can read (feature, weight), learned from labelled reports by `eval/fit.py`, those of the
second reader by `eval/fit_second.py`; an unknown feature weighs nothing. How well the confidence keeps its word is
measured in bins (`eval/calibration.csv`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from wireledger.extract.choice import weights_of

THRESHOLD = 0.38
"""From this chance on a reading of a short report is told as a claim."""
_LONG = ((120, 0.62), (60, 0.55), (30, 0.5), (0, THRESHOLD))
_TOLD, _RIGHT, _SECOND = "pledge_weights.csv", "confidence_weights.csv", "second_weights.csv"


def pledge_chance(marks: Iterable[str]) -> float:
    """The probability that a reading with these marks tells of a pledge, its figures or item as read."""
    return _logistic(_sum(_TOLD, marks))


def pledge_reasons(marks: Iterable[str], most: int = 3) -> tuple[list[str], list[str]]:
    """The marks that speak most for a reading being a pledge, and those that speak most against it."""
    weights = weights_of(_TOLD)
    ranked = sorted((mark for mark in marks if weights.get(mark)), key=lambda mark: (-weights[mark], mark))
    speak_for = [mark for mark in ranked if weights[mark] > 0]
    return speak_for[:most], [mark for mark in reversed(ranked) if weights[mark] < 0][:most]


def threshold(sentences: int) -> float:
    """The least chance that is told in a report of so many sentences: a long page says more of everything else."""
    return next(least for longer, least in _LONG if sentences >= longer)


def pledge_confidence(sureness: Iterable[str], second: Iterable[str] = ()) -> float:
    """The probability that every core field of a claim is right; `second` is what a second reader says of it."""
    return _logistic(_sum(_RIGHT, sureness) + _sum(_SECOND, second))


def _sum(table: str, marks: Iterable[str]) -> float:
    weights = weights_of(table)
    return math.fsum(weights.get(mark, 0.0) for mark in marks)


def _logistic(score: float) -> float:
    return 1 / (1 + math.exp(-score))
