"""Which lines a claim is compared with at all: those that share one of its keys.

Keys keep the work near to linear: a claim meets the lines of its own donors, recipient and kind of thing, not all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

from wireledger.lexicon.equipment import categories, models
from wireledger.model import Contact, Membership, Pledge, Statement
from wireledger.resolve.amounts import Ends
from wireledger.resolve.groups import Groups
from wireledger.resolve.line import count_of, money_of
from wireledger.resolve.meeting_days import moments, moments_near
from wireledger.resolve.reasons_statement import words_of
from wireledger.resolve.told import Told

Key = tuple[object, ...]
ANY, UNKNOWN, BARE = "*", "?", "-"  # whoever, or whatever; a side that is not told; no model named


def keys(told: Told) -> Iterator[Key]:
    """The keys under which a claim is found."""
    event = told.claim.event
    if isinstance(event, Pledge):
        donors = (*(event.donors or (UNKNOWN,)), ANY)
        yield from _copies(event, told)
        for whom, donor in product((event.recipient or UNKNOWN, ANY), donors):
            yield "report", told.report, whom, donor
            yield from _things(told, whom, donor, (*(_families(told) or (BARE,)), ANY))
            yield from _figures(_values_of(event), whom, donor, (*(_families(told) or (BARE,)), ANY))
    elif isinstance(event, Contact):
        yield from moments(told, event)
    else:
        yield from _other(told)


def questions(told: Told) -> Iterator[Key]:
    """The keys under which a claim looks for others; one without a recipient looks among those of all.

    One that names a model looks among those of its family, and those that name none.
    """
    event = told.claim.event
    if isinstance(event, Pledge):
        kinds, figures = (*families, BARE) if (families := _families(told)) else (ANY,), _values_of(event)
        yield from _copies(event, told)
        asked = (event.recipient, UNKNOWN) if event.recipient else (ANY,)
        donors = (*event.donors, UNKNOWN) if event.donors else (ANY,)
        for whom, donor in product(asked, donors):
            yield "report", told.report, whom, donor
            yield from _things(told, whom, donor, kinds)
            yield from _figures(figures, whom, donor, kinds)
        for giver in event.donors:  # perhaps told the other way round
            yield from _figures(figures, giver, event.recipient or ANY, kinds)
        if told.assumed and event.recipient and families:  # perhaps of another donor
            yield from _figures(figures, event.recipient, ANY, families)
        if not event.donors:  # perhaps the donor was taken for the recipient: its figure finds it
            yield from _figures(figures, ANY, ANY, kinds)
    elif isinstance(event, Contact):
        yield from moments_near(told, event)
    else:
        yield from _other(told)


def _copies(event: Pledge, told: Told) -> Iterator[Key]:
    """A copy of a text finds the same figure (or thing without one) there, whoever was read to give it to whom."""
    figures = _values_of(event)
    yield from (("copy", told.voice, value) for value in figures)
    if not figures and not told.thing.vague:
        yield "copy", told.voice, told.thing


def _other(told: Told) -> Iterator[Key]:
    match told.claim.event:
        case Membership() as event:
            yield "membership", event.member, event.alliance, event.step
        case Statement() as event:
            yield from (("statement", word) for word in sorted(words_of(event), key=lambda w: (-len(w), w))[:4])


def _things(told: Told, whom: str, donor: str, kinds: Iterable[str]) -> Iterator[Key]:
    """Without a donor only a figure, or the same report, tells enough."""
    if donor not in (ANY, UNKNOWN):
        for kind, root in product(kinds, _roots(told)):
            yield ("thing", donor, whom, kind) if kind not in (ANY, BARE) else ("thing", donor, whom, kind, root)


def _figures(values: Iterable[float], whom: str, donor: str, kinds: Iterable[str]) -> Iterator[Key]:
    yield from (("figure", donor, whom, kind, value) for kind, value in product(kinds, values))


def _values_of(event: Pledge) -> list[float]:
    return [value for ends in (count_of(event), money_of(event)) for value in _values(ends)]


def _families(told: Told) -> tuple[str, ...]:
    """The widest families of the models it names: models of two families are never one thing."""
    return tuple(sorted({family(model) for model in told.thing.models}))


@cache
def family(model: str) -> str:
    """The first name, by which it is known, of all models that are kinds of each other."""
    return _kin().root(model)


@cache
def _kin() -> Groups:
    known = models()
    groups = Groups(known)
    for model, row in known.items():
        parts = model.split("-")
        wider = {"-".join(parts[:size]) for size in range(1, len(parts))} & known.keys()
        for other in wider | ({row.family} if row.family else set()):
            groups.join(model, other)
    return groups


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
    return {root(category) for category in thing.categories} or set(thing.words) or {ANY}


def root(category: str) -> str:
    """The widest category that still tells something."""
    parent = categories()[category].parent
    return category if parent is None or parent in ("equipment", "weapon", "aid") else root(parent)


def _values(ends: Ends) -> set[float]:
    """Its ends, to two digits, so that a rounded figure finds the exact one."""
    return {float(f"{value:.1e}") for value in ends if value is not None}
