"""Laws of whole ledgers: order and batches change nothing, nothing is added twice, undoing returns to the start."""

from __future__ import annotations

import json
import random
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.resolve.test_laws import WIRES, wire_of

from wireledger.model import Claim, Entry, Judgement
from wireledger.model.wire import claim_to_json, dump, entry_to_json
from wireledger.pipeline import Work, current, given_claims, ingest, known_on
from wireledger.pipeline.judging import Decider, on_claims, on_pairs, persons, record, undone
from wireledger.store import MemoryStore

NOON = datetime(2024, 1, 1, 12, tzinfo=UTC)
Rows = list[tuple[dict[str, Any], list[str]]]


def rows_of(drawn: list[Any]) -> Rows:
    """Reports as JSON lines have them, each with its claims."""
    wire = wire_of(drawn)
    claims: dict[str, list[str]] = {report.id: [] for report in wire.reports}
    for claim in wire.claims:
        claims[claim.evidence.report].append(dump(claim_to_json(claim)))
    return [
        ({"id": r.id, "text": r.text, "source": r.source.outlet,
          "published": str(r.source.published.start) if r.source.published else None}, claims[r.id])
        for r in wire.reports
    ]  # fmt: skip


def fill(store: MemoryStore, rows: Rows, moment: datetime = NOON) -> None:
    """Ingest some reports with their claims in one run."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "reports.jsonl"
        path.write_text("".join(json.dumps(shape) + "\n" for shape, _ in rows))
        given = given_claims([line for _, lines in rows for line in lines], "claims")
        ingest([str(path)], store, moment, Work(given=given))


def export(store: MemoryStore) -> list[str]:
    """The entries as they are exported."""
    claims = {claim.id: claim for claim in store.claims()}
    return [dump(entry_to_json(entry, claims)) for entry in store.entries()]


@settings(max_examples=25, deadline=None)
@given(WIRES, st.randoms(use_true_random=False), st.integers(1, 4))
def test_order_and_batches_change_nothing(drawn: list[Any], rng: random.Random, size: int) -> None:
    rows = rows_of(drawn)
    whole, parts = MemoryStore(), MemoryStore()
    fill(whole, rows)
    mixed = rng.sample(rows, len(rows))
    for number, start in enumerate(range(0, len(mixed), size)):
        fill(parts, mixed[start : start + size], NOON + timedelta(number))
    assert export(parts) == export(whole)
    assert parts.voices() == whole.voices()


@settings(max_examples=25, deadline=None)
@given(WIRES)
def test_ingesting_twice_adds_nothing(drawn: list[Any]) -> None:
    rows, store = rows_of(drawn), MemoryStore()
    fill(store, rows)
    before, told = export(store), list(store.judgements())
    fill(store, rows, NOON + timedelta(1))
    assert export(store) == before
    assert list(store.judgements()) == told
    assert all(entry.recorded == NOON for entry in store.entries())


VERDICTS = st.sampled_from(["same", "different", "right", "wrong"])


def decide(store: MemoryStore, verdict: Any, claims: list[Claim], minute: int) -> list[Judgement]:
    """A person's verdict on some claims of a ledger."""
    who = Decider("ann", (), NOON + timedelta(minutes=minute))
    if verdict in ("same", "different"):
        return on_pairs(verdict, [[claim] for claim in claims], who)
    return on_claims(verdict, claims, who)


@settings(max_examples=25, deadline=None)
@given(WIRES, st.data())
def test_undoing_everything_returns_to_the_start(drawn: list[Any], data: st.DataObject) -> None:
    store = MemoryStore()
    fill(store, rows_of(drawn))
    before, claims = export(store), list(store.claims())
    if not claims:
        return
    for minute in range(data.draw(st.integers(1, 4))):
        some = data.draw(st.lists(st.sampled_from(claims), min_size=1, max_size=3, unique_by=lambda c: c.id))
        record(decide(store, data.draw(VERDICTS), some, minute), store, NOON)
    made = [judgement for judgement, stands in persons(store) if stands]
    record(undone(made, Decider("ben", (), NOON + timedelta(hours=1))), store, NOON)
    assert export(store) == before
    assert [stands for j, stands in persons(store) if j.verdict != "undone"] == [False] * len(made)


@settings(max_examples=25, deadline=None)
@given(WIRES, st.integers(1, 28))
def test_what_was_known_holds_no_report_of_a_later_day(drawn: list[Any], number: int) -> None:
    store, day = MemoryStore(), date(2023, 2, number)
    rows = rows_of(drawn)
    fill(store, rows)
    view = known_on(store, day)
    told = {claim for entry in view.entries for claim in _claims(entry)}
    assert all((on := view.told_on(claim)) is not None and on <= day for claim in told)
    only = MemoryStore()
    fill(only, [(shape, claims) for shape, claims in rows if shape["published"] <= day.isoformat()])
    assert [entry.id for entry in view.entries] == [entry.id for entry in current(only).entries]
    assert [entry.steps for entry in view.entries] == [entry.steps for entry in current(only).entries]


def _claims(entry: Entry) -> set[str]:
    return {*entry.claims, *entry.checks, *(claim for step in entry.steps for claim in step.claims)}
