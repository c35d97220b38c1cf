"""From claims to entries: which claims tell one event, how many independent voices tell it, and what it comes to.

`resolve` is a pure function of reports, claims and judgements; their order does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from wireledger.engine import unswept
from wireledger.model import Claim, Entry, Judgement, Problem, Report
from wireledger.model.ledger import RULE
from wireledger.resolve import echoes, links, marks, merge, topping, totals
from wireledger.resolve.adding import Added, added
from wireledger.resolve.around import WiderError
from wireledger.resolve.cluster import Gathered, gathered
from wireledger.resolve.decided import FIXED, corrected, decided, standing, words_at
from wireledger.resolve.faces import face_of, listed
from wireledger.resolve.judged import Judged
from wireledger.resolve.line import Line
from wireledger.resolve.told import told_of
from wireledger.store.marks import Mark

__all__ = [
    "FIXED",
    "RULE",
    "Added",
    "Resolved",
    "WiderError",
    "added",
    "corrected",
    "decided",
    "resolve",
    "standing",
    "voices",
    "words_at",
]

voices = echoes.voices


@dataclass(frozen=True, slots=True)
class Resolved:
    """The entries, the voice of each report, the judgements that rules made, and those of persons that found no claim.

    `claims` are those that the entries stand on, as persons corrected them; `marks` find what stands near a report
    that is added later, and `faces` (of lines, by their first claim) tell what it looks like.
    """

    entries: tuple[Entry, ...]
    voices: dict[str, str]
    judgements: tuple[Judgement, ...]
    problems: tuple[Problem, ...] = ()
    claims: tuple[Claim, ...] = ()
    marks: Iterable[Mark] = ()
    faces: Iterable[tuple[str, str]] = ()


@unswept()
def resolve(reports: Iterable[Report], claims: Iterable[Claim], judgements: Iterable[Judgement] = ()) -> Resolved:
    """The ledger's entries, in order of first report and id."""
    known, claims = {report.id: report for report in reports}, tuple(claims)
    heard = echoes.voices(known.values())
    said = decided(claims, judgements, known)
    found = gathered(told_of(known, said.claims, heard), Judged(said.judgements))
    all_lines = found.lines + totals.settled(found.totals, found.lines)
    lines = _without_hidden_totals(all_lines)
    entries = _linked(lines, {line.first.id: merge.entry(line, known) for line in lines}, found.doubts)
    late = {*found.strayed, *_freed(found, lines)}
    judged = marks.marks_of_judged(said.judgements, claims)
    left = chain(judged, _marks(known, heard, found, {*all_lines, *lines}, late))
    faces = ((line.first.id, face_of(line, late, found.held)) for line in found.lines)
    return Resolved(tuple(entries), heard, tuple(_made(lines)), said.problems, said.claims, left, faces)


def _without_hidden_totals(lines: list[Line]) -> list[Line]:
    sums = totals.hidden(lines)
    known = {id(line) for line in lines}
    for number, parts in sums.items():
        for part in parts:
            part.checks += lines[number].told
    # What stood as a share of a sum that is none is a line of its own.
    freed = [part for parts in sums.values() for part in parts if id(part) not in known]
    return [line for number, line in enumerate(lines) if number not in sums] + freed


def _linked(lines: list[Line], made: dict[str, Entry], doubts: dict[str, Line]) -> list[Entry]:
    around, standing = links.lines_by_report(lines), {id(line) for line in lines}
    by_donors, drawn = links.lines_by_donors(lines), totals.parted(lines)
    entries = []
    for line in lines:
        tops, holds = links.extra_to(line, by_donors), drawn.get(id(line)) or links.part_of(line, around)
        other = links.duplicate(line, doubts)
        entry = replace(
            made[line.first.id],
            counts_in_totals=made[line.first.id].counts_in_totals and id(line) not in drawn,
            extra_to=merge.entry_id(tops) if tops else None,
            part_of=merge.entry_id(holds) if holds else None,
            possible_duplicate_of=merge.entry_id(other) if other and id(other) in standing else None,
        )
        entries.append(entry)
    return sorted(entries, key=lambda e: (e.first_reported is None, e.first_reported, e.id))


def _freed(found: Gathered, lines: list[Line]) -> Iterator[str]:
    """Claims (ids) that stood as a share of a sum that is none."""
    told = (told for line in lines for told in line.told if told.id not in found.held)
    yield from (one.id for one in told if not totals.is_total(one))


def _marks(
    reports: dict[str, Report], heard: dict[str, str], found: Gathered, lines: set[Line], late: set[str]
) -> Iterator[Mark]:
    """Worked out only when asked for: a ledger that is looked at as of some day needs none."""
    for report in reports.values():
        yield from marks.marks_of_report(report, heard[report.id])
    for line in found.lines:
        yield from marks.marks_of_line(listed(line, found.held)).values()
    yield from marks.marks_of_strays(found.strays, sorted(late))
    yield from marks.marks_of_doubts(found.doubts)
    yield from marks.marks_of_extras(lines)
    spoken = {told.id for line in lines for told in line.checks}
    yield from marks.marks_of_totals(told for told in found.totals if told.id not in spoken)
    yield from marks.marks_of_speaking(found.totals)
    yield from marks.marks_of_recalled(lines)
    yield from topping.marks_of_gifts(lines)


def _made(lines: list[Line]) -> list[Judgement]:
    return [Judgement(line.first.id, t.id, "same", RULE, line.reasons[t.id]) for line in lines for t in line.told[1:]]
