"""What persons have decided on claims: which judgements stand, where their claims stand now, what they correct.

A judgement that was taken back does not stand; taking that back makes it stand again. One whose claim is read at
another place of its sentence now follows it there; where two claims fit, or none does, that is a Problem.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import get_args

from wireledger.model import (
    MEMBERSHIP_STEPS,
    PLEDGE_STEPS,
    Claim,
    Field,
    Form,
    Judgement,
    Kind,
    Mood,
    Pledge,
    Problem,
    Report,
    Scope,
    Span,
    Spot,
)
from wireledger.model.ledger import RULE
from wireledger.model.wire import claim_from_json, claim_to_json

FIXED = frozenset("id kind report start stop quote anchor ordinal fields names carried rule confidence".split())
"""What no correction may change: a claim stays where it stands."""
_MOODS: dict[str, tuple[str, ...]] = {"mood": get_args(Mood)}
KNOWN: Mapping[Kind, Mapping[str, tuple[str, ...]]] = {
    "pledge": {**_MOODS, "step": PLEDGE_STEPS, "scope": get_args(Scope)},
    "contact": {**_MOODS, "form": get_args(Form)},
    "statement": _MOODS,
    "membership": {**_MOODS, "step": MEMBERSHIP_STEPS},
}
"""Fields of each kind whose words are those of the model, and no others."""
_END = re.compile(r"[.!?][\"'”’)\]]*\s|\n")


@dataclass(frozen=True, slots=True)
class Decided:
    """The claims as persons corrected them, the judgements that stand (in order), and those that found no claim."""

    claims: tuple[Claim, ...]
    judgements: tuple[Judgement, ...]
    problems: tuple[Problem, ...]


def decided(claims: Iterable[Claim], judgements: Iterable[Judgement], reports: Mapping[str, Report]) -> Decided:
    """What the judgements of persons make of the claims."""
    told = {claim.id: claim for claim in claims}
    firm = standing(judgements)
    if not firm:
        return Decided(tuple(told.values()), (), ())
    found = [_fitting(_followed(judgement, told, reports), told) for judgement in firm]
    moved = tuple(one for one in found if isinstance(one, Judgement))
    kept = [c for claim in told.values() if (c := _corrected(claim, moved, reports)) is not None]
    return Decided(tuple(kept), moved, tuple(one for one in found if isinstance(one, Problem)))


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements of persons that nobody took back, in the order they were made."""
    told = {j.id: j for j in judgements if j.by != RULE}
    takers: dict[str, list[str]] = defaultdict(list)
    for judgement in told.values():
        if judgement.verdict == "undone":
            takers[judgement.left].append(judgement.id)
    stands: dict[str, bool] = {}
    for name in told:
        _settle(name, takers, stands)
    return sorted((j for j in told.values() if stands[j.id]), key=order)


def order(judgement: Judgement) -> tuple[str, str, str, str, str]:
    """The order in which judgements were made; of one moment, any order that is always the same."""
    first, second = sorted((judgement.left, judgement.right))
    when = judgement.when.isoformat() if judgement.when else ""
    return (when, first, second, judgement.verdict, judgement.id)


def corrected(claim: Claim, values: Mapping[str, object]) -> Claim:
    """The claim with other values in its fields (as JSON has them). ValueError where they are none of a claim."""
    told = claim_to_json(claim)
    if strange := sorted(set(values) - (told.keys() - FIXED)):
        raise ValueError(f"a {claim.kind} has no field {strange[0]!r} that can be changed")
    shape = {**told, **values}
    if "recipient" in values and "recipients" not in values:
        shape["recipients"] = [values["recipient"]] if values["recipient"] else []
    made = claim_from_json(shape)
    new = [name for name in KNOWN[claim.kind] if shape[name] != told[name]]
    if unknown := [name for name in new if shape[name] not in KNOWN[claim.kind][name]]:
        raise ValueError(f"{unknown[0]} {shape[unknown[0]]!r} is none of {', '.join(KNOWN[claim.kind][unknown[0]])}")
    if isinstance(made.event, Pledge) and "unit" not in values and made.event.quantity:
        has_count = (made.event.quantity.low, made.event.quantity.high) != (None, None)
        made = made if has_count else replace(made, event=replace(made.event, quantity=None))
    return replace(claim, event=made.event, mood=made.mood, said_by=made.said_by)


