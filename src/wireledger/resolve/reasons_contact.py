"""Why a contact is taken as one with a line: form, who, where and when."""

from __future__ import annotations

from datetime import date, timedelta

from wireledger.lexicon.sides import country_of, slug, state_of, whole_country
from wireledger.model import Contact, Interval
from wireledger.resolve.line import Line, when_of
from wireledger.resolve.reason import VETO, Reason
from wireledger.resolve.told import Told

NEAR = timedelta(1)  # evening and next morning are one visit
NEWS = timedelta(7)  # a contact this near to the day of its report is its news
STALE = timedelta(45)  # a visit without a day is not one told of this long before or after


def forms(told: Told, line: Line) -> Reason | None:
    """Talks during a visit are a meeting of their own."""
    return Reason(0.5, "same form") if all(_contact(t).form == _contact(told).form for t in line.told) else VETO


def guests(told: Told, line: Line) -> Reason | None:
    """The same people; a person and the state that person acts for may be one."""
    found = [_likeness(_contact(told), _contact(other)) for other in line.told]
    if None in found:
        return VETO
    best = max((f for f in found if f is not None), default=0.0)
    return Reason(best, "same people" if best >= 1.5 else "people and their states")


def places(told: Told, line: Line) -> Reason | None:
    """The same place; a place and the country it lies in may be one."""
    mine = _contact(told).place
    theirs = {place for t in line.told if (place := _contact(t).place)}
    if mine is None and told.before in {t.id for t in line.told}:
        return Reason(0.8, "told right before")
    if mine is None or not theirs:
        return Reason(0.3, "same host") if _hosts(told) & {h for t in line.told for h in _hosts(t)} else None
    if any(slug(mine) == slug(place) for place in theirs):
        return Reason(1.2, "same place")
    if any(_within(mine, place) for place in theirs):
        return Reason(0.8, "one place lies in the other")
    return VETO


def days(told: Told, line: Line) -> Reason | None:
    """Days that overlap, or nearly; a contact without days is looked for around the day of its report."""
    mine = when_of(_contact(told))
    theirs = [when for t in line.told if (when := when_of(_contact(t)))]
    if mine is None or not theirs:
        return _around(told, line)
    if any(_narrow(mine) and _narrow(when) and mine.overlaps(when) for when in theirs):
        return Reason(1.5, "same day")
    if any(mine.overlaps(when) for when in theirs):
        return Reason(1.0, "days that agree")
    return Reason(0.7, "days that touch") if any(_gap(mine, when) <= NEAR for when in theirs) else VETO


def _around(told: Told, line: Line) -> Reason | None:
    """Where one has no day: by the days of the reports, more surely talks that both tell of as their news.

    Whoever travels may visit several places on one day.
    """
    if told.day is None or not line.days:
        return None
    apart, on = min((abs(told.day - day), day) for day in line.days)
    if apart > STALE:
        return VETO
    known = [when for t in (told, *line.told) if (when := when_of(_contact(t)))]
    news = _contact(told).form != "visit" and all(_gap(when, Interval(on, on + timedelta(1))) <= NEWS for when in known)
    return Reason(1.0, "told on the same days") if apart <= NEAR and news else Reason(0.5, "told within days")


def _likeness(one: Contact, other: Contact) -> float | None:
    """How alike the two sides are; None when they cannot be the same."""
    mine, theirs = _people(one), _people(other)
    if mine == theirs:
        return 1.5 if mine else 0.0
    states = [{state_of(p) or p for p in some} for some in (mine, theirs)]
    if one.form == "visit" and one.hosts and _swapped(one, other):
        return 1.0
    if not mine or not theirs:
        return 0.0
    persons = [{p for p in some if len(p) > 2} for some in (mine, theirs)]
    if persons[0] and persons[1] and not persons[0] & persons[1]:
        return None
    if states[0] == states[1]:
        return 1.2
    if any(state_of(p) is None for some in persons for p in some) and len(mine) == len(theirs):
        return 1.0 if mine & theirs else 0.3
    within = states[0] < states[1] or states[1] < states[0]
    return (1.0 if one.form == "visit" else -0.3) if within else 0.5 if persons[0] & persons[1] else None


def _swapped(one: Contact, other: Contact) -> bool:
    """Whether one tells from the guest's side what the other tells from the host's."""
    return not other.guests and {slug(h) for h in one.hosts} == {slug(h) for h in other.hosts}


def _people(contact: Contact) -> frozenset[str]:
    both = contact.guests if contact.form == "visit" else (*contact.guests, *contact.hosts)
    return frozenset(slug(p) for p in both)


def _hosts(told: Told) -> set[str]:
    return {state_of(h) or slug(h) for h in _contact(told).hosts}


def _within(one: str, other: str) -> bool:
    first, second = slug(one).split("-"), slug(other).split("-")
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    lands = country_of(one), country_of(other)
    return lands[0] is not None and lands[0] == lands[1] and (whole_country(one) or whole_country(other))


def _narrow(interval: Interval) -> bool:
    return bool(interval.start and interval.stop and interval.stop - interval.start <= timedelta(4))


def _gap(one: Interval, other: Interval) -> timedelta:
    starts = [i.start or date.min for i in (one, other)]
    lasts = [i.last or date.max for i in (one, other)]
    return max(starts) - min(lasts)


def _contact(told: Told) -> Contact:
    event = told.claim.event
    assert isinstance(event, Contact)
    return event
