"""In which order a list may stand, and the key by which an address names a place in it.

A key is what the row is ordered by and its entry's id ("2023-04-20~pab12"); what is not known comes last, as "none".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from wireledger.model import Entry, Money, Pledge, Quantity
from wireledger.serve.faults import BadQuestion
from wireledger.serve.names import name

Key = tuple[bool, Any, str]


@dataclass(frozen=True, slots=True)
class Order:
    """By `value` (None: not known), written in an address by `text` and read back by `read`; ids settle the rest."""

    value: Callable[[Entry], Any]
    read: Callable[[str], Any]
    text: Callable[[Any], str] = str

    def key(self, entry: Entry) -> Key:
        """Where an entry stands."""
        value = self.value(entry)
        return value is None, 0 if value is None else value, entry.id

    def key_text(self, entry: Entry) -> str:
        """The key of a row, as an address carries it."""
        value = self.value(entry)
        return f"{'none' if value is None else self.text(value)}~{entry.id}"

    def key_of(self, text: str) -> Key:
        """The key that an address carries. Raises BadQuestion."""
        value, _, name_ = text.partition("~")
        try:
            return (True, 0, name_) if value == "none" else (False, self.read(value), name_)
        except ValueError:
            raise BadQuestion(f"{text!r} is no place in the list: follow the links of a page") from None


def _day(entry: Entry) -> int | None:
    return entry.first_reported.toordinal() if entry.first_reported else None


def _newest(entry: Entry) -> int | None:
    day = _day(entry)
    return None if day is None else -day


def _pledge(read: Callable[[Pledge], Any]) -> Callable[[Entry], Any]:
    return lambda entry: read(entry.event) if isinstance(entry.event, Pledge) else None


def _most(figure: Quantity | Money | None) -> float | None:
    """The end of a figure that is known, the largest first."""
    if figure is None:
        return None
    end = figure.low if figure.low is not None else figure.high
    return None if end is None else -float(end)


def _sum(event: Pledge) -> tuple[str, float] | None:
    most = _most(event.money)
    return None if most is None or event.money is None else (event.money.currency or "", most)


def _sum_read(text: str) -> tuple[str, float]:
    currency, _, amount = text.partition(" ")
    return currency, -float(amount)


def _ordinal(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def _names(codes: tuple[str, ...]) -> str | None:
    return ", ".join(sorted(name(code).casefold() for code in codes)) or None


ORDERS: Mapping[str, Order] = {
    "newest": Order(_newest, lambda text: -_ordinal(text), lambda value: date.fromordinal(-value).isoformat()),
    "oldest": Order(_day, _ordinal, lambda value: date.fromordinal(value).isoformat()),
    "donor": Order(_pledge(lambda event: _names(event.donors)), str),
    "recipient": Order(_pledge(lambda event: _names(event.recipients)), str),
    "item": Order(_pledge(lambda event: event.item.casefold() if event.item else None), str),
    "count": Order(_pledge(lambda event: _most(event.quantity)), lambda t: -float(t), lambda value: f"{-value:.15g}"),
    "sum": Order(_pledge(_sum), _sum_read, lambda value: f"{value[0]} {-value[1]:.15g}"),
    "voices": Order(lambda entry: -entry.independent, lambda text: -int(text), lambda value: str(-value)),
}
