"""A place in a report's text.

Offsets are half-open and count Unicode code points of the text exactly as it was stored.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `stop` (half-open) of one text; raises ValueError when empty or negative."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.stop:
            raise ValueError(f"a span needs 0 <= start < stop, not {self.start}..{self.stop}")

    def of(self, text: str) -> str:
        """The words that stand here in `text`."""
        return text[self.start : self.stop]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.stop and other.start < self.stop

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.stop <= self.stop


def hull(spans: list[Span] | tuple[Span, ...]) -> Span:
    """The smallest span that holds all of `spans` (at least one)."""
    return Span(min(s.start for s in spans), max(s.stop for s in spans))
