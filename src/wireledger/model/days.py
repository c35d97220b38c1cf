"""Some days: half-open intervals, wide where the words are imprecise, and the words they were read from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `start` up to but without `stop`; `None` leaves that end open."""

    start: date | None
    stop: date | None

    def __post_init__(self) -> None:
        if self.start is not None and self.stop is not None and self.start >= self.stop:
            raise ValueError(f"an interval needs start < stop, not {self.start}..{self.stop}")

    def overlaps(self, other: Interval) -> bool:
        """Whether the two share a day."""
        return not _ends_before(self, other) and not _ends_before(other, self)

    @property
    def last(self) -> date | None:
        """The last day inside, or None where that end is open."""
        return self.stop - timedelta(1) if self.stop is not None else None


@dataclass(frozen=True, slots=True)
class Days:
    """What a text says of a time: its words, the interval they mean (None: not known) and the anchor they hang on."""

    words: str
    interval: Interval | None
    anchor: str = "text"


def day(value: date) -> Interval:
    """The interval of one day."""
    return Interval(value, value + timedelta(1))


def month(year: int, number: int) -> Interval:
    """The interval of one calendar month (1..12)."""
    return Interval(date(year, number, 1), date(year + number // 12, number % 12 + 1, 1))


def year(number: int) -> Interval:
    """The interval of one calendar year."""
    return Interval(date(number, 1, 1), date(number + 1, 1, 1))


def _ends_before(one: Interval, other: Interval) -> bool:
    return one.stop is not None and other.start is not None and one.stop <= other.start
