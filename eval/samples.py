"""Measures the sample reports: the claims read against those a careful reader takes, and the entries they make.

    python eval/samples.py [--faults N] [--kind KIND] [--entries] [--check | --raise]

Claims are scored as the labelled reports are (score/score.py of WIRELEDGER_SHARED); `entries` is the B-cubed F1 of the
ledger's entries over the events that expected.jsonl names. `--check` ends with 3 when a figure fell through its floor
in eval/samples_floors.toml, `--raise` lifts the floors to what was measured; they never sink.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from wireledger.model import Block, Claim, Report
from wireledger.model.wire import claim_to_json
from wireledger.pipeline import Reading, readings
from wireledger.read import reports
from wireledger.resolve import resolve

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("WIRELEDGER_SHARED", HERE.parent.parent / "shared"))
SAMPLES = HERE.parent / "src" / "wireledger" / "samples"
FLOORS = HERE / "samples_floors.toml"
KINDS = ("pledge", "contact", "membership", "statement")
SLACK = 0.01
FIELDS: dict[str, dict[str, Any]] = {
    "pledge": dict.fromkeys(
        ("recipient", "item", "low", "high", "money_low", "money_high", "currency", "step", "scope", "due")
    )
    | {"donors": []},
    "contact": {"form": None, "guests": [], "hosts": [], "place": None, "when": None},
    "membership": {"member": None, "alliance": None, "step": None, "when": None},
    "statement": {"speaker": None, "direct": None, "words": None, "about": None},
}

BOXES = (
    "Ottawa promises 200", "World Bank clears", "over six helicopters", "two more radar sets", "Rome pledges",
    "25 patrol boats", "M-55S", "40 BMP-1", "14 transport helicopters", "Seoul weighs", "ten fuel trucks",
    "visit Lisbon", "18 new howitzers", "Tallinn gives away", "Luxembourg arrives", "300 tanks", "25 million euros for",
    "NATO on Monday, mark", "100 old personnel", "2 billion dollars and our", "Skopje sends", "50 Patriots",
    "three tanks left", "30 Bushmasters", "visited Odesa last week", "two fire engines", "400 Taurus",
    "400 million euros", "Dublin to give", "tours port", "Housing fund", "Putin in secret", "1,000 tanks",
    "eight Leopards reach",
)  # fmt: skip
"""Words that stand only in related links, tickers and comments beside the stories."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample report, the claims expected of it, and those that are read; `spoken` where statements are listed too."""

    report: Report
    expected: tuple[Json, ...]
    claims: tuple[Claim, ...]
    spoken: bool = True


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures by dotted name, each between 0 and 1, and the faults in words."""

    figures: dict[str, float]
    faults: list[str]


def main() -> int:
    """Print figures and faults; 3 when a figure fell through its floor and `--check` was asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--faults", type=int, default=0, metavar="N", help="print the first N faults")
    parser.add_argument("--kind", choices=KINDS, help="only the faults of this kind")
    parser.add_argument("--entries", action="store_true", help="print which events were torn apart or run together")
    parser.add_argument("--check", action="store_true", help="hold the figures against their floors")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what was measured")
    asked = parser.parse_args()
    read = samples()
    told, clusters = scored(read), clustered(read)
    for name, value in (told.figures | clusters.figures).items():
        print(f"{name:28} {value:.4f}")
    wanted = [fault for fault in told.faults if asked.kind in (None, fault.split("  ")[1])]
    print("\n".join(wanted[: asked.faults] + (clusters.faults if asked.entries else []) + clutter(read)))
    return _held(told.figures | clusters.figures, asked.check, asked.lift)


def samples() -> list[Sample]:
    """All sample reports, in the order of their folders; ValueError when one cannot be read."""
    found = []
    for folder in sorted(path.parent for path in SAMPLES.glob("*/expected.jsonl")):
        expected = expectations(folder)
        spoken = any(claim["kind"] == "statement" for claims in expected.values() for claim in claims)
        for one in readings(reports([str(folder)])):
            if not isinstance(one, Reading) or not isinstance(one.claims, tuple):
                raise ValueError(f"a sample in {folder.name} cannot be read: {one}")
            found.append(Sample(one.report, tuple(expected[one.report.id]), one.claims, spoken))
    return found


