"""Ingesting is safe to repeat and safe to kill, counts everything, and loses no report for another's fault."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from wireledger.model import Entry
from wireledger.model.wire import entry_to_json
from wireledger.pipeline import Given, Work, given_claims, ingest
from wireledger.store import MemoryStore, Store

NOW = datetime(2024, 1, 1, tzinfo=UTC)
FIRST = "Oslo will send eight Leopard 2 tanks to Ukraine, its defence minister told a paper of the capital on Tuesday."
SECOND = (
    "Norway handed Ukraine its eight Leopard 2 tanks, an army spokesman said as the last of them rolled off a train."
)


def claim(report: str, text: str, step: str) -> str:
    shape = {"kind": "pledge", "report": report, "start": 0, "stop": len(text), "quote": text, "mood": "asserted"}
    what = {"item": "Leopard 2 tanks", "category": "tank", "model": "leopard-2", "low": 8, "high": 8, "unit": "piece"}
    return json.dumps({**shape, **what, "donors": ["no"], "recipient": "ua", "step": step})


@pytest.fixture
def given() -> Given:
    return given_claims([claim("r1", FIRST, "promised"), claim("r2", SECOND, "delivered")], "claims.jsonl")


@pytest.fixture
def reports(tmp_path: Path) -> str:
    rows = [
        {"id": "r1", "text": FIRST, "published": "2023-02-14", "source": "North Sea Post"},
        {"id": "r2", "text": SECOND, "published": "2023-03-20", "source": "Harbor Courier"},
    ]
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return str(path)


def entries(store: Store) -> list[dict[str, object]]:
    claims = {one.id: one for one in store.claims()}
    return [entry_to_json(entry, claims) for entry in store.entries()]


def test_reports_become_entries(reports: str, given: Given) -> None:
    store = MemoryStore()
    summary = ingest([reports], store, NOW, Work(given=given))
    assert (summary.read, summary.added, summary.already, summary.set_aside) == (2, 2, 0, 0)
    assert summary.claims == {"pledge": 2}
    assert summary.opened == len(entries(store)) > 0


def test_running_again_adds_nothing(reports: str, given: Given) -> None:
    store = MemoryStore()
    ingest([reports], store, NOW, Work(given=given))
    before = entries(store)
    again = ingest([reports], store, NOW, Work(given=given))
    assert (again.added, again.already, again.opened, again.closed) == (0, 2, 0, 0)
    assert entries(store) == before


def test_what_rules_judged_is_kept_once_with_its_reasons(reports: str, given: Given) -> None:
    store = MemoryStore()
    ingest([reports], store, NOW, Work(given=given))
    ingest([reports], store, datetime(2024, 1, 2, tzinfo=UTC), Work(given=given))
    (judgement,) = store.judgements()
    assert (judgement.verdict, judgement.when, bool(judgement.why)) == ("same", NOW, True)


def test_a_run_that_was_killed_goes_on_where_it_was(reports: str, given: Given) -> None:
    def stop(stage: str, count: int) -> None:
        raise KeyboardInterrupt

    whole, killed = MemoryStore(), MemoryStore()
    ingest([reports], whole, NOW, Work(given=given))
    with pytest.raises(KeyboardInterrupt):
        ingest([reports], killed, NOW, Work(given=given, progress=stop))
    assert len(list(killed.reports())) == 1
    rest = ingest([reports], killed, NOW, Work(given=given))
    assert (rest.added, rest.already) == (1, 1)
    assert entries(killed) == entries(whole)


def test_every_order_of_reports_gives_the_same_entries(reports: str, given: Given, tmp_path: Path) -> None:
    turned = tmp_path / "turned.jsonl"
    turned.write_text("".join(reversed(Path(reports).read_text().splitlines(keepends=True))))
    one, other = MemoryStore(), MemoryStore()
    ingest([reports], one, NOW, Work(given=given))
    ingest([str(turned)], other, NOW, Work(given=given))
    assert entries(one) == entries(other)


def test_a_bad_line_is_set_aside_and_the_rest_is_read(reports: str, given: Given) -> None:
    path = Path(reports)
    path.write_text(path.read_text() + "{not a report\n")
    store = MemoryStore()
    summary = ingest([reports], store, NOW, Work(given=given))
    assert (summary.added, summary.set_aside) == (2, 1)
    assert sum(summary.problems.values()) >= 1
    assert len(list(store.problems())) >= 1


def test_claims_of_a_report_that_is_not_there_are_a_problem(reports: str, given: Given) -> None:
    stray = given_claims([claim("elsewhere", FIRST, "promised")], "claims.jsonl")
    summary = ingest([reports], MemoryStore(), NOW, Work(given=replace(given, claims={**given.claims, **stray.claims})))
    assert summary.problems["unknown-report"] == 1


def test_progress_is_told(reports: str, given: Given) -> None:
    told: list[tuple[str, int]] = []
    ingest([reports], MemoryStore(), NOW, Work(given=given, progress=lambda stage, count: told.append((stage, count))))
    assert told == [("reading", 1), ("reading", 2), ("resolving", 2)]


def test_entries_are_replaced_and_never_edited(reports: str, given: Given) -> None:
    store, later = MemoryStore(), datetime(2024, 1, 2, tzinfo=UTC)
    first = Path(reports).read_text().splitlines(keepends=True)[0]
    Path(reports).with_name("first.jsonl").write_text(first)
    ingest([str(Path(reports).with_name("first.jsonl"))], store, NOW, Work(given=given))
    before: list[Entry] = list(store.entries())
    ingest([reports], store, later, Work(given=given))
    assert list(store.entries(NOW)) == before


def test_whom_an_office_means_stays_with_its_report_and_what_is_open_is_counted(tmp_path: Path) -> None:
    said = '"We will send Ukraine 14 tanks," {} told reporters on Monday.'
    rows = [
        {"id": "open", "text": said.format("the defence minister"), "published": "2023-02-14"},
        {
            "id": "settled",
            "text": f"Dutch Defence Minister Kajsa Ollongren spoke in Kyiv. {said.format('the minister')}",
            "published": "2023-02-14",
        },
    ]
    path = tmp_path / "offices.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    store = MemoryStore()
    assert ingest([str(path)], store, NOW).problems == {"office": 1}
    doubtful, settled = store.report("open"), store.report("settled")
    assert doubtful is not None
    assert settled is not None
    assert [p.code for p in doubtful.problems] == [p.code for p in store.problems()] == ["office"]
    assert [c.message for c in settled.checks] == [
        "'the minister' is taken for Kajsa Ollongren, named with that office before"
    ]
