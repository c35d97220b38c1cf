"""Rounds of learning: all reports are read with the tables at hand, then the tables are learned anew.

The readings hang on the tables (what is read is remembered), so a round is repeated. The priors say what a reader
knows before any report: whoever stands behind "by" gives, an attacker is not helped.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from fitting.labelled import Label, Labelled, scorer
from fitting.learn import Choice, Ridge, Row, Weights, logistic_weights, softmax_weights
from wireledger.extract import choice, giving, receiving
from wireledger.extract.confidence import threshold
from wireledger.extract.helped import TABLE as HELPED
from wireledger.extract.helped import helped
from wireledger.extract.memory import side_of
from wireledger.extract.pledge_claims import claim_of, telling
from wireledger.extract.readings import Reading
from wireledger.extract.recalled import TABLE as RECALLED
from wireledger.extract.sureness import sureness
from wireledger.extract.view import View
from wireledger.extract.view import view as view_of
from wireledger.model.wire import claim_to_json

pledges = import_module("wireledger.extract.pledges")

Tables = dict[str, Weights]
DONORS, RECIPIENTS, TOLD, RIGHT = giving.TABLE, receiving.TABLE, "pledge_weights.csv", "confidence_weights.csv"
UNRELATED, MADE, SILENT, OWN = 2.0, 0.3, 0.2, 0.6
"""How much a candidate counts: of an unrelated report, of a phrase test among parties, of one for what is told, and
of a report labelled by one reader alone."""
RECALLED_COUNTS = {"n": 1.0, "l": 1.0, "r": 1.0, "s": 1.0, "p": 0.5}
DONOR_PRIOR = {
    "by right behind": 2.5, "by behind": 1.5, "from right behind": 1.5, "from behind": 1.0,
    "compound supplied near": 3.0, "compound western near": 2.0, "owner of it": 1.5, "adjective of aid": 1.5,
    "attacks": -2.5, "is the helped": -3.0, "is likely the helped": -1.5, "doer | request": -2.0,
    "doer | receive": -2.0, "object | give": -1.5, "to right behind": -1.5, "doer | give": 2.0, "doer moved": 1.5,
    "doer | approve": 1.0, "owner by pronoun": 1.5, "owner of noun": 1.5, "thanks another": -2.5,
    "labels the line": 4.0, "carried head package": 0.7, "is thanked": 2.5, "carried | praise": -1.5,
    **{f"carried leaders {age}": 2.0 for age in ("now", "1", "2-3", "far")},
}  # fmt: skip
RECIPIENT_PRIOR = {
    "is the donor": -3.0, "attacks": -2.0, "to right behind": 2.0, "object | give": 1.5, "doer | receive": 2.0,
    "doer | request": 2.0, "object of helping": 1.0, "right before its count": -2.0, "owner of it": -1.0,
}  # fmt: skip
HELPED_PRIOR = {
    "suffers": 1.0, "object of helping": 1.0, "object of giving": 1.5, "to with help": 0.8, "for with help": 0.8,
    "attacks": -1.0, "gives": -1.0, "its defenders": 0.5, "named most": 0.3,
}  # fmt: skip
RECALLED_PRIOR = {
    **{f"scope earlier, {row}": 1.5 for row in ("told-of", "long-ago", "of-the-list", "of-the-package")},
    **{f"scope earlier, {row}": 0.5 for row in ("background", "recounted")},
    **{f"scope new, {row}": -1.5 for row in ("taken", "of-the-list", "of-the-package")},
}  # fmt: skip
_WORDY = (
    *("left ", "right ", "governed by", "word before", "second before", "word behind", "head ", "category "),
    *("near ", "sentence of", "donors: ", "recipient: ", "verb before"),
)


@dataclass(frozen=True, slots=True)
class Read:
    """One candidate reading of a report with the label it meets, and whether all of it is right."""

    key: str
    view: View
    reading: Reading
    claim: dict[str, Any]
    chance: float
    label: Label | None
    strict: bool
    sentences: int

    @property
    def is_told(self) -> bool:
        """Whether the reader gives it as a claim."""
        return self.chance >= threshold(self.sentences)


def use(tables: Tables) -> None:
    """Let the readers use these tables."""
    choice.weights_of = lambda table: tables.get(table, {})  # type: ignore[assignment]
    confidence: Any = import_module("wireledger.extract.confidence")
    confidence.weights_of = choice.weights_of


def learned(reports: Sequence[Labelled], tables: Tables, rounds: int) -> Tables:
    """The tables of parties and of what is told, learned from these reports."""
    tables = {**tables, HELPED: softmax_weights(whom_helped(reports), Ridge(lambda _: 4.0, HELPED_PRIOR))}
    for _ in range(rounds):
        use(tables)
        found = [row for report in reports for row in read(report)]
        donors, recipients = choices(found)
        tables[DONORS] = softmax_weights(donors, Ridge(lambda _: 3.0, DONOR_PRIOR))
        tables[RECIPIENTS] = softmax_weights(recipients, Ridge(lambda _: 3.0, RECIPIENT_PRIOR))
        use(tables)
        rows = [_told_row(row) for report in reports for row in read(report) if row.label or row.key[0] != "k"]
        tables[TOLD] = logistic_weights(rows, Ridge(_told_ridge, least_seen=5))
        use(tables)
    tables[RECALLED] = whether_recalled([row for report in reports for row in read(report)])
    use(tables)
    return tables


def whom_helped(reports: Sequence[Labelled]) -> list[Choice]:
    """For each report that helps a state it names: which of the states named that is; the page's own side is none."""
    found = []
    for report in (r for r in reports if r.key[0] in "nrls"):
        wanted = {label["recipient"] for label in report.labels}
        standing, own = helped([view_of(s) for s in report.document.title], report.views), side_of(report.document)
        codes = [code for code in standing.cues if code != own]
        right = [code in wanted for code in codes]
        if any(right):
            found.append(Choice([sorted(set(standing.marks(code))) for code in codes], right, 1.0))
    return found


