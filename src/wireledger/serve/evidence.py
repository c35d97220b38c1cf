"""Which words an entry's values stand on: for each field the claims that say it, best first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from wireledger.model import (
    Claim,
    Contact,
    Entry,
    Event,
    Field,
    Membership,
    Money,
    Nth,
    Pledge,
    Quantity,
    Span,
    Statement,
)
from wireledger.serve.amounts import count_words, money_words
from wireledger.serve.days import told_days
from wireledger.serve.links import words_link
from wireledger.serve.names import name
from wireledger.serve.words import told

AGREES, SAID_HERE = 2, 1


@dataclass(frozen=True, slots=True)
class Value:
    """A field of an event: its name and its value in plain words."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim says a field: the words, the report, the address, and whether they stand outside its clause."""

    words: str
    report: str
    link: str
    carried: bool
    agrees: bool


@dataclass(frozen=True, slots=True)
class Said:
    """One wording of a field, and all the places that have it."""

    words: str
    carried: bool
    agrees: bool
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """One wording, with the claims that use it."""

    words: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """One independent voice: its reports' wordings."""

    name: str
    quotes: tuple[Quote, ...]


def values(event: Event) -> tuple[Value, ...]:
    """The fields of an event that are known, in the order a reader asks for them."""
    shown = [(field, _shown(event, field)) for field in _fields_of(event)]
    return tuple(Value(field, text) for field, text in shown if text)


def links(entry: Entry, claims: Iterable[Claim], wanted: Iterable[str]) -> dict[str, str]:
    """For each wanted field the address of the best words for it; fields nobody says in words are left out.

    `claims` are looked at one by one, and no longer than needed.
    """
    best: dict[str, tuple[int, str]] = {}
    open_fields = set(wanted)
    for claim in claims if open_fields else ():
        for field in sorted(open_fields):
            place = place_of(entry.event, claim, field)
            rank = AGREES * place.agrees + SAID_HERE * (not place.carried) if place else -1
            if place and rank > best.get(field, (-1, ""))[0]:
                best[field] = (rank, place.link)
            if rank == AGREES + SAID_HERE:
                open_fields.discard(field)
        if not open_fields:
            break
    return {field: link for field, (_, link) in best.items()}


def place_of(event: Event, claim: Claim, field: str, text: str | None = None) -> Place | None:
    """Where a claim says a field of an event; None where it does not say it in words.

    Without the report's `text`, only words inside the claim's own quote are given.
    """
    read = field_of(claim, field)
    if read is None or not read.spans:
        return None
    where = claim.evidence
    words = [_words(claim, span, text) for span in read.spans]
    agrees = _shown(event, field) == _shown(claim.event, field)
    return Place(
        " … ".join(" ".join(w.split()) for w in words if w),
        where.report,
        words_link(where.report, claim.id, read.name),
        read.carried,
        agrees,
    )


def _words(claim: Claim, span: Span, text: str | None) -> str:
    where = claim.evidence
    if where.span.holds(span):
        return where.quote[span.start - where.span.start : span.stop - where.span.start]
    return span.of(text) if text else ""


def wordings(places: Iterable[Place]) -> tuple[Said, ...]:
    """Places with equal words together: those that agree first, then those in the claim itself, most told first."""
    grouped: dict[tuple[bool, bool, str], list[Place]] = {}
    for place in places:
        grouped.setdefault((not place.agrees, place.carried, place.words), []).append(place)
    ordered = sorted(grouped.items(), key=lambda pair: (pair[0][:2], -len(pair[1]), pair[0][2]))
    return tuple(Said(words, carried, not differs, tuple(same)) for (differs, carried, words), same in ordered)


def field_of(claim: Claim, field: str) -> Field | None:
    """The places a field was read from, under the name the claim has for it."""
    for known in (field, *SAME.get(field, ())):
        for read in claim.evidence.fields:
            if read.name == known:
                return read
    return None


def by_voice(claims: Iterable[Claim], voices: Mapping[str, str]) -> tuple[Voice, ...]:
    """Claims under the independent voice of their report, most told first; equal wordings stand together."""
    grouped: dict[str, list[Claim]] = {}
    for claim in claims:
        grouped.setdefault(voices.get(claim.evidence.report, claim.evidence.report), []).append(claim)
    found = [Voice(voice, _quotes(told)) for voice, told in grouped.items()]
    return tuple(sorted(found, key=lambda v: (-sum(len(q.claims) for q in v.quotes), v.name)))


def _quotes(claims: list[Claim]) -> tuple[Quote, ...]:
    def wording(claim: Claim) -> str:
        return " ".join(claim.evidence.quote.split())

    ordered = sorted(claims, key=lambda c: (wording(c), c.evidence.report, c.evidence.span.start))
    found = [Quote(words, tuple(same)) for words, same in groupby(ordered, wording)]
    return tuple(sorted(found, key=lambda q: (-len(q.claims), q.claims[0].evidence.report)))


def _fields_of(event: Event) -> tuple[str, ...]:
    match event:
        case Pledge():
            return (
                *("donors", "recipient", "low", "money_low", "item", "category", "model", "step", "due", "when"),
                "forum",
            )
        case Contact():
            return "form", "guests", "hosts", "place", "when", "nth"
        case Statement():
            return "speaker", "words", "about", "when"
        case Membership():
            return "member", "alliance", "step", "by", "when"


def _shown(event: Event, field: str) -> str:
    """A field's value in plain words; empty where it is not known. Equal values show alike."""
    if field == "recipient" and isinstance(event, Pledge):
        return ", ".join(_coded(code) for code in event.recipients or ((event.recipient,) if event.recipient else ()))
    value = getattr(event, KEPT_AS.get(field, field), None)
    if isinstance(value, Quantity):
        return count_words(value)
    if isinstance(value, Money):
        return money_words(value)
    if isinstance(value, Nth):
        return value.words
    if field in ("due", "when"):
        return told_days(value)
    if field in ("step", "form", "category"):
        return told(field, str(value)) if value else ""
    if isinstance(value, tuple):
        return ", ".join(_coded(code) for code in value)
    return _coded(value) if value and field in CODED else str(value or "")


def _coded(code: str) -> str:
    return f"{name(code)} ({code})" if len(code) == 2 else name(code)


KEPT_AS = {"low": "quantity", "money_low": "money"}
CODED = frozenset({"speaker", "member", "alliance", "forum"})
SAME = {
    "low": ("high", "quantity"),
    "money_low": ("money_high", "money"),
    "recipient": ("recipients",),
    "category": ("item",),
    "model": ("item",),
}
