"""What the ledger makes of claims: judgements on them, and entries that are replaced but never edited."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal, get_args

from wireledger.model.claim import claim_id
from wireledger.model.days import Interval
from wireledger.model.event import Event, Kind, kind_of

Verdict = Literal["same", "different", "right", "wrong", "changed", "undone"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a judged claim stands, by which a judgement finds it again when its report is read anew."""

    report: str
    kind: Kind
    anchor: int
    ordinal: int = 0

    @property
    def claim(self) -> str:
        """The id of the claim that stands there."""
        return claim_id(self.report, self.kind, self.anchor, self.ordinal)


RULE = "rule"  # who judges when a rule does: judgements by rules are shown, never obeyed


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a rule or a person decided, why and when; kept for ever.

    "same" and "different": whether the claims `left` and `right` (ids) are one event. "right", "wrong" and "changed":
    whether the claim `left` says what its report does (`right` is empty); `values` are then its fields as they should
    be read (name, value as JSON) and `words` the report's words for them. "undone" takes back the judgement `left`
    (its id), which may be an undoing itself. `spots` are the places of the claims that are named.
    """

    left: str
    right: str
    verdict: Verdict
    by: str
    why: tuple[str, ...]
    when: datetime | None = None
    values: tuple[tuple[str, str], ...] = ()
    words: str = ""
    spots: tuple[Spot, ...] = ()

    @property
    def id(self) -> str:
        """Hangs on what was decided, by whom and when."""
        when = self.when.astimezone(UTC).isoformat() if self.when else ""
        told = "\n".join((self.verdict, self.left, self.right, self.by, when, repr(self.values)))
        return "j" + hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:12]


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
