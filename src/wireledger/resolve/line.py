"""A line of the ledger while it grows: its claims, and what they have told so far."""

from __future__ import annotations

from datetime import date

from wireledger.model import Contact, Interval, Membership, Pledge, Statement
from wireledger.resolve.amounts import Ends
from wireledger.resolve.things import Thing
from wireledger.resolve.told import Told

PARTIAL = frozenset({"in_transit", "delivered"})
OFF = frozenset({"floated", "requested", "refused"})
NO_ENDS: Ends = (None, None)


class Line:
    """Claims of one event, the earliest first; `checks` are totals that speak of it.

    What is asked often is gathered as claims come: donors, recipients, things, counts (of the whole and of parts),
    sums (`promised` are those not only paid out), what arrived by which report, who counts and whether it is his own
    figure, steps, voices.
    """

    def __init__(self, first: Told) -> None:
        self.first = first
        self.told: list[Told] = []
        self.checks: list[Told] = []
        self.reasons: dict[str, tuple[str, ...]] = {}
        self.donors: set[frozenset[str]] = set()
        self.recipients: set[str] = set()
        self.things: set[Thing] = set()
        self.hints: set[Thing] = set()
        self.packages: set[tuple[frozenset[str], Ends, str | None]] = set()
        self.counts: set[Ends] = set()
        self.parts: set[Ends] = set()
        self.sums: set[tuple[Ends, str | None]] = set()
        self.steps: set[str] = set()
        self.scopes: set[str] = set()
        self.words: dict[tuple[str, str], None] = {}
        self.copies: dict[tuple[str, Ends, Ends, Thing | None], list[tuple[str, str]]] = {}
        self.days: set[date] = set()
        self.reports: set[str] = set()
        self.voices: set[str] = set()
        self.promised: set[Ends] = set()
        self.arrived: set[tuple[str, Ends, Ends]] = set()
        self.counting: set[tuple[str, bool]] = set()
        self.withdrawn: date | None = None
        self.add(first, ("first to tell it",))

    def add(self, told: Told, why: tuple[str, ...]) -> None:
        """Take a claim in, for these reasons."""
        self.told.append(told)
        self.reasons[told.id] = why
        if told.order < self.told[-2 if len(self.told) > 1 else -1].order:
            self._in_order(told, why)
        self.reports.add(told.report)
        self.voices.add(told.voice)
        self.words[told.voice, told.words] = None
        if told.day:
            self.days.add(told.day)
        if isinstance(told.claim.event, Pledge):
            self._add_pledge(told, told.claim.event)

    def _in_order(self, told: Told, why: tuple[str, ...]) -> None:
        """Put a claim that was placed late where it was told; the earliest is the first of the line."""
        self.told.sort(key=lambda t: t.order)
        if told is self.told[0]:
            self.reasons |= {told.id: self.reasons[self.first.id], self.first.id: why}
            self.first = told

    @property
    def order(self) -> tuple[date, str, int, int, str]:
        """Where it stands in the ledger's order: where its first claim does."""
        return self.first.order

    @property
    def firm(self) -> bool:
        """Whether it got further than floated, requested or refused."""
        return bool(self.steps - OFF)

    @property
    def package(self) -> bool:
        """Whether it is a sum or a broad gift that may hold other lines: no count, and nothing but broad words."""
        return not (self.counts or self.parts) and all(t.vague or t.broad for t in self.things)

    def _names_others(self, event: Pledge) -> bool:
        """Whether all the donors it names are others than these."""
        return any(self.donors) and not any(donors & {*event.donors} for donors in self.donors)

    def _add_pledge(self, told: Told, event: Pledge) -> None:
        if not (told.assumed and self._names_others(event)):
            self.donors.add(frozenset(event.donors))
        self.recipients |= {event.recipient} if event.recipient else set()
        if told.thing.vague:
            self.hints.add(told.hint)
        else:
            self.things.add(told.thing)
        if event.scope != "earlier" and event.step not in OFF:
            self.packages |= told.packages
        self._add_amounts(told, event)
        self.copies.setdefault(copy_key(told), []).append((told.report, told.words))
        self.steps.add(event.step)
        self.scopes.add(event.scope)
        if event.step == "withdrawn" and event.scope != "earlier":
            self.withdrawn = told.day

    def _add_amounts(self, told: Told, event: Pledge) -> None:
        count, money = count_of(event), money_of(event)
        if count != NO_ENDS:
            (self.parts if event.step in PARTIAL else self.counts).add(count)
            self.counting.add((told.voice, told.own))
        if money != NO_ENDS:
            self.sums.add((money, event.money.currency if event.money else None))
            self.promised |= {money} if event.step not in PARTIAL else set()
        if event.step == "delivered":
            self.arrived.add((told.report, count, money))


def copy_key(told: Told) -> tuple[str, Ends, Ends, Thing | None]:
    """What copies of a text have in common: the figure; what has none, the thing."""
    event = told.claim.event
    count, money = (count_of(event), money_of(event)) if isinstance(event, Pledge) else (NO_ENDS, NO_ENDS)
    return (told.voice, count, money, told.thing if count == NO_ENDS == money else None)


def count_of(event: Pledge) -> Ends:
    """The ends of a pledge's count."""
    return (event.quantity.low, event.quantity.high) if event.quantity else NO_ENDS


def money_of(event: Pledge) -> Ends:
    """The ends of a pledge's sum."""
    return (event.money.low, event.money.high) if event.money else NO_ENDS


def when_of(event: Pledge | Contact | Membership | Statement) -> Interval | None:
    """The days of an event as far as the text tells them."""
    return event.when.interval if event.when else None
