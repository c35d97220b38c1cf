"""One report more in a ledger that is resolved: what it changes, found without the rest of the ledger.

What comes out is what resolving everything would come to. Where that cannot be told from what stands near the report,
WiderError is raised. It is placed by the same rules; that nothing else changes is seen from the *face* of each line it
joins, which is all that other lines are held against: while that stays, they stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from wireledger.model import Entry, Judgement, Pledge, Report
from wireledger.model.ledger import RULE
from wireledger.resolve import links, merge, totals
from wireledger.resolve.amounts import Ends
from wireledger.resolve.around import Around, WiderError
from wireledger.resolve.block import questions
from wireledger.resolve.cluster import CROWD, Gathered, gathered
from wireledger.resolve.compare import BARS, compared
from wireledger.resolve.counted import checked_by
from wireledger.resolve.faces import face_of, listed
from wireledger.resolve.judged import Judged
from wireledger.resolve.later import stand_as_before
from wireledger.resolve.line import Line
from wireledger.resolve.looked_at import Grown, face, figures, no_other_looks_at, no_other_looks_at_new
from wireledger.resolve.marks import (
    marks_of_doubts,
    marks_of_extras,
    marks_of_line,
    marks_of_report,
    marks_of_speaking,
    marks_of_strays,
    number_of,
    placed_late,
    recall,
    recalled,
    restated,
)
from wireledger.resolve.nearby import Nearby, Standing
from wireledger.resolve.told import Told
from wireledger.resolve.topping import marks_of_gifts, topped_by
from wireledger.store.marks import Mark

LATER = 100  # reports that stand behind one in the ledger's order and are looked at


@dataclass(frozen=True, slots=True)
class Added:
    """The entries that change or open, the voice of the report, the judgements of rules on it, and its marks.

    `gone` are marks that hold no more; `faces` are those of the lines that change or open, by their first claim.
    """

    entries: tuple[Entry, ...]
    voice: str
    judgements: tuple[Judgement, ...]
    marks: tuple[Mark, ...]
    gone: tuple[Mark, ...]
    faces: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Change:
    """A line that a report joins or opens: as claims that come see it, as it is in the end, and as it was."""

    growing: Line
    line: Line
    before: Line | None = None
    standing: Standing | None = None


def added(report: Report, around: Around) -> Added:
    """What a report changes whose claims are in the ledger and that is not resolved yet. Raises WiderError."""
    near = Nearby(around, report)
    voice = near.voice_of_coming()
    mine = [*near.told_in(report.id, voice).values()]
    for told in mine:
        near.no_judgement(told.id)
    found = _placed(mine, near)
    changes = [*_changes(mine, found, near)]
    _stays_near(changes, found, near)
    checked = checked_by(found.totals, [change.line for change in changes], near)
    entries = (*_entries(changes, found, near), *_checked(checked, near))
    marks, gone = [*marks_of_report(report, voice)], list[Mark]()
    for change in changes:
        new, old = _found_under(change)
        marks, gone = marks + new, gone + old
    marks += [*marks_of_strays(found.strays, found.strayed), *marks_of_doubts(found.doubts)]
    marks += marks_of_speaking(found.totals)
    opened = [change.line for change in changes if not change.before]
    marks += [*marks_of_extras(opened), *marks_of_gifts(change.line for change in changes)]
    faces = {change.line.first.id: face_of(change.line, found.strayed) for change in changes}
    return Added(entries, voice, tuple(_judgements(changes, mine)), tuple(marks), tuple(gone), faces)


def _placed(mine: list[Told], near: Nearby) -> Gathered:
    """The claims in the lines that stand near, and in new ones."""
    placed = [told for told in mine if not totals.is_total(told)]
    asked = {key for told in placed for key in questions(told) if key[0] != "report"}
    known = {key: [line for _, line in near.lines_under(key, mine[0], CROWD + len(mine))] for key in asked}
    found = gathered(mine, Judged(()), known)
    if any(told.id not in found.held for told in placed):
        raise WiderError("a share of a line")
    return found


def _changes(mine: list[Told], found: Gathered, near: Nearby) -> Iterator[_Change]:
    placed = [told for told in mine if told.id in found.held]
    for growing in {id(line): line for told in placed for line in (found.held[told.id],)}.values():
        standing = near.standing(growing)
        if standing is None:
            yield _Change(growing, growing)
            continue
        before, after = standing.final(), standing.final()
        for told in placed:
            if found.held[told.id] is growing:
                after.add(told, growing.reasons[told.id])
        yield _Change(growing, after, before, standing)


def _stays_near(changes: list[_Change], found: Gathered, near: Nearby) -> None:
    """Raises WiderError unless all other lines, and what ties lines together, stay as they are."""
    grown = [Grown(change.before, change.line, change.standing) for change in changes]
    for change, one in zip(changes, grown, strict=True):
        if change.before and change.before.first.id != change.line.first.id:
            raise WiderError("a line with another first claim")
        if not change.before:
            no_other_looks_at_new(change.line, near)
        if change.before and (_is_seen_otherwise(change) or figures(change.before) != figures(change.line)):
            no_other_looks_at(one, grown, near)
        _no_total_restates(change, near)
        for line in (change.line, *([change.before] if change.before else [])):
            _no_package_is_recalled(line, near)
    lines = sorted((change.line for change in changes), key=lambda line: line.first.order)
    if totals.hidden(lines) or totals.parted(lines) or any(_may_sum_up(change, lines) for change in changes):
        raise WiderError("sums of other lines")
    _no_stray_fits(changes, near)
    _none_later(changes, found, near)


def _may_sum_up(change: _Change, lines: list[Line]) -> bool:
    """Whether a line that was there may only sum up others; which shares of it were told is not known any more."""
    others = [line for line in lines if line is not change.line and totals.addend(change.line, line)]
    return change.before is not None and len(others) > 1 and not totals.announced(change.line)


def _is_seen_otherwise(change: _Change) -> bool:
    """Whether others see another line, be its counts as they were."""
    before = change.before
    return before is not None and (face(before), totals.announced(before)) != (
        face(change.line),
        totals.announced(change.line),
    )


def _no_total_restates(change: _Change, near: Nearby) -> None:
    """A total with no lines to count joins the line that has its very count."""
    old = {*_told_by(change.before)} if change.before and not _is_seen_otherwise(change) else set()
    for donors, ends in {*_told_by(change.line)} - old:
        if near.marked(restated(donors, ends)):
            raise WiderError("a total with the count of a line")


def _told_by(line: Line) -> Iterator[tuple[frozenset[str], Ends]]:
    return product(line.donors, line.counts | line.parts)


def _no_package_is_recalled(line: Line, near: Nearby) -> None:
    if recalled(line) or any(near.marked(recall(key)) for key in totals.sum_keys(line)):
        raise WiderError("a recalled package")


def _no_stray_fits(changes: list[_Change], near: Nearby) -> None:
    """What nobody was told to give looks once more among all lines."""
    for change in changes:
        line = listed(change.line)
        inside = {told.id for told in line.told}
        asking = {
            name
            for key in {key for told in line.told for key in near.keys(told)}
            for name in near.marked(number_of("asks", *key))
        }
        for told in map(near.told, sorted(asking - inside)):
            fit = compared(told, line) if told.claim.kind == line.first.claim.kind else None
            if near.marked(placed_late(told.id)) or (fit and fit.weight >= BARS[told.claim.kind]):
                raise WiderError("a claim that would be placed late")


def _none_later(changes: list[_Change], found: Gathered, near: Nearby) -> None:
    """Claims behind it in the ledger's order stand where they stood: those that look where it stands now look again."""
    later = near.later(LATER)
    if later and any(not line.donors - {frozenset()} for line in found.lines):
        raise WiderError("a gift of nobody, before other reports")
    if found.totals and any(totals.is_total(one) for told in later for one in told):
        raise WiderError("a total before others")
    lines = [listed(change.line) for change in changes]
    held = {key for line in lines for told in line.told for key in near.keys(told)}
    for told in later:
        if any(held.intersection(questions(one)) for one in told) and not stand_as_before(told, lines, near):
            raise WiderError("a later report that stands elsewhere now")


