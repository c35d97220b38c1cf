"""A reason for or against taking a claim as one with a line."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from wireledger.model import Pledge
from wireledger.resolve.line import NO_ENDS, Line, copy_key, count_of, money_of
from wireledger.resolve.things import likeness
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


SAME_WORDS = 0.8  # share of the shorter sentence's words
VETO = Reason(-inf)


def twin(told: Told, line: Line) -> bool:
    """Whether a copy of the text tells the same figure in the same words, or nearly: whatever else was read there."""
    event = told.claim.event
    if not isinstance(event, Pledge) or ((count_of(event), money_of(event)) == (NO_ENDS, NO_ENDS) and told.thing.vague):
        return False
    if told.voice not in line.voices:
        return False
    told_alike = line.copies.get(copy_key(told), ())
    return any(report != told.report and _nearly(told.words, words) for report, words in told_alike)


def turned(told: Told, line: Line) -> bool:
    """Whether the line's recipient was taken for its donor: nobody gives back the very count that he was given."""
    event = told.claim.event
    if not isinstance(event, Pledge):
        return False
    mine, count = frozenset(event.donors), count_of(event)
    if not mine or not mine <= line.recipients or count == NO_ENDS or count not in line.counts | line.parts:
        return False
    known = frozenset().union(*line.donors)
    alike = any(likeness(told.thing, thing) in ("same", "kind") for thing in line.things)
    return alike and (event.recipient is None or event.recipient in known) and not mine & known


def _nearly(one: str, other: str) -> bool:
    first, second = set(one.split()), set(other.split())
    return len(first & second) >= SAME_WORDS * min(len(first), len(second))


def copied(told: Told, line: Line) -> Reason | None:
    """The same words in a copy of a text the line has."""
    if told.report in line.reports or told.voice not in line.voices:
        return None
    same = (told.voice, told.words) in line.words or twin(told, line)
    return Reason(4.0, "the same words in a copy") if same else None
