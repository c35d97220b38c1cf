"""A report as a site has it: the words that were read from it, field by field; its full text only where permitted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from wireledger.model import Block, Claim, Entry, Report
from wireledger.serve.evidence import Value, field_of, place_of, values
from wireledger.serve.export.places import part_of
from wireledger.serve.marked import NOTHING, rendered
from wireledger.serve.marks import marks_of, regions, runs
from wireledger.serve.query import Read
from wireledger.serve.snapshot import Outline


@dataclass(frozen=True, slots=True)
class Words:
    """A field of a claim: its value, the words it was read from ("" for none), and the parts of the page it is."""

    value: Value
    words: str
    carried: bool
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A claim with its sentence, the words it was read from with their fields marked, and the entry it stands in."""

    claim: Claim
    part: str
    quote: Markup
    fields: tuple[Words, ...]
    entry: Entry | None


def quoted(read: Read, whole: bool) -> Mapping[str, Any]:
    """What the page of a report shows, with its `whole` text or without."""
    report = read.report
    runs_ = runs(regions(report, marks_of(read.claims))) if whole else ()
    return {
        "report": report,
        "outline": Outline.of(report),
        "quotes": [_quoted(claim, read) for claim in read.claims],
        "runs": runs_,
        "rendered": rendered,
        "focus": NOTHING,
    }


def _quoted(claim: Claim, read: Read) -> Quoted:
    told = {value.field for value in values(claim.event)}
    fields = [_words(claim, value, read.report) for value in values(claim.event)]
    others = [f.name for f in claim.evidence.fields if f.name not in told and not _is_of_another(f.name, fields)]
    spare = [Words(Value(name, ""), "", False, (part_of(claim.id, name),)) for name in others]
    return Quoted(claim, part_of(claim.id), _quote(claim, read.report), (*fields, *spare), read.entries.get(claim.id))


def _words(claim: Claim, value: Value, report: Report) -> Words:
    """A field, with a part of the page under each name that a link may know it by."""
    read = field_of(claim, value.field)
    place = place_of(claim.event, claim, value.field, report.text)
    names = dict.fromkeys([value.field, *([read.name] if read else [])])
    parts = tuple(part_of(claim.id, name) for name in names)
    return Words(value, place.words if place else "", bool(read and read.carried), parts)


def _is_of_another(name: str, fields: list[Words]) -> bool:
    return any(part.endswith(f"-{name}") for one in fields for part in one.parts)


def _quote(claim: Claim, report: Report) -> Markup:
    """The words of a claim, and of no other, with its fields marked."""
    span = claim.evidence.span
    alone = replace(report, blocks=(Block(span, "paragraph"),))
    parts = [region for region in regions(alone, marks_of([claim])) if region.kind == "paragraph"]
    return Markup("").join(rendered(region, NOTHING) for region in parts)