def _found_under(change: _Change) -> tuple[list[Mark], list[Mark]]:
    """The marks that find a line now and did not before, and those that found it and do no more."""
    now = marks_of_line(listed(change.line))
    old = marks_of_line(listed(change.before)) if change.before else {}
    fresh = [mark for key, mark in now.items() if old.get(key) != mark]
    return fresh, [mark for key, mark in old.items() if now.get(key) != mark]


def _entries(changes: list[_Change], found: Gathered, near: Nearby) -> Iterator[Entry]:
    around = links.lines_by_report([change.line for change in changes])
    doubts = {name: _in_the_end(line, changes, near) for name, line in found.doubts.items()}
    for change in changes:
        made, other = _entry(change.line, near), links.duplicate(change.line, doubts)
        duplicate = _name(other, changes, near)
        if change.standing and change.before:
            yield _grown(change.standing.entry, made, _entry(change.before, near))
            if other and duplicate != change.standing.entry.possible_duplicate_of:
                raise WiderError("another possible duplicate")
            continue
        event = change.line.first.claim.event
        topped = None
        if isinstance(event, Pledge) and event.scope == "extra":
            topped = topped_by(change.line, [one.line for one in changes], near)
        yield replace(
            made,
            extra_to=_name(topped, changes, near),
            part_of=_name(links.part_of(change.line, around), changes, near),
            possible_duplicate_of=duplicate,
        )


