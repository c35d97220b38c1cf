"""Measures the grammar of days on drawn places answered by hand in `days_drawn.tsv` and `days_drawn_second.tsv`.

    python eval/days_measure.py [--faults]

Both were answered before the grammar saw them. At that first sight it had 0.848 of the first draw right and 0.120
wrong, and was mended by what it showed; of the second draw, made after that, it had 0.953 right and 0.035 wrong.

A time is right where a mention on its words has just the days answered ("-": none are known), wrong where one has
others, else unknown. Places where nothing is dated ("none") are counted apart: right where no day is read.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Literal

from floors import SHARED

from wireledger.annotate import annotate
from wireledger.model import Days, Document, Interval, Report
from wireledger.read import reports

ANSWERS = ("days_drawn.tsv", "days_drawn_second.tsv")
Row = dict[str, str]
Outcome = Literal["right", "wrong", "unknown"]


def main() -> int:
    """Print the shares of each draw; with --faults the answers not met."""
    for name in ANSWERS:
        print(name)
        _measure(list(csv.DictReader((Path(__file__).parent / name).open(encoding="utf-8"), delimiter="\t")))
    return 0


def _measure(rows: list[Row]) -> None:
    documents = {str(document.report.id): document for document in _documents({row["report"] for row in rows})}
    counts: dict[str, Counter[str]] = {"time": Counter(), "no time": Counter()}
    for row in rows:
        found = [days for days in _on(documents[row["report"]], int(row["start"]), int(row["stop"])) if days.interval]
        outcome = _outcome(row, found)
        counts["no time" if row["from"] == "none" else "time"][outcome] += 1
        if outcome != "right" and "--faults" in sys.argv:
            print(outcome, *row.values(), found, sep="\t")
    for name, count in counts.items():
        total = count.total()
        print(name, total, *(f"{outcome} {count[outcome] / total:.3f}" for outcome in ("right", "wrong", "unknown")))


def _documents(wanted: set[str]) -> Iterator[Document]:
    lines = (SHARED / "reports/relevant.jsonl").read_bytes().splitlines()
    kept = b"\n".join(line for line in lines if json.loads(line)["id"] in wanted)
    for report in reports(["-"], BytesIO(kept)):
        if isinstance(report, Report):
            yield annotate(report)


def _on(document: Document, start: int, stop: int) -> Iterator[Days]:
    """The days mentioned on these words."""
    for sentence in document.sentences:
        for mention in sentence.mentions:
            place = sentence.place(mention.first, mention.last)
            if isinstance(mention.thing, Days) and place.start < stop and start < place.stop:
                yield mention.thing


def _outcome(row: Row, found: list[Days]) -> Outcome:
    if row["from"] in ("-", "none"):
        return "wrong" if found else "right"
    if not found:
        return "unknown"
    wanted = Interval(_day(row["from"]), _day(row["to"]))
    return "right" if all(days.interval == wanted for days in found) else "wrong"


def _day(text: str) -> date | None:
    return None if text == "open" else date.fromisoformat(text)


if __name__ == "__main__":
    sys.exit(main())
