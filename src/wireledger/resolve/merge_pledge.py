"""The pledge a line stands for: its parties, item and figures, and whether it counts in totals."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from wireledger.lexicon.equipment import family_of
from wireledger.lexicon.sides import country_of
from wireledger.model import Days, Disagreement, Money, Pledge, PledgeStep, Quantity
from wireledger.model.show import interval_text
from wireledger.resolve.amounts import Ends, size
from wireledger.resolve.choose import chosen, disagreement
from wireledger.resolve.cues import buyers, envelope, raised, sale
from wireledger.resolve.line import NO_ENDS, OFF, PARTIAL, Line, count_of, money_of
from wireledger.resolve.steps import LIFE, history
from wireledger.resolve.things import Thing
from wireledger.resolve.told import Told
from wireledger.resolve.totals import is_total

DOUBTFUL = 0.3  # of what is read with less confidence, fewer than three in ten are right
Values = list[tuple[Told, Ends]]


def merged_pledge(line: Line) -> tuple[Pledge, tuple[Disagreement, ...]]:
    """The pledge, and the figures on which its claims differ."""
    told = [(t, e) for t in line.told if isinstance(e := t.claim.event, Pledge)]
    count, money = _counts(told), [(t, money_of(e)) for t, e in told if money_of(e) != NO_ENDS]
    counted, summed = _changed(count) or chosen(count), chosen(_whole(money, told))
    best = max(told, key=lambda pair: (_telling(pair[0].thing), -line.told.index(pair[0])))[1]
    given = [e for t, e in told if frozenset(e.donors) in line.donors and not _bought(t, e)]
    donors = max((e.donors for e in given), key=len, default=())
    whom = [(t, e.recipient) for t, e in told if e.recipient and e.recipient not in e.donors]
    recipient = chosen(whom)
    differing = [
        disagreement("count", count, counted[1]) if counted else None,
        disagreement("money", money, summed[1]) if summed else None,
        disagreement("recipient", whom, recipient[1]) if recipient else None,
    ]
    due = _due(told)
    intervals = [(t, interval_text(days.interval)) for t, days in due if days.interval]
    differing.append(disagreement("due", intervals, "the last to be told"))
    furthest = max((step.step for step in history(line)), key=LIFE.index)
    event = replace(
        told[0][1],
        donors=tuple(sorted(donors)),
        recipient=recipient[0] if recipient else None,
        recipients=max((e.recipients for _, e in told), key=len),
        item=best.item,
        category=best.category,
        model=best.model,
        quantity=_quantity(told, counted[0]) if counted else None,
        money=_money(told, summed[0]) if summed else None,
        step=cast(PledgeStep, furthest),
        due=due[-1][1] if due else None,
        when=next((e.when for _, e in told if e.when), None),
        forum=next((e.forum for _, e in told if e.forum), None),
    )
    return event, tuple(d for d in differing if d)


def counts(line: Line) -> bool:
    """Whether a line counts in totals: given or firmly promised, not closed, no ceiling, no sale, no own purchase.

    What a newer version of its only report does not tell any more does not count either.
    """
    told = [(t, e) for t in line.told if isinstance(e := t.claim.event, Pledge)]
    if not told or not line.firm or "withdrawn" in line.steps or all(t.claim.mood == "denied" for t, _ in told):
        return False
    if all(t.outdated for t, _ in told):
        return False
    named = [e for _, e in told if e.donors]
    own = all(set(e.donors) <= {e.recipient} for e in named)  # each teller says itself that giver and receiver are one
    if own and (named or "contracted" in line.steps):
        return False
    if max(t.claim.confidence for t, _ in told) < DOUBTFUL or all(t.assumed and is_total(t) for t, _ in told):
        return False
    off = [bool(envelope(t.near) or sale(t.near) or _bought(t, e)) for t, e in told]
    return 2 * sum(off) <= len(off)


def _bought(told: Told, event: Pledge) -> bool:
    """Whether the recipient is told to have ordered it for itself."""
    return event.recipient is not None and event.recipient in map(country_of, buyers(told.near))


def _counts(told: list[tuple[Told, Pledge]]) -> Values:
    """The counts of the whole gift; those of parts only where nothing else is told or they are larger."""
    whole = [(t, count_of(e)) for t, e in told if count_of(e) != NO_ENDS and e.step not in PARTIAL]
    parts = [(t, count_of(e)) for t, e in told if count_of(e) != NO_ENDS and e.step in PARTIAL]
    firm = [(t, c) for t, c in whole if _step(t) not in OFF]
    whole = firm or whole
    most = max((size(c) or 0 for _, c in whole), default=0)
    larger = [(t, c) for t, c in parts if (size(c) or 0) > most]
    return larger or whole


def _whole(money: Values, told: list[tuple[Told, Pledge]]) -> Values:
    """The sums of the whole; instalments that were paid out are parts."""
    steps = {t.id: e.step for t, e in told}
    whole = [(t, m) for t, m in money if steps[t.id] not in PARTIAL]
    return [(t, m) for t, m in whole if steps[t.id] not in OFF] or whole or money


def _due(told: list[tuple[Told, Pledge]]) -> list[tuple[Told, Days]]:
    """The times of delivery, the one that stands last: what is told anew before what is recalled."""
    times = [(t, e.scope == "earlier", e.due) for t, e in told if e.due]
    dated = [one for one in times if one[2].interval] or times
    return [(t, days) for t, recalled, days in sorted(dated, key=lambda one: not one[1])]


def _changed(count: Values) -> tuple[Ends, str] | None:
    """The last target, where a target was changed."""
    targets = [ends for t, ends in count if raised(t.words) and _scope(t) != "earlier"]
    return (targets[-1], "the last change of it") if targets and len({ends for _, ends in count}) > 1 else None


def _scope(told: Told) -> str:
    event = told.claim.event
    return event.scope if isinstance(event, Pledge) else ""


def _quantity(told: list[tuple[Told, Pledge]], ends: Ends) -> Quantity:
    return next(e.quantity for _, e in told if e.quantity and count_of(e) == ends)


def _money(told: list[tuple[Told, Pledge]], ends: Ends) -> Money:
    return next(e.money for _, e in told if e.money and money_of(e) == ends)


def _telling(thing: Thing) -> tuple[int, int, int, int]:
    """How closely a thing is told: a variant before its family, a model before a kind, many words before few."""
    depth = max((len(family_of(model)) + any(map(str.isdigit, model)) for model in thing.models), default=0)
    return (depth, len(thing.models), int(bool(thing.categories) and not thing.broad), len(thing.words))


def _step(told: Told) -> str:
    event = told.claim.event
    return event.step if isinstance(event, Pledge) else ""
