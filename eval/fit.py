"""Learns the weights of the pledge reader from labelled reports, and says how well they do on reports left out.

    python eval/fit.py [--write]          needs the extra `fit` (numpy, scipy)

Each report is read once by tables that never saw it (folds are whole reports, copies of one text together); the
held-out figures are printed, the confidence is learned from those readings, and its bins go to eval/calibration.csv.
`--write` commits the tables that are learned from all reports. The check reports are not read here.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import tell
from fitting.families import families
from fitting.labelled import ROOT, Labelled, labelled
from fitting.rounds import (
    DONORS,
    HELPED,
    RECALLED,
    RECIPIENTS,
    RIGHT,
    TOLD,
    Read,
    Tables,
    kept,
    learned,
    read,
    scorer,
    surely,
    use,
)

from wireledger.extract.confidence import pledge_confidence
from wireledger.extract.sureness import sureness

TABLES = ROOT / "src" / "wireledger" / "extract"
BINS = ROOT / "eval" / "calibration.csv"
FOLDS, ROUNDS = 5, 2
EDGES = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
KINDS = {"n": "labelled news", "r": "read by us", "l": "labelled ledger", "s": "samples", "p": "phrases"}
ALL: list[Labelled] = []
FAMILY: dict[str, str] = {}
Bin = tuple[float, float, int, float, float]
"""From and up to this confidence: how many claims, their mean confidence, the share that is right."""


def main() -> int:
    """Measure on reports left out; write the tables where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="replace the committed tables and the bins")
    wanted = parser.parse_args()
    ALL.extend(labelled())
    FAMILY.update(families(ALL))
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as pool:
        parts = list(pool.map(_held_out, range(FOLDS)))
    for kind, name in KINDS.items():
        _tell(name, [r for r in ALL if r.key[0] == kind], [row for part in parts for row in part])
    told = [row for part in parts for row in part]
    print(f"claims on unrelated reports (one in three was left out of the fit): {len(kept(told, '-'))}")
    right, bins = _calibrated(parts)
    for line in bins:
        print("confidence {:.1f}-{:.1f}: {:4} claims, told {:.3f}, right {:.3f}".format(*line))
    if wanted.write:
        tables = learned(ALL, now(), 3)
        for name in (DONORS, RECIPIENTS, TOLD, HELPED, RECALLED):
            _write(TABLES / name, ("feature", "weight"), [(n, f"{w:.3f}") for n, w in sorted(tables[name].items())])
        _write(TABLES / RIGHT, ("feature", "weight"), [(n, f"{w:.3f}") for n, w in sorted(right.items())])
        _write(
            BINS,
            ("from", "to", "claims", "confidence", "right"),
            [(*b[:3], f"{b[3]:.3f}", f"{b[4]:.3f}") for b in bins],
        )
        tell.main()
    return 0


def now() -> Tables:
    """The committed tables."""
    return {
        name: {row["feature"]: float(row["weight"]) for row in csv.DictReader((TABLES / name).open(encoding="utf-8"))}
        for name in (DONORS, RECIPIENTS, TOLD, HELPED, RECALLED)
    }


def _fold(key: str) -> int:
    family = FAMILY.get(key, key)
    return int(hashlib.md5(family.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def _held_out(fold: int) -> list[Read]:
    """The readings of one fold's reports by tables learned from the others."""
    learn_from = [r for r in ALL if _fold(r.key) != fold]
    use(learned(learn_from, now(), ROUNDS))
    return [row for report in ALL if _fold(report.key) == fold for row in read(report)]


def _tell(name: str, reports: Sequence[Labelled], found: Sequence[Read]) -> None:
    gold = [{"id": r.key, "text": r.document.report.text, "claims": r.labels} for r in reports]
    mine = {r.key for r in reports}
    claims = [{**row.claim, "report": row.key} for row in kept(found, "nrlsp") if row.key in mine]
    score, _ = scorer.score(gold, claims)
    kind = score["kinds"]["pledge"]
    fields = " ".join(f"{field} {share:.2f}" for field, share in kind["fields"].items())
    print(f"{name:16} found {kind['found']['f1']:.3f} strict {kind['strict']['f1']:.3f}  {fields}")


def _calibrated(
    parts: Sequence[Sequence[Read]],
) -> tuple[dict[str, float], list[tuple[float, float, int, float, float]]]:
    """The table of confidence from all held-out readings; its bins each from a table that did not see them."""
    pairs: list[tuple[float, bool]] = []
    for fold, part in enumerate(parts):
        table = surely([row for other, rows in enumerate(parts) if other != fold for row in rows])
        use({RIGHT: table})
        for row in kept(part, "nrv"):
            pairs.append((pledge_confidence(sureness(row.view, row.reading, row.chance)), row.strict))
    bins = []
    for low, high in pairwise(EDGES):
        here = [pair for pair in pairs if low <= pair[0] < high]
        if here:
            share = sum(right for _, right in here) / len(here)
            bins.append((low, min(high, 1.0), len(here), sum(p for p, _ in here) / len(here), share))
    return surely([row for rows in parts for row in rows]), bins


def _write(path: Path, head: tuple[str, ...], rows: Sequence[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([head, *rows])


if __name__ == "__main__":
    sys.exit(main())
