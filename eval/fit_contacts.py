"""Learns the weights of the contact reader from labelled reports, and says how well they do on reports left out.

    python eval/fit_contacts.py [--write]          needs the extra `fit` (numpy, scipy)

Every hint of a report is a choice among guesses and silence. Learned from are the labelled news, the reports this
project read itself but for the sixth kept apart, the sample reports, the phrase tests, and unrelated reports, where
what no rule tells is held to be nothing. The check reports are not read here.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from fitting.labelled import ROOT, SHARED, Label, read_by_us, scorer
from fitting.learn import Choice, Ridge, Weights, softmax_weights
from own import is_apart

from wireledger.annotate import annotate
from wireledger.extract import contact_choice
from wireledger.extract.contact_choice import TABLE, Option, Question, likeliest
from wireledger.extract.contacts import contacts
from wireledger.extract.view import View, view
from wireledger.model import Document, Report, Source, day
from wireledger.model.wire import claim_to_json
from wireledger.read import reports

STRENGTH = 4.0
FOLDS, ROUNDS = 4, 2
COUNTS = {"n": 1.5, "r": 1.0, "s": 2.0, "p": 4.0, "-": 1.0}
MOODS = ("asserted", "planned", "hypothetical", "denied")
READ: dict[str, list[Choice]] = {}


@dataclass(frozen=True, slots=True)
class Known:
    """A report with the contacts labelled in it; unrelated ones have none."""

    key: str
    document: Document
    views: list[View]
    labels: list[Label]


def main() -> int:
    """Measure on reports left out; write the table where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="replace the committed table")
    wanted = parser.parse_args()
    every = list(known())
    kept_apart = [r for r in every if r.key[0] == "a"]
    some = [r for r in every if r.key[0] != "a"]
    claims: list[dict[str, Any]] = []
    for fold in range(FOLDS):
        use(learned([r for r in some if _fold(r.key) != fold]))
        claims += [c for r in some if _fold(r.key) == fold and r.key[0] in "nr" for c in told(r)]
    for kind, name in (("n", "labelled news, left out"), ("r", "read by us, left out")):
        _tell(name, [r for r in some if r.key[0] == kind], claims)
    weights = learned(some)
    use(weights)
    _tell("kept apart", kept_apart, [c for r in kept_apart for c in told(r)])
    _tell("read by us, learned from", [r for r in some if r.key[0] == "r"], [c for r in some for c in told(r)])
    print(
        f"contacts on unrelated reports: {sum(len(told(r)) for r in some if r.key[0] == '-')}; {len(weights)} weights"
    )
    if wanted.write:
        path = ROOT / "src" / "wireledger" / "extract" / TABLE
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("feature", "weight"))
            writer.writerows((n, f"{w:.3f}") for n, w in sorted(weights.items()))
    return 0


def known() -> Iterator[Known]:
    """All reports to learn from, and by the key `a:` those kept apart."""
    path = SHARED / "gold" / "news-dev.jsonl"
    gold = {row["id"]: row["claims"] for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    for report in _reports(path):
        yield _known("n:", report, gold[report.id])
    for report, labels in read_by_us():
        yield _known("a:" if is_apart(report.id) else "r:", report, labels)
    for folder in sorted((ROOT / "src" / "wireledger" / "samples").iterdir()):
        expected = folder / "expected.jsonl"
        if expected.is_file():
            rows = [json.loads(line) for line in expected.read_text(encoding="utf-8").splitlines()]
            for report in _reports(folder):
                yield _known("s:", report, [row for row in rows if row["report"] == report.id])
    phrases = import_module("tests.extract.told")
    for table in ("contact_phrases.tsv", "contact_sides.tsv"):
        for row in phrases.rows(table):
            report = Report(row.text[:60], row.text, Source(published=day(phrases.ON)))
            yield _known("p:", report, [_of_reading(text, row.text) for text in row.readings])
    for report in _reports(SHARED / "reports" / "haystack.jsonl"):
        yield _known("-:", report, [])


def _of_reading(text: str, quote: str) -> Label:
    """A reading of a phrase test ("visit  emmanuel-macron  in Warsaw asserted 2023-04-18") as a label."""
    form, who, *_ = (*text.split(), "")
    people = [code for code in who.split("+") if code and code != "?" and who not in ("in", "by", *MOODS)]
    return {"kind": "contact", "form": form, "guests": people, "hosts": [], "quote": quote}


def _known(prefix: str, report: Report, labels: Sequence[Label]) -> Known:
    document = annotate(report)
    views = [view(s) for s in document.sentences]
    return Known(prefix + report.id, document, views, [c for c in labels if c["kind"] == "contact"])


def _reports(path: Path) -> list[Report]:
    return [report for report in reports([str(path)]) if isinstance(report, Report)]


def _fold(key: str) -> int:
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) // 3 % FOLDS


