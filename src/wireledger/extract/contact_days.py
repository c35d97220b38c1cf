"""Days told by another contact: "the visit, two days after he went to Rome" dates the one by the other.

A contact told without days has those of another telling of it in the report, where all its tellings agree on them.
"""

from __future__ import annotations

import re
from calendar import month_name
from dataclasses import replace
from datetime import timedelta
from functools import cache

from wireledger.extract.contact_today import ELSEWHEN, is_often, opens_then
from wireledger.extract.contact_touch import Touch
from wireledger.extract.event_days import one_day, shift_of
from wireledger.extract.view import View
from wireledger.lexicon.parties import organisations
from wireledger.model import Claim, Contact, Days, Field, Interval, Span

_HOUSES = frozenset("palace hall base airport residence headquarters office ministry house university castle".split())
_SOME_DAYS, _NEAR, _REACH, _ALSO_REACH = 7, 14, 320, 1500
_FORESEEN = 90  # days: a visit that is announced is the next one
_ALSO = re.compile(r"\balso\b", re.IGNORECASE)
_OF_WAR = re.compile(r"\bsince (?:the )?(?:\S+ ){0,5}?(?:war|invasion)\b", re.IGNORECASE)
_FOR = re.compile(r"\bfor(?: \S+){0,4}$", re.IGNORECASE)
_IN_ORDER_TO = re.compile(r"\b(?:to (?:attend|join|meet|take part|participate)|for)\b[^.;:]*$", re.IGNORECASE)
_GATHERING = ("summit", "conference", "forum")
_MONTH = re.compile("(?:in |late |early |mid-)*(?:" + "|".join(month_name[1:]) + ")$", re.IGNORECASE)


def a_year_before(days: Days) -> Days | None:
    """A month without a year that was taken for the next one, as the last one: "met in October"; None for others."""
    return a_year_off(days, -1)


def a_year_off(days: Days, years: int) -> Days | None:
    """A month without a year as that so many years on; None for other words."""
    interval = days.interval
    if interval is None or interval.start is None or interval.stop is None or not _MONTH.match(days.words):
        return None
    start, stop = (end.replace(year=end.year + years) for end in (interval.start, interval.stop))
    return replace(days, interval=Interval(start, stop))


def dated_by_others(view: View, touches: list[Touch]) -> list[Touch]:
    """The touches in order, those without days dated by the one before where days between them count from it."""
    found: list[Touch] = []
    for touch in touches:
        before = found[-1] if found else None
        if before is not None and before.when is not None and touch.when is None:
            touch = _shifted(view, before, touch, before.when)
        found.append(touch)
    found = [_on_the_way(view, touch, found[at + 1 :]) for at, touch in enumerate(found)]
    return [_held_there(view, touch, found[:at]) for at, touch in enumerate(found)]


def _held_there(view: View, touch: Touch, before: list[Touch]) -> Touch:
    """ "arrived in Riga on Monday for talks with": where, and as far as nothing else is said when, the visit is."""
    visit = before[-1] if before else None
    if visit is None or visit.form != "visit" or touch.form != "meeting" or visit.place is None:
        return touch
    if not 0 <= touch.first - visit.last <= _NEAR or not _FOR.search(view.text(visit.last, touch.first)):
        return touch
    own = touch.when is not None and touch.when[1].start > view.sentence.tokens[touch.first].start
    when = touch.when if own or visit.when is None else visit.when
    return replace(touch, place=touch.place or visit.place, when=when)


def _on_the_way(view: View, touch: Touch, behind: list[Touch]) -> Touch:
    """ "will travel to Riga to attend Monday's summit": the visit is of its days."""
    if touch.form != "visit" or touch.when is not None or not behind or behind[0].when is None:
        return touch
    gap = view.text(touch.last, behind[0].first)
    words = behind[0].when[0].words
    late = behind[0].when[1].start < view.sentence.tokens[touch.first].start or ELSEWHEN.search(words)
    meant = _IN_ORDER_TO.search(gap) is not None and {s.code for s in touch.guests} & {s.code for s in behind[0].guests}
    return replace(touch, when=behind[0].when) if meant and not late else touch


