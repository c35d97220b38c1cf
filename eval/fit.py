"""Fits the weights of pledge confidence on the labelled reports, and says how well they do on reports left out.

    python eval/fit.py [--write]

Right is the scorer's "found"; unrelated reports count as wrong throughout. Folds are whole reports, so no report is
scored by weights that saw it. `--write` commits the weights of all reports to the table.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import os
import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("WIRELEDGER_SHARED", ROOT.parent / "shared"))
sys.path.insert(0, str(SHARED / "score"))

import score as scorer  # type: ignore[import-not-found]  # noqa: E402

from wireledger.annotate import annotate  # noqa: E402
from wireledger.extract.pledges import candidates, claim_of  # noqa: E402
from wireledger.extract.view import view  # noqa: E402
from wireledger.model import Document, Report  # noqa: E402
from wireledger.model.wire import claim_to_json  # noqa: E402
from wireledger.read import reports  # noqa: E402

Row = tuple[str, frozenset[str], bool, bool]
TABLE = ROOT / "src" / "wireledger" / "extract" / "weights.csv"
FOLDS, L2, ROUNDS = 5, 0.6, 250
UNRELATED = 2.0  # a claim read from an unrelated report counts as this many wrong ones
PLEDGE = ("donors", "recipient", "item", "low", "high", "money_low", "money_high", "currency", "step", "scope", "mood")


def main() -> int:
    """Reads, fits, reports, and writes where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="replace the committed table")
    parser.add_argument("--strict", action="store_true", help="right is the scorer's strict, not found")
    args = parser.parse_args()
    missing = [0]
    rows = [*labelled(missing), *unrelated()]
    target = 3 if args.strict else 2
    held_out(rows, target, missing[0])
    if args.write:
        weights = fit(rows, target)
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["feature", "weight"])
            writer.writerows((name, f"{weight:.3f}") for name, weight in sorted(weights.items()))
    return 0


def labelled(missing: list[int]) -> list[Row]:
    """Candidates of the labelled reports, each with whether it met a label."""
    found: list[Row] = []
    for name in ("news-dev.jsonl", "ledger-dev.jsonl"):
        path = SHARED / "gold" / name
        gold = {r["id"]: r for r in scorer.lines(str(path))}
        for report in reports([str(path)]):
            if isinstance(report, Report):
                found += _rows(report, gold[report.id], missing, name[0] + ":")
    return found + _samples(missing)


def _samples(missing: list[int]) -> list[Row]:
    """Candidates of the project's own sample reports, by the claims expected of them."""
    found: list[Row] = []
    for folder in sorted((ROOT / "src" / "wireledger" / "samples").iterdir()):
        if not (folder / "expected.jsonl").is_file():
            continue
        expected: dict[str, list[dict[str, object]]] = {}
        for claim in scorer.lines(str(folder / "expected.jsonl")):
            full = {**dict.fromkeys(PLEDGE), **claim}
            expected.setdefault(claim["report"], []).append(full)
        for report in reports([str(folder)]):
            if isinstance(report, Report):
                found += _rows(report, {"claims": expected.get(report.id, [])}, missing, "s:")
    return found


def unrelated() -> list[Row]:
    """Candidates of unrelated reports: all wrong."""
    found: list[Row] = []
    for report in reports([str(SHARED / "reports" / "haystack.jsonl")]):
        if isinstance(report, Report):
            document = annotate(report)
            found += [("-" + report.id, marks, False, False) for marks, _ in _candidates(document)]
    return found


def _candidates(document: Document) -> list[tuple[frozenset[str], dict[str, object]]]:
    views = [view(s) for s in document.sentences]
    return [(r.marks, claim_to_json(claim_of(document, v, r, p))) for v, r, p in candidates(document, views)]


def _rows(report: Report, gold: dict[str, object], missing: list[int], prefix: str) -> list[Row]:
    found = _candidates(annotate(report))
    labels = [c for c in gold["claims"] if c["kind"] == "pledge"]  # type: ignore[attr-defined]
    pairs = []
    for i, label in enumerate(labels):
        spans = scorer.places(report.text, label["quote"])
        for j, (_, claim) in enumerate(found):
            close = scorer.closeness(spans, claim["start"], claim["stop"], report.text)
            agrees = scorer.agreement("pledge", label, claim) if close else None
            if agrees and scorer.found("pledge", label, claim, agrees):
                pairs.append((-sum(agrees.values()), -close, i, j, all(agrees[f] for f in scorer.STRICT["pledge"])))
    met: dict[int, bool] = {}
    taken: set[int] = set()
    for _, _, i, j, strict in sorted(pairs):
        if i not in taken and j not in met:
            taken.add(i)
            met[j] = strict
    missing[0] += len(labels) - len(taken)
    return [(prefix + report.id, marks, j in met, met.get(j, False)) for j, (marks, _) in enumerate(found)]


def fit(rows: list[Row], target: int) -> dict[str, float]:
    """Logistic weights with a ridge, by full gradient steps (Adagrad); features seen fewer than 4 times stay out."""
    counts: dict[str, int] = {}
    for row in rows:
        for mark in row[1]:
            counts[mark] = counts.get(mark, 0) + 1
    names = sorted(name for name, n in counts.items() if n >= 4)
    index = {name: i for i, name in enumerate(names)}
    data = [
        (
            [index[m] for m in sorted(row[1]) if m in index],
            float(bool(row[target])),
            UNRELATED if row[0][0] == "-" else 1.0,
        )
        for row in rows
    ]
    weights, squares = [0.0] * len(names), [1e-6] * len(names)
    for _ in range(ROUNDS):
        slope = [L2 * w for w in weights]
        for active, right, counts_as in data:
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights[i] for i in active))))) - right
            for i in active:
                slope[i] += counts_as * error
        for i, s in enumerate(slope):
            squares[i] += s * s
            weights[i] -= 0.5 * s / math.sqrt(squares[i])
    return dict(zip(names, weights, strict=True))


def held_out(rows: list[Row], target: int, missing: int) -> None:
    """Prints precision, recall and F1 by threshold and source; each report is scored by weights that never saw it."""
    ids = sorted({row[0] for row in rows})
    random.Random(7).shuffle(ids)
    scored: list[tuple[float, Row]] = []
    for fold in range(FOLDS):
        held = set(ids[fold::FOLDS])
        weights = fit([r for r in rows if r[0] not in held], target)
        for row in rows:
            if row[0] in held:
                total = sum(weights.get(m, 0.0) for m in row[1])
                scored.append((1 / (1 + math.exp(-total)), row))
    print("cut   unrelated  news  ledger  samples (precision recall F1 of the candidates)")
    for cut in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
        kept = [row for p, row in scored if p >= cut]
        cells = "   ".join(_f1([r for r in rows if r[0][0] == s], [r for r in kept if r[0][0] == s]) for s in "nls")
        print(f"{cut:.2f}  {sum(r[0][0] == '-' for r in kept):4}  {cells}")
    print(json.dumps({"candidates": len(rows), "right": sum(r[2] for r in rows), "labels never candidates": missing}))


def _f1(rows: list[Row], kept: list[Row]) -> str:
    hit, want = sum(r[2] for r in kept), sum(r[2] for r in rows)
    p, r = hit / max(1, len(kept)), hit / max(1, want)
    return f"{p:.3f} {r:.3f} {2 * p * r / max(1e-9, p + r):.3f}"


if __name__ == "__main__":
    sys.exit(main())
