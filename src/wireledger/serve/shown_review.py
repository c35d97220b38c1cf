"""What a question of the review shows: the words and the reading of a claim, or both sides of a pair."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wireledger.model import Claim, Entry, Report
from wireledger.model.wire import claim_to_json
from wireledger.serve import marks
from wireledger.serve.book import Book, Ruled
from wireledger.serve.evidence import Value, field_of, values
from wireledger.serve.faults import NotThere
from wireledger.serve.marks import Region
from wireledger.serve.snapshot import Outline
from wireledger.store.protocol import Store

AROUND = 1  # blocks that are shown before and behind the words
QUOTES = 4  # claims of an entry that are shown


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim that is asked about: as it stands now, with its report, the words around it and where it is held."""

    claim: Claim
    report: Report
    outline: Outline
    regions: tuple[Region, ...]
    fields: tuple[tuple[Value, bool, bool], ...]
    entry: Entry | None
    ruled: Ruled | None


@dataclass(frozen=True, slots=True)
class Side:
    """An entry of a pair, or a claim that stands in none: its values, which of them the other has not, its claims."""

    entry: Entry | None
    claims: tuple[Claim, ...]
    outlines: dict[str, Outline]
    values: tuple[tuple[Value, bool], ...]

    @property
    def shown(self) -> tuple[Claim, ...]:
        """As many claims as are shown."""
        return self.claims[:QUOTES]


class Shown:
    """Looks up what questions show."""

    def __init__(self, store: Store, book: Book | None, holder: Callable[[str], Entry | None]) -> None:
        self.store, self.book, self._holder = store, book, holder

    def claim(self, name: str) -> Claim:
        """A claim as persons left it, else as it was read. Raises NotThere."""
        ruled = self._ruled(name)
        claim = (ruled and ruled.now) or self.store.claim(name)
        if claim is None:
            raise NotThere(f"no claim has the id {name}")
        return claim

    def asked(self, name: str) -> Asked:
        """A claim with all that its question shows. Raises NotThere."""
        claim = self.claim(name)
        report = self.store.report(claim.evidence.report)
        if report is None:
            raise NotThere(f"the report {claim.evidence.report} is not there")
        fields = tuple(
            (value, bool(read and read.carried), bool(read and read.spans))
            for value in values(claim.event)
            for read in [field_of(claim, value.field)]
        )
        around = _around(report, claim)
        return Asked(claim, report, Outline.of(report), around, fields, self._holder(claim.id), self._ruled(name))

    def sides(self, names: Iterable[str]) -> tuple[Side, Side]:
        """The two entries of a pair, named by a claim of each. Raises NotThere."""
        first, second = (self._side(name) for name in names)
        told = [{value for value, _ in side.values} for side in (first, second)]
        return _beside(first, told[1]), _beside(second, told[0])

    def group(self, name: str) -> tuple[Claim, ...]:
        """The claims of the entry that holds a claim; the claim alone where none does."""
        entry = self._holder(name)
        return tuple(self.claim(one) for one in entry.claims) if entry else (self.claim(name),)

    def _side(self, name: str) -> Side:
        entry, claims = self._holder(name), self.group(name)
        reports = {c.evidence.report for c in claims[:QUOTES]}
        outlines = {n: Outline.of(report) for n in sorted(reports) if (report := self.store.report(n))}
        event = entry.event if entry else claims[0].event
        return Side(entry, claims, outlines, tuple((value, True) for value in values(event)))

    def _ruled(self, name: str) -> Ruled | None:
        return self.book.ruled().get(name) if self.book else None


def digest(claims: Iterable[Claim]) -> str:
    """What changes when any of the claims is read otherwise: a decision is only taken on what was seen."""
    told = [json.dumps(claim_to_json(claim), sort_keys=True) for claim in claims]
    return hashlib.sha256("\n".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _beside(side: Side, other: set[Value]) -> Side:
    return Side(side.entry, side.claims, side.outlines, tuple((value, value in other) for value, _ in side.values))


def _around(report: Report, claim: Claim) -> tuple[Region, ...]:
    """The blocks that hold the claim's words, and their neighbours."""
    found = [r for r in marks.regions(report, marks.marks_of([claim])) if r.pieces]
    mine = [n for n, r in enumerate(found) if any(m.claim == claim.id for p in r.pieces for m in p.marks)]
    own = [n for n in mine if any(m.field is None for p in found[n].pieces for m in p.marks)]
    told = [n for n, region in enumerate(found) if region.kind and region.kind != "tail"]
    near = {n for one in own for n in told if abs(told.index(n) - _place(told, one)) <= AROUND}
    return tuple(found[n] for n in sorted({*own, *mine, *near}))


def _place(told: list[int], at: int) -> int:
    return next((n for n, one in enumerate(told) if one >= at), len(told))
