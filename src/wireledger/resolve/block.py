"""Which lines a claim is compared with at all: those that share one of its keys.

Keys keep the work near to linear: a claim meets the lines of its own donors, recipient and kind of thing, not all.
"""

from __future__ import annotations

from collections.abc import Iterator

from wireledger.lexicon.equipment import categories
from wireledger.model import Contact, Membership, Pledge, Statement
from wireledger.resolve.amounts import Ends
from wireledger.resolve.line import NO_ENDS, count_of, money_of
from wireledger.resolve.reasons_statement import words_of
from wireledger.resolve.sides import slug, state_of
from wireledger.resolve.told import Told

Key = tuple[object, ...]
ANY, UNKNOWN = "*", "?"


def keys(told: Told) -> Iterator[Key]:
    """The keys under which a claim is found."""
    event = told.claim.event
    if isinstance(event, Pledge):
        donors = (*(event.donors or (UNKNOWN,)), ANY)
        yield from _copies(event, told)
        yield from (key for whom in (event.recipient or UNKNOWN, ANY) for key in _pledge(told, whom, donors))
    else:
        yield from _other(told)


def questions(told: Told) -> Iterator[Key]:
    """The keys under which a claim looks for others; one without a recipient looks among those of all."""
    event = told.claim.event
    if isinstance(event, Pledge):
        yield from _copies(event, told)
        asked = (event.recipient, UNKNOWN) if event.recipient else (ANY,)
        donors = (*event.donors, UNKNOWN) if event.donors else (ANY,)
        yield from (key for whom in asked for key in _pledge(told, whom, donors))
        figures = [v for ends in (count_of(event), money_of(event)) for v in _values(ends)]
        sides = ((event.recipient or ANY, donor) for donor in event.donors)  # perhaps told the other way round
        yield from (("figure", giver, whom, value) for giver, whom in sides for value in figures)
        if told.assumed and event.recipient and told.thing.models:  # perhaps of another donor
            yield from (("figure", ANY, event.recipient, value) for value in _values(count_of(event)))
        if not event.donors:  # perhaps the donor was taken for the recipient: its figure finds it
            yield from (("figure", ANY, ANY, value) for value in figures)
    else:
        yield from _other(told)


def _copies(event: Pledge, told: Told) -> Iterator[Key]:
    """A copy of a text finds the same figure (or thing without one) there, whoever was read to give it to whom."""
    figures = [v for ends in (count_of(event), money_of(event)) for v in _values(ends)]
    yield from (("copy", told.voice, value) for value in figures)
    if not figures and not told.thing.vague:
        yield "copy", told.voice, told.thing


def _other(told: Told) -> Iterator[Key]:
    match told.claim.event:
        case Contact() as event:
            yield from _contact(event)
        case Membership() as event:
            yield "membership", event.member, event.alliance, event.step
        case Statement() as event:
            yield from (("statement", word) for word in sorted(words_of(event), key=lambda w: (-len(w), w))[:4])


def _pledge(told: Told, whom: str, donors: tuple[str, ...]) -> Iterator[Key]:
    event = told.claim.event
    assert isinstance(event, Pledge)
    figures = [ends for ends in (count_of(event), money_of(event)) if ends != NO_ENDS]
    for donor in donors:
        yield "report", told.report, whom, donor
        # Without a donor only a figure, or the same report, tells enough.
        if donor not in (ANY, UNKNOWN):
            yield from (("thing", donor, whom, root) for root in _roots(told))
        yield from (("figure", donor, whom, value) for ends in figures for value in _values(ends))


def _roots(told: Told) -> set[str]:
    """The widest category that still tells something, and the words of things the catalogue does not know."""
    thing = told.thing if not told.thing.vague else told.hint
    event = told.claim.event
    unnamed = not (told.thing.models or told.thing.categories)
    summed = isinstance(event, Pledge) and event.money is not None and unnamed
    if thing.broad or summed:
        return {"package"}
    if thing.vague:
        return {ANY}
    return {_root(category) for category in thing.categories} or set(thing.words) or {ANY}


def _root(category: str) -> str:
    parent = categories()[category].parent
    return category if parent is None or parent in ("equipment", "weapon", "aid") else _root(parent)


def _values(ends: Ends) -> set[float]:
    """Its ends, to two digits, so that a rounded figure finds the exact one."""
    return {float(f"{value:.1e}") for value in ends if value is not None}


def _contact(event: Contact) -> Iterator[Key]:
    for party in (*event.guests, *event.hosts):
        yield "contact", event.form, state_of(party) or slug(party)
