"""Tells on which day a step of a membership was taken: beside its words, by who says so, or in the sentence before."""

from __future__ import annotations

import re
from calendar import month_name
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from wireledger.extract.contact_days import a_year_before
from wireledger.extract.event_days import days_near, days_of_speech
from wireledger.extract.member_memory import MemberMemory, MemberReading
from wireledger.extract.view import View
from wireledger.model import Days, Interval, Span, month

_SOON = frozenset("momentarily shortly".split())
_NOW = frozenset((("this", "summit"), ("few", "minutes"), ("few", "moments")))
_GOES_ON = frozenset("he she it they".split())
_ALSO = frozenset("also added later further then said told".split())
_YEAR = re.compile(r"since (?:the year )?\d{4}$", re.IGNORECASE)
_MONTH = re.compile(r"since (?:last )?(?:" + "|".join(month_name[1:]) + r")(?:,? \d{4})?$", re.IGNORECASE)
_REACH, _ASIDE, _OPENED = 4, 8, 2


def day_of_step(
    views: list[View], index: int, reading: MemberReading, memory: MemberMemory, on: date | None
) -> tuple[Days, Span] | None:
    """The days of a step, told on a day; those of a wish, of support and objection are the days of who says so."""
    found = _told(views, index, reading, memory)
    if found is not None and reading.step == "wants" and _lies_ahead(found[0], on):
        return None  # a wish is had now, whatever is to come of it
    if found is None or on is None or reading.mood != "asserted" or reading.step in ("wants", "supported", "opposed"):
        return found
    interval = found[0].interval
    ahead = interval is not None and interval.start is not None and interval.start > on
    return (a_year_before(found[0]) or found[0], found[1]) if ahead else found


def _lies_ahead(days: Days, on: date | None) -> bool:
    """Whether days end after the day of the report and the next."""
    stop = days.interval.stop if days.interval is not None else None
    return on is not None and stop is not None and stop > on + timedelta(2)


def _told(views: list[View], index: int, reading: MemberReading, memory: MemberMemory) -> tuple[Days, Span] | None:
    view = views[index]
    if reading.step == "is_member" or (reading.step == "approved" and "candidate" in reading.row):
        begun = _since(view, reading.words[1])
        if begun is not None or reading.step == "is_member":
            return begun
    if reading.again:
        return None
    ahead = reading.mood in ("planned", "hypothetical") and reading.step in ("applied", "approved", "invited")
    spoken = reading.step not in ("joined", "left", "suspended") and not _in_aside(view, reading.words) and not ahead
    near = days_near(view, *reading.words, spoken)
    if near is not None and spoken and _is_of_another(view, near[1], reading.words):
        near = None
    if near is None and memory.page is not None and _right_now(view):
        return Days("", memory.page, "publication"), view.sentence.place(*reading.words)
    if near is not None or not spoken:
        return near
    return days_of_speech(views, index) or _day_before(views, index) or _day_of_page(view, reading, memory)


def _right_now(view: View) -> bool:
    """ "in a few minutes", "at this summit": said of the day of the page."""
    words = list(view.lowers.values())
    return any(w in _SOON for w in words) or any(pair in _NOW for pair in pairwise(words))


def _since(view: View, last: int) -> tuple[Days, Span] | None:
    """ "a member since 2004": the year, month or day in which it began."""
    for mention in view.sentence.mentions:
        thing = mention.thing
        if not isinstance(thing, Days) or not 0 <= mention.first - last <= _REACH:
            continue
        start = thing.interval.start if thing.interval is not None else None
        if start is None or not thing.words.lower().startswith("since "):
            continue
        if _YEAR.match(thing.words):
            return replace(thing, interval=Interval(date(start.year, 1, 1), date(start.year + 1, 1, 1))), view.span(
                mention
            )
        if _MONTH.match(thing.words):
            return replace(thing, interval=month(start.year, start.month)), view.span(mention)
        return replace(thing, interval=Interval(start, start + timedelta(1))), view.span(mention)
    return None


def _is_of_another(view: View, days: Span, words: tuple[int, int]) -> bool:
    """ "Georgia, which applied in 2022, hopes to join", "applied in May, and ten have ratified": days of what is told
    in an aside, or in the clause before."""
    at = next((i for i, token in enumerate(view.sentence.tokens) if token.start >= days.start), words[0])
    if at >= words[0]:
        return False
    between = [view.lower(i) for i in range(at, words[0])]
    parted = any(one == "," and other in ("and", "but", "while") for one, other in pairwise(between)) or ";" in between
    return (parted and at > _OPENED) or _in_aside(view, (at, at + 1))


def _in_aside(view: View, words: tuple[int, int]) -> bool:
    """ "Georgia, which wants to join the EU, said on Monday": an aside has none of the days told around it."""
    for at in range(words[0], max(-1, words[0] - _ASIDE), -1):
        if view.lower(at) in ("which", "who", "whose") and view.lower(at - 1) == ",":
            return any(view.lower(i) == "," for i in range(words[1], words[1] + 2 * _ASIDE))
    return False


def _day_before(views: list[View], index: int) -> tuple[Days, Span] | None:
    """The one day of the sentence before, where the same speaker goes on: "He also backed ...", "She added ..."."""
    view = views[index]
    goes_on = view.lower(0) in _GOES_ON and _ALSO & {view.lower(at) for at in range(1, _REACH)}
    if not goes_on or index == 0 or views[index - 1].sentence.block != view.sentence.block:
        return None
    before = views[index - 1]
    days = [
        (mention.thing, before.span(mention))
        for mention in before.sentence.mentions
        if isinstance(mention.thing, Days) and not before.sentence.quoted[mention.first]
    ]
    return days[0] if len(days) == 1 and _is_one_day(days[0][0]) else None


def _is_one_day(days: Days) -> bool:
    told = days.interval
    if told is None or told.start is None or told.stop is None:
        return False
    return told.stop - told.start == timedelta(days=1)


def _day_of_page(view: View, reading: MemberReading, memory: MemberMemory) -> tuple[Days, Span] | None:
    """A stand that a side takes on its own page is of that page's day."""
    by = {f.code for f in reading.by}
    if memory.page is None or reading.step not in ("supported", "opposed") or reading.mood != "asserted":
        return None
    return (Days("", memory.page, "publication"), view.sentence.place(*reading.words)) if by <= {memory.own} else None
