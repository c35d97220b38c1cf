"""A report's text cut where marks begin and end, so that overlapping words can be coloured and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from wireledger.model import Block, Claim, Report, Span

FIELDS = (
    *("low", "money_low", "item", "donors", "recipient", "step", "when", "due", "guests", "hosts", "place", "form"),
    *("speaker", "words", "about", "member", "alliance", "by"),
)
"""Fields with a colour of their own, the one that is shown first where marks overlap in front."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that a claim read: `field` None marks the claim itself; `carried` when read outside its own clause."""

    span: Span
    claim: str
    field: str | None = None
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that all bear the same marks."""

    start: int
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the text: one block of the page, or (kind None) what stands between blocks."""

    kind: str | None
    depth: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Regions shown as one thing: bullets as a list, the tail folded away."""

    kind: str
    regions: tuple[Region, ...]


def marks_of(claims: Iterable[Claim]) -> tuple[Mark, ...]:
    """All marks of the claims: the claim's words, and the words of each field."""
    found = []
    for claim in claims:
        found.append(Mark(claim.evidence.span, claim.id))
        for field in claim.evidence.fields:
            found += [Mark(span, claim.id, field.name, field.carried) for span in field.spans]
    return tuple(found)


def regions(report: Report, marks: Sequence[Mark]) -> tuple[Region, ...]:
    """The whole text, block by block; the pieces' texts joined are the text."""
    ordered = sorted(marks, key=lambda m: (m.span.start, m.span.stop))
    return tuple(
        Region(kind, depth, tuple(_pieces(report.text, span, [m for m in ordered if m.span.overlaps(span)])))
        for span, kind, depth in _stretches(report)
    )


def runs(found: Iterable[Region]) -> tuple[Run, ...]:
    """Neighbouring regions of one sort together; what stands between two bullets goes with them."""
    kept = list(found)
    kinds = [region.kind for region in kept]
    for n, kind in enumerate(kinds):
        if kind is None:
            before, after = (kinds[n - 1] if n else None), next((k for k in kinds[n + 1 :] if k), None)
            kinds[n] = before if before == after and before in GROUPED else "gap"
    numbered = groupby(enumerate(kept), lambda pair: kinds[pair[0]] if kinds[pair[0]] in GROUPED else pair[0])
    return tuple(_run([region for _, region in same]) for _, same in numbered)


GROUPED = frozenset({"bullet", "tail"})


def _run(same: list[Region]) -> Run:
    return Run(next((region.kind for region in same if region.kind), None) or "gap", tuple(same))


def _stretches(report: Report) -> Iterator[tuple[Span, str | None, int]]:
    at, end = 0, len(report.text)
    blocks = report.blocks or ((Block(Span(0, end), "paragraph"),) if end else ())
    for block in sorted(blocks, key=lambda b: b.span):
        start, stop = max(at, block.span.start), min(end, block.span.stop)
        if start >= stop:
            continue
        if at < start:
            yield Span(at, start), None, 0
        yield Span(start, stop), block.kind, block.depth
        at = stop
    if at < end:
        yield Span(at, end), None, 0


def _pieces(text: str, within: Span, marks: list[Mark]) -> Iterator[Piece]:
    cuts = {within.start, within.stop}
    for mark in marks:
        cuts |= {max(within.start, mark.span.start), min(within.stop, mark.span.stop)}
    edges = sorted(cuts)
    for start, stop in pairwise(edges):
        here = tuple(m for m in marks if m.span.start <= start and stop <= m.span.stop)
        yield Piece(start, text[start:stop], here)
