"""Tells on which day a step of a membership was taken: beside its words, by who says so, or in the sentence before."""

from __future__ import annotations

from datetime import timedelta

from wireledger.extract.event_days import days_near, days_of_speech
from wireledger.extract.member_memory import MemberMemory, MemberReading
from wireledger.extract.view import View
from wireledger.model import Days, Span

_GOES_ON = frozenset("he she it they".split())
_ALSO = frozenset("also added later further then said told".split())
_REACH = 4


def day_of_step(
    views: list[View], index: int, reading: MemberReading, memory: MemberMemory
) -> tuple[Days, Span] | None:
    """The days of a step; those of a wish, of support and objection are the days of who says so."""
    if reading.again or reading.step == "is_member":
        return None
    spoken = reading.step not in ("joined", "left", "suspended") or reading.mood != "asserted"
    near = days_near(views[index], *reading.words, spoken)
    if near is not None or not spoken:
        return near
    return days_of_speech(views, index) or _day_before(views, index) or _day_of_page(views[index], reading, memory)


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
