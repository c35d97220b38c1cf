"""Counts and sums in plain words, with their bounds: "at least 14", "EUR 165 million"."""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import format_decimal, format_percent

from wireledger.model import Money, Quantity
from wireledger.serve.words import locale, word

SCALES = ((1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"))
SHOWN_AS_WRITTEN = frozenset({"piece", "round", "person"})
"""Units that the words of the item already say."""


def bounded(low: str | None, high: str | None, approximate: bool = False) -> str:
    """ "at least 14", "up to 14", "10 to 20", "about 40", "14"; empty where neither end is known."""
    if low is None and high is None:
        return ""
    if low == high:
        return word("about", n=low or "") if approximate else low or ""
    if high is None:
        return word("at_least", n=low or "")
    return word("up_to", n=high) if low is None else word("from_to", low=low, high=high)


def count_words(quantity: Quantity | None) -> str:
    """A count as words, with its unit where the item does not say it."""
    if quantity is None:
        return ""
    told = bounded(number(quantity.low), number(quantity.high), quantity.approximate)
    return f"{told} {quantity.unit}" if told and quantity.unit not in SHOWN_AS_WRITTEN else told


def money_words(money: Money | None) -> str:
    """A sum as words, its currency in front: "at least USD 2.5 billion"."""
    if money is None:
        return ""
    if money.low is not None and money.high is not None and money.low != money.high:
        low, high = scaled(money.low), scaled(money.high)
        return f"{_currency(money)} {word('from_to', low=low, high=high)}"
    ends = [None if end is None else f"{_currency(money)} {scaled(end)}" for end in (money.low, money.high)]
    return bounded(ends[0], ends[1], money.approximate)


def number(value: float | None) -> str | None:
    """A number with its thousands apart."""
    if value is None:
        return None
    return str(format_decimal(Decimal(str(value)), locale=locale(), decimal_quantization=False))


def percent(share: float) -> str:
    """A share of one, in percent: "83%"."""
    return str(format_percent(round(share, 2), locale=locale()))


def scaled(value: float) -> str:
    """A sum by millions and more where that loses nothing: "2.5 billion", "120,000"."""
    for size, scale in SCALES:
        if value >= size and float(round(value / size, 3) * size) == float(value):
            return word(f"scale.{scale}", n=number(round(value / size, 3)))
    return number(value) or ""


def _currency(money: Money) -> str:
    return money.currency or word("currency_unknown")