def _checked(checked: dict[str, list[str]], near: Nearby) -> Iterator[Entry]:
    """The entries of lines that totals speak of; a line that only sums up others has none."""
    for first, totals_of in checked.items():
        if entry := near.entry_of(first):
            yield replace(entry, checks=(*entry.checks, *totals_of))


def _in_the_end(line: Line, changes: list[_Change], near: Nearby) -> Line:
    """A line, seen while it grows, as it is in the end."""
    if change := next((change for change in changes if change.growing is line), None):
        return change.line
    if standing := near.standing(line):
        return near.final(standing)
    raise WiderError("a second choice that was placed late")


def _grown(old: Entry, made: Entry, was: Entry) -> Entry:
    """The entry of a line that was there, with the links it has; `was` is made of what the line told before."""
    links_of = {"extra_to": old.extra_to, "part_of": old.part_of, "possible_duplicate_of": old.possible_duplicate_of}
    same = replace(was, counts_in_totals=old.counts_in_totals, recorded=old.recorded, **links_of)  # type: ignore[arg-type]
    if same != old or (made.counts_in_totals and not was.counts_in_totals):
        raise WiderError("an entry that is not what its claims come to")
    drawn = was.counts_in_totals and not old.counts_in_totals
    return replace(made, counts_in_totals=made.counts_in_totals and not drawn, **links_of)  # type: ignore[arg-type]


def _entry(line: Line, near: Nearby) -> Entry:
    return merge.entry(line, {name: near.report(name) for name in line.reports})


def _name(line: Line | None, changes: list[_Change], near: Nearby) -> str | None:
    """The id of the entry that a line, as it is in the end, stands for."""
    if line is None:
        return None
    known = next((change.standing for change in changes if change.line is line), None) or near.standing(line)
    return known.entry.id if known else merge.entry_id(line)


def _judgements(changes: list[_Change], mine: list[Told]) -> Iterator[Judgement]:
    names = {told.id for told in mine}
    for change in changes:
        for told in change.line.told[1:]:
            if told.id in names:
                yield Judgement(change.line.first.id, told.id, "same", RULE, change.line.reasons[told.id])
