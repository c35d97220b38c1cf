"""The history of one entry on both clocks: what reports had told by which day, and what was true from which day on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from wireledger.model import Claim, Entry, Pledge, Step
from wireledger.serve.added import WHATS, Added, Told, additions_of, first_told
from wireledger.serve.amounts import bounded, count_words, money_words, number
from wireledger.serve.query import Told as Entered


@dataclass(frozen=True, slots=True)
class Known:
    """What the reports of a day told of the entry; `figures` are those that it had not been told with before."""

    day: date
    added: tuple[Added, ...]
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """A step, true from a day on: its own last day, or that of the first report of it, whichever is earlier."""

    day: date
    step: Step
    amount: str


@dataclass(frozen=True, slots=True)
class History:
    """Both clocks, the earliest first; `undated` claims come from reports without a day and stand in neither."""

    known: tuple[Known, ...]
    true: tuple[Since, ...]
    undated: int


def history(told: Entered) -> History:
    """The history of an entry, from its own claims."""
    days = days_of(told)
    own = [told.claims[name] for name in told.entry.claims if name in told.claims]
    return History(
        tuple(_known(told, days)), tuple(_true(told.entry, days)), sum(claim.id not in days for claim in own)
    )


def days_of(told: Entered) -> Told:
    """The day of each claim of an entry and its report; claims of undated reports are left out."""
    outlines = ((claim, told.sources.get(claim.evidence.report)) for claim in told.claims.values())
    return {claim.id: (outline.day, outline.id) for claim, outline in outlines if outline and outline.day}


def _known(told: Entered, days: Told) -> Iterator[Known]:
    found = sorted(additions_of(told.entry, days), key=lambda one: (one.day, WHATS.index(one.what), one.report))
    seen: set[str] = set()
    for day, same in groupby(found, lambda one: one.day):
        added = tuple(same)
        claims = (told.claims[name] for one in added for name in one.claims if name in told.claims)
        new = [words for words in dict.fromkeys(_figures(claims)) if words not in seen]
        seen |= set(new)
        yield Known(day, added, tuple(new))


def _figures(claims: Iterable[Claim]) -> Iterator[str]:
    for claim in claims:
        if isinstance(claim.event, Pledge):
            words = (count_words(claim.event.quantity), money_words(claim.event.money))
            yield from (one for one in words if one)


def _true(entry: Entry, days: Told) -> Iterator[Since]:
    found = []
    for step in entry.steps:
        told = [days[claim][0] for claim in step.claims if claim in days]
        own = [step.when.last] if step.when and step.when.last else []
        if told or own:
            found.append(Since(min(told + own), step, bounded(number(step.low), number(step.high))))
    return iter(sorted(found, key=lambda one: one.day))


def history_to_json(found: History) -> dict[str, Any]:
    """The history as an object."""
    return {
        "known": [
            {
                "day": one.day.isoformat(),
                "added": [{"what": a.what, "report": a.report, "step": a.step and a.step.step} for a in one.added],
                "figures": [*one.figures],
            }
            for one in found.known
        ],
        "true": [{"day": one.day.isoformat(), "step": one.step.step, "amount": one.amount} for one in found.true],
        "undated": found.undated,
    }


def first_days(told: Entered) -> dict[str, date]:
    """The day on which a report first told each step of an entry."""
    return first_told(told.entry, days_of(told))
