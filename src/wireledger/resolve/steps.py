"""The life of an entry: its steps in the order a life has, each with its day, its figure and its claims."""

from __future__ import annotations

from datetime import date

from wireledger.model import Contact, Interval, Membership, Pledge, Step
from wireledger.resolve.amounts import Ends, size
from wireledger.resolve.cues import complete
from wireledger.resolve.line import NO_ENDS, Line, count_of, when_of
from wireledger.resolve.told import LATE, Told

LIFE = ("requested", "floated", "refused", "promised", "approved", "contracted", "in_transit", "delivered", "withdrawn")
_DECIDED = ("promised", "approved")
_HELD: dict[str, str] = {"asserted": "held", "planned": "planned", "hypothetical": "planned", "denied": "denied"}
_MEETING = ("planned", "denied", "cancelled", "held")


def history(line: Line) -> tuple[Step, ...]:
    """The steps of a line; claims that tell the same step with the same figure on days that agree are one step."""
    grouped: dict[tuple[str, Ends], list[list[Told]]] = {}
    for told in line.told:
        some = grouped.setdefault((_recalled(line, told) or step_of(told), _figure(told)), [])
        fitting = next((g for g in some if _agree(g, told)), None)
        if fitting is None:
            some.append([told])
        else:
            fitting.append(told)
    steps = [(name, ends, group) for (name, ends), groups in grouped.items() for group in groups]
    steps += [(step_of(t), _whole(line), [t]) for t in line.checks if tells_all(t)]
    ordered = sorted(steps, key=lambda s: (_rank(s[0]), _day(s[2]), s[2][0].order))
    return tuple(Step(name, _when(group), *ends, tuple(t.id for t in group)) for name, ends, group in ordered)


def step_of(told: Told) -> str:
    """The step a claim tells: a pledge's or membership's own, a contact's by its mood (one nobody knows as it is)."""
    event = told.claim.event
    if isinstance(event, Pledge | Membership):
        return event.step
    return _HELD.get(told.claim.mood, told.claim.mood) if isinstance(event, Contact) else "said"


def _recalled(line: Line, told: Told) -> str | None:
    """The decision that a "gave" looks back on, when it tells a sum and the longer days in which it was decided.

    "They gave 40 million in March", said later of what was approved on 12 March, tells no arrival. Things that are
    counted may well arrive within the month.
    """
    event, when = told.claim.event, when_of(told.claim.event)
    if not (isinstance(event, Pledge) and event.step == "delivered" and event.scope == "earlier" and when):
        return None
    if event.quantity or not event.money:
        return None
    decided = [step_of(t) for t in line.told if step_of(t) in _DECIDED and _within(when_of(t.claim.event), when)]
    return max(decided, key=LIFE.index, default=None)


def _within(inner: Interval | None, outer: Interval) -> bool:
    """Whether a day told lies within longer days told."""
    return inner is not None and inner.overlaps(outer) and _width(inner)[0] < _width(outer)[0]


def tells_all(told: Told) -> bool:
    """Whether a total says of all it counts that it has arrived."""
    event = told.claim.event
    return isinstance(event, Pledge) and event.step == "delivered" and complete(told.words)


def _whole(line: Line) -> Ends:
    return max(line.counts, key=lambda ends: size(ends) or 0, default=NO_ENDS)


def _figure(told: Told) -> Ends:
    return count_of(told.claim.event) if isinstance(told.claim.event, Pledge) else NO_ENDS


def _agree(group: list[Told], told: Told) -> bool:
    mine, theirs = when_of(told.claim.event), [w for t in group if (w := when_of(t.claim.event))]
    return mine is None or not theirs or all(mine.overlaps(when) for when in theirs)


def _when(group: list[Told]) -> Interval | None:
    """The narrowest days that the claims of a step tell."""
    told = [when for t in group if (when := when_of(t.claim.event))]
    return min(told, key=_width, default=None)


def _width(interval: Interval) -> tuple[int, date]:
    start, stop = interval.start or date.min, interval.stop or date.max
    return ((stop - start).days, start)


def _day(group: list[Told]) -> date:
    when = _when(group)
    return (when.start if when else None) or group[0].day or LATE


def _rank(step: str) -> int:
    order = LIFE if step in LIFE else _MEETING
    return order.index(step) if step in order else 0
