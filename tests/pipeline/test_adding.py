"""A report that is brought in alone leaves the very ledger that resolving everything comes to, in every store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from bench.wire import Telling, claims_at_least
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.resolve.made import Wire, pledge
from tests.resolve.test_laws import WIRES, wire_of
from tests.store.servers import KINDS, empty

from wireledger.model import Judgement, Pledge, Quantity, Report, Source, day
from wireledger.pipeline import adding, resolving
from wireledger.pipeline.resolving import resolved
from wireledger.resolve import resolve
from wireledger.store import MemoryStore, Store, open_store
from wireledger.store.marks import STANDING, WAITING

NOON = datetime(2024, 1, 1, 12, tzinfo=UTC)
LATER = timedelta(seconds=1)
TODAY = Source("A", published=day(NOON.date()), published_basis="given")


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty ledger of each kind."""
    with empty(request.param, tmp_path) as opened:
        yield opened


def holds_what_resolving_all_comes_to(store: Store) -> bool:
    """Whether entries, voices, and what rules judged on them are those of a ledger resolved from the start."""
    anew = resolve(tuple(store.reports()), tuple(store.claims()), tuple(store.judgements()))
    entries = [replace(entry, recorded=None) for entry in store.entries()]
    judged = {replace(judgement, when=None) for judgement in store.judgements()}
    assert entries == list(anew.entries)
    assert store.voices() == anew.voices
    return judged >= set(anew.judgements)


def marks_and_faces_are_those_of(store: MemoryStore) -> bool:
    """Whether lines are found, and look, as after resolving from the start."""
    anew = resolve(tuple(store.reports()), tuple(store.claims()), tuple(store.judgements()))
    kept = {mark for marks in store._marks.values() for mark in marks if mark.number not in (STANDING, WAITING)}
    wanted = set(anew.marks)
    assert {mark for mark in kept ^ wanted if " " in mark.name} == set(), "a line is found elsewhere"
    assert store._faces == dict(anew.faces)
    return kept >= wanted


def filled(store: Store, told: list[Telling]) -> None:
    with store.writing():
        for report, claims in told:
            store.add(report, claims, NOON)
    resolved(store, NOON)


def alone(store: Store, report: Report, claims: Any, moment: datetime) -> bool:
    """Add a report and bring the ledger up to date; whether the report could be brought in alone."""
    store.add(report, claims, moment)
    changed = adding.grown(store, moment)
    if changed is None:
        resolved(store, moment)
    return changed is not None


def test_reports_that_come_one_by_one_come_to_the_same_ledger(store: Store) -> None:
    told = claims_at_least(700)
    filled(store, told[:-40])
    ways = []
    for number, (report, claims) in enumerate(told[-40:]):
        ways.append(alone(store, report, claims, NOON + number * LATER))
        if number % 4 == 3:
            assert holds_what_resolving_all_comes_to(store)
    assert sum(ways) > 25


@settings(max_examples=60, deadline=None)
@given(WIRES, st.randoms(use_true_random=False))
def test_no_order_of_coming_and_no_decision_between_changes_the_ledger(drawn: list[Any], rng: Any) -> None:
    wire, store = wire_of(drawn), MemoryStore()
    ids = [claim.id for claim in wire.claims]
    reports = (
        sorted(wire.reports, key=adding._day) if rng.random() < 0.5 else rng.sample(wire.reports, len(wire.reports))
    )
    for number, report in enumerate(reports):
        moment = NOON + number * LATER
        store.add(report, [c for c in wire.claims if c.evidence.report == report.id], moment)
        resolved(store, moment)
        assert holds_what_resolving_all_comes_to(store)
        assert not store.marked(STANDING) or marks_and_faces_are_those_of(store)
        if len(ids) > 1 and rng.random() < 0.15:
            pair, verdict = rng.sample(ids, 2), rng.choice(("same", "different", "wrong"))
            judgement = Judgement(pair[0], "" if verdict == "wrong" else pair[1], verdict, "ann", (), moment)
            store.judge(judgement)
            if rng.random() < 0.7:
                resolved(store, moment)
                assert holds_what_resolving_all_comes_to(store)
                store.judge(Judgement(judgement.id, "", "undone", "ann", (), moment))


