"""Draws places in the shared reports where a time may be told, by a seed, for days to be read by hand.

    python eval/days_draw.py [COUNT [SEED]]

One place a report at most and each word `_EACH` times at most, whatever the grammar of days makes of it: the words
looked for are in `_WORD` below and know nothing of the grammar. Prints report, offset, word and day of publication, and
the words around for the reader's eyes only: the answers in `days_drawn.tsv` hold places and the few words of the time,
no sentence.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator

from floors import SHARED

SEEDS = (20231127, 20240203)
"""The first draw, and a second one among the reports the first passed over."""
_FIRST = 110
_EACH = 3
_WORD = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|(?:19|20)\d\d|yesterday|today|tomorrow|tonight|weekend|weeks?|months?|years?|days?"
    r"|spring|summer|autumn|winter|ago|since|until|recently|soon|decades?|quarter)\b"
)


def drawn(count: int, seed: int = SEEDS[0]) -> Iterator[tuple[dict[str, str], int, str]]:
    """`count` reports with the offset of one word of time in each, and the word."""
    passed = {report["id"] for report, _, _ in drawn(_FIRST)} if seed != SEEDS[0] else set()
    lines = (SHARED / "reports/relevant.jsonl").read_text(encoding="utf-8").splitlines()
    reports = sorted((json.loads(line) for line in lines), key=lambda report: str(report["id"]))
    reports = [report for report in reports if report["id"] not in passed]
    chance = random.Random(seed)
    chance.shuffle(reports)
    used: Counter[str] = Counter()
    for report in reports:
        places = [place for place in _WORD.finditer(report["text"]) if used[place.group()] < _EACH]
        if places and used.total() < count:
            place = chance.choice(places)
            used[place.group()] += 1
            yield report, place.start(), place.group()


def main() -> int:
    """Print the places."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else _FIRST
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else SEEDS[0]
    for report, offset, word in drawn(count, seed):
        around = " ".join(report["text"][max(0, offset - 220) : offset + 160].split())
        print(f"{report['id']}\t{offset}\t{word}\t{report.get('published', '-')}\n    {around}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
