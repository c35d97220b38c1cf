"""Rates of exchange from a dated table, as the European Central Bank publishes it; none is invented.

The table has a first column "Date" and a column for each currency, with how much of it one euro bought on that day
(eurofxref-hist.csv, eurofxref.csv); an empty cell or "N/A" tells no rate. A day without a row takes the last rate
before it, up to a week back.
"""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

LONGEST = 7  # days that a rate is carried over weekends and holidays
BASE = "EUR"


class RatesError(ValueError):
    """A table that is none; the message is one line."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Rates into one currency, by day; `on` takes those of one day for all."""

    into: str
    days: tuple[date, ...]
    table: tuple[dict[str, float], ...]
    on: date | None = None

    def rate(self, currency: str | None, day: date | None) -> tuple[float, date | None] | None:
        """How much of `into` one of `currency` was, and the day of that rate (None: no rate was needed).

        None where the table does not tell it.
        """
        if currency == self.into:
            return 1.0, None
        asked = self.on or day
        if currency is None or asked is None:
            return None
        for number in range(bisect_right(self.days, asked) - 1, -1, -1):
            found, told = self.days[number], self.table[number]
            if (asked - found).days > LONGEST:
                return None
            if currency in told and self.into in told:
                return told[self.into] / told[currency], found
        return None


def rates_of(lines: Iterable[str], into: str, on: date | None = None) -> Rates:
    """The rates of a table. Raises RatesError, which names the line."""
    rows = csv.reader(lines)
    head = [name.strip() for name in next(rows, [])]
    if not head or head[0] != "Date":
        raise RatesError("a table of rates starts with a line 'Date,USD,JPY,...', as the ECB's eurofxref-hist.csv does")
    if into not in (BASE, *head[1:]):
        raise RatesError(f"the table has no column {into}")
    found: dict[date, dict[str, float]] = {}
    for number, row in enumerate(rows, 2):
        if any(cell.strip() for cell in row):
            found[_day(row[0], number)] = _row(head, row, number)
    days = tuple(sorted(found))
    return Rates(into, days, tuple(found[day] for day in days), on)


def _row(head: list[str], row: list[str], number: int) -> dict[str, float]:
    told = {BASE: 1.0}
    for name, cell in zip(head[1:], row[1:], strict=False):
        if name and cell.strip() not in ("", "N/A"):
            try:
                rate = float(cell)
            except ValueError:
                raise RatesError(f"line {number}: '{cell.strip()}' is no rate of {name}") from None
            if not 0 < rate < float("inf"):
                raise RatesError(f"line {number}: '{cell.strip()}' is no rate of {name}")
            told[name] = rate
    return told


def _day(text: str, number: int) -> date:
    for form in ("%Y-%m-%d", "%d %B %Y"):
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    raise RatesError(f"line {number}: '{text.strip()}' is no day")
