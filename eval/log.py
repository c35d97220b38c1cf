"""Appends today's totals on the check reports, whose texts nobody reads, to `eval/log.csv`.

    python eval/log.py

Only totals are computed and kept. Each look wears them: rules chosen by them make them no blind test. The
file is for people: no test and no floor hangs on it.
"""

from __future__ import annotations

import csv
import sys
from datetime import date
from pathlib import Path

import tell
from floors import SHARED, measured

LOG = Path(__file__).parent / "log.csv"
KINDS = ("pledge", "contact", "membership")
MEASURE = {
    "verb": "claims",
    "reports": "gold/news-check.jsonl",
    "scorer": ["score/score.py", "gold/news-check.jsonl"],
    "sealed": True,
    "at_least": {
        **{f"kinds.{kind}.{what}.f1": 0.0 for kind in KINDS for what in ("found", "strict")},
        "kinds.pledge.figures.precision": 0.0,
    },
    "at_most": {"quotes_misplaced": 0},
}


def main() -> int:
    """Measure, print and append one line a figure; 4 where the reports are missing."""
    if not (SHARED / MEASURE["reports"]).is_file():
        print(f"the labelled reports are not in {SHARED}: set WIRELEDGER_SHARED", file=sys.stderr)
        return 4
    figures = list(measured("news-check", MEASURE))
    fresh = not LOG.exists()
    with LOG.open("a", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        if fresh:
            rows.writerow(["day", "reports", "figure", "value"])
        for figure in figures:
            rows.writerow([date.today().isoformat(), figure.measure, figure.name, f"{figure.value:.4f}"])
            print(f"{figure.name:36} {figure.value:.4f}")
    tell.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
