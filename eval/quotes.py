"""Prints every attribution of the labelled articles, and how well they meet the labels.

    python eval/quotes.py [--faults N] [--out FOLDER]

A third of the articles (those whose id has a SHA-256 of 0 modulo 3) is kept unread as a check of our own and reported
apart, without faults.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("WIRELEDGER_SHARED", ROOT.parent / "shared"))
sys.path.insert(0, str(SHARED / "score"))

import quotes as scorer  # type: ignore[import-not-found]  # noqa: E402

from wireledger.annotate import annotate  # noqa: E402
from wireledger.extract.speech import utterances  # noqa: E402
from wireledger.extract.speech_utterance import Utterance  # noqa: E402
from wireledger.extract.view import view  # noqa: E402
from wireledger.model import Report, hull  # noqa: E402
from wireledger.read import reports  # noqa: E402

GOLD = SHARED / "gold" / "quotes-dev.jsonl"


def main() -> int:
    """Reads, scores the articles to learn from and those to check by."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--faults", type=int, default=0, help="print the first faults of the articles to learn from")
    parser.add_argument("--out", type=Path, help="write the attributions, a line each, to this folder")
    args = parser.parse_args()
    gold = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    found = predicted()
    if args.out:
        lines = (json.dumps(row, ensure_ascii=False) for row in found)
        (args.out / "quotes.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name, is_check in (("learn", False), ("check", True)):
        part = [g for g in gold if is_kept(g["id"]) == is_check]
        ids = {str(g["id"]) for g in part}
        result, faults = scorer.score(part, [row for row in found if row["report"] in ids])
        print(name, json.dumps(result))
        if not is_check:
            print("\n".join(faults[: args.faults]))
    return 0


def is_kept(report: str) -> bool:
    """Whether a labelled article is kept unread."""
    return int(hashlib.sha256(str(report).encode()).hexdigest(), 16) % 3 == 0


def predicted() -> list[dict[str, Any]]:
    """Every attribution of every labelled article in the form that is scored."""
    found: list[dict[str, Any]] = []
    for report in reports([str(GOLD)]):
        if isinstance(report, Report):
            document = annotate(report)
            views = [view(sentence) for sentence in document.sentences]
            found += [row(report.id, utterance) for utterance in utterances(document, views)]
    return found


def row(report: str, utterance: Utterance) -> dict[str, Any]:
    """One attribution as a line of the scorer's input."""
    where = hull(utterance.parts)
    speaker = utterance.speaker.span if utterance.speaker else None
    return {
        "kind": "statement",
        "report": report,
        "start": where.start,
        "stop": where.stop,
        "direct": utterance.direct,
        "fields": {
            "speaker": [[speaker.start, speaker.stop]] if speaker else [],
            "words": [[part.start, part.stop] for part in utterance.parts],
        },
    }


if __name__ == "__main__":
    sys.exit(main())
