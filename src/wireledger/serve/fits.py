"""Whether an entry has what is asked for; what is not known of it fits nothing.

A filter whose values can be listed is a row of `KEYS`: the values that an entry has. The others are tests of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from wireledger.lexicon.equipment import categories
from wireledger.model import Entry, Interval, Money, Pledge, Quantity
from wireledger.serve.asked import Asked


def fits(asked: Asked, entry: Entry) -> bool:
    """Whether the entry has all that is asked for, but for what its claims tell: `q`, `sure` and `told`."""
    keyed = ((getattr(asked, name), keys) for name, keys in KEYS.items())
    return all(wanted is None or wanted in keys(entry) for wanted, keys in keyed) and all(
        test(asked, entry) for test in TESTS.values()
    )


def in_doubt(entry: Entry) -> bool:
    """Whether sources differ on the entry, or it may be told twice."""
    return bool(entry.disagreements or entry.possible_duplicate_of)


def bound_of(figure: Quantity | Money | None) -> str:
    """What a figure says of its two ends: "exact", "about", "least", "most", "range", or "none" without a figure."""
    if figure is None or (figure.low is None and figure.high is None):
        return "none"
    if figure.low == figure.high:
        return "about" if figure.approximate else "exact"
    return "least" if figure.high is None else "most" if figure.low is None else "range"


def families(category: str | None) -> tuple[str, ...]:
    """A category and those it is a kind of, the narrowest first."""
    found: list[str] = []
    while category and category not in found:
        found.append(category)
        known = categories().get(category)
        category = known.parent if known else None
    return tuple(found)


def _donors(entry: Entry) -> Iterable[str]:
    return (entry.event.donors or ("none",)) if isinstance(entry.event, Pledge) else ()


def _recipients(entry: Entry) -> Iterable[str]:
    event = entry.event
    if not isinstance(event, Pledge):
        return ()
    return {*event.recipients, *([event.recipient] if event.recipient else ())} or ("none",)


def _families(entry: Entry) -> Iterable[str]:
    return families(entry.event.category) if isinstance(entry.event, Pledge) else ()


def _just(entry: Entry) -> Iterable[str]:
    return (entry.event.category or "none",) if isinstance(entry.event, Pledge) else ()


def _currency(entry: Entry) -> Iterable[str]:
    money = entry.event.money if isinstance(entry.event, Pledge) else None
    return (money.currency.casefold(),) if money and money.currency else ()


def _bounds(entry: Entry) -> Iterable[str]:
    if not isinstance(entry.event, Pledge):
        return ()
    told = {bound_of(entry.event.quantity), bound_of(entry.event.money)}
    return told - {"none"} if len(told) > 1 else told


KEYS: Mapping[str, Callable[[Entry], Iterable[str]]] = {
    "kind": lambda entry: (entry.kind,),
    "donor": _donors,
    "recipient": _recipients,
    "category": _families,
    "just": _just,
    "currency": _currency,
    "step": lambda entry: {step.step for step in entry.steps},
    "bound": _bounds,
    "doubt": lambda entry: ("yes",) if in_doubt(entry) else ("no",),
    "counts": lambda entry: ("yes",) if entry.counts_in_totals else ("no",),
}


def _item(asked: Asked, entry: Entry) -> bool:
    event = entry.event
    if asked.item is None:
        return True
    if not isinstance(event, Pledge):
        return False
    return any(plain(asked.item) in plain(words) for words in (event.item, event.category, event.model) if words)


def _days(asked: Asked, entry: Entry) -> bool:
    if asked.start is None and asked.stop is None:
        return True
    days = Interval(asked.start, asked.stop)
    steps = (step for step in entry.steps if asked.step in (None, step.step))
    return any(step.when and step.when.overlaps(days) for step in steps)


def _voices(asked: Asked, entry: Entry) -> bool:
    return asked.voices is None or entry.independent >= asked.voices


TESTS: Mapping[str, Callable[[Asked, Entry], bool]] = {"item": _item, "days": _days, "voices": _voices}


def plain(words: str) -> str:
    """Words as they are compared: without case, hyphens and doubled spaces."""
    return " ".join(words.casefold().replace("-", " ").replace("_", " ").split())
