"""Finds the line that a top-up adds to without looking at all lines: by who gave, and what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wireledger.lexicon.equipment import categories
from wireledger.model import Pledge
from wireledger.resolve.block import family, root
from wireledger.resolve.line import Line
from wireledger.resolve.links import extra_to, lines_by_donors
from wireledger.resolve.marks import number_of
from wireledger.resolve.nearby import Nearby, WiderError
from wireledger.resolve.things import Thing
from wireledger.store.marks import Mark

MOST = 32  # lines of one giver and kind that are looked at, the last to open first
WIDE = frozenset({"equipment", "weapon", "aid"})  # categories that hold those of other roots
ANY = "*"


def marks_of_gifts(lines: Iterable[Line]) -> Iterator[Mark]:
    """Where a line is found by what may top it up."""
    for line in lines:
        if isinstance(line.first.claim.event, Pledge):
            day, report, anchor, start, name = line.first.order
            kinds = {kind for thing in line.things for kind in _kinds(thing)}
            for donors in line.donors:
                yield from (Mark(_given(donors, k), name, day.isoformat(), report, anchor, start) for k in kinds)


def topped_by(line: Line, changed: Iterable[Line], near: Nearby) -> Line | None:
    """The line that a new one tops up, as links would find it among all. Raises WiderError."""
    found = {one.first.id: one for one in changed}
    beyond = []
    for number in sorted({_given(donors, kind) for donors in line.donors for kind in _asked(line)}):
        names = near.marked_last(number, MOST)
        found |= {name: near.whole(name) for name in names if name not in found}
        beyond += [found[names[-1]]] if len(names) == MOST else []
    topped = extra_to(line, lines_by_donors([*found.values()]))
    if any(topped is None or topped.first.order < least.first.order for least in beyond):
        raise WiderError("a top-up of one of many lines")
    return topped


def _asked(line: Line) -> set[tuple[str, str]]:
    if any(thing.categories & WIDE for thing in line.things):
        raise WiderError("a top-up of all kinds of things")
    return {
        kind
        for thing in line.things
        for kind in (
            *(("model", family(model)) for model in thing.models),
            *((("bare" if thing.models else "any"), trait) for trait in (*_traits(thing), ANY)),
        )
    }


def _kinds(thing: Thing) -> set[tuple[str, str]]:
    """What names a thing: two that are the same, or one a kind of the other, have one of these in common."""
    traits = {*_traits(thing), *([ANY] if thing.categories & WIDE else [])}
    named = {("model", family(model)) for model in thing.models} or {("bare", trait) for trait in traits}
    return named | {("any", trait) for trait in traits}


def _traits(thing: Thing) -> set[str]:
    roots = {root(category) for category in thing.categories if category in categories()}
    return roots | thing.words | thing.stems


def _given(donors: frozenset[str], kind: tuple[str, str]) -> int:
    return number_of("gave", sorted(donors), *kind)
