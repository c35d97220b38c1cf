"""Claims and entries in the ledger's plain text: for the terminal, golden files and review.

    2023-02-03  pledge  no -> ua  8..8 Leopard 2 tank  promised  asserted  due 2023-03-01..2023-07-01
        "Oslo will hand over eight of its Leopard 2 tanks before the summer"
        [r1 118..184]  pledges/hand-over

Intervals of days are half-open, quantities closed; an open end is left empty; `?` stands for what is not known.
"""

from __future__ import annotations

from collections.abc import Mapping

from wireledger.model.amounts import Money, Quantity
from wireledger.model.claim import Claim
from wireledger.model.days import Days, Interval
from wireledger.model.event import Contact, Event, Membership, Pledge, Statement
from wireledger.model.ledger import Entry, Step


def claim_text(claim: Claim) -> str:
    """Three lines: what was read, the words, and where they stand with the rule that read them."""
    where = claim.evidence
    event = claim.event
    when = event.when.interval if event.when else None
    carried = sorted(f.name for f in where.fields if f.carried)
    tail = f"  carried {','.join(carried)}" if carried else ""
    said = f"  said by {claim.said_by}" if claim.said_by else ""
    words = " ".join(where.quote.split())
    return (
        f"{interval_text(when)}  {claim.kind}  {event_text(event)}  {claim.mood}{_due(event)}{said}\n"
        f'    "{words}"\n'
        f"    [{where.report} {where.span.start}..{where.span.stop}]  {claim.rule}  {claim.confidence:.2f}{tail}"
    )


def event_text(event: Event) -> str:
    """One event in a line, without its days."""
    match event:
        case Pledge():
            what = " ".join(p for p in (amount_text(event.quantity), money_text(event.money), event.item or "") if p)
            return f"{_codes(event.donors)} -> {_recipient(event)}  {what or '?'}  {event.step}  {event.scope}"
        case Contact():
            hosts = f" at {_codes(event.hosts)}" if event.hosts else ""
            place = f"  in {event.place}" if event.place else ""
            nth = f"  «{event.nth.words}»" if event.nth else ""
            return f"{event.form}  {_codes(event.guests)}{hosts}{place}{nth}"
        case Statement():
            about = f"  about {_codes(event.about)}" if event.about else ""
            return f"{event.speaker or '?'}  {'direct' if event.direct else 'reported'}{about}"
        case Membership():
            by = f"  by {_codes(event.by)}" if event.by else ""
            return f"{event.member} in {event.alliance}  {event.step}{by}"


def amount_text(quantity: Quantity | None) -> str:
    """ "14..14", "14.." for at least, "..14" for up to, "~40..40" for about; empty where there is no number."""
    if quantity is None or (quantity.low is None and quantity.high is None):
        return ""
    return ("~" if quantity.approximate else "") + f"{_number(quantity.low)}..{_number(quantity.high)}"


def money_text(money: Money | None) -> str:
    """The same for a sum, with its currency behind it."""
    if money is None:
        return ""
    rough = "~" if money.approximate else ""
    return f"{rough}{_number(money.low)}..{_number(money.high)} {money.currency or '?'}"


def interval_text(interval: Interval | None) -> str:
    """A day, "from..to" (half-open), or "?"."""
    if interval is None:
        return "?"
    start, stop = interval.start, interval.stop
    if start and stop and (stop - start).days == 1:
        return start.isoformat()
    return f"{start.isoformat() if start else ''}..{stop.isoformat() if stop else ''}"


def entry_text(entry: Entry, claims: Mapping[str, Claim]) -> str:
    """An entry with its steps, its relations and the words of its claims."""
    event = entry.event
    counts = "" if entry.counts_in_totals or not isinstance(event, Pledge) else "  not in totals"
    lines = [f"{entry.id}  {entry.kind}  {event_text(event)}{counts}  {entry.independent} independent"]
    lines += [f"    {_step_text(step)}" for step in entry.steps]
    for name, other in (
        ("extra to", entry.extra_to),
        ("part of", entry.part_of),
        ("maybe the same as", entry.possible_duplicate_of),
    ):
        if other:
            lines.append(f"    {name} {other}")
    for d in entry.disagreements:
        rivals = "; ".join(f"{value} ({len(who)})" for value, who in d.values)
        lines.append(f"    sources differ on {d.field}: {rivals}; chosen by {d.chosen_by}")
    for key in entry.claims:
        where = claims[key].evidence
        words = " ".join(where.quote.split())
        lines.append(f'    "{words}"  [{where.report} {where.span.start}..{where.span.stop}]')
    return "\n".join(lines)


def _step_text(step: Step) -> str:
    amount = amount_text(Quantity(step.low, step.high))
    return f"{step.step}  {interval_text(step.when)}{'  ' + amount if amount else ''}  {len(step.claims)} claims"


def _recipient(event: Pledge) -> str:
    return event.recipient or ("+".join(event.recipients) if event.recipients else "?")


def _codes(codes: tuple[str, ...]) -> str:
    return "+".join(codes) if codes else "?"


def _due(event: Event) -> str:
    due: Days | None = event.due if isinstance(event, Pledge) else None
    if due is None:
        return ""
    return f"  due {interval_text(due.interval)}" if due.interval else f'  due "{due.words}"'


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if float(value).is_integer() else str(value)
