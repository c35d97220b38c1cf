"""What one line of the ledger adds to totals: its count, its sum, how much of them arrived, and under which keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from wireledger.model import Entry, Interval, Pledge, Step
from wireledger.serve.ranges import NOTHING, Range, added, range_of
from wireledger.serve.view import OFF, PARTIAL, View

Key = tuple[str | None, ...]
DIMENSIONS = ("donor", "recipient", "category", "month", "reported", "step")


@dataclass(frozen=True, slots=True)
class Measure:
    """What is summed: pieces (or rounds...) of a category, or money of a currency (ISO 4217, None: not told)."""

    of: str | None
    unit: str

    @property
    def is_money(self) -> bool:
        """Whether it is money."""
        return self.unit == "money"


@dataclass(frozen=True, slots=True)
class Addend:
    """What an entry adds to one sum; `amount` None where nobody tells how much.

    `joint` when its donors gave together and only some of them are asked for: their share is unknown. `doubtful` when
    it may be told twice. `arrived` is what was delivered of it.
    """

    entry: Entry
    measure: Measure
    key: Key
    amount: Range | None
    arrived: Range
    joint: bool = False
    doubtful: bool = False
    rate: str | None = None


@dataclass(frozen=True, slots=True)
class Grouping:
    """By what sums are told apart, and whose view is asked for (a donor's code, or None for everybody's)."""

    by: tuple[str, ...] = ()
    donor: str | None = None


def addends(entry: Entry, known: Mapping[str, Entry], grouping: Grouping, view: View) -> Iterator[Addend]:
    """What an entry adds, for each measure (and each step, where sums are told by step). `known` has all entries.

    A line that may be another one told twice adds anything from nothing to all of it, however the sums are split.
    """
    event = entry.event
    if not isinstance(event, Pledge) or not entry.counts_in_totals:
        return
    other = known.get(entry.possible_duplicate_of or "")
    doubtful = other is not None and other.counts_in_totals
    joint = grouping.donor is not None and len(event.donors) > 1
    for measure, whole in _figures(entry, event, known):
        arrived = _arrived(entry, measure, whole, view)
        for step in _steps(entry) if "step" in grouping.by else (None,):
            amount = whole if step is None or step not in PARTIAL else _came(entry, step, measure, whole, view)
            made = Addend(entry, measure, _key(entry, event, grouping, step), amount, arrived, joint, doubtful)
            yield _perhaps(made) if joint or doubtful else made


def _perhaps(made: Addend) -> Addend:
    return replace(made, amount=made.amount and made.amount.perhaps(), arrived=made.arrived.perhaps())


def _figures(entry: Entry, event: Pledge, known: Mapping[str, Entry]) -> Iterator[tuple[Measure, Range | None]]:
    count, money = event.quantity, event.money
    counted, summed = count and range_of(count.low, count.high), money and range_of(money.low, money.high)
    if counted and count:
        yield Measure(event.category, count.unit), counted
    if summed and money and not _inside(entry, known):
        yield Measure(money.currency, "money"), summed
    if not counted and not summed:
        yield Measure(event.category, count.unit if count else "piece"), None


def _inside(entry: Entry, known: Mapping[str, Entry]) -> bool:
    """Whether its price is inside the sum of a package that counts."""
    holder = known.get(entry.part_of or "")
    return bool(
        holder and holder.counts_in_totals and isinstance(holder.event, Pledge) and holder.event.money is not None
    )


def _steps(entry: Entry) -> tuple[str, ...]:
    return tuple(dict.fromkeys(step.step for step in entry.steps if step.step not in OFF))


def _arrived(entry: Entry, measure: Measure, whole: Range | None, view: View) -> Range:
    if not any(step.step == "delivered" for step in entry.steps):
        return NOTHING
    return _came(entry, "delivered", measure, whole, view) or Range(0.0, None)


def _came(entry: Entry, name: str, measure: Measure, whole: Range | None, view: View) -> Range | None:
    """How much of a line took a step: figures told at different times may be parts, or counts that run on."""
    steps = [step for step in entry.steps if step.step == name]
    told = [amount for step in steps if (amount := _amount(step, measure, view))]
    most = whole.high if whole else None
    if not told:
        return Range(0.0, most) if whole else None
    low, high = max(amount.low for amount in told), added(told).high
    if len(told) < len(steps) or high is None:
        high = most
    elif most is not None:
        high = min(high, max(most, low))
    return Range(low, high)


def _amount(step: Step, measure: Measure, view: View) -> Range | None:
    if not measure.is_money:
        return range_of(step.low, step.high)
    events = [view.claims[claim].event for claim in step.claims if claim in view.claims]
    sums = [e.money for e in events if isinstance(e, Pledge) and e.money and e.money.currency == measure.of]
    ranges = [found for money in sums if (found := range_of(money.low, money.high))]
    return max(ranges, key=lambda r: (r.low, r.high or r.low), default=None)


def _key(entry: Entry, event: Pledge, grouping: Grouping, step: str | None) -> Key:
    recipients = event.recipients or ((event.recipient,) if event.recipient else ())
    values = {
        "donor": "+".join(event.donors) or None,
        "recipient": "+".join(recipients) or None,
        "category": event.category,
        "month": _month(entry, step),
        "reported": entry.first_reported.strftime("%Y-%m") if entry.first_reported else None,
        "step": step,
    }
    return tuple(values[name] for name in grouping.by)


def _month(entry: Entry, step: str | None) -> str | None:
    """The month in which the step (None: the first firm one) was taken, where the reports tell it."""
    wanted = [s for s in entry.steps if (s.step not in OFF if step is None else s.step == step)]
    return next((month for s in wanted[:1] if s.when and (month := _one_month(s.when))), None)


def _one_month(when: Interval) -> str | None:
    if when.start is None or when.last is None:
        return None
    first, last = when.start.strftime("%Y-%m"), when.last.strftime("%Y-%m")
    return first if first == last else None
