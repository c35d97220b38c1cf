"""Whether an entry has what is asked for; what is not known of it fits nothing."""

from __future__ import annotations

from collections.abc import Callable

from wireledger.model import Entry, Interval, Pledge
from wireledger.serve.asked import Asked


def fits(asked: Asked, entry: Entry) -> bool:
    """Whether the entry has all that is asked for, but for the words of `q`."""
    return all(test(asked, entry) for test in TESTS)


def in_doubt(entry: Entry) -> bool:
    """Whether sources differ on the entry, or it may be told twice."""
    return bool(entry.disagreements or entry.possible_duplicate_of)


def _kind(asked: Asked, entry: Entry) -> bool:
    return asked.kind in (None, entry.kind)


def _donor(asked: Asked, entry: Entry) -> bool:
    event = entry.event
    return asked.donor is None or (isinstance(event, Pledge) and asked.donor in event.donors)


def _recipient(asked: Asked, entry: Entry) -> bool:
    event = entry.event
    return asked.recipient is None or (
        isinstance(event, Pledge) and asked.recipient in (event.recipient, *event.recipients)
    )


def _item(asked: Asked, entry: Entry) -> bool:
    event = entry.event
    if asked.item is None:
        return True
    if not isinstance(event, Pledge):
        return False
    return any(plain(asked.item) in plain(words) for words in (event.item, event.category, event.model) if words)


def _step(asked: Asked, entry: Entry) -> bool:
    return asked.step is None or any(step.step == asked.step for step in entry.steps)


def _days(asked: Asked, entry: Entry) -> bool:
    if asked.start is None and asked.stop is None:
        return True
    days = Interval(asked.start, asked.stop)
    return any(step.when and step.when.overlaps(days) for step in entry.steps)


def _doubt(asked: Asked, entry: Entry) -> bool:
    return asked.doubt is None or in_doubt(entry)


TESTS: tuple[Callable[[Asked, Entry], bool], ...] = (_kind, _donor, _recipient, _item, _step, _days, _doubt)


def plain(words: str) -> str:
    """Words as they are compared: without case, hyphens and doubled spaces."""
    return " ".join(words.casefold().replace("-", " ").replace("_", " ").split())
