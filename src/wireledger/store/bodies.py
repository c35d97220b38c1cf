"""Reports, claims, entries and judgements as the JSON texts a store keeps; nothing is lost on the way and back.

Texts are escaped to ASCII, so that any string of a report (lone surrogates, NUL) can be kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from wireledger.model import (
    Block,
    Check,
    Claim,
    Disagreement,
    Entry,
    Event,
    Interval,
    Judgement,
    Pledge,
    Problem,
    Report,
    Source,
    Span,
    Spot,
    Step,
)
from wireledger.model.wire import claim_from_json, claim_to_json, event_to_json, interval_to_json
from wireledger.store.gist import Gist

Json = dict[str, Any]


def stamp(moment: datetime) -> str:
    """A moment as text that sorts by time (UTC, microseconds)."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def report_body(report: Report) -> str:
    """A report with its source, blocks, problems and checks."""
    source = report.source
    shape = {
        "id": report.id,
        "text": report.text,
        "title": report.title,
        "language": report.language,
        "source": {
            "outlet": source.outlet,
            "url": source.url,
            "agency": source.agency,
            "authors": [*source.authors],
            "speaks_for": source.speaks_for,
            "published": interval_to_json(source.published) if source.published else None,
            "published_basis": source.published_basis,
        },
        "blocks": [[b.span.start, b.span.stop, b.kind, b.depth] for b in report.blocks],
        "problems": [problem_shape(p) for p in report.problems],
        "checks": [[c.code, c.message, c.span.start, c.span.stop] for c in report.checks],
    }
    return json.dumps(shape, separators=(",", ":"))


def report_of(body: str) -> Report:
    """The report a body tells."""
    shape = json.loads(body)
    told = shape["source"]
    source = Source(
        told["outlet"],
        told["url"],
        told["agency"],
        tuple(told["authors"]),
        told["speaks_for"],
        _interval(told["published"]),
        told["published_basis"],
    )
    blocks = tuple(Block(Span(start, stop), kind, depth) for start, stop, kind, depth in shape["blocks"])
    problems = tuple(problem_of(p) for p in shape["problems"])
    checks = tuple(Check(code, said, Span(start, stop)) for code, said, start, stop in shape.get("checks", []))
    return Report(shape["id"], shape["text"], source, shape["title"], shape["language"], blocks, problems, checks)


def problem_shape(problem: Problem) -> list[Any]:
    """A problem as a list: code, message, where, and the ends of its span or null."""
    span = [problem.span.start, problem.span.stop] if problem.span else None
    return [problem.code, problem.message, problem.where, span]


def problem_of(shape: list[Any]) -> Problem:
    """The problem a list tells."""
    code, message, where, span = shape
    return Problem(code, message, where, Span(*span) if span else None)


def claim_body(claim: Claim) -> str:
    """A claim in its public shape, and what that shape leaves out."""
    shape = {**claim_to_json(claim), "confidence": claim.confidence, "trace": [*claim.trace], **_rough(claim.event)}
    return json.dumps(shape, separators=(",", ":"))


def claim_of(body: str) -> Claim:
    """The claim a body tells."""
    shape = json.loads(body)
    claim = claim_from_json(shape)
    return replace(claim, event=_with_rough(claim.event, shape), trace=tuple(shape["trace"]))


def gist_of(body: str) -> Gist:
    """The gist of the claim a body tells."""
    shape = json.loads(body)
    return Gist(shape["id"], shape["report"], shape["quote"], shape["confidence"])


def entry_body(entry: Entry) -> str:
    """An entry without its clock: equal bodies are equal entries."""
    shape = {
        "id": entry.id,
        "kind": entry.kind,
        "event": {**event_to_json(entry.event), **_rough(entry.event)},
        "steps": [[s.step, _ends(s.when), s.low, s.high, [*s.claims]] for s in entry.steps],
        "claims": [*entry.claims],
        "checks": [*entry.checks],
        "independent": entry.independent,
        "counts": entry.counts_in_totals,
        "links": [entry.extra_to, entry.part_of, entry.possible_duplicate_of],
        "disagreements": [[d.field, [[v, [*c]] for v, c in d.values], d.chosen_by] for d in entry.disagreements],
        "first": entry.first_reported.isoformat() if entry.first_reported else None,
        "why": [*entry.why],
    }
    return json.dumps(shape, separators=(",", ":"))


def entry_of(body: str, recorded: str) -> Entry:
    """The entry a body tells, recorded at a moment (as `stamp` writes it)."""
    shape = json.loads(body)
    extra_to, part_of, duplicate = shape["links"]
    return Entry(
        shape["id"],
        _event(shape["kind"], shape["event"]),
        tuple(Step(s, _interval(w), low, high, tuple(c)) for s, w, low, high, c in shape["steps"]),
        tuple(shape["claims"]),
        shape["independent"],
        shape["counts"],
        extra_to,
        part_of,
        duplicate,
        tuple(Disagreement(f, tuple((v, tuple(c)) for v, c in vs), by) for f, vs, by in shape["disagreements"]),
        date.fromisoformat(shape["first"]) if shape["first"] else None,
        tuple(shape["why"]),
        tuple(shape["checks"]),
        datetime.fromisoformat(recorded),
    )


def judgement_body(judgement: Judgement) -> str:
    """A judgement; what only verdicts on single claims need is left out where it is empty."""
    j = judgement
    shape: list[Any] = [j.left, j.right, j.verdict, j.by, [*j.why], j.when.isoformat() if j.when else None]
    if j.values or j.words or j.spots:
        spots = [[s.report, s.kind, s.anchor, s.ordinal] for s in j.spots]
        shape.append({"values": [*map(list, j.values)], "words": j.words, "spots": spots})
    return json.dumps(shape)


def judgement_of(body: str) -> Judgement:
    """The judgement a body tells."""
    left, right, verdict, by, why, when, *rest = json.loads(body)
    told = Judgement(left, right, verdict, by, tuple(why), datetime.fromisoformat(when) if when else None)
    if not rest:
        return told
    values = tuple((name, value) for name, value in rest[0]["values"])
    return replace(told, values=values, words=rest[0]["words"], spots=tuple(Spot(*s) for s in rest[0]["spots"]))


def _event(kind: str, shape: Mapping[str, Any]) -> Event:
    # An event is only public as part of a claim: it borrows a place to be read back.
    place = {"report": "", "start": 0, "stop": 1, "quote": "", "mood": "asserted"}
    return _with_rough(claim_from_json({**place, **shape, "kind": kind}).event, shape)


def _rough(event: Event) -> Json:
    """The public shape has one `approximate` for count and sum; both are kept here."""
    if not isinstance(event, Pledge):
        return {}
    count, money = event.quantity, event.money
    return {"rough": [bool(count and count.approximate), bool(money and money.approximate)]}


def _with_rough(event: Event, shape: Mapping[str, Any]) -> Event:
    if not isinstance(event, Pledge):
        return event
    count, money = shape["rough"]
    return replace(
        event,
        quantity=replace(event.quantity, approximate=count) if event.quantity else None,
        money=replace(event.money, approximate=money) if event.money else None,
    )


def _ends(interval: Interval | None) -> Json | None:
    return interval_to_json(interval) if interval else None


def _interval(shape: Mapping[str, str | None] | None) -> Interval | None:
    if shape is None:
        return None
    start, stop = (date.fromisoformat(v) if (v := shape[end]) else None for end in ("from", "to"))
    return Interval(start, stop)
