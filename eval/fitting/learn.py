"""Two convex fits with a ridge, a softmax over candidates and a logistic sum; features are strings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

LEAST = 0.02  # a weight below this is left out of the table
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice among candidates: the features of each, which of them are right, and how much the choice counts."""

    features: Sequence[Sequence[str]]
    right: Sequence[bool]
    counts: float


@dataclass(frozen=True, slots=True)
class Row:
    """One reading: its features, whether it is right, and how much it counts."""

    features: frozenset[str]
    right: bool
    counts: float


@dataclass(frozen=True, slots=True)
class Ridge:
    """How strongly weights are held to their prior (0 where none is given): by a number or by the feature's name."""

    strength: Callable[[str], float]
    prior: Mapping[str, float] = field(default_factory=dict)
    least_seen: int = 4


def softmax_weights(choices: Sequence[Choice], ridge: Ridge) -> Weights:
    """The weights under which the right candidates are likeliest."""
    rows = [features for choice in choices for features in choice.features]
    names, matrix = _matrix(rows, ridge)
    group = np.repeat(np.arange(len(choices)), [len(c.features) for c in choices])
    right = np.array([r for c in choices for r in c.right], dtype=bool)
    counts = np.array([c.counts for c in choices])
    pen, mean = _penalty(names, ridge)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        every, p = _log_sum(scores, group, len(choices), None)
        good, q = _log_sum(scores, group, len(choices), right)
        slope = matrix.T @ (counts[group] * (p - q)) + pen * (weights - mean)
        return float((counts * (every - good)).sum() + 0.5 * (pen * (weights - mean) ** 2).sum()), slope

    return _table(names, minimize(loss, mean.copy(), jac=True, method="L-BFGS-B", options={"maxiter": 150}).x)


def logistic_weights(rows: Sequence[Row], ridge: Ridge) -> Weights:
    """The weights under which the rows are as right and wrong as they are."""
    names, matrix = _matrix([row.features for row in rows], ridge)
    right = np.array([float(row.right) for row in rows])
    counts = np.array([row.counts for row in rows])
    pen, mean = _penalty(names, ridge)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        p = 1 / (1 + np.exp(-(matrix @ weights)))
        fit = -(counts * (right * np.log(p + 1e-12) + (1 - right) * np.log(1 - p + 1e-12))).sum()
        held = weights - mean
        return float(fit + 0.5 * (pen * held**2).sum()), matrix.T @ (counts * (p - right)) + pen * held

    return _table(names, minimize(loss, mean.copy(), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x)


def _matrix(rows: Sequence[Sequence[str] | frozenset[str]], ridge: Ridge) -> tuple[list[str], sparse.csr_matrix]:
    seen = Counter(feature for row in rows for feature in row)
    names = sorted(name for name, n in seen.items() if n >= ridge.least_seen or name in ridge.prior)
    index = {name: i for i, name in enumerate(names)}
    at = [(r, index[f]) for r, row in enumerate(rows) for f in row if f in index]
    cells = (np.ones(len(at)), ([r for r, _ in at], [c for _, c in at]))
    return names, sparse.csr_matrix(cells, shape=(len(rows), len(names)))


def _penalty(names: list[str], ridge: Ridge) -> tuple[np.ndarray, np.ndarray]:
    strength = np.array([ridge.strength(name) for name in names])
    return strength, np.array([ridge.prior.get(name, 0.0) for name in names])


def _log_sum(
    scores: np.ndarray, group: np.ndarray, size: int, only: np.ndarray | None
) -> tuple[np.ndarray, np.ndarray]:
    """The log of the sum of exponentials in each group (of `only` these), and each row's share of it."""
    kept = scores if only is None else np.where(only, scores, -1e30)
    top = np.full(size, -1e30)
    np.maximum.at(top, group, kept)
    exp = np.exp(kept - top[group])
    total = np.zeros(size)
    np.add.at(total, group, exp)
    return np.log(total) + top, exp / total[group]


def _table(names: list[str], weights: np.ndarray) -> Weights:
    return {n: round(float(w), 3) for n, w in zip(names, weights, strict=True) if abs(w) >= LEAST or n == "always"}
