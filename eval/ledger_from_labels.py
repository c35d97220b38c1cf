"""Scores resolving alone: the labelled claims go in as if they had been read, the entries they make come out.

    ledger_from_labels.py [NAME] [--faults N]     NAME is a labelled ledger in WIRELEDGER_SHARED/gold (ledger-dev)

Only what a report says is taken from the labels; which entry a claim belongs to, its story and its relation are not.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from wireledger.model import Claim, Report, Source, Span, day
from wireledger.model.wire import claim_from_json, dump, entry_to_json
from wireledger.resolve import resolve

SHARED = Path(os.environ.get("WIRELEDGER_SHARED", Path(__file__).parents[2] / "shared"))
HIDDEN = ("entry", "relation", "checks")


def main() -> int:
    """Print the scorers' words; 0 when both could be run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", nargs="?", default="ledger-dev")
    parser.add_argument("--faults", type=int, default=0)
    asked = parser.parse_args()
    gold = SHARED / "gold" / f"{asked.name}.jsonl"
    labelled = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    claims = [claim for shape in labelled for claim in claims_of(shape)]
    resolved = resolve([report_of(shape) for shape in labelled], claims)
    known = {claim.id: claim for claim in claims}
    with tempfile.TemporaryDirectory() as scratch:
        entries, voices = Path(scratch) / "entries.jsonl", Path(scratch) / "voices.jsonl"
        entries.write_text("".join(dump(entry_to_json(e, known)) + "\n" for e in resolved.entries), encoding="utf-8")
        lines = [dump({"report": report, "voice": voice}) for report, voice in resolved.voices.items()]
        voices.write_text("\n".join(lines), encoding="utf-8")
        score("ledger.py", gold, gold.with_suffix(".entries.jsonl"), entries, "--faults", str(asked.faults))
        score("copies.py", gold.with_suffix(".pairs.csv"), voices)
    return 0


def report_of(shape: dict[str, Any]) -> Report:
    """A labelled report as it would be read."""
    published = day(date.fromisoformat(shape["published"])) if shape["published"] else None
    source = Source(shape["source"], shape["url"], shape["agency"], published=published, published_basis="given")
    return Report(shape["id"], shape["text"], source, shape["title"], "en")


def claims_of(shape: dict[str, Any]) -> list[Claim]:
    """The labelled claims of a report, each with an anchor of its own: where its figure, item or member stands."""
    claims: list[Claim] = []
    seen: set[str] = set()
    for label in shape["claims"]:
        told = {key: value for key, value in label.items() if key not in HIDDEN}
        told |= {"report": shape["id"], "rule": "label", "anchor": anchor(shape["text"], label), "by": label.get("by")}
        claim = claim_from_json(told)
        while claim.id in seen:
            told["ordinal"] = told.get("ordinal", 0) + 1
            claim = claim_from_json(told)
        seen.add(claim.id)
        claims.append(claim)
    return claims


def anchor(text: str, label: dict[str, Any]) -> int:
    """Where the item, guest or member stands in the claim's words, else where the claim starts."""
    quote = Span(label["start"], label["stop"]).of(text)
    head = label.get("item") or next(iter(label.get("guests") or ()), None) or ""
    return int(label["start"]) + max(0, quote.find(head))


def score(scorer: str, *arguments: Path | str) -> None:
    """Run a scorer and let it print."""
    command = [sys.executable, str(SHARED / "score" / scorer), *map(str, arguments)]
    print(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


if __name__ == "__main__":
    sys.exit(main())
