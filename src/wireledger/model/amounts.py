"""How many and how much, with the bounds as written.

Both ends are closed; `None` leaves an end open. "at least 14" is 14, None; "up to 14" is None, 14; "about 40" is
40, 40 and approximate; "dozens" has neither end, only its words.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count of one unit."""

    low: float | None
    high: float | None
    approximate: bool = False
    unit: str = "piece"

    def __post_init__(self) -> None:
        _check(self.low, self.high)


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in whole units of `currency` (ISO 4217), as written; never converted."""

    low: float | None
    high: float | None
    currency: str | None
    approximate: bool = False

    def __post_init__(self) -> None:
        _check(self.low, self.high)


def _check(low: float | None, high: float | None) -> None:
    if low is not None and high is not None and low > high:
        raise ValueError(f"a quantity needs low <= high, not {low}..{high}")