def dated_by_retelling(claims: list[Claim], published: Interval | None, open_moods: set[Span]) -> list[Claim]:
    """The claims in order, those without days dated by other tellings of the same contact, near the report's day.

    Where there are none, the contact told right before with the same people and mood dates what goes on from it, and
    that in turn its own retellings. What stands at a place of `open_moods` is planned where it is told so elsewhere.
    """
    planned = [_foreseen(claim, claims, published, open_moods) for claim in claims]
    retold = [_retold(claim, planned, published) for claim in planned]
    found: list[Claim] = []
    for claim in retold:
        found.append(_going_on(claim, found, published))
    return [_retold(claim, found, published) for claim in found]


def _foreseen(claim: Claim, claims: list[Claim], published: Interval | None, open_moods: set[Span]) -> Claim:
    """A contact whose words leave open whether it is ahead, as planned where all its dated tellings say so."""
    event = claim.event
    told = next((field.spans[0] for field in claim.evidence.fields if field.name == "form"), None)
    if told not in open_moods or not isinstance(event, Contact) or event.when is not None or claim.mood != "asserted":
        return claim
    ahead = replace(claim, mood="planned")
    dated = [other for other in claims if _is_telling(ahead, event, other) and _is_news(other, published)]
    held = any(_is_telling(claim, event, other) for other in claims)
    return ahead if dated and not held else claim


def _going_on(claim: Claim, before: list[Claim], published: Interval | None) -> Claim:
    event = claim.event
    if not isinstance(event, Contact) or event.when is not None or _is_elsewhen(claim.evidence.quote):
        return claim
    dated = [other for other in before if isinstance(other.event, Contact) and other.event.when is not None]
    if any(_is_telling(claim, event, other) for other in before):
        return claim  # told on several days
    if not dated or not _is_news(dated[-1], published) or not _goes_on_from(claim, event, dated[-1]):
        return claim
    return _dated_as(claim, event, dated[-1])


def _is_elsewhen(quote: str) -> bool:
    """Whether words tell of another time; how long a war has gone on does not."""
    return ELSEWHEN.search(_OF_WAR.sub("", quote)) is not None


def _goes_on_from(claim: Claim, event: Contact, told: Claim) -> bool:
    """Whether a contact follows the one told within a few sentences: shared people, one mood, no other place."""
    other = told.event
    also = event.form == "visit" and _ALSO.search(claim.evidence.quote) is not None
    near = 0 < claim.evidence.span.start - told.evidence.span.stop <= (_ALSO_REACH if also else _REACH)
    if not isinstance(other, Contact) or not near or claim.mood != told.mood or claim.mood == "denied":
        return False
    if also:  # "the minister also visited": on the same round
        return other.form == "visit" and set(event.guests) == set(other.guests)
    if (_is_of_one(event) and _is_of_one(other)) or _are_of_bodies(event, other):
        return False
    elsewhere = event.place is not None and other.place is None
    return not elsewhere and bool(set(event.guests) & set(other.guests)) and not are_apart(event.place, other.place)


def are_apart(one: str | None, other: str | None) -> bool:
    """Whether two places are named and differ; a house may stand in the town named before."""
    return one is not None and other is not None and one != other and one.split()[-1].lower() not in _HOUSES


def _dated_as(claim: Claim, event: Contact, told: Claim) -> Claim:
    """The claim with the days of another, carried."""
    spans = next((field.spans for field in told.evidence.fields if field.name == "when"), ())
    if not isinstance(told.event, Contact) or not spans:
        return claim
    others = tuple(field for field in claim.evidence.fields if field.name != "when")
    where = replace(claim.evidence, fields=(*others, Field("when", spans, True)))
    return replace(claim, event=replace(event, when=told.event.when), evidence=where)


