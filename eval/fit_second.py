"""Learns what the second reader's word is worth (src/wireledger/extract/second_weights.csv), on labelled reports.

    python eval/fit_second.py     (needs the extras `parse` and `fit`, and the labelled reports of WIRELEDGER_SHARED)

Prints how often pledges are right in every core field where both readers agree, where the second is silent and where
they differ; the log loss on reports left out, without the second reader and with it; and the table. Its weights are
added to the confidence that the first reader alone gives, which stays as it is; each set of reports has its own level.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import numpy as np
from calibrated import right_of
from floors import SHARED

from wireledger.model import Claim, Report
from wireledger.model.wire import claim_to_json
from wireledger.pipeline import claims_of, reader
from wireledger.read import reports

SETS = ("news-dev.jsonl", "ledger-dev.jsonl")
MARKS = [f"second reader {word} on the {part}" for part in ("donors", "recipient") for word in ("agrees", "differs")]
FOLDS, RIDGE, ROUNDS = 5, 2.0, 60


@dataclass(frozen=True, slots=True)
class Told:
    """A pledge: its report, its set, how sure the first reader is, what the second says, and whether it is right."""

    report: str
    level: str
    sure: float
    marks: frozenset[str]
    right: bool

    @property
    def opinion(self) -> str:
        """Both readers agree where nothing differs and something agrees."""
        words = {mark.split()[2] for mark in self.marks}
        return "differ" if "differs" in words else "agree" if "agrees" in words else "silent"


def main() -> int:
    """Print the figures and the table."""
    told = [one for name in SETS for one in labelled(name)]
    for level in SETS:
        for opinion in ("agree", "silent", "differ"):
            here = [one.right for one in told if one.level == level and one.opinion == opinion]
            print(f"{level:18} {opinion:7} {len(here):4} claims, right {sum(here) / max(1, len(here)):.3f}")
    x, sure, right = arrays(told)
    names = sorted({one.report for one in told})
    fold = np.array([names.index(one.report) % FOLDS for one in told])
    for what, used in (("without", x * (np.arange(x.shape[1]) < len(SETS))), ("with", x)):
        print(f"log loss on reports left out, {what} the second reader: {left_out(used, sure, right, fold):.4f}")
    for mark, weight in zip(MARKS, fitted(x, sure, right)[len(SETS) :], strict=True):
        print(f"{mark},{weight:.3f}")
    return 0


def labelled(name: str) -> Iterator[Told]:
    """The pledges that are read in a set of labelled reports."""
    sys.path.insert(0, str(SHARED / "score"))
    scorer: Any = import_module("score")
    path = SHARED / "gold" / name
    labels = {row["id"]: row["claims"] for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    for report in reports([str(path)]):
        if isinstance(report, Report):
            alone, twice = pledges(claims_of(report)), pledges(reader(parse=True)(report))
            gold = [label for label in labels[report.id] if label["kind"] == "pledge"]
            right = right_of(scorer, report.text, gold, [claim_to_json(claim) for claim in alone])
            for at, (one, other) in enumerate(zip(alone, twice, strict=True)):
                marks = frozenset(row for row in other.trace if row.startswith("second reader"))
                yield Told(report.id, name, one.confidence, marks, at in right)


def pledges(claims: tuple[Claim, ...]) -> list[Claim]:
    """The pledges among some claims."""
    return [claim for claim in claims if claim.kind == "pledge"]


def arrays(told: list[Told]) -> tuple[Any, Any, Any]:
    """The level of each set and the marks as columns; the first reader's log-odds; what is right."""
    x = [[one.level == level for level in SETS] + [mark in one.marks for mark in MARKS] for one in told]
    sure = np.clip([one.sure for one in told], 1e-4, 1 - 1e-4)
    return np.array(x, float), np.log(sure / (1 - sure)), np.array([one.right for one in told], float)


def fitted(x: Any, sure: Any, right: Any) -> Any:
    """The weights of a logistic sum that is added to the first reader's, drawn towards nothing but for the levels."""
    weights, pull = np.zeros(x.shape[1]), np.array([1e-6] * len(SETS) + [RIDGE] * len(MARKS))
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-(x @ weights + sure)))
        slope = x.T @ (right - chance) - pull * weights
        weights = weights + np.linalg.solve((x.T * (chance * (1 - chance))) @ x + np.diag(pull), slope)
    return weights


def left_out(x: Any, sure: Any, right: Any, fold: Any) -> float:
    """The log loss on each fold of reports by weights learned from the others."""
    chance = np.zeros(len(right))
    for k in range(FOLDS):
        out = fold == k
        chance[out] = 1 / (1 + np.exp(-(x[out] @ fitted(x[~out], sure[~out], right[~out]) + sure[out])))
    chance = np.clip(chance, 1e-4, 1 - 1e-4)
    return float(-np.mean(right * np.log(chance) + (1 - right) * np.log(1 - chance)))


if __name__ == "__main__":
    sys.exit(main())