def sentence(text: str, at: int) -> Span:
    """The sentence around a place of a text."""
    start = max((end.end() for end in _END.finditer(text, 0, at)), default=0)
    after = _END.search(text, at)
    return Span(start, max(start + 1, after.start() if after else len(text)))


def _settle(name: str, takers: Mapping[str, list[str]], stands: dict[str, bool]) -> None:
    """Whether a judgement stands: nothing that took it back stands. Each is settled behind those that took it back."""
    waiting = [name]
    while waiting:
        asked = waiting[-1]
        open_ = [taker for taker in takers.get(asked, ()) if taker not in stands]
        if open_:
            waiting += open_
        else:
            stands[waiting.pop()] = not any(stands[taker] for taker in takers.get(asked, ()))


def _followed(
    judgement: Judgement, claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> Judgement | Problem | None:
    """The judgement with the claims it names as they are read now; None where their report is not there."""
    names = {}
    for spot in judgement.spots:
        if spot.claim in claims:
            continue
        report = reports.get(spot.report)
        if report is None:
            return judgement
        near = sentence(report.text, spot.anchor)
        found = [c for c in claims.values() if _at(c, spot, near)]
        if len(found) != 1:
            fit = f"{len(found)} claims fit" if found else "no claim is read there now"
            message = f"judgement {judgement.id} ({judgement.verdict}, by {judgement.by}) does not hold: {fit}"
            return Problem("judgement-adrift", message, spot.report, near)
        names[spot.claim] = found[0].id
    left, right = (names.get(name, name) for name in (judgement.left, judgement.right))
    return replace(judgement, left=left, right=right) if names else judgement


def _fitting(judgement: Judgement | Problem | None, claims: Mapping[str, Claim]) -> Judgement | Problem | None:
    """The judgement, unless it gives its claim values that no claim can have (a file of decisions may)."""
    if isinstance(judgement, Judgement) and judgement.values and (claim := claims.get(judgement.left)):
        try:
            corrected(claim, {name: json.loads(value) for name, value in judgement.values})
        except ValueError as wrong:
            message = f"judgement {judgement.id} ({judgement.verdict}, by {judgement.by}) does not hold: {wrong}"
            return Problem("judgement-unfit", message, claim.evidence.report, claim.evidence.span)
    return judgement


def _at(claim: Claim, spot: Spot, near: Span) -> bool:
    where = claim.evidence
    return (where.report, claim.kind) == (spot.report, spot.kind) and near.start <= where.anchor < near.stop


def _corrected(claim: Claim, judgements: Iterable[Judgement], reports: Mapping[str, Report]) -> Claim | None:
    """The claim as the judgements on it leave it, in their order; None when it was judged wrong."""
    found: Claim | None = claim
    for judgement in judgements:
        if judgement.left != claim.id or judgement.verdict not in ("right", "wrong", "changed"):
            continue
        found = None if judgement.verdict == "wrong" else _changed(found or claim, judgement, reports)
    return found


def _changed(claim: Claim, judgement: Judgement, reports: Mapping[str, Report]) -> Claim:
    fixed = corrected(claim, {name: json.loads(value) for name, value in judgement.values})
    report = reports.get(claim.evidence.report)
    where, place = claim.evidence, words_at(judgement.words, report, claim) if report else None
    if place:
        names = {name for name, _ in judgement.values}
        others = tuple(field for field in where.fields if field.name not in names)
        where = replace(where, fields=others + tuple(Field(name, (place,)) for name in sorted(names)))
    note = f"judged {judgement.verdict} by {judgement.by}"
    return replace(fixed, evidence=where, confidence=1.0, trace=(*claim.trace, note))


def words_at(words: str, report: Report, claim: Claim) -> Span | None:
    """Where words stand in a report, as near to a claim as they do; None where they do not."""
    if not words:
        return None
    starts = [found.start() for found in re.finditer(re.escape(words), report.text)]
    anchor = claim.evidence.anchor
    return min((Span(s, s + len(words)) for s in starts), key=lambda s: abs(s.start - anchor), default=None)
