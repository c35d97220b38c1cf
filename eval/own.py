"""Scores the reader on the reports that this project read and labelled itself (`eval/read_by_us.jsonl`).

    python eval/own.py [--part open|opened|apart|all] [--kind contact] [--faults N]

A sixth of these reports is kept apart (sha256 of the id, 0 modulo 6): its faults are not printed, so that it tells
whether a rule made for the others holds. It was a third until the half of it was opened to learn from. For pledges the
weights are learned from all of them: `eval/fit.py` measures those on folds instead.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from fitting.labelled import read_by_us, scorer
from fitting.units import named_by

from wireledger.model.wire import claim_to_json, days_from_json, interval_to_json
from wireledger.pipeline import claims_of


def main() -> int:
    """Print the score of one part and, but for the part kept apart, its faults."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("open", "opened", "apart", "all"), default="open")
    parser.add_argument("--kind", help="only the faults of one kind of claim")
    parser.add_argument("--faults", type=int, default=0)
    wanted = parser.parse_args()
    if wanted.faults and wanted.part in ("apart", "all"):
        parser.error("faults are not shown of the part kept apart")
    gold, found = [], []
    for report, labels in read_by_us():
        if is_in(report.id, wanted.part):
            gold.append({"id": report.id, "text": report.text, "claims": labels})
            found += [claim_to_json(claim) for claim in claims_of(report)]
    score, faults = scorer.score(gold, found)
    for kind, row in score["kinds"].items():
        print(f"{kind:10} {row['gold']:4} labelled {row['predicted']:4} read  {_figures(row)}")
    apart, _ = scorer.score(gold, [in_units(claim) for claim in found])
    for kind in ("contact", "membership"):
        when = apart["kinds"][kind]["beside"].get("when", {})
        print(f"{kind:10} days told named by one date, month or year, as labels are: when {when}")
    shown = [fault for fault in faults if not wanted.kind or f"  {wanted.kind}  " in fault]
    print("\n".join(shown[: wanted.faults]))
    return 0


def is_in(name: str, part: str) -> bool:
    """Whether a report belongs to a part; `opened` are those of the open part from which no weight was learned yet."""
    rest = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 6
    return {"all": True, "open": rest != 0, "apart": rest == 0, "opened": rest == 3}[part]


def is_apart(name: str) -> bool:
    """Whether a report is one of the sixth that nobody tunes to."""
    return is_in(name, "apart")


def in_units(claim: dict[str, Any]) -> dict[str, Any]:
    """A claim in which a week, a stay or a season is named by the one date, month or year that a label can hold."""
    told = days_from_json(claim["when"]) if claim["kind"] in ("contact", "membership") else None
    if told is None:
        return claim
    inside = "when" in claim["carried"] and claim.get("form") != "visit"  # a visit told again begins with its days
    return {**claim, "when": interval_to_json(named_by(told, inside))}


def _figures(row: dict[str, Any]) -> str:
    found, strict = row["found"], row["strict"]
    beside = " ".join(
        f"{name} {cell['right']} of {cell['of']}" + (f" (wrong {cell['wrong']})" if "wrong" in cell else "")
        for name, cell in row["beside"].items()
    )
    fields = " ".join(f"{name} {share:.2f}" for name, share in row["fields"].items())
    return (
        f"found {found['f1']:.3f} (P {found['precision']:.2f} R {found['recall']:.2f}) strict {strict['f1']:.3f}  "
        f"{fields}  beside: {beside}"
    )


if __name__ == "__main__":
    sys.exit(main())
