"""The life of an entry drawn as a line of time: a row for each step, when it happened and when reports told it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from wireledger.model import Interval
from wireledger.serve.days import interval_words, short_day, short_month
from wireledger.serve.drawn import Picture, Shape, circle, group, line, linked, rect, text
from wireledger.serve.words import word

MOST = 12  # rows that are drawn
LEFT, WIDTH, ROW, TOP = 168.0, 900.0, 30.0, 8.0
LOOKS = {
    **{"delivered": "delivered", "held": "delivered", "joined": "delivered", "in_transit": "delivered"},
    **{"approved": "approved", "contracted": "approved", "due": "due"},
    **dict.fromkeys(("withdrawn", "refused", "denied", "cancelled", "opposed", "left"), "warn"),
}


@dataclass(frozen=True, slots=True)
class Lane:
    """A step, when it happened (None: no report tells it), the days on which reports told it, and where it is told."""

    step: str
    words: str
    when: Interval | None
    told: tuple[date, ...]
    link: str | None


def lifeline(lanes: Sequence[Lane], title: str) -> Picture | None:
    """The picture; None where no day is known of any step."""
    shown = lanes[:MOST]
    days = [day for lane in shown for day in _days(lane)]
    if not days:
        return None
    scale = _Scale(min(days), max(days))
    height = TOP + ROW * len(shown)
    shapes = [*_axis(scale, height), *(shape for n, lane in enumerate(shown) for shape in _lane(lane, n, scale))]
    told = "; ".join(lane_words(lane) for lane in shown)
    return Picture("life", title, told, WIDTH, height + 24, group(shapes))


def lane_words(lane: Lane) -> str:
    """A step with its days in words."""
    parts = [lane.words]
    if lane.when:
        parts.append(word("life.happened", days=interval_words(lane.when)))
    if lane.told:
        parts.append(word("life.told", day=short_day(min(lane.told))))
    return ", ".join(parts)


def _days(lane: Lane) -> Iterator[date]:
    yield from lane.told
    if lane.when:
        yield from (day for day in (lane.when.start, lane.when.last) if day)


class _Scale:
    """Days as places between the left and the right end, with some room at both."""

    def __init__(self, first: date, last: date) -> None:
        room = max((last - first).days // 20, 12)
        self.first, self.last = first - timedelta(room), last + timedelta(room)

    def x(self, day: date) -> float:
        """The place of a day."""
        whole = (self.last - self.first).days
        return LEFT + 8 + (WIDTH - LEFT - 16) * min(max((day - self.first).days / whole, 0.0), 1.0)

    def ticks(self) -> Iterator[tuple[date, str]]:
        """First days of months, quarters or years, some eight of them."""
        months = (self.last - self.first).days / 30.4
        every = next(n for n in (1, 2, 3, 6, 12, 24, 60, 120, 240, 1200) if months / n <= 8 or n == 1200)
        n = self.first.year * 12 + self.first.month
        for number in range(n - n % every if every >= 12 else n, self.last.year * 12 + self.last.month + 1):
            if number % every == 0:
                day = date(number // 12, number % 12 + 1, 1)
                if self.first <= day <= self.last:
                    yield day, str(day.year) if every >= 12 else short_month(day)


def _axis(scale: _Scale, height: float) -> Iterator[Shape]:
    for day, words in scale.ticks():
        x = scale.x(day)
        yield line(x, TOP, x, height, look="d-rule stroke", stroke_width=0.8)
        if x > WIDTH - 40:
            continue
        yield text(x, height + 16, words, anchor="middle", size=11, look="d-soft")


def _lane(lane: Lane, n: int, scale: _Scale) -> Iterator[Shape]:
    middle = TOP + ROW * n + ROW / 2
    yield line(LEFT, middle, WIDTH, middle, look="d-rule stroke", stroke_width=0.6)
    words = lane.words if len(lane.words) <= 26 else f"{lane.words[:25]}…"
    shapes = [text(0, middle + 4, words, size=12.5, look="d-words"), *_marks(lane, middle, scale)]
    yield linked(lane.link, shapes, lane_words(lane)) if lane.link else group(shapes, lane_words(lane))


def _marks(lane: Lane, y: float, scale: _Scale) -> Iterable[Shape]:
    if lane.when:
        start, stop = lane.when.start or scale.first, lane.when.stop or scale.last
        x = scale.x(start)
        yield rect(
            x - 3, y - 6, max(scale.x(stop) - x, 0) + 6, 12, look=f"d-{LOOKS.get(lane.step, 'promised')}", round=3
        )
    for day in sorted(set(lane.told))[1:]:
        yield line(scale.x(day), y - 8, scale.x(day), y + 8, look="d-words stroke", stroke_width=1.2)
    if lane.told:
        yield circle(scale.x(min(lane.told)), y, 6.0, look="d-words stroke", stroke_width=2)