def use(weights: Weights) -> None:
    """Let the reader use these weights."""
    contact_choice.weights_of = lambda _: weights  # type: ignore[assignment]


def told(report: Known) -> list[dict[str, Any]]:
    """The contacts read in a report."""
    return [claim_to_json(claim) for claim in contacts(report.document, report.views)]


def learned(some: Sequence[Known]) -> Weights:
    """The weights under which the labelled guesses are likeliest; what was told before is read by the last round's."""
    weights: Weights = {"a rule tells it": 3.0, "no rule tells it": -9.0, "way rule": 3.0}
    short = [c for report in some if report.key[0] in "p-" for c in _made(report)]
    for _ in range(ROUNDS):
        use(weights)
        choices = [*short, *(c for report in some if report.key[0] not in "p-" for c in _choices(report))]
        weights = softmax_weights(choices, Ridge(lambda _: STRENGTH, least_seen=4))
    return weights


def _made(report: Known) -> list[Choice]:
    """The choices of a report in which little hangs on what was told before: read once."""
    if report.key not in READ:
        READ[report.key] = _choices(report)
    return READ[report.key]


def _choices(report: Known) -> list[Choice]:
    found: list[Choice] = []
    text = report.document.report.text
    labels = [(label, scorer.places(text, label["quote"])) for label in report.labels]

    used: set[str] = set()

    def decide(question: Question) -> Option | None:
        here = [label for label, places in labels if any(a <= question.place < b for a, b in places)]
        quotes = {label["quote"] for label in here}
        right = _right(question.options, here)
        again = any(right) and quotes <= used
        used.update(quotes if any(right) else ())
        if report.key[0] != "-" or not question.by_rule:
            features = [sorted({*option.own, *option.shared}) for option in question.options]
            found.append(Choice([*features, []], [*right, again or not any(right)], COUNTS[report.key[0]]))
        return likeliest(question)

    contacts(report.document, report.views, decide)
    return found


def _right(options: Sequence[Option], labels: Sequence[Label]) -> list[bool]:
    """Which options tell one of the labels: all its guests, else as many as any option has."""
    best = [max((_agreement(option, label) for label in labels), default=0.0) for option in options]
    most = max(best, default=0.0)
    return [most > 0 and share == most for share in best]


def _agreement(option: Option, label: Label) -> float:
    guess = option.guess
    if guess.form != label["form"]:
        return 0.0
    mine, theirs = scorer.names([s.code for s in guess.guests]), scorer.names(label["guests"])
    if scorer.same_people(theirs, mine):
        return 1.0
    everyone = theirs | scorer.names(label["hosts"])
    shared = sum(any(scorer.same_person(a, b) for b in mine) for a in everyone)
    if not theirs and not label["hosts"]:
        return 0.5 / (1 + len(mine))
    return 0.9 * shared / (len(everyone) + len(mine) - shared)


def _tell(name: str, some: Sequence[Known], claims: Sequence[dict[str, Any]]) -> None:
    ids = {r.document.report.id for r in some}
    gold = [{"id": r.document.report.id, "text": r.document.report.text, "claims": r.labels} for r in some]
    score, _ = scorer.score(gold, [c for c in claims if c["report"] in ids])
    row = score["kinds"]["contact"]
    found, strict = row["found"], row["strict"]
    when = row["beside"].get("when", {})
    print(
        f"{name}: {row['gold']} labelled, {row['predicted']} read, found {found['f1']:.3f} (P {found['precision']:.2f}"
        f" R {found['recall']:.2f}), strict {strict['f1']:.3f}, guests {row['fields']['guests']:.2f}, mood"
        f" {row['fields']['mood']:.2f}, when {when}"
    )


if __name__ == "__main__":
    sys.exit(main())
