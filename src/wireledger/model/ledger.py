"""What the ledger makes of claims: judgements on pairs, and entries that are replaced but never edited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from wireledger.model.days import Interval
from wireledger.model.event import Event, Kind, kind_of

Verdict = Literal["same", "different"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two claims (by id) are one event, by whom (a rule's name or a person), why and when; kept for ever."""

    left: str
    right: str
    verdict: Verdict
    by: str
    why: tuple[str, ...]
    when: datetime | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One dated step in an entry's life, with the claims (ids) that tell it. `low`/`high` as in Quantity."""

    step: str
    when: Interval | None
    low: float | None
    high: float | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field on which claims differ.

    `values` pairs each value (as its JSON text) with the claims that say it; `chosen_by` is the rule that chose.
    """

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]
    chosen_by: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as the ledger holds it: its values, its history of steps, its claims and its disagreements.

    `id` derives from the earliest claim. `independent` counts independent voices. `checks` are the claims of totals
    that speak of this line. `possible_duplicate_of` names another entry that may be the same. `recorded` is None until
    stored.
    """

    id: str
    event: Event
    steps: tuple[Step, ...]
    claims: tuple[str, ...]
    independent: int
    counts_in_totals: bool
    extra_to: str | None = None
    part_of: str | None = None
    possible_duplicate_of: str | None = None
    disagreements: tuple[Disagreement, ...] = ()
    first_reported: date | None = None
    why: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    recorded: datetime | None = None

    @property
    def kind(self) -> Kind:
        """pledge, contact, statement or membership."""
        return kind_of(self.event)
