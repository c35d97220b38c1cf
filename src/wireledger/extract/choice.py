"""Chooses among the parties that may play a part in an offer, by a table of weights that a person can read.

Each candidate has features by name ("doer of give", "behind to", "attacks"); its score is the sum of their weights,
and the chances are the scores' softmax. The weights are learned from labelled reports (`eval/fit.py`) and lie in a
table (feature, weight); an unknown feature weighs nothing.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from wireledger.model import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """Parties (none: nobody is known), where they were read, and whether that is outside the sentence."""

    codes: tuple[str, ...]
    spans: tuple[Span, ...]
    how: str
    carried: bool
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The likeliest candidate and how likely it is among its rivals."""

    candidate: Candidate
    chance: float


def chosen(candidates: Sequence[Candidate], table: str) -> Chosen:
    """The best of at least one candidate; of equals the first."""
    weights = weights_of(table)
    scores = [math.fsum(weights.get(mark, 0.0) for mark in c.marks) for c in candidates]
    best = max(range(len(scores)), key=lambda i: scores[i])
    total = sum(math.exp(score - scores[best]) for score in scores)
    return Chosen(candidates[best], 1 / total)


def told_why(choice: Chosen, table: str) -> str:
    """Who was chosen, said or carried, how likely, and the features that spoke most for it."""
    candidate, weights = choice.candidate, weights_of(table)
    spoke = sorted((m for m in candidate.marks if weights.get(m, 0.0) > 0), key=lambda m: (-weights[m], m))[:3]
    why = f": {', '.join(spoke)}" if spoke else ""
    return f"{'+'.join(candidate.codes) or 'nobody'}, {candidate.how}, likely to {choice.chance:.2f}{why}"


def merged(candidates: Sequence[Candidate]) -> list[Candidate]:
    """One candidate for each set of parties, with the features of all; words of the sentence itself come first."""
    found: dict[frozenset[str], Candidate] = {}
    for candidate in candidates:
        key = frozenset(candidate.codes)
        known = found.get(key)
        if known is None:
            found[key] = candidate
            continue
        first, second = (candidate, known) if known.carried and not candidate.carried else (known, candidate)
        found[key] = Candidate(first.codes, first.spans, first.how, first.carried, first.marks | second.marks)
    return list(found.values())


@cache
def weights_of(table: str) -> dict[str, float]:
    """The learned weights of a table by feature."""
    text = (files("wireledger.extract") / table).read_text(encoding="utf-8")
    return {row["feature"]: float(row["weight"]) for row in csv.DictReader(text.splitlines())}
