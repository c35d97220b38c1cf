"""How a pledge stands to a line: in days, in its report, in its figures."""

from __future__ import annotations

from datetime import date, timedelta

from wireledger.model import Pledge
from wireledger.resolve.amounts import Ends, agreement, digits, size
from wireledger.resolve.line import Line, count_of, money_of
from wireledger.resolve.told import Told

SOON = timedelta(3)  # within this time two figures for one gift are a disagreement, later they are two gifts
SEASON = timedelta(60)
LONG = timedelta(200)  # what is new this long after is hardly the same
CLOSE = 0.75  # how near two such figures must be


def gift(told: Told) -> Pledge:
    """The pledge that is told."""
    event = told.claim.event
    assert isinstance(event, Pledge)
    return event


def same_figure(told: Told, line: Line) -> bool:
    """Whether its count or its sum agrees with one of the line."""
    event = gift(told)
    count, money = count_of(event), money_of(event)
    counted = any(agreement(count, ends) in ("equal", "rounded") for ends in line.counts | line.parts)
    return counted or any(agreement(money, ends) in ("equal", "rounded") for ends, _ in line.sums)


def same_sum(told: Told, line: Line) -> bool:
    """Whether its sum agrees with one of the line."""
    money = money_of(gift(told))
    return any(agreement(money, ends) in ("equal", "rounded") for ends, _ in line.sums)


def same_telling_sum(told: Told, line: Line) -> bool:
    """Whether a sum agrees that is no round one: hardly two gifts are of 40.3 million."""
    return same_sum(told, line) and digits(size(money_of(gift(told))) or 0) > 1


def no_larger(mine: Ends, theirs: set[Ends]) -> bool:
    """Whether an amount is not above one of some others."""
    own = size(mine)
    return own is not None and any(own <= (size(ends) or 0) for ends in theirs)


def near_to(mine: Ends, theirs: set[Ends], least: float = CLOSE) -> bool:
    """Whether an amount is nearly as large as one of some others."""
    own = size(mine) or 0
    return any(min(own, other) >= least * max(own, other) for ends in theirs if (other := size(ends)))


def within(told: Told, line: Line, time: timedelta) -> bool:
    """Whether it was told within a time of the line, as far as days are known."""
    return told.day is None or not line.days or min(abs(told.day - day) for day in line.days) <= time


def far(told: Told, line: Line, time: timedelta) -> bool:
    """Whether both days are known and far apart; what is recalled may be as old as it likes."""
    if told.day is None or not line.days or gift(told).scope == "earlier":
        return False
    return min(abs(told.day - day) for day in line.days) > time


def freshly(told: Told, line: Line) -> bool:
    """Whether others told it within days, not only recalled it."""
    days = [t.day for t in line.told if t.day and gift(t).scope != "earlier"]
    return told.day is not None and any(abs(told.day - day) <= SOON for day in days)


def soon(told: Told, line: Line) -> bool:
    """Whether it was told within days of the line."""
    day: date | None = told.day
    return day is not None and any(abs(day - other) <= SOON for other in line.days)


def told_here(told: Told, line: Line) -> list[Told]:
    """The line's claims in the claim's own report."""
    return [t for t in line.told if t.report == told.report] if told.report in line.reports else []


def same_report(told: Told, line: Line) -> bool:
    """Whether its report tells of the line."""
    return told.report in line.reports