def test_a_top_up_is_brought_in_alone_and_finds_the_last_line_it_adds_to(store: Store) -> None:
    wire = Wire()
    for on, item, low in (
        ("2023-02-01", "Leopard 2A4", 14),
        ("2023-02-05", "Leopard 2", 18),
        ("2023-02-06", "F-16", 6),
    ):
        wire.report("A", on, pledge(f"It gives {low}.", "pt", item, low))
    wire.report("B", "2023-02-07", pledge("It adds five more.", "pt", "Leopard 2 tanks", 5, scope="extra"))
    told = [(report, [c for c in wire.claims if c.evidence.report == report.id]) for report in wire.reports]
    filled(store, told[:3])
    assert alone(store, *told[3], NOON)
    entries = {entry.id: entry for entry in store.entries()}
    (added,) = [entry for entry in entries.values() if entry.extra_to]
    gift = entries[str(added.extra_to)].event
    assert isinstance(gift, Pledge)
    assert gift.quantity == Quantity(18, 18)
    assert holds_what_resolving_all_comes_to(store)


def test_a_report_brought_in_alone_asks_for_no_list_of_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told, store = claims_at_least(400), open_store(str(tmp_path / "ledger.sqlite"))
    filled(store, told)

    def none(*_: object) -> Iterator[Any]:
        raise AssertionError("a list of all was asked for")

    for name in ("reports", "entries", "judgements", "voices", "revision"):
        monkeypatch.setattr(store, name, none)
    given_claims = store.claims
    monkeypatch.setattr(store, "claims", lambda report=None: given_claims(report) if report else none())
    late = Report(
        "z1", "Nothing of it was told before.", Source("Z", published=day(NOON.date()), published_basis="given")
    )
    assert resolved(store, NOON) == (0, 0, ())
    store.add(late, [], NOON)
    assert resolved(store, NOON) == (0, 0, ())
    assert store.voice("z1") == "z1"
    store.close()


def test_other_rules_decisions_and_many_reports_have_all_resolved(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = claims_at_least(250)
    filled(store, told[:60])
    for report, claims in told[60 : 61 + adding.FEW]:
        store.add(report, claims, NOON)
    assert adding.grown(store, NOON) is None
    resolved(store, NOON)
    assert adding.grown(store, NOON) == (0, 0)
    monkeypatch.setattr(adding, "rules", lambda: "other rules")
    assert adding.grown(store, NOON) is None
    monkeypatch.setattr(resolving, "rules", lambda: "other rules")
    resolved(store, NOON)
    assert adding.grown(store, NOON) == (0, 0)
    store.judge(Judgement("a", "b", "same", "ann", (), NOON))
    assert adding.grown(store, NOON) is None
    resolved(store, NOON)
    assert adding.grown(store, NOON) == (0, 0)
    assert store.marked(WAITING) == []
    assert holds_what_resolving_all_comes_to(store)


def test_a_version_and_a_copy_before_what_is_there_have_all_resolved() -> None:
    text = "Oslo said on Monday that it would pay for a bridge train, for its crews and for the road that leads to it."
    store, source = (
        MemoryStore(),
        Source("A", "https://a.example/1", published=day(NOON.date()), published_basis="given"),
    )
    filled(store, [(Report("m", text, source), ())])
    assert not alone(store, Report("n", "Another text under that address.", source), (), NOON)
    assert store.voice("n") == "m"
    assert alone(store, Report("z", text, TODAY), (), NOON)
    assert store.voice("z") == "m"
    assert not alone(store, Report("a", text, TODAY), (), NOON)
    assert {store.voice(name) for name in "amnz"} == {"a"}
    assert holds_what_resolving_all_comes_to(store)


def test_the_rules_are_told_by_all_that_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    before = adding.rules.__wrapped__()
    assert before == adding.rules()
    monkeypatch.setattr(adding, "DECIDING", ("resolve", "lexicon"))
    assert adding.rules.__wrapped__() != before


def test_a_wire_of_nothing_stands() -> None:
    store = MemoryStore()
    resolved(store, NOON)
    wire = Wire()
    wire.report("A", "2023-02-01")
    assert alone(store, wire.reports[0], (), NOON)
    assert store.voices() == {"r01": "r01"}
