"""Sums with bounds: from a number up to another, or up to nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Range:
    """At least `low`, at most `high` (None: no upper bound is known)."""

    low: float
    high: float | None

    def __add__(self, other: Range) -> Range:
        open_ = self.high is None or other.high is None
        return Range(self.low + other.low, None if open_ else (self.high or 0) + (other.high or 0))

    def __sub__(self, other: Range) -> Range:
        """What is left of it when between `other.low` and `other.high` of it are gone; never below nothing."""
        low = 0.0 if other.high is None else max(0.0, self.low - other.high)
        return Range(low, None if self.high is None else max(0.0, self.high - other.low))

    def times(self, rate: float) -> Range:
        """The range in another measure."""
        return Range(self.low * rate, None if self.high is None else self.high * rate)

    def perhaps(self) -> Range:
        """The same, or nothing."""
        return Range(0.0, self.high)


NOTHING = Range(0.0, 0.0)


def range_of(low: float | None, high: float | None) -> Range | None:
    """The range of two ends; None where neither is told."""
    return None if low is None and high is None else Range(low or 0.0, high)


def added(ranges: Iterable[Range]) -> Range:
    """The sum; of none, nothing."""
    total = NOTHING
    for one in ranges:
        total += one
    return total
