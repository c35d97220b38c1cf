"""How much a decision would change: what is at stake in an entry times how doubtful its reading is.

At stake, from 0 to 1: of a sum its digits (ten thousand is 0, a hundred billion is 1, whatever the currency), of a
count its digits beside those of the largest count of its kind, halved where it counts in no total; of other entries a
fixed share. Doubt, from 0 to 1: one minus the confidence of the reading, at least a half where sources differ on a
figure and this claim tells it. What other voices tell as well changes less.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log10

from wireledger.model import Claim, Entry, Pledge

FIXED: Mapping[str, float] = {"membership": 0.4, "contact": 0.15, "statement": 0.05}
BARE = 0.1  # a pledge without a figure
ITEMS = 0.7  # the most that a count can be
MAYBE_TWICE, ALIKE = 0.8, 0.5  # doubt of a pair the rules nearly joined; of one with equal figures
DIFFERS = 0.5
FIGURES = frozenset({"low", "high", "count", "money", "money_low", "money_high", "quantity"})


class Stakes:
    """Knows the largest count of each kind of thing."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._largest: dict[tuple[str | None, str], float] = {}
        for entry in entries:
            if isinstance(entry.event, Pledge) and (count := _count(entry.event)):
                key = _kind(entry.event)
                self._largest[key] = max(count, self._largest.get(key, 0.0))

    def of(self, entry: Entry) -> float:
        """What is at stake in an entry."""
        event = entry.event
        if not isinstance(event, Pledge):
            return FIXED[entry.kind]
        told = max(BARE, self._money(event), self._items(event))
        return told if entry.counts_in_totals else told / 2

    def _money(self, event: Pledge) -> float:
        ends = (event.money.low, event.money.high) if event.money else ()
        sum_ = max((end for end in ends if end), default=0)
        return min(1.0, max(0.0, (log10(sum_) - 4) / 7)) if sum_ > 0 else 0.0

    def _items(self, event: Pledge) -> float:
        count = _count(event)
        return ITEMS * log10(1 + count) / log10(1 + self._largest[_kind(event)]) if count else 0.0


def doubt(claim: Claim, entry: Entry) -> float:
    """How doubtful a claim of an entry is."""
    unsure = 1 - claim.confidence
    return max(unsure, DIFFERS) if differs(claim, entry) else unsure


def differs(claim: Claim, entry: Entry) -> bool:
    """Whether it tells one of several values of a figure."""
    told = (ids for one in entry.disagreements if one.field in FIGURES for _, ids in one.values)
    return any(claim.id in ids for ids in told)


def effect(claim: Claim, entry: Entry) -> float:
    """The share of an entry that hangs on one claim of it."""
    return 1.0 if differs(claim, entry) else 1 / max(1, entry.independent)


def _count(event: Pledge) -> float:
    ends = (event.quantity.low, event.quantity.high) if event.quantity else ()
    return max((float(end) for end in ends if end and end > 0), default=0.0)


def _kind(event: Pledge) -> tuple[str | None, str]:
    return event.category, event.quantity.unit if event.quantity else ""
