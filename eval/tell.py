"""Gathers what was measured into the file that the pages show: src/wireledger/serve/measured.json.

    python eval/tell.py

From eval/log.csv the last totals on the check reports, from eval/calibration.csv the bins of confidence, from
eval/floors.toml what is held on the labelled reports. Nothing is measured here, and nothing is typed by hand.
"""

from __future__ import annotations

import csv
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TOLD = HERE.parent / "src" / "wireledger" / "serve" / "measured.json"


def main() -> int:
    """Write the file."""
    TOLD.write_text(written(), encoding="utf-8")
    print(f"written: {TOLD.relative_to(HERE.parent)}")
    return 0


def written() -> str:
    """The file's text."""
    return json.dumps(gathered(), indent=1, ensure_ascii=False) + "\n"


def gathered() -> dict[str, Any]:
    """What was measured, as the pages read it."""
    bins = [{name: float(value) for name, value in row.items()} for row in _rows(HERE / "calibration.csv")]
    plan = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    held = {name: {side: m.get(side, {}) for side in ("at_least", "at_most")} for name, m in plan["measure"].items()}
    return {"check": _check(), "bins": bins, "floors": held}


def _check() -> dict[str, Any]:
    """The last value of each figure of the log, with its day."""
    last = {row["figure"]: row for row in _rows(HERE / "log.csv")}
    figures = {name: float(row["value"]) for name, row in sorted(last.items())}
    return {"day": max(row["day"] for row in last.values()), "figures": figures}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    sys.exit(main())
