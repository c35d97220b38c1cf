"""Entries as a reader sees them: a sentence whose parts are links, and badges for the steps taken."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from wireledger.model import Claim, Disagreement, Entry, Interval, Money, Pledge, Step
from wireledger.model import day as day_interval
from wireledger.serve.amounts import bounded, count_words, money_words, number
from wireledger.serve.days import interval_words
from wireledger.serve.evidence import Said, Value, field_of, links, place_of, values, wordings
from wireledger.serve.links import words_link
from wireledger.serve.names import name
from wireledger.serve.phrases import FIGURES, sentence
from wireledger.serve.words import told, word

LONGEST = 220  # letters of a part of a sentence in a list
Claims = Mapping[str, Claim]
ClaimOf = Callable[[str], Claim | None]


@dataclass(frozen=True, slots=True)
class Linked:
    """Some words of a sentence, the address of the words they were read from (None: read from none)."""

    text: str
    link: str | None
    figure: bool


@dataclass(frozen=True, slots=True)
class Badge:
    """A step taken: its code, its words and amount, and where it is told."""

    step: str
    text: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """An entry in a list."""

    entry: Entry
    sentence: tuple[Linked, ...]
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class Cells:
    """A pledge in a table: the words of each field with the address of where they were read."""

    entry: Entry
    fields: Mapping[str, Linked]
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """A dated step of an entry's life and where it is told."""

    badge: Badge
    days: str
    amount: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """One value of a field on which sources differ."""

    text: str
    claims: tuple[Claim, ...]


def row(entry: Entry, claim_of: ClaimOf) -> Row:
    """An entry for a list; only as many claims are asked for as its links need."""
    told_on = tuple(replace(badge, text=_dated(badge, entry)) for badge in badges(entry, claim_of))
    parts = tuple(replace(part, text=_shortened(part.text)) for part in linked(entry, claim_of))
    return Row(entry, parts, told_on)


def _shortened(text: str) -> str:
    """Words of a speech that are too many for a list; the entry's own page has all."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]}…"


def _dated(badge: Badge, entry: Entry) -> str:
    """The step with the days on which it happened, where these are not the day on which reports first told it.

    Of a contact it is said too when they are not known: the day of a report is not that of a visit.
    """
    steps = [step for step in entry.steps if step.step == badge.step]
    when = next((step.when for step in reversed(steps) if step.when), None)
    if when is None:
        return f"{badge.text}, {word('day_unknown')}" if entry.kind == "contact" else badge.text
    if entry.first_reported and when == day_interval(entry.first_reported):
        return badge.text
    return f"{badge.text}, {interval_words(when)}"


def cells(entry: Entry, claim_of: ClaimOf) -> Cells:
    """A pledge for a table."""
    event = entry.event
    assert isinstance(event, Pledge)
    recipients = event.recipients or ((event.recipient,) if event.recipient else ())
    told_fields = {
        "donors": ", ".join(name(code) for code in event.donors),
        "recipient": ", ".join(name(code) for code in recipients),
        "item": event.item or "",
        "low": count_words(event.quantity),
        "money_low": money_words(event.money),
    }
    known = {field: text for field, text in told_fields.items() if text}
    found = links(entry, (claim for one in entry.claims if (claim := claim_of(one))), known)
    spare = _first_link(entry.claims, claim_of, None)
    fields = {f: Linked(t, found.get(f) or (spare if f in FIGURES else None), f in FIGURES) for f, t in known.items()}
    return Cells(entry, fields, badges(entry, claim_of))


def linked(entry: Entry, claim_of: ClaimOf) -> tuple[Linked, ...]:
    """The entry's sentence; a figure that no claim gives a place of its own opens its claim."""
    parts = sentence(entry.event)
    told_claims = (claim for one in entry.claims if (claim := claim_of(one)))
    found = links(entry, told_claims, {part.field for part in parts if part.field})
    spare = _first_link(entry.claims, claim_of, None)
    return tuple(
        Linked(p.text, found.get(p.field or "") or (spare if p.field in FIGURES else None), p.field in FIGURES)
        for p in parts
    )


