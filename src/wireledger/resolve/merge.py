"""Makes entries of lines: the figures they stand for, the history of steps, and what disagrees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from wireledger.model import (
    Contact,
    Disagreement,
    Entry,
    Event,
    Membership,
    Pledge,
    Report,
    Statement,
)
from wireledger.resolve.groups import Groups
from wireledger.resolve.line import Line
from wireledger.resolve.merge_pledge import counts, merged_pledge
from wireledger.resolve.steps import history
from wireledger.resolve.told import Told


def entry_id(line: Line) -> str:
    """The id an entry derives from its earliest claim."""
    return f"e{line.first.id}"


def entry(line: Line, reports: Mapping[str, Report]) -> Entry:
    """The entry of a line, without its links to others."""
    event, disagreements = merged(line)
    return Entry(
        entry_id(line),
        event,
        history(line),
        tuple(t.id for t in line.told),
        independent(line.told, reports),
        counts(line),
        disagreements=disagreements,
        first_reported=line.first.day,
        why=tuple(dict.fromkeys(w for t in line.told[1:] for w in line.reasons[t.id])),
        checks=tuple(t.id for t in line.checks),
    )


def independent(told: Iterable[Told], reports: Mapping[str, Report]) -> int:
    """How many independent voices tell it: copies, reports of one agency and reports of one outlet are one."""
    names = sorted({t.report for t in told})
    voices = {t.report: t.voice for t in told}
    groups = Groups(names)
    first: dict[tuple[str, str], str] = {}
    for name in names:
        for mark in (("voice", voices[name]), *_marks(reports.get(name))):
            groups.join(name, first.setdefault(mark, name))
    return len({groups.root(name) for name in names})


def merged(line: Line) -> tuple[Event, tuple[Disagreement, ...]]:
    """The event a line stands for, and the fields on which its claims differ."""
    match line.first.claim.event:
        case Pledge():
            return merged_pledge(line)
        case Contact():
            return _contact(line)
        case Membership() as event:
            by = tuple(
                sorted({b for t in line.told if isinstance(t.claim.event, Membership) for b in t.claim.event.by})
            )
            when = next((t.claim.event.when for t in line.told if t.claim.event.when), None)
            return replace(event, by=by, when=when), ()
        case Statement() as event:
            direct = next((t.claim.event for t in line.told if _is_direct(t)), event)
            assert isinstance(direct, Statement)
            return direct, ()


def _is_direct(told: Told) -> bool:
    return isinstance(told.claim.event, Statement) and told.claim.event.direct


def _contact(line: Line) -> tuple[Event, tuple[Disagreement, ...]]:
    told = [(t, t.claim.event) for t in line.told if isinstance(t.claim.event, Contact)]
    event = told[0][1]
    persons = [(t, e.guests) for t, e in told if e.guests]
    guests = max((g for _, g in persons), key=_namedness, default=())
    hosts = max((e.hosts for _, e in told if e.hosts), key=_namedness, default=())
    held = [(t, e) for t, e in told if t.claim.mood == "asserted"] or told
    place = max((e.place for _, e in held if e.place), key=lambda p: _often(p, held), default=None)
    place = place or next((e.place for _, e in told if e.place), None)
    when = next((e.when for _, e in held if e.when), None) or next((e.when for _, e in told if e.when), None)
    nth = next((e.nth for _, e in told if e.nth), None)
    return replace(event, guests=guests, hosts=hosts, place=place, when=when, nth=nth), ()


def _often(place: str, held: list[tuple[Told, Contact]]) -> tuple[int, int]:
    return (len({t.voice for t, e in held if e.place == place}), len(place))


def _namedness(parties: tuple[str, ...]) -> tuple[int, int, int]:
    """More parties, and persons rather than their states, tell more."""
    return (len(parties), sum(len(p) > 2 for p in parties), sum(map(len, parties)))


def _marks(report: Report | None) -> list[tuple[str, str]]:
    if report is None:
        return []
    source = report.source
    host = source.url.split("/")[2] if source.url and source.url.count("/") > 1 else None
    outlet = source.outlet or host
    return [
        *([("agency", source.agency.lower())] if source.agency else []),
        *([("outlet", outlet.lower())] if outlet else []),
    ]
