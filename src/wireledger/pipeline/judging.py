"""Records what persons decide on the claims of a ledger, and brings its entries up to date."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from wireledger.model import Claim, Judgement, Problem, Spot
from wireledger.model.wire import claim_to_json
from wireledger.pipeline.resolving import resolved
from wireledger.resolve import FIXED, RULE, corrected, standing, words_at
from wireledger.store.protocol import Store

Values = Mapping[str, object]


class JudgingError(Exception):
    """A decision that cannot be recorded; the message is one line."""


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides, why, and when (the ledger's clock, given by the caller)."""

    by: str
    why: tuple[str, ...]
    when: datetime


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of decisions: those that are new, how many entries opened and closed, and what found no claim."""

    judgements: tuple[Judgement, ...]
    opened: int
    closed: int
    problems: tuple[Problem, ...]


def record(judgements: Iterable[Judgement], store: Store, now: datetime) -> Recorded:
    """Keep judgements and bring the entries up to date; those already kept are not kept twice."""
    known = set(store.judgements())
    fresh = tuple(judgement for judgement in dict.fromkeys(judgements) if judgement not in known)
    for judgement in fresh:
        store.judge(judgement)
    return Recorded(fresh, *(resolved(store, now) if fresh else (0, 0, ())))


def on_pairs(verdict: Literal["same", "different"], groups: Sequence[Sequence[Claim]], who: Decider) -> list[Judgement]:
    """One verdict on groups of claims: all are one event, or no two groups are.

    Each claim is judged with the first of the other groups ("same": of the first group), which ties or parts them all.
    """
    pairs: dict[tuple[str, str], tuple[Claim, Claim]] = {}
    for number, group in enumerate(groups):
        others = [g for n, g in enumerate(groups) if n != number] if verdict == "different" else groups[:1]
        for claim in group:
            for other in (g[0] for g in others if g):
                first, second = sorted((claim, other), key=lambda c: c.id)
                if first.id != second.id:
                    pairs[first.id, second.id] = (first, second)
    return [
        Judgement(a.id, b.id, verdict, who.by, who.why, who.when, spots=(spot(a), spot(b))) for a, b in pairs.values()
    ]


def on_claims(verdict: Literal["right", "wrong"], claims: Iterable[Claim], who: Decider) -> list[Judgement]:
    """Claims that say what their report says, with the values they are right with; or that say what it does not."""
    return [
        Judgement(
            c.id, "", verdict, who.by, who.why, who.when, _as_read(c) if verdict == "right" else (), "", (spot(c),)
        )
        for c in claims
    ]


def changed(claim: Claim, values: Values, words: str, who: Decider, store: Store) -> Judgement:
    """A claim whose report gives other values in these words. Raises JudgingError."""
    report = store.report(claim.evidence.report)
    if report is None or words_at(words, report, claim) is None:
        raise JudgingError(
            f"the words {words!r} do not stand in report {claim.evidence.report}: copy them from its text"
        )
    try:
        corrected(claim, values)
    except ValueError as wrong:
        raise JudgingError(f"claim {claim.id} cannot be changed so: {wrong}") from None
    told = tuple((name, json.dumps(value, ensure_ascii=False)) for name, value in sorted(values.items()))
    return Judgement(claim.id, "", "changed", who.by, who.why, who.when, told, words, (spot(claim),))


def undone(judgements: Iterable[Judgement], who: Decider) -> list[Judgement]:
    """What takes judgements back; of an undoing, what makes that stand again which it took back."""
    return [Judgement(j.id, "", "undone", who.by, who.why, who.when, spots=j.spots) for j in judgements]


def persons(store: Store) -> Iterator[tuple[Judgement, bool]]:
    """What persons decided, in order, and whether it stands."""
    told = [judgement for judgement in store.judgements() if judgement.by != RULE]
    firm = {judgement.id for judgement in standing(told)}
    yield from ((judgement, judgement.id in firm) for judgement in told)


def spot(claim: Claim) -> Spot:
    """Where a claim stands."""
    return Spot(claim.evidence.report, claim.kind, claim.evidence.anchor, claim.ordinal)


def _as_read(claim: Claim) -> tuple[tuple[str, str], ...]:
    told: dict[str, Any] = claim_to_json(claim)
    names = sorted(told.keys() - FIXED)
    return tuple((name, json.dumps(told[name], ensure_ascii=False)) for name in names)
