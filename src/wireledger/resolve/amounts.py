"""How two numbers with bounds stand to each other."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

Ends = tuple[float | None, float | None]
Agreement = Literal["equal", "rounded", "overlap", "unknown", "conflict"]
ROUND = 0.035  # how far a rounded figure may lie from the exact one


@lru_cache(maxsize=262144)
def agreement(one: Ends, other: Ends) -> Agreement:
    """Whether two amounts are equal in an end, equal when rounded, overlap by their bounds, or exclude each other."""
    if one == (None, None) or other == (None, None):
        return "unknown"
    if one == other or (not (_wide(one) or _wide(other)) and {v for v in one if v is not None} & {*other}):
        return "equal"
    if any(rounds(a, b) for a in one for b in other if a is not None and b is not None):
        return "rounded"
    return "overlap" if _overlap(one, other) else "conflict"


def rounds(one: float, other: float) -> bool:
    """Whether one of the two is a rounding of the other: few digits and near."""
    if min(one, other) < 20 or abs(one - other) > ROUND * max(one, other):
        return False
    return digits(one) <= 2 < digits(other) or digits(other) <= 2 < digits(one)


def size(ends: Ends) -> float | None:
    """The number an amount is known by: its lower end, else its upper one."""
    return ends[0] if ends[0] is not None else ends[1]


def digits(value: float) -> int:
    """How many digits stand before its closing zeros: 2 for 820 million."""
    return len(f"{value:.0f}".rstrip("0"))


def _overlap(one: Ends, other: Ends) -> bool:
    return not _below(one, other) and not _below(other, one)


def _wide(ends: Ends) -> bool:
    """Whether it is a range with both ends."""
    return ends[0] is not None and ends[1] is not None and ends[0] < ends[1]


def _below(one: Ends, other: Ends) -> bool:
    return one[1] is not None and other[0] is not None and one[1] < other[0]
