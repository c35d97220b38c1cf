"""What else an entry has to do with, and why: tops up, is part of, is drawn from, may be told twice, follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from wireledger.model import Claim, Entry, Pledge
from wireledger.serve.asked import Asked
from wireledger.serve.facets import places_of
from wireledger.serve.query import Told
from wireledger.serve.snapshot import Snapshot

Relation = Literal["extra_to", "part_of", "drawn_from", "possible_duplicate_of", "replaces"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)
CLOSED = frozenset({"withdrawn"})
"""Steps that close a line: what is promised afterwards is a new one."""


@dataclass(frozen=True, slots=True)
class Related:
    """An entry that this one is related to; `pointed` when that one points here. `cue`: where it is told."""

    relation: Relation
    pointed: bool
    id: str
    entry: Entry | None
    cue: Claim | None = None

    @property
    def key(self) -> str:
        """Under which key its name is."""
        return f"entry.pointed.{self.relation}" if self.pointed else f"entry.{self.relation}"


def related(told: Told, shot: Snapshot) -> tuple[Related, ...]:
    """All that an entry is related to, what it points to first."""
    found = [*_points(told, shot), *_pointed(told), *_follows(told.entry, shot)]
    return tuple(sorted(found, key=lambda one: (one.pointed, RELATIONS.index(one.relation))))


def _points(told: Told, shot: Snapshot) -> Iterator[Related]:
    entry = told.entry
    if entry.extra_to:
        yield Related("extra_to", False, entry.extra_to, shot.entry(entry.extra_to), _extra(told))
    if entry.part_of:
        holder = shot.entry(entry.part_of)
        yield Related(_kind_of_part(entry, holder), False, entry.part_of, holder)
    if entry.possible_duplicate_of:
        other = shot.entry(entry.possible_duplicate_of)
        yield Related("possible_duplicate_of", False, entry.possible_duplicate_of, other)


def _pointed(told: Told) -> Iterator[Related]:
    for name, other in told.pointing:
        relation = _kind_of_part(other, told.entry) if name == "part_of" else name
        yield from (Related(one, True, other.id, other) for one in RELATIONS if one == relation)


def _kind_of_part(part: Entry, whole: Entry | None) -> Relation:
    """An item stands in a package that counts; what counts itself is drawn from an envelope that does not."""
    envelope = whole is not None and part.counts_in_totals and not whole.counts_in_totals
    return "drawn_from" if envelope else "part_of"


def _extra(told: Told) -> Claim | None:
    """The claim that tells it as given on top."""
    own = (told.claims[name] for name in told.entry.claims if name in told.claims)
    return next((claim for claim in own if isinstance(claim.event, Pledge) and claim.event.scope == "extra"), None)


def _follows(entry: Entry, shot: Snapshot) -> Iterator[Related]:
    """A pledge made anew after the same had been withdrawn, or the one that was made after this was."""
    event = entry.event
    if not isinstance(event, Pledge) or not event.donors or event.category is None:
        return
    asked = Asked(
        kind="pledge", donor=event.donors[0], just=event.category, step=None if _closed(entry) else "withdrawn"
    )
    for place in places_of(shot.facets.bits(asked)):
        other = shot.facets.entries[place]
        if _same_gift(entry, other):
            if _closed(other) and _before(other, entry):
                yield Related("replaces", False, other.id, other)
            elif _closed(entry) and _before(entry, other):
                yield Related("replaces", True, other.id, other)


def _closed(entry: Entry) -> bool:
    return bool(entry.steps) and entry.steps[-1].step in CLOSED


def _same_gift(one: Entry, other: Entry) -> bool:
    a, b = one.event, other.event
    if one.id == other.id or not isinstance(a, Pledge) or not isinstance(b, Pledge):
        return False
    return (a.donors, a.recipient, a.recipients, a.category) == (b.donors, b.recipient, b.recipients, b.category) and (
        a.model == b.model or None in (a.model, b.model)
    )


def _before(one: Entry, other: Entry) -> bool:
    """Whether the closed one was first told before the other, which is not closed."""
    return bool(
        one.first_reported and other.first_reported and one.first_reported < other.first_reported and not _closed(other)
    )
