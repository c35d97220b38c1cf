"""Which entries somebody asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from wireledger.model import Entry, Interval, Pledge


@dataclass(frozen=True, slots=True)
class Question:
    """What entries must have; None asks for nothing.

    `donor` and `recipient` are codes; `item` is words of the item, its category or its model; `step` one it has taken;
    `days` a time in which one of its steps lies, at least in part.
    """

    kind: str | None = None
    donor: str | None = None
    recipient: str | None = None
    item: str | None = None
    step: str | None = None
    days: Interval | None = None

    def fits(self, entry: Entry) -> bool:
        """Whether the entry has all that is asked for; what is not known of it fits nothing."""
        return all(fits(self, entry) for fits in TESTS)


def _kind(question: Question, entry: Entry) -> bool:
    return question.kind in (None, entry.kind)


def _donor(question: Question, entry: Entry) -> bool:
    event = entry.event
    return question.donor is None or (isinstance(event, Pledge) and question.donor in event.donors)


def _recipient(question: Question, entry: Entry) -> bool:
    event = entry.event
    return question.recipient is None or (
        isinstance(event, Pledge) and question.recipient in (event.recipient, *event.recipients)
    )


def _item(question: Question, entry: Entry) -> bool:
    event = entry.event
    if question.item is None:
        return True
    if not isinstance(event, Pledge):
        return False
    return any(_plain(question.item) in _plain(words) for words in (event.item, event.category, event.model) if words)


def _step(question: Question, entry: Entry) -> bool:
    return question.step is None or any(step.step == question.step for step in entry.steps)


def _days(question: Question, entry: Entry) -> bool:
    return question.days is None or any(step.when and step.when.overlaps(question.days) for step in entry.steps)


TESTS: tuple[Callable[[Question, Entry], bool], ...] = (_kind, _donor, _recipient, _item, _step, _days)


def days_between(start: date | None, stop: date | None) -> Interval | None:
    """From `start` up to but without `stop`; None where both ends are open. ValueError when they are the wrong way."""
    return Interval(start, stop) if start or stop else None


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("-", " ").replace("_", " ").split())