def badges(entry: Entry, claim_of: ClaimOf) -> tuple[Badge, ...]:
    """The steps taken, each once with the latest amount told, in the order of the entry's life."""
    latest: dict[str, Step] = {}
    for step in entry.steps:
        if step.step not in latest or step.low is not None or step.high is not None:
            latest[step.step] = step
    several = len(latest) > 1
    return tuple(_badge(step, claim_of, several) for step in latest.values())


def life(entry: Entry, claims: Claims) -> tuple[Taken, ...]:
    """All steps with their days, amounts and claims."""
    return tuple(
        Taken(
            _badge(step, claims.get, False),
            when_words(step.when),
            bounded(number(step.low), number(step.high)),
            tuple(claims[one] for one in step.claims if one in claims),
        )
        for step in entry.steps
    )


def fields_of(
    entry: Entry, claims: Iterable[Claim], texts: Mapping[str, str]
) -> tuple[tuple[Value, tuple[Said, ...]], ...]:
    """Each known field with the wordings of the claims that say it; `texts` are those of their reports."""
    kept = tuple(claims)
    found = []
    for value in values(entry.event):
        told_in = [(claim, texts.get(claim.evidence.report)) for claim in kept]
        places = [place for c, text in told_in if (place := place_of(entry.event, c, value.field, text))]
        found.append((value, wordings(places)))
    return tuple(found)


def stands(disagreement: Disagreement, claims: Claims) -> tuple[Stand, ...]:
    """The values side by side, most told first."""
    found = [
        Stand(_stand_words(disagreement.field, value, told_by), told_by)
        for value, ids in disagreement.values
        for told_by in [tuple(claims[one] for one in ids if one in claims)]
    ]
    return tuple(sorted(found, key=lambda stand: -len(stand.claims)))


def value_words(field: str, value: str) -> str:
    """A value of a disagreement (its JSON text) in plain words."""
    shape = json.loads(value)
    if shape is None:
        return word("not_told")
    if isinstance(shape, bool):
        return word("yes" if shape else "no")
    if _is_pair(shape):
        return bounded(number(shape[0]), number(shape[1])) or word("not_told")
    if isinstance(shape, list):
        return ", ".join(name(str(one)) for one in shape)
    if isinstance(shape, dict):
        return ", ".join(f"{key}: {one}" for key, one in shape.items())
    return number(shape) or "" if _is_number(shape) else told(field, str(shape)) if field == "step" else str(shape)


def _stand_words(field: str, value: str, told_by: tuple[Claim, ...]) -> str:
    """A value in plain words; a sum gets its scale and the currency of the claims that tell it."""
    shape = json.loads(value)
    if field != "money" or not _is_pair(shape):
        return value_words(field, value)
    events = [claim.event for claim in told_by]
    currency = next((e.money.currency for e in events if isinstance(e, Pledge) and e.money), None)
    return money_words(Money(shape[0], shape[1], currency)) or word("not_told")


def when_words(interval: Interval | None) -> str:
    """The days of a step, or that no text tells them."""
    return interval_words(interval)


def _badge(step: Step, claim_of: ClaimOf, with_amount: bool) -> Badge:
    amount = bounded(number(step.low), number(step.high)) if with_amount else ""
    text = " ".join(t for t in (told("step", step.step), amount) if t)
    return Badge(step.step, text, _first_link(step.claims, claim_of, "step"))


def _first_link(ids: Iterable[str], claim_of: ClaimOf, field: str | None) -> str | None:
    for claim in (claim for one in ids if (claim := claim_of(one))):
        known = field if field and field_of(claim, field) else None
        return words_link(claim.evidence.report, claim.id, known)
    return None


def _is_pair(shape: object) -> bool:
    return isinstance(shape, list) and len(shape) == 2 and all(end is None or _is_number(end) for end in shape)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
