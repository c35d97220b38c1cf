"""How well the confidence of pledges keeps its word: bins, and the expected calibration error, on labelled reports.

    python eval/calibrated.py [REPORTS.jsonl]     (default: the check reports of WIRELEDGER_SHARED; totals only)

A claim is right when the scorer holds every core field of it right. The error is the mean gap between the confidence
of a bin and the share of it that is right, weighed by how many claims fall in the bin.
"""

from __future__ import annotations

import json
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

from floors import SHARED, read_claims

BINS = 10


def main() -> int:
    """Print the bins and the error."""
    reports = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "gold" / "news-check.jsonl"
    pairs = told_and_right(reports)
    for low in range(BINS):
        here = [pair for pair in pairs if low <= min(pair[0] * BINS, BINS - 0.01) < low + 1]
        if here:
            told, right = sum(p for p, _ in here) / len(here), sum(r for _, r in here) / len(here)
            print(f"{low / BINS:.1f}-{(low + 1) / BINS:.1f}  {len(here):4} claims  told {told:.3f}  right {right:.3f}")
    high = [right for chance, right in pairs if chance >= 0.9]
    print(f"expected calibration error {error(pairs):.3f}; of {len(pairs)} claims {len(high)} have 0.9 or more")
    return 0


def error(pairs: list[tuple[float, bool]]) -> float:
    """The expected calibration error in ten bins of equal width."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for chance, right in pairs:
        bins.setdefault(min(int(chance * BINS), BINS - 1), []).append((chance, right))
    gaps = (abs(sum(p for p, _ in here) - sum(r for _, r in here)) for here in bins.values())
    return sum(gaps) / max(1, len(pairs))


def told_and_right(reports: Path) -> list[tuple[float, bool]]:
    """The confidence of each pledge claim, and whether the scorer holds all of it right."""
    sys.path.insert(0, str(SHARED / "score"))
    scorer: Any = import_module("score")
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "claims.jsonl"
        read_claims(reports, out)
        claims = [claim for claim in scorer.lines(str(out)) if claim["kind"] == "pledge"]
    pairs: list[tuple[float, bool]] = []
    for row in map(json.loads, reports.read_text(encoding="utf-8").splitlines()):
        mine = [claim for claim in claims if claim["report"] == row["id"]]
        right = right_of(scorer, row["text"], [c for c in row["claims"] if c["kind"] == "pledge"], mine)
        pairs += [(claim["confidence"], at in right) for at, claim in enumerate(mine)]
    return pairs


def right_of(scorer: Any, text: str, labels: list[Any], claims: list[Any]) -> set[int]:
    """Which claims meet a label with every core field, one to one, the best agreement first as the scorer does it."""
    pairs = []
    for i, label in enumerate(labels):
        spans = scorer.places(text, label["quote"])
        for j, claim in enumerate(claims):
            close = scorer.closeness(spans, claim["start"], claim["stop"], text)
            agrees = scorer.agreement("pledge", label, claim) if close else {}
            if agrees and scorer.found("pledge", label, claim, agrees):
                strict = all(agrees[field] for field in scorer.STRICT["pledge"])
                pairs.append((-sum(agrees[field] for field in scorer.FIELDS["pledge"]), -close, i, j, strict))
    taken: set[int] = set()
    met: dict[int, bool] = {}
    for _, _, i, j, strict in sorted(pairs):
        if i not in taken and j not in met:
            taken.add(i)
            met[j] = strict
    return {j for j, strict in met.items() if strict}


if __name__ == "__main__":
    sys.exit(main())
