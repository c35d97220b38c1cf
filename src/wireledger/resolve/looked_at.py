"""Whether anything comes to look otherwise at a line to which a report adds a figure, a donor, a thing.

What is held against it while all claims are placed is seen elsewhere; here is what looks at lines in the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from wireledger.model import Pledge
from wireledger.resolve import totals
from wireledger.resolve.amounts import size
from wireledger.resolve.around import WiderError
from wireledger.resolve.givers import ANY
from wireledger.resolve.line import PARTIAL, Line, count_of
from wireledger.resolve.links import duplicate, lines_by_report, part_of, tops
from wireledger.resolve.marks import ALL, doubted, speaking, topped_up
from wireledger.resolve.nearby import Nearby, Standing
from wireledger.resolve.told import Told


@dataclass(frozen=True, slots=True)
class Grown:
    """A line as it was in the end (None: it was not there), as it is now, and the entry it stood for."""

    before: Line | None
    line: Line
    standing: Standing | None


def face(line: Line) -> tuple[object, ...]:
    """What others see of a line, but for its counts and whom it names together."""
    named = (frozenset().union(*line.donors), frozenset() in line.donors, line.recipients, line.things, line.hints)
    return (*named, line.sums, line.package, line.firm)


def figures(line: Line) -> tuple[object, ...]:
    """Its counts, and whom it names together."""
    return (line.counts, line.parts, line.donors)


def no_other_looks_at(one: Grown, changed: Sequence[Grown], near: Nearby) -> None:
    """Raises WiderError where a doubt, a total, a top-up or a line told beside it would be another."""
    if one.before is None or one.standing is None:
        return
    before, line = one.before, one.line
    _no_doubt(before, line, near)
    _no_step(before, line, one.standing)
    _no_top_up(before, line, near)
    if face(before) != face(line):
        _no_total(before, line, one.standing, near)
    _no_kin(one, changed, near)


def no_other_looks_at_new(line: Line, near: Nearby) -> None:
    """Raises WiderError where a total or a top-up that stands behind a new line would speak of it."""
    if not line.donors:
        return
    for number in {topped_up(donors, line.recipients) for donors in line.donors}:
        if any(line.firm and tops(near.whole(name), line) for name in near.behind(number, line.first)):
            raise WiderError("a top-up of a new line")
    for total in _totals_behind(line, line, near):
        if totals.speaks_of(total, line) or totals.beside(total, line):
            raise WiderError("a total that speaks of a new line")


def _no_doubt(before: Line, line: Line, near: Nearby) -> None:
    """The line that each doubtful line may be the same as is the same one as before."""
    inside = {told.id for told in line.told}
    pairs = {name for told in before.told for name in near.marked(doubted(told.id))}
    asking = {claim for claim, _, _ in (pair.partition(" ") for pair in pairs)}
    outside = {entry.claims[0] for entry in map(near.entry_with, sorted(asking - inside))}
    for was, now in [(before, line), *((other, other) for other in map(near.whole, sorted(outside)))]:
        others = _doubts(now, near)
        seen = [duplicate(was, {c: before if o in inside else near.whole(o) for c, o in others.items()})]
        seen.append(duplicate(now, {c: line if o in inside else near.whole(o) for c, o in others.items()}))
        first, second = (other and other.order for other in seen)
        if first != second:
            raise WiderError("another possible duplicate of a line")


def _doubts(line: Line, near: Nearby) -> dict[str, str]:
    """The doubtful claims of a line, each with the first claim of the line that it fitted nearly as well."""
    pairs = [name.partition(" ")[::2] for told in line.told for name in near.marked(doubted(told.id))]
    inside = {told.id for told in line.told}
    return {claim: other for claim, other in pairs if claim in inside}


def _no_step(before: Line, line: Line, standing: Standing) -> None:
    """A total that only checked the line has not come to be a step of it."""
    old, new = (max((size(ends) or 0 for ends in one.counts), default=0) for one in (before, line))
    for told in standing.checks:
        event = told.claim.event
        partial = totals.is_total(told) and isinstance(event, Pledge) and event.step in PARTIAL
        if partial and isinstance(event, Pledge) and old < (size(count_of(event)) or 0) <= new:
            raise WiderError("a total that may be a step of a line")


def _no_top_up(before: Line, line: Line, near: Nearby) -> None:
    event = line.first.claim.event
    given = [(one.donors, one.recipients, one.things) for one in (before, line)]
    if isinstance(event, Pledge) and event.scope == "extra" and given[0] != given[1]:
        raise WiderError("a top-up of other donors or things")
    for number in {topped_up(donors, one.recipients) for donors in line.donors for one in (before, line)}:
        for top_up in map(near.whole, near.behind(number, line.first)):
            if (before.firm and tops(top_up, before)) != (line.firm and tops(top_up, line)):
                raise WiderError("a top-up of a line's donors")


def _no_total(before: Line, line: Line, standing: Standing, near: Nearby) -> None:
    """Each total told after the line opened speaks of it now if it did before."""
    if any(totals.is_total(told) for told in standing.told):
        raise WiderError("a line that took in totals shows another face")
    for total in _totals_behind(before, line, near):
        for asked in (totals.speaks_of, totals.beside):
            if asked(total, before) != asked(total, line):
                raise WiderError("a total that speaks of a line only now")


def _totals_behind(before: Line, line: Line, near: Nearby) -> list[Told]:
    """The totals told after a line opened that may speak of it as it was, or as it is now."""
    whom = {ANY, *line.recipients} if before.recipients else {ALL}
    given = product({ANY, *frozenset().union(*line.donors)}, whom)
    return [near.told(name) for name in {n for pair in given for n in near.behind(speaking(*pair), line.first)}]


def _no_kin(one: Grown, changed: Sequence[Grown], near: Nearby) -> None:
    """Lines told beside it by the same donors: none sums up others, and what each is a part of stays."""
    others = [other for other in changed if other is not one]
    mine = {told.id for other in (one, *others) for told in other.line.told}
    kin = [near.whole(name) for name in sorted(_beside(one.line, mine, near))]
    befores = [*kin, *(other.before for other in (one, *others) if other.before)]
    afters = [*kin, one.line, *(other.line for other in others)]
    if len(afters) == 1:
        return
    if totals.hidden(sorted(afters, key=lambda line: line.order)) or totals.parted(befores) or totals.parted(afters):
        raise WiderError("sums of lines told beside it")
    holding = [{o.order: _held_by(o, lines, one.line) for o in lines} for lines in (befores, afters)]
    if any(holding[1][order] != held for order, held in holding[0].items()):
        raise WiderError("a line told beside it is a part of another now")


def _beside(line: Line, mine: set[str], near: Nearby) -> set[str]:
    """The lines (by their first claim) that are told in its reports and name one of its donors."""
    donors = frozenset().union(*line.donors)
    around = (told for report in line.reports for told in near.told_in(report).values() if told.id not in mine)
    firsts = {near.first_beside(told) for told in around if isinstance(told.claim.event, Pledge)}
    return {name for name in firsts if name and donors & near.named(name)}


def _held_by(line: Line, lines: list[Line], one: Line) -> object:
    """The package a line is a part of, if it is one of those told in the reports of a line that changes."""
    holds = part_of(line, lines_by_report(lines)) if line.first.report in one.reports else None
    return holds and holds.order
