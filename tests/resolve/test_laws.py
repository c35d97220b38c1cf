"""Laws on made-up ledgers: no order of reports, claims or judgements changes what they come to; all claims are kept."""

from __future__ import annotations

import random
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.resolve.made import Wire, member, pledge, visit

from wireledger.model import Judgement
from wireledger.resolve import resolve
from wireledger.serve.view import published

DONORS = st.sampled_from(["dk", "nl", "dk nl", "de dk nl", "de", "us", ""])
ITEMS = st.sampled_from(["Leopard 1 tanks", "Leopard 2", "tanks", "Leopard 2A4", "them", None, "arms", "howitzers"])
STEPS = st.sampled_from(["floated", "requested", "promised", "approved", "delivered", "withdrawn", "refused"])
SCOPES = st.sampled_from(["new", "new", "earlier", "extra", "total"])
WORDS = [
    "a gift",
    "worth",
    "six more",
    "the rest",
    "of them",
    "all in all",
    "all 24",
    "so far",
    "the remaining",
    "a year",
]
DAYS = st.integers(1, 28).map(lambda d: f"2023-02-{d:02}")


@st.composite
def told(draw: st.DrawFn) -> dict[str, Any]:
    """One claim, mostly a pledge."""
    kind = draw(st.sampled_from(["pledge", "pledge", "sum", "visit", "member"]))
    words = draw(st.sampled_from(WORDS))
    if kind == "visit":
        return visit(
            words, draw(st.sampled_from(["ann-ash", "ua", "bo-bay"])), draw(st.sampled_from(["Kyiv", None])), draw(DAYS)
        )
    if kind == "member":
        return member(
            words, draw(st.sampled_from(["fi", "se"])), "approved", by=draw(st.sampled_from(["tr", "hu", None]))
        )
    shape = {"step": draw(STEPS), "scope": draw(SCOPES), "recipient": draw(st.sampled_from(["ua", "ua", "md", None]))}
    if draw(st.booleans()):
        shape |= {"fields": {"donors": [[0, 1]], "low": [[0, 3]]}, "carried": ["donors"]}
    if kind == "sum":
        shape |= {"money_low": draw(st.sampled_from([50, 770, 820])), "currency": "USD"}
        return pledge(words, draw(DONORS), draw(ITEMS), **shape)
    low = draw(st.sampled_from([None, 6, 18, 24, 100]))
    return pledge(words, draw(DONORS), draw(ITEMS), low, **{**shape, "high": draw(st.sampled_from([low, None]))})


WIRES = st.lists(st.tuples(st.sampled_from("ABC"), DAYS, st.lists(told(), min_size=1, max_size=4)), max_size=6)


def wire_of(reports: list[tuple[str, str, list[dict[str, Any]]]]) -> Wire:
    """The wire of drawn reports."""
    wire = Wire()
    for outlet, day, claims in reports:
        wire.report(outlet, day, *claims)
    return wire


@settings(max_examples=60, deadline=None)
@given(WIRES, st.randoms(use_true_random=False), st.data())
def test_order_never_matters(reports: list[Any], rng: random.Random, data: st.DataObject) -> None:
    wire = wire_of(reports)
    ids = [c.id for c in wire.claims]
    pairs = (
        st.tuples(st.sampled_from(ids), st.sampled_from(ids), st.sampled_from(["same", "different"])) if ids else None
    )
    judged = data.draw(st.lists(pairs, max_size=4)) if pairs is not None else []
    judgements = [Judgement(a, b, verdict, "ann", ()) for a, b, verdict in judged]
    found = resolve(wire.reports, wire.claims, judgements)
    mixed = [list(wire.reports), list(wire.claims), list(judgements)]
    for some in mixed:
        rng.shuffle(some)
    again = resolve(*mixed)  # type: ignore[arg-type]
    assert again.entries == found.entries
    assert again.voices == found.voices
    assert sorted(again.judgements, key=repr) == sorted(found.judgements, key=repr)


@settings(max_examples=60, deadline=None)
@given(WIRES)
def test_every_claim_stands_in_one_entry_or_checks_some(reports: list[Any]) -> None:
    wire = wire_of(reports)
    entries = resolve(wire.reports, wire.claims, ()).entries
    held = [claim for entry in entries for claim in entry.claims]
    assert len(held) == len(set(held))
    assert set(held) | {claim for entry in entries for claim in entry.checks} == {c.id for c in wire.claims}
    names = {entry.id for entry in entries}
    assert len(names) == len(entries)
    for entry in entries:
        assert {entry.extra_to, entry.part_of, entry.possible_duplicate_of} - {None} <= names - {entry.id}
        assert {claim for step in entry.steps for claim in step.claims} <= set(entry.claims) | set(entry.checks)
        assert entry.steps


@pytest.mark.slow
def test_ten_thousand_claims_resolve_in_seconds() -> None:
    rng, wire = random.Random(1), Wire()
    items = ["Leopard 2 tanks", "howitzers", "shells", "F-16s", "trucks", "radars", "drones", "Patriot batteries"]
    for number in range(2500):
        told = [
            pledge(
                f"report {number} tells {n} of many a gift",
                rng.choice(["us", "de", "gb", "fr", "pl", "nl", "dk nl"]),
                rng.choice(items),
                rng.randrange(1, 400),
                step=rng.choice(["promised", "delivered"]),
            )
            for n in range(4)
        ]
        day = f"{2022 + number // 900}-{1 + number // 75 % 12:02}-{1 + number % 28:02}"
        wire.report(f"Outlet {number % 90}", day, *told)
    start = time.perf_counter()
    assert len(wire.resolved().entries) > 500
    assert time.perf_counter() - start < 30


@settings(max_examples=100, deadline=None)
@given(WIRES)
def test_an_entry_is_named_after_its_earliest_claim(reports: list[Any]) -> None:
    wire = wire_of(reports)
    days = {report.id: str(published(report)) for report in wire.reports}
    place = {c.id: (days[c.evidence.report], c.evidence.report, c.evidence.anchor) for c in wire.claims}
    for entry in resolve(wire.reports, wire.claims, ()).entries:
        assert entry.id == f"e{entry.claims[0]}"
        assert place[entry.claims[0]] == min(place[claim] for claim in entry.claims)
