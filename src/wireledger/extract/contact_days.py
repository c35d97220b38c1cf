"""Days told by another contact: "the visit, two days after he went to Rome" dates the one by the other."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from wireledger.extract.contact_read import Touch
from wireledger.extract.view import View
from wireledger.model import Days, Interval, Span

_SHIFT = re.compile(r"(\w+) (days?|weeks?) (after|before|later|earlier)$")
_NUMBERS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)} | {"a": 1}


def dated_by_others(view: View, touches: list[Touch]) -> list[Touch]:
    """The touches in order, those without days dated by the one before where days between them count from it."""
    found: list[Touch] = []
    for touch in touches:
        before = found[-1] if found else None
        if before is not None and before.when is not None and touch.when is None:
            touch = _shifted(view, before, touch, before.when)
        found.append(touch)
    return found


def _shifted(view: View, before: Touch, touch: Touch, when: tuple[Days, Span]) -> Touch:
    start = _one_day(when[0].interval)
    for mention in view.sentence.mentions:
        thing = mention.thing
        if not isinstance(thing, Days) or not before.last <= mention.first < touch.first or start is None:
            continue
        shift = _days(thing.words)
        if shift is not None and mention.first - before.last <= 3:
            moved = Interval(start + shift, start + shift + timedelta(1))
            days = Days(thing.words, moved, "event")
            return replace(touch, when=(days, view.span(mention)))
    return touch


def _one_day(interval: Interval | None) -> date | None:
    if interval is None or interval.start is None or interval.stop is None:
        return None
    return interval.start if (interval.stop - interval.start).days == 1 else None


def _days(words: str) -> timedelta | None:
    """From what is told first to what is told behind "two days after": back; behind "before": on."""
    match = _SHIFT.search(words.lower())
    if match is None:
        return None
    count = int(match[1]) if match[1].isdigit() else _NUMBERS.get(match[1])
    if count is None:
        return None
    days = count * (7 if match[2].startswith("week") else 1)
    return timedelta(-days if match[3] in ("after", "later") else days)
