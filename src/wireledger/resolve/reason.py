"""A reason for or against taking a claim as one with a line."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from wireledger.resolve.line import Line
from wireledger.resolve.told import Told


@dataclass(frozen=True, slots=True)
class Reason:
    """A weight, and the words that tell it to a reader."""

    weight: float
    words: str = ""

    @property
    def forbids(self) -> bool:
        """Whether it rules the line out, whatever else is said."""
        return self.weight == -inf


VETO = Reason(-inf)


def copied(told: Told, line: Line) -> Reason | None:
    """The same words in a copy of a text the line has."""
    if told.report in {t.report for t in line.told}:
        return None
    return Reason(4.0, "the same words in a copy") if (told.voice, told.words) in line.words else None
