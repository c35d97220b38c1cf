"""Why a claim is taken as one with a line of the ledger: a table of weighted reasons for each kind of event.

A reason looks at a claim and a line and returns a weight with its words, None when it has nothing to say, or VETO. A
claim joins the line with the highest sum, when that reaches the kind's bar.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wireledger.model import Kind
from wireledger.resolve import reasons_contact as contact
from wireledger.resolve import reasons_figure as figure
from wireledger.resolve import reasons_membership as membership
from wireledger.resolve import reasons_pledge as pledge
from wireledger.resolve import reasons_statement as statement
from wireledger.resolve.line import Line
from wireledger.resolve.reason import Reason, copied
from wireledger.resolve.told import Told

REASONS: dict[Kind, tuple[Callable[[Told, Line], Reason | None], ...]] = {
    "pledge": (
        pledge.recipients,
        pledge.donors,
        pledge.things,
        figure.counts,
        figure.sums,
        figure.packages,
        figure.prices,
        pledge.scopes,
        pledge.lives,
        pledge.apart,
        copied,
    ),
    "contact": (contact.forms, contact.guests, contact.places, contact.days, copied),
    "membership": (membership.parties, membership.by, membership.days, copied),
    "statement": (statement.speakers, statement.words, statement.days),
}
BARS: dict[Kind, float] = {"pledge": 3.0, "contact": 3.0, "membership": 3.0, "statement": 3.0}


@dataclass(frozen=True, slots=True)
class Comparison:
    """The sum of the weights, and their words."""

    weight: float
    why: tuple[str, ...]


def compared(told: Told, line: Line) -> Comparison | None:
    """How well a claim fits a line; None when a reason forbids it."""
    total, why = 0.0, []
    for reason in REASONS[told.claim.kind]:
        found = reason(told, line)
        if found is None:
            continue
        if found.forbids:
            return None
        total += found.weight
        why.append(found.words)
    return Comparison(total, tuple(w for w in why if w))