def _retold(claim: Claim, claims: list[Claim], published: Interval | None) -> Claim:
    event = claim.event
    if not isinstance(event, Contact) or (event.when is not None and event.when.anchor != "speech"):
        return claim
    if event.when is None and _is_of_then(claim):
        return claim
    tellings = [other for other in claims if _is_telling(claim, event, other) and _is_news(other, published)]
    if event.when is not None:
        tellings = [other for other in tellings if not _is_spoken(other)]
    days = {other.event.when.interval for other in tellings if isinstance(other.event, Contact) and other.event.when}
    if len(days) != 1:
        return claim
    return _dated_as(claim, event, tellings[0])


def _is_of_then(claim: Claim) -> bool:
    """ "since I visited", "so soon after we met", "in many meetings": of another time than the rest, or of none."""
    told = next((field.spans[0] for field in claim.evidence.fields if field.name == "form"), None)
    where = claim.evidence.span
    if told is None or not where.holds(told):
        return False
    before = claim.evidence.quote[: told.start - where.start]
    return opens_then(before) or is_often(before)


def _is_spoken(claim: Claim) -> bool:
    """Whether the days are told in a quotation, by the day of the speech ("today")."""
    return isinstance(claim.event, Contact) and claim.event.when is not None and claim.event.when.anchor == "speech"


def _is_telling(claim: Claim, event: Contact, other: Claim) -> bool:
    """Whether another claim tells the same contact with its days: those who came, and where as far as both say it.

    Who meets somebody in a place has also visited it.
    """
    told = other.event
    if not isinstance(told, Contact) or told.when is None or other.mood != claim.mood:
        return False
    shared = set(event.guests) & set(told.guests)
    if not shared or ("call" in (event.form, told.form) and event.form != told.form):
        return False
    if _are_of_bodies(event, told):
        return False
    same_place = event.place is not None and event.place == told.place
    if event.form != told.form:
        return same_place
    if event.form == "visit":
        return same_place or event.place is None
    if claim.rule == other.rule and claim.rule.endswith(_GATHERING) and event.place in (None, told.place):
        return True
    everyone, others = {*event.guests, *event.hosts}, {*told.guests, *told.hosts}
    if _is_of_one(event) and _is_of_one(told) and not same_place:
        return False
    of_body = {*everyone} & {*others} & _bodies()
    if everyone != others and not of_body and 1 in (len(everyone), len(others)) and not same_place:
        return False  # "his meetings this week" may be any
    return (everyone <= others or others <= everyone) and (same_place or event.place is None)


def _is_of_one(event: Contact) -> bool:
    """ "I met mothers there": whom somebody met is not known, so that it may be anybody; a body meets itself."""
    everyone = {*event.guests, *event.hosts}
    return event.form != "visit" and len(everyone) == 1 and not everyone & _bodies()


def _are_of_bodies(event: Contact, other: Contact) -> bool:
    """Whether two meetings are of different bodies: each has its own days."""
    one, two = ({*each.guests, *each.hosts} & _bodies() for each in (event, other))
    return event.form == other.form == "meeting" and bool(one) and bool(two) and not one & two


@cache
def _bodies() -> frozenset[str]:
    return frozenset(organisation.code for organisation in organisations())


def _is_news(claim: Claim, published: Interval | None) -> bool:
    """Whether a contact lies within some days of the report: of older ones there may have been several."""
    event = claim.event
    if not isinstance(event, Contact) or event.when is None or event.when.interval is None:
        return False
    start, stop = event.when.interval.start, event.when.interval.stop
    if published is None or published.start is None or start is None or stop is None:
        return False
    ahead = (start - published.start).days
    return (stop - start).days <= _SOME_DAYS and -_NEAR <= ahead <= (_FORESEEN if claim.mood == "planned" else _NEAR)


def _shifted(view: View, before: Touch, touch: Touch, when: tuple[Days, Span]) -> Touch:
    start = one_day(when[0].interval)
    for mention in view.sentence.mentions:
        thing = mention.thing
        if not isinstance(thing, Days) or not before.last <= mention.first < touch.first or start is None:
            continue
        shift = shift_of(thing.words)
        if shift is not None and mention.first - before.last <= 3:
            moved = Interval(start + shift, start + shift + timedelta(1))
            days = Days(thing.words, moved, "event")
            return replace(touch, when=(days, view.span(mention)))
    return touch
