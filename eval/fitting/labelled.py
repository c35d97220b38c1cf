"""The reports that the weights are learned from, marked up, each with the pledges that a reader took from it.

By key: `n:` news labelled by readers, `l:` a labelled ledger, `r:` reports read by this project (places and codes
only, `eval/read_by_us.jsonl`), `v:` pages of which claims were judged one by one (`SHEETS`), `k:` a tracker's rows with
its figures, `s:` the sample reports, `p:`/`q:` the phrase tests that say something or stay silent, `-` unrelated
reports, all silent. The check reports are not among them.
"""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from wireledger.annotate import annotate
from wireledger.extract.view import View, view
from wireledger.model import Block, Document, Interval, Report, Source, Span
from wireledger.read import reports

ROOT = Path(__file__).resolve().parent.parent.parent
SHARED = Path(os.environ.get("WIRELEDGER_SHARED", ROOT.parent / "shared"))
sys.path[:0] = [str(ROOT), str(SHARED / "score")]
EMPTY = dict.fromkeys(
    ("donors", "recipient", "item", "low", "high", "money_low", "money_high", "currency", "step", "scope", "mood")
)

SHEETS = ("sheet_first.tsv", "sheet_second.tsv")

scorer = import_module("score")
Label = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One marked-up report with its labels; `key` says where it is from."""

    key: str
    document: Document
    views: list[View]
    labels: list[Label]


def labelled() -> list[Labelled]:
    """All reports that may be learned from."""
    return [
        Labelled(key, document, [view(s) for s in document.sentences], labels)
        for key, report, labels in _all()
        for document in (annotate(report),)
    ]


def _all() -> Iterator[tuple[str, Report, list[Label]]]:
    for prefix, name in (("n:", "news-dev"), ("l:", "ledger-dev")):
        path = SHARED / "gold" / f"{name}.jsonl"
        labels = {row["id"]: _pledges(row["claims"]) for row in _lines(path)}
        yield from ((prefix + report.id, report, labels[report.id]) for report in _reports(path))
    yield from (("r:" + report.id, report, _pledges(labels)) for report, labels in read_by_us())
    for folder in sorted((ROOT / "src" / "wireledger" / "samples").iterdir()):
        expected = folder / "expected.jsonl"
        if expected.is_file():
            told = [{**EMPTY, **row} for row in _lines(expected)]
            for report in _reports(folder):
                yield "s:" + report.id, report, _pledges(row for row in told if row["report"] == report.id)
    yield from _judged()
    yield from _phrases()
    yield from _tracker()
    yield from (("-" + report.id, report, []) for report in _reports(SHARED / "reports" / "haystack.jsonl"))


def read_by_us() -> Iterator[tuple[Report, list[Label]]]:
    """The reports that this project read itself, as far as they were read, with all that was labelled in them."""
    texts = {report.id: report for report in _reports(SHARED / "reports" / "relevant.jsonl")}
    for row in _lines(ROOT / "eval" / "read_by_us.jsonl"):
        report = _cut(texts[row["id"]], row["length"])
        yield report, [_label(claim, report.text) for claim in row["claims"]]


def _judged() -> Iterator[tuple[str, Report, list[Label]]]:
    """Whole pages of which some claims were judged one by one: nothing else of them is labelled."""
    verdicts: dict[str, list[Label]] = {}
    for name in SHEETS:
        with (ROOT / "eval" / name).open(encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                told = row["verdict"] != "none"
                judged = {"anchor": int(row["anchor"]), "told": told, "right": row["verdict"] == "right"}
                verdicts.setdefault(row["report"], []).append(judged)
    for report in _reports(SHARED / "reports" / "relevant.jsonl"):
        if report.id in verdicts:
            yield "v:" + report.id, report, verdicts[report.id]


def _cut(report: Report, length: int) -> Report:
    """The first characters of a report, as far as it was read."""
    blocks = tuple(b for b in report.blocks if b.span.stop <= length)
    return Report(report.id, report.text[:length], report.source, report.title, blocks=blocks)


def _label(claim: Label, text: str) -> Label:
    """A label with its words: places in the text are kept in the file, no words of it."""
    words = {name: _words(claim.get(name), text) for name in ("item", "due", "place") if name in claim}
    return {**EMPTY, "due": None, "said_by": None, **claim, **words, "quote": _words(claim["span"], text)}


def _words(place: Any, text: str) -> str | None:
    return text[place[0] : place[1]] if isinstance(place, list) else place


def _tracker() -> Iterator[tuple[str, Report, list[Label]]]:
    """A tracker's rows: only its own figures are labelled, so that nothing else of a text is held to be wrong."""
    codes = {**import_module("kiel").DONORS}
    for row in _lines(SHARED / "gold" / "kiel-dev.jsonl"):
        speaker = codes.get(row["donor"], "").split()
        on = date.fromisoformat(row["published"]) if row.get("published") else None
        day = Interval(on, on + timedelta(1)) if on else None
        source = Source(speaks_for=speaker[0] if speaker else None, published=day)
        text = row["text"]
        counts = [{"quote": text, "item": i["name"], "low": i["low"], "high": i["high"]} for i in row["items"]]
        money = {"quote": text, "money_low": row["value"], "money_high": row["value"], "currency": row["currency"]}
        sums = [money] if row["value"] else []
        block = (Block(Span(0, len(text)), "paragraph"),)
        labels = [
            {**EMPTY, "donors": [], "mood": "asserted", "step": "promised", "scope": "new", **label}
            for label in counts + sums
        ]
        yield "k:" + row["id"], Report(row["id"], text, source, blocks=block), labels