def whether_recalled(found: Sequence[Read]) -> Weights:
    """The table that tells the news from what is recalled, learned from readings that meet a label with a scope."""
    rows = [
        Row(row.reading.recall, row.label["scope"] == "earlier", RECALLED_COUNTS[row.key[0]])
        for row in found
        if row.label and row.key[0] in RECALLED_COUNTS and row.reading.recall
        if "scope" not in row.label.get("open", ())
    ]
    return logistic_weights(rows, Ridge(_recalled_ridge, RECALLED_PRIOR, least_seen=5))


def _recalled_ridge(name: str) -> float:
    """Single verbs are held tightly."""
    return 0.01 if name == "always" else 8.0 if name.startswith(("verb ", "first ", "act ")) else 2.0


def surely(found: Sequence[Read]) -> Weights:
    """The table of confidence, learned from readings of reports that the other tables did not see."""
    rows = [
        Row(sureness(row.view, row.reading, row.chance), row.strict, 1.0 if row.key[0] == "n" else 0.5)
        for row in found
        if row.key[0] in "nrlv" and row.is_told
    ]
    return logistic_weights(rows, Ridge(lambda name: 0.01 if name == "always" else 3.0, least_seen=6))


def read(report: Labelled) -> list[Read]:
    """All candidates of a report, each with the label it meets (one to one, the best agreement first)."""
    document = report.document
    found = list(pledges.candidates(document, report.views))
    around = telling(document, report.views, [view_of(sentence) for sentence in document.title])
    told = [
        (view, reading, claim_to_json(claim_of(around, view, reading, chance)), chance)
        for view, reading, chance in found
    ]
    if report.key[0] == "v":
        return _judged(report, told)
    met = _met(document.report.text, report.labels, [claim for _, _, claim, _ in told])
    return [
        Read(
            report.key,
            view,
            reading,
            claim,
            chance,
            met[j][0] if j in met else None,
            j in met and met[j][1],
            len(report.views),
        )
        for j, (view, reading, claim, chance) in enumerate(told)
    ]


