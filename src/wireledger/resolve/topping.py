"""Finds the lines that a top-up adds to, or a total counts, without looking at all: by who gave what to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from wireledger.lexicon.equipment import categories
from wireledger.model import Pledge
from wireledger.resolve.around import WiderError
from wireledger.resolve.block import family, root
from wireledger.resolve.givers import UNKNOWN
from wireledger.resolve.line import Line
from wireledger.resolve.links import extra_to, lines_by_donors
from wireledger.resolve.marks import mark_at, number_of
from wireledger.resolve.nearby import Nearby
from wireledger.resolve.things import Thing
from wireledger.store.marks import Mark

MOST = 32  # lines of one giver and kind that are looked at, the last to open first
WIDE = frozenset({"equipment", "weapon", "aid"})  # categories that hold those of other roots
ANY = "*"
Kind = tuple[str, str]
ALL: Kind = ("all", "")
SUM: Kind = ("sum", "")


def marks_of_gifts(lines: Iterable[Line]) -> Iterator[Mark]:
    """Where a line is found by what may top it up or count it."""
    for line in lines:
        if isinstance(line.first.claim.event, Pledge):
            kinds = {ALL, *([SUM] if line.sums else []), *(kind for thing in line.things for kind in _kinds(thing))}
            givers = {*frozenset().union(*line.donors), *([UNKNOWN] if frozenset() in line.donors else [])}
            for given in product(givers, line.recipients or {UNKNOWN}, kinds):
                yield mark_at(gave(*given), line.first)


def gave(giver: str, whom: str, kind: Kind) -> int:
    """The number of lines in which somebody gives somebody such a thing; either may be UNKNOWN."""
    return number_of("gave", giver, whom, *kind)


def kinds_asked(things: Iterable[Thing]) -> set[Kind]:
    """Kinds by which all lines are found that give the same thing, or a kind of it."""
    some = [*things]
    if any(thing.categories & WIDE for thing in some):
        return {ALL}
    return {
        kind
        for thing in some
        for kind in (
            *(("model", family(model)) for model in thing.models),
            *((("bare" if thing.models else "any"), trait) for trait in (*_traits(thing), ANY)),
        )
    }


def topped_by(line: Line, changed: Iterable[Line], near: Nearby) -> Line | None:
    """The line that a new one tops up, as links would find it among all. Raises WiderError."""
    found = {one.first.id: one for one in changed}
    beyond = []
    for number in sorted(_where_topped(line)):
        names = near.marked_last(number, MOST)
        found |= {name: near.glance(name) for name in names if name not in found}
        beyond += [found[names[-1]]] if len(names) == MOST else []
    topped = extra_to(line, lines_by_donors([*found.values()]))
    if any(topped is None or topped.order < least.order for least in beyond):
        raise WiderError("a top-up of one of many lines")
    return topped


def _where_topped(line: Line) -> set[int]:
    """What it tops up has one of its sets of donors, and its recipients: one of each finds it."""
    givers, whom = {min(donors, default=UNKNOWN) for donors in line.donors}, min(line.recipients, default=UNKNOWN)
    return {gave(giver, whom, kind) for giver, kind in product(givers, kinds_asked(line.things))}


def _kinds(thing: Thing) -> set[Kind]:
    """What names a thing: two that are the same, or one a kind of the other, have one of these in common."""
    traits = {*_traits(thing), *([ANY] if thing.categories & WIDE else [])}
    named = {("model", family(model)) for model in thing.models} or {("bare", trait) for trait in traits}
    return named | {("any", trait) for trait in traits}


def _traits(thing: Thing) -> set[str]:
    roots = {root(category) for category in thing.categories if category in categories()}
    return roots | thing.words | thing.stems
