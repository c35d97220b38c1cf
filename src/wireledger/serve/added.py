"""What each report added to the ledger, in the order of the days on which reports told it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args
from uuid import NAMESPACE_URL, UUID, uuid5

from wireledger.model import Entry, Step

What = Literal["new", "step", "source"]
WHATS: tuple[What, ...] = get_args(What)
Told = Mapping[str, tuple[date, str]]
"""The day of each claim and its report."""


@dataclass(frozen=True, slots=True)
class Added:
    """What one report added on a day: an entry ("new"), a step of one, or one more source for it."""

    day: date
    what: What
    entry: Entry
    report: str
    claims: tuple[str, ...]
    step: Step | None = None

    @property
    def id(self) -> UUID:
        """Hangs on the claim that made it, whatever is added later."""
        return uuid5(NAMESPACE_URL, "\n".join((self.what, self.claims[0], self.step.step if self.step else "")))


def added(entries: Iterable[Entry], told: Told) -> tuple[Added, ...]:
    """All that reports added to `entries`, the latest first; claims without a day add nothing."""
    found = [one for entry in entries for one in additions_of(entry, told)]
    return tuple(sorted(found, key=lambda one: (-one.day.toordinal(), WHATS.index(one.what), one.report, one.claims)))


def first_told(entry: Entry, told: Told) -> dict[str, date]:
    """The day on which a report first told each step; steps told only by undated reports are left out."""
    found: dict[str, date] = {}
    for step in entry.steps:
        for day in (told[claim][0] for claim in step.claims if claim in told):
            found[step.step] = min(day, found.get(step.step, day))
    return found


def additions_of(entry: Entry, told: Told) -> Iterator[Added]:
    """All that reports added to one entry, report by report."""
    dated = sorted((told[claim][0], place, claim) for place, claim in enumerate(entry.claims) if claim in told)
    if not dated:
        return
    first = dated[0][2]
    steps = {claim: step for step in reversed(entry.steps) if (claim := _first(step, told))}
    grouped: dict[str, list[str]] = {}
    for _, _, claim in dated:
        grouped.setdefault(told[claim][1], []).append(claim)
    for report, claims in grouped.items():
        taken = [claim for claim in claims if claim in steps]
        if first in claims:
            yield Added(told[first][0], "new", entry, report, tuple(claims))
        elif not taken:
            yield Added(told[claims[0]][0], "source", entry, report, tuple(claims))
        for claim in () if first in claims else taken:
            yield Added(told[claim][0], "step", entry, report, (claim,), steps[claim])


def _first(step: Step, told: Told) -> str | None:
    """The claim that told a step first."""
    return min(
        (claim for claim in step.claims if claim in told), key=lambda claim: (told[claim][0], claim), default=None
    )