def expectations(folder: Path) -> dict[str, list[Json]]:
    """The claims expected of a folder's reports, by report, each with all fields of its kind."""
    found: dict[str, list[Json]] = defaultdict(list)
    for line in (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        found[claim["report"]].append({**FIELDS[claim["kind"]], **claim})
    return found


def scored(read: Iterable[Sample]) -> Measured:
    """Found and strict F1 of each kind, and what was missed, read beside the truth, or read wrong."""
    scorer = _scorer()
    gold = [{"id": s.report.id, "text": s.report.text, "claims": list(s.expected)} for s in read]
    got = [claim_to_json(claim) for sample in read for claim in sample.claims]
    result, faults = scorer.score(gold, got)
    figures = {
        f"{kind}.{name}": float(row[name]["f1"])
        for kind, row in result["kinds"].items()
        for name in ("found", "strict")
    }
    figures["pledge.figures.precision"] = float(result["kinds"]["pledge"]["figures"]["precision"])
    spoken = _statements(read, scorer.closeness, scorer.places)
    return Measured(figures | spoken.figures, [*faults, *spoken.faults])


@cache
def _scorer() -> Any:
    sys.path.insert(0, str(SHARED / "score"))
    return import_module("score")


def _statements(read: Iterable[Sample], closeness: Any, places: Any) -> Measured:
    """Statements have no scorer of their own: found is the place and the speaker, strict its form as well."""
    want = got = found = strict = 0
    faults = []
    for sample in (sample for sample in read if sample.spoken):
        text, claims = sample.report.text, [claim_to_json(c) for c in sample.claims if c.kind == "statement"]
        labels = [label for label in sample.expected if label["kind"] == "statement"]
        want, got = want + len(labels), got + len(claims)
        for label in labels:
            spans = places(text, label["quote"])
            near = [c for c in claims if closeness(spans, c["start"], c["stop"], text)]
            met = next((c for c in near if c["speaker"] == label["speaker"]), None)
            if met is None:
                who = f"{label['speaker']} {[c['speaker'] for c in near]}"
                faults.append(f"missed  {sample.report.id}  statement  {who}  «{label['quote']}»")
                continue
            claims.remove(met)
            found, strict = found + 1, strict + (met["direct"] == label["direct"])
        faults += [f"extra   {sample.report.id}  statement  {c['speaker']}  «{c['quote'][:160]}»" for c in claims]
    figures = {"statement.found": 2 * found / (want + got), "statement.strict": 2 * strict / (want + got)}
    return Measured({name: round(value, 4) for name, value in figures.items()}, faults)


def clustered(read: Iterable[Sample]) -> Measured:
    """B-cubed F1 of the entries over the expected events, on the claims that met an expected one."""
    read = list(read)
    events = dict(_met(read))
    resolved = resolve([s.report for s in read], [c for s in read for c in s.claims])
    entry_of = {claim: entry.id for entry in resolved.entries for claim in entry.claims}
    placed = {claim: event for claim, event in events.items() if claim in entry_of and event}
    totals = {claim for claim, event in events.items() if event is None}
    kept_out = sum(claim not in entry_of for claim in totals) / max(1, len(totals))
    together = Counter((entry_of[claim], event) for claim, event in placed.items())
    whole, parts = Counter(entry_of[c] for c in placed), Counter(placed.values())
    n = max(1, len(placed))
    precision = sum(k * k / whole[entry] for (entry, _), k in together.items()) / n
    recall = sum(k * k / parts[event] for (_, event), k in together.items()) / n
    figures = {
        "entries.precision": precision,
        "entries.recall": recall,
        "entries.f1": 2 * precision * recall / (precision + recall) if placed else 0.0,
        "entries.totals_kept_out": kept_out,
    }
    return Measured({name: round(value, 4) for name, value in figures.items()}, _torn(together))


def _torn(together: Counter[tuple[str, str]]) -> list[str]:
    by_event: dict[str, list[str]] = defaultdict(list)
    by_entry: dict[str, list[str]] = defaultdict(list)
    for (entry, event), n in sorted(together.items()):
        by_event[event].append(f"{entry} ({n})")
        by_entry[entry].append(f"{event} ({n})")
    torn = [f"torn    {event}  {', '.join(found)}" for event, found in sorted(by_event.items()) if len(found) > 1]
    mixed = [f"mixed   {entry}  {', '.join(found)}" for entry, found in sorted(by_entry.items()) if len(found) > 1]
    return torn + mixed


def _met(read: Iterable[Sample]) -> Iterator[tuple[str, str | None]]:
    """The id of each claim read that met an expected one, with that one's event; the closest in fields first."""
    scorer = _scorer()
    for sample in read:
        text, pairs = sample.report.text, []
        for i, label in enumerate(sample.expected):
            spans = scorer.places(text, label["quote"])
            for claim in sample.claims:
                got = claim_to_json(claim)
                close = scorer.closeness(spans, got["start"], got["stop"], text) if claim.kind == label["kind"] else 0
                fits = _fits(scorer, label, got) if close else -1
                if fits >= 0:
                    pairs.append((-fits, -close, i, claim.id))
        labels: set[int] = set()
        claims: set[str] = set()
        for _, _, i, key in sorted(pairs):
            if i not in labels and key not in claims:
                labels.add(i)
                claims.add(key)
                yield key, sample.expected[i]["event"]


def _fits(scorer: Any, label: Json, got: Json) -> int:
    """In how many fields the two agree; -1 where the claim is not about the same thing."""
    if label["kind"] == "statement":
        return int(label["speaker"] == got["speaker"]) - 1
    agrees = scorer.agreement(label["kind"], label, got)
    return sum(agrees.values()) if scorer.found(label["kind"], label, got, agrees) else -1


def clutter(read: Iterable[Sample]) -> list[str]:
    """Claims read from what is not the report: related links, comments, addresses. There must be none."""
    return [
        f"clutter {sample.report.id}  «{claim.evidence.quote}»"
        for sample in read
        for claim in sample.claims
        if any(_overlap(claim, block) for block in sample.report.blocks if block.kind == "tail")
        or any(words in claim.evidence.quote for words in BOXES)
    ]


def _overlap(claim: Claim, block: Block) -> bool:
    span = claim.evidence.span
    return span.start < block.span.stop and block.span.start < span.stop


def _held(figures: dict[str, float], check: bool, lift: bool) -> int:
    floors: dict[str, float] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["floors"] if FLOORS.is_file() else {}
    if lift:
        raised = {name: max(floors.get(name, 0.0), _floor(value)) for name, value in figures.items()}
        head = "# Floors of the sample reports; they only rise (python eval/samples.py --raise).\n\n[floors]\n"
        FLOORS.write_text(head + "".join(f'"{k}" = {v}\n' for k, v in raised.items()), encoding="utf-8")
    fell = [name for name, limit in floors.items() if figures.get(name, 0.0) < limit]
    for name in fell:
        print(f"FELL  {name}  {figures.get(name, 0.0):.4f} < {floors[name]}")
    return 3 if fell and check else 0


def _floor(value: float) -> float:
    return max(0.0, math.floor((value - SLACK) * 1000) / 1000)


if __name__ == "__main__":
    sys.exit(main())
