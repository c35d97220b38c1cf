"""A ledger in which every stored field and name is an attack, one of a hundred on each page of a report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from wireledger.model import (
    Block,
    Claim,
    Contact,
    Days,
    Disagreement,
    Entry,
    Event,
    Evidence,
    Field,
    Judgement,
    Membership,
    Money,
    Pledge,
    Problem,
    Quantity,
    Report,
    Source,
    Span,
    Spot,
    Statement,
    Step,
    day,
)
from wireledger.store import MemoryStore, Store

LINES = Path(__file__).with_name("payloads.txt").read_text(encoding="utf-8").splitlines()
PAYLOADS = [line.replace("\\r", "\r").replace("\\n", "\n") for line in LINES if line]
NOW = datetime(2024, 1, 1, tzinfo=UTC)
FIRST = date(2023, 1, 2)


def hostile(store: Store | None = None) -> Store:
    """The ledger: a report, a claim of each kind and their entries for each payload."""
    store = store or MemoryStore()
    entries, voices = [], {}
    for n, bad in enumerate(PAYLOADS):
        report, claims = _report(n, bad), [_claim(n, bad, kind, event) for kind, event in enumerate(_events(bad))]
        store.add(report, claims, NOW)
        entries += [_entry(n, bad, claim) for claim in claims]
        voices[report.id] = bad
        store.note([Problem(bad, bad, bad)], NOW)
    store.replace(entries, NOW, voices)
    for n, bad in enumerate(PAYLOADS):
        for judgement in _judgements(bad, next(iter(store.claims(name(n, bad))), None), n):
            store.judge(judgement)
    return store


def name(n: int, bad: str) -> str:
    """The id of a payload's report; the breaks of its lines are spaces."""
    return f"{' '.join(bad.split())} {n}"


def _report(n: int, bad: str) -> Report:
    text = f"{bad} {n} and more words. {bad}"
    on = day(FIRST + timedelta(days=n))
    source = Source(bad, bad, bad, (bad,), bad, on, bad)
    half = len(text) // 2
    blocks = (Block(Span(0, half), "paragraph"), Block(Span(half, len(text)), "tail"))
    return Report(name(n, bad), text, source, bad, bad, blocks, (Problem(bad, bad, bad),))


def _events(bad: str) -> tuple[Event, ...]:
    what: Any = bad
    when = Days(bad, day(FIRST), bad)
    count, money = Quantity(1, 2, unit=bad), Money(3, 4, bad)
    return (
        Pledge((bad,), bad, (bad,), bad, bad, bad, count, money, "promised", what, when, when, bad),
        Contact("meeting", (bad,), (bad,), bad, when),
        Statement(bad, bad, True, (bad,), when),
        Membership(bad, bad, "approved", (bad,), when),
    )


def _claim(n: int, bad: str, kind: int, event: Event) -> Claim:
    what: Any = bad
    text = _report(n, bad).text
    fields = (Field("low", (Span(0, 1),)), Field("item", (Span(0, len(bad)),)), Field(bad, (Span(0, 2),), True))
    where = Evidence(name(n, bad), Span(0, len(bad)), text[: len(bad)], kind, fields)
    return Claim(where, event, what, bad, 0.5, bad, ((bad, bad),))


def _entry(n: int, bad: str, claim: Claim) -> Entry:
    on = FIRST + timedelta(days=n)
    return Entry(
        f"e{claim.id}",
        claim.event,
        (Step(getattr(claim.event, "step", "held"), day(on), 1, 2, (claim.id,)),),
        (claim.id,),
        1,
        True,
        bad,
        bad,
        bad,
        (Disagreement(bad, (('"<script>"', (claim.id,)), ("[1, null]", ())), bad),),
        on,
        (bad,),
        (claim.id,),
    )


def _judgements(bad: str, claim: Claim | None, n: int) -> Iterator[Judgement]:
    if claim:
        where = claim.evidence
        spots = (Spot(where.report, claim.kind, where.anchor, claim.ordinal),)
        yield Judgement(claim.id, "", "right", bad, (bad,), NOW + timedelta(seconds=n), (), bad, spots)