def _judged(report: Labelled, told: Sequence[tuple[View, Reading, dict[str, Any], float]]) -> list[Read]:
    """The readings of a page that somebody judged, by where they are anchored."""
    verdicts = {label["anchor"]: label for label in report.labels}
    found = []
    for view, reading, claim, chance in told:
        verdict = verdicts.get(view.sentence.tokens[reading.offer.anchor].start)
        if verdict is not None:
            label = verdict if verdict["told"] else None
            found.append(Read(report.key, view, reading, claim, chance, label, verdict["right"], len(report.views)))
    return found


def _met(text: str, labels: Sequence[Label], claims: Sequence[dict[str, Any]]) -> dict[int, tuple[Label, bool]]:
    pairs = []
    for i, label in enumerate(labels):
        spans = scorer.places(text, label["quote"])
        for j, claim in enumerate(claims):
            close = 1.0 if label["quote"] == text else scorer.closeness(spans, claim["start"], claim["stop"], text)
            agrees = scorer.agreement("pledge", label, claim) if close else None
            if agrees and scorer.found("pledge", label, claim, agrees):
                fit = agrees["stage"] + agrees["mood"] + agrees["item"] + agrees["scope"]
                fit += (agrees["donors"] + agrees["recipient"]) / 2
                pairs.append((-fit, -close, i, j, all(agrees[f] for f in scorer.STRICT["pledge"])))
    taken: set[int] = set()
    met: dict[int, tuple[Label, bool]] = {}
    for _, _, i, j, strict in sorted(pairs):
        if i not in taken and j not in met:
            taken.add(i)
            met[j] = labels[i], strict
    return met


def choices(found: Sequence[Read]) -> tuple[list[Choice], list[Choice]]:
    """The choices of donors and of recipients in readings that meet a label; those out of reach are left out."""
    donors: list[Choice] = []
    recipients: list[Choice] = []
    for row in found:
        case, label = row.reading.case, row.label
        if label is None or case is None or row.key[0] in "kv":
            continue
        counts = MADE if row.key[0] == "p" else 1.0
        giving_ = giving.donor_candidates(case)
        wanted, open_ = scorer.names(label["donors"]), label.get("open", ())
        _add(
            donors,
            giving_,
            [scorer.names(c.codes) == wanted for c in giving_],
            "donors" in label.get("open", ()),
            counts,
        )
        given = row.reading.donors.codes if row.reading.donors else ()
        receiving_ = receiving.recipient_candidates(case, given)
        to = scorer.name(label["recipient"])
        right = [scorer.name(c.codes[0] if len(c.codes) == 1 else None) == to for c in receiving_]
        _add(recipients, receiving_, right, "recipient" in open_, counts)
    return donors, recipients


def _add(to: list[Choice], candidates: Sequence[Any], right: list[bool], open_: bool, counts: float) -> None:
    if any(right) and not open_:
        to.append(Choice([sorted(c.marks) for c in candidates], right, counts))


def _told_row(row: Read) -> Row:
    counts = {"-": UNRELATED, "r": OWN}.get(row.key[0], SILENT if row.key[0] in "pqk" else 1.0)
    return Row(row.reading.marks, row.label is not None, counts)


def _told_ridge(name: str) -> float:
    """Single words and pairs are held more tightly than what tells of the structure."""
    if name == "always":
        return 0.01
    return 20.0 if name.startswith(_WORDY) or " & " in name else 3.0


def kept(found: Sequence[Read], prefixes: Collection[str]) -> list[Read]:
    """The readings of reports of some kinds that are told as claims."""
    return [row for row in found if row.key[0] in prefixes and row.is_told]
