"""The timeline: how many pledges took which step in which month, or how much of them did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from wireledger.serve.pictures.tally import StepLine, Sum

UP, DOWN = ("promised", "approved", "contracted"), ("delivered", "in_transit")
"""Steps over and under the line of time, from the line outwards."""
PERIODS = 60  # months or years that a picture has, the last ones


@dataclass(frozen=True, slots=True)
class Timeline:
    """Sums by period ("2023-04" or "2023") and step; `undated` lines have no month, `earlier` ones are not drawn."""

    periods: tuple[str, ...]
    sums: Mapping[tuple[str, str], Sum]
    undated: int
    earlier: int


def timeline(lines: Iterable[StepLine], day: str, per: str) -> Timeline:
    """The sums of lines, by the day reports `told` them or the month in which they `happened`, per month or year."""
    sums: dict[tuple[str, str], Sum] = {}
    undated = 0
    for one in lines:
        month = f"{one.told:%Y-%m}" if day == "told" and one.told else one.month if day == "happened" else None
        if one.step not in (*UP, *DOWN):
            continue
        if month is None:
            undated += 1
            continue
        period = month[:4] if per == "year" else month
        sums.setdefault((period, one.step), Sum()).add(one.line)
    periods = _all_between([period for period, _ in sums])
    shown = periods[-PERIODS:]
    earlier = sum(told.lines for (period, _), told in sums.items() if shown and period < shown[0])
    return Timeline(shown, sums, undated, earlier)


def _all_between(periods: list[str]) -> tuple[str, ...]:
    """All periods from the first to the last, also those in which nothing was told."""
    if not periods:
        return ()
    first, last = min(periods), max(periods)
    if len(first) == 4:
        return tuple(f"{year:04}" for year in range(int(first), int(last) + 1))
    months = range(_number(first), _number(last) + 1)
    return tuple(f"{n // 12:04}-{n % 12 + 1:02}" for n in months)


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def days_of(period: str) -> tuple[date, date]:
    """The first day of a period, and the first after it."""
    if len(period) == 4:
        return date(int(period), 1, 1), date(int(period) + 1, 1, 1)
    n = _number(period) + 1
    return date(int(period[:4]), int(period[5:]), 1), date(n // 12, n % 12 + 1, 1)
