"""Reports, problems and lists of entries as JSON objects, and entries as rows of a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from wireledger.model import Block, Claim, Entry, Problem, Report, Source
from wireledger.model.verdicts import judgement_to_json
from wireledger.model.wire import Json, claim_to_json, entry_to_json, interval_to_json
from wireledger.serve.book import Ruled
from wireledger.serve.query import Read, Told
from wireledger.serve.snapshot import Outline

COLUMNS = (
    *("id", "kind", "donors", "recipient", "recipients", "item", "category", "model", "low", "high", "approximate"),
    *("money_low", "money_high", "currency", "form", "guests", "hosts", "place", "member", "alliance", "by"),
    *("speaker", "words", "direct", "about", "step", "step_from", "step_to", "steps", "reports", "independent"),
    *("counts_in_totals", "extra_to", "part_of", "possible_duplicate_of", "first_reported"),
)


def told_to_json(told: Told) -> Json:
    """An entry with, beside its public shape, its claims as they were read and the voice of each of their reports."""
    return {
        **entry_to_json(told.entry, told.claims),
        "readings": [claim_to_json(claim) for claim in told.claims.values()],
        "judged": {name: _ruled(one) for name, one in told.ruled.items()},
        "sources": {name: outline_to_json(outline) for name, outline in told.sources.items()},
        "voices": dict(told.voices),
        "pointing": [{"relation": relation, "entry": entry.id} for relation, entry in told.pointing],
    }


def read_to_json(read: Read) -> Json:
    """A report with its text, its blocks and its claims; `entries` names the entry each claim stands in."""
    report = read.report
    return {
        **_head(report),
        "digest": report.digest,
        "voice": read.voice,
        "text": report.text,
        "blocks": [
            {"start": b.span.start, "stop": b.span.stop, "kind": b.kind, "depth": b.depth} for b in report.blocks
        ],
        "problems": [problem_to_json(problem) for problem in report.problems],
        "checks": [{"code": c.code, "message": c.message, "span": [c.span.start, c.span.stop]} for c in report.checks],
        "claims": [claim_to_json(claim) for claim in read.claims],
        "judged": {name: _ruled(one) for name, one in read.ruled.items()},
        "entries": {claim: entry.id for claim, entry in read.entries.items()},
    }


def outline_to_json(outline: Outline) -> Json:
    """A report without its text."""
    head = {"id": outline.id, "title": outline.title, "language": outline.language}
    return {**head, "source": source_to_json(outline.source), "problems": outline.problems}


def problem_to_json(problem: Problem) -> Json:
    """A problem with its place, where it has one."""
    span = [problem.span.start, problem.span.stop] if problem.span else None
    return {"code": problem.code, "message": problem.message, "where": problem.where, "span": span}


def _ruled(ruled: Ruled) -> Json:
    """What persons decided on a claim, and how it had been read."""
    told = [judgement_to_json(judgement, {}) for judgement in ruled.judgements]
    return {"wrong": ruled.now is None, "as_read": claim_to_json(ruled.read), "judgements": told}


def table(entries: Iterable[Entry], claims: Mapping[str, Claim]) -> str:
    """Entries as CSV: one row each, lists joined by ";", the last step with its days."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for entry in entries:
        shape = _flat(entry_to_json(entry, claims))
        writer.writerow({column: _cell(shape.get(column)) for column in COLUMNS})
    return out.getvalue()


def _head(report: Report) -> Json:
    return {
        "id": report.id,
        "title": report.title,
        "language": report.language,
        "source": source_to_json(report.source),
    }


def _block(block: Block) -> Json:
    return {"start": block.span.start, "stop": block.span.stop, "kind": block.kind, "depth": block.depth}


def source_to_json(source: Source) -> Json:
    """Where a report was published, by whom and when."""
    return {
        "outlet": source.outlet,
        "url": source.url,
        "agency": source.agency,
        "authors": [*source.authors],
        "speaks_for": source.speaks_for,
        "published": interval_to_json(source.published) if source.published else None,
        "published_basis": source.published_basis,
    }


def _flat(shape: Json) -> Json:
    last = shape["steps"][-1] if shape["steps"] else {}
    when = last.get("when") or {}
    return {
        **shape,
        "step": last.get("step"),
        "step_from": when.get("from"),
        "step_to": when.get("to"),
        "steps": [step["step"] for step in shape["steps"]],
        "reports": len({claim["report"] for claim in shape["claims"]}),
    }


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return ";".join(str(one) for one in value)
    return str(value).lower() if isinstance(value, bool) else value