def _phrases() -> Iterator[tuple[str, Report, list[Label]]]:
    told = import_module("tests.extract.test_pledges_phrases")
    for rows in told.table():
        before, speaks_for = rows[0].before, None
        if before.startswith("we: "):
            speaks_for, _, before = before.removeprefix("we: ").partition(" / ")
        own = told._text(rows[0].sentence)
        report = _made(told._text(before, rows[0].sentence), speaks_for, told.ON)
        yield "p:" + rows[0].sentence[:60], report, [_row_label(row, own, told) for row in rows]
    for sentence in told.lines("pledges_silent.txt"):
        yield "q:" + sentence[:60], _made(sentence, None, told.ON), []


def _made(text: str, speaks_for: str | None, day: Any) -> Report:
    blocks, start = [], 0
    for words in text.split("\n\n"):
        skip = 2 if words.startswith("- ") else 0
        kind: Any = "bullet" if skip else "list_header" if words.endswith(":") else "paragraph"
        blocks.append(Block(Span(start + skip, start + len(words)), kind))
        start += len(words) + 2
    return Report("made", text, Source(speaks_for=speaks_for, published=day), blocks=tuple(blocks))


def _row_label(row: Any, quote: str, told: Any) -> Label:
    donors, _, recipient = row.who.partition(">")
    money = told._bounds(row.money)
    cells = {"donors": donors, "recipient": recipient, "step": row.step, "scope": row.scope, "mood": row.mood}
    return {
        **EMPTY,
        "kind": "pledge",
        "quote": quote,
        "donors": [] if donors in ("", "*") else donors.split(","),
        "recipient": recipient if recipient not in ("", "*") and "," not in recipient else None,
        "item": None if row.item == "*" else row.item,
        "low": told._number(row.low),
        "high": told._number(row.high),
        "money_low": money[0],
        "money_high": money[1],
        "currency": row.currency or None,
        "step": row.step if row.step != "*" else "promised",
        "scope": row.scope if row.scope != "*" else "new",
        "mood": row.mood if row.mood != "*" else "asserted",
        "said_by": None,
        "due": None,
        "open": [name for name, cell in cells.items() if cell == "*"],
    }


def _pledges(rows: Any) -> list[Label]:
    return [row for row in rows if row["kind"] == "pledge"]


def _lines(path: Path) -> list[Label]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _reports(path: Path) -> list[Report]:
    return [report for report in reports([str(path)]) if isinstance(report, Report)]
