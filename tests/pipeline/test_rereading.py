"""Reports that are read anew: their claims change, what persons judged stays."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.resolve.made import Wire, pledge

from wireledger.model import Claim, Pledge, Quantity
from wireledger.pipeline import Given, Work, reread
from wireledger.pipeline.judging import Decider, on_claims, on_pairs, record
from wireledger.store import MemoryStore

NOON = datetime(2024, 1, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(1)


def ledger() -> tuple[MemoryStore, list[Claim]]:
    wire, store = Wire(), MemoryStore()
    wire.report("Fen Post", "2023-01-25", pledge("Oslo gives 8 Leopard 2.", "no", "Leopard 2 tanks", 8))
    wire.report("Moor Mail", "2023-01-26", pledge("Norway gives eight tanks.", "no", "Leopard 2 tanks", 8))
    for report in wire.reports:
        store.add(report, [c for c in wire.claims if c.evidence.report == report.id], NOON)
    reread(store, NOON, newly(wire.claims))
    return store, wire.claims


def newly(claims: list[Claim]) -> Work:
    return Work(given=Given({claim.evidence.report: (claim,) for claim in claims}, ()))


def counted(claim: Claim, low: int, anchor: int) -> Claim:
    assert isinstance(claim.event, Pledge)
    event = replace(claim.event, quantity=Quantity(low, low))
    return replace(claim, event=event, evidence=replace(claim.evidence, anchor=anchor))


def test_a_newer_reading_takes_the_place_of_the_older() -> None:
    store, claims = ledger()
    fresh = [counted(claim, 9, claim.evidence.anchor) for claim in claims]
    made = reread(store, LATER, newly(fresh))
    assert (made.looked_at, made.changed, made.failed) == (2, 2, 0)
    (entry,) = store.entries()
    assert isinstance(entry.event, Pledge)
    assert entry.event.quantity == Quantity(9, 9)
    again = reread(store, LATER, newly(fresh))
    assert (again.changed, again.opened, again.closed) == (0, 0, 0)


def test_a_judgement_follows_its_claim_to_its_new_place() -> None:
    store, claims = ledger()
    who = Decider("ann", (), NOON)
    record(on_pairs("different", [[claim] for claim in claims], who), store, NOON)
    assert len(list(store.entries())) == 2
    reread(store, LATER, newly([counted(claim, 8, 11) for claim in claims]))
    assert len(list(store.entries())) == 2
    assert all(store.claim(claim.id) for claim in claims)


def test_what_was_judged_right_is_read_as_it_was() -> None:
    store, claims = ledger()
    record(on_claims("right", claims, Decider("ann", (), NOON)), store, NOON)
    reread(store, LATER, newly([counted(claim, 80, claim.evidence.anchor) for claim in claims]))
    (entry,) = store.entries()
    assert isinstance(entry.event, Pledge)
    assert entry.event.quantity == Quantity(8, 8)


def test_a_judgement_without_its_claim_is_a_problem() -> None:
    store, claims = ledger()
    record(on_claims("wrong", claims[:1], Decider("ann", (), NOON)), store, NOON)
    made = reread(store, LATER, Work(given=Given({"r01": ()}, ())))
    assert (made.looked_at, made.problems) == (1, {"judgement-adrift": 1})
    assert [problem.code for problem in store.problems()] == ["judgement-adrift"]


def test_reading_again_by_the_same_rules_changes_nothing(tmp_path: Path) -> None:
    text = "On the first day, the defence minister said that Canada will donate four more Leopard 2 tanks to Ukraine."
    (tmp_path / "r.jsonl").write_text(json.dumps({"id": "r", "text": text, "published": "2023-02-24"}) + "\n")
    ledger = str(tmp_path / "ledger.sqlite")
    read = [sys.executable, "-m", "wireledger", "ingest", "--ledger", ledger]
    told = []
    for seed, more in (("1", [str(tmp_path / "r.jsonl")]), ("2", ["--reread"]), ("3", ["--reread"])):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run([*read, *more], env=env, capture_output=True, text=True, check=True)
        told.append(run.stderr.splitlines()[0])
    assert told[1:] == ["1 reports: other claims in 0"] * 2
