"""Entries in each order a list may stand in, and the page of those that fit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import islice

from wireledger.model import Entry
from wireledger.serve.asked import Asked
from wireledger.serve.facets import Facets
from wireledger.serve.orders import ORDERS, Key
from wireledger.serve.renewing import Pace, at_once

Row = tuple[Key, int]


class Ranked:
    """Some entries, indexed; `holds` tells the ids that hold some words, `sure` how sure each one is.

    `tellings` has, by id, the day on which reports first told each step.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        holds: Callable[[str], Iterable[str]],
        sure: Callable[[], Mapping[str, float]],
        tellings: Callable[[], Mapping[str, Mapping[str, date]]] = dict,
    ) -> None:
        self._entries = sorted(entries, key=ORDERS["newest"].key)
        self._holds = holds
        self._pace: Pace[Entry] = at_once
        self._orders: dict[str, list[Row]] = {}
        self.facets = Facets(self._entries, self._holding, self._sureness(sure), tellings)

    def ready_as(self, other: Ranked, pace: Pace[Entry]) -> None:
        """Make the orders and filters that another was asked for, at a pace."""
        self._pace = self.facets.pace = pace
        for order in tuple(other._orders):
            self._ordered(order)
        for name in other.facets.names:
            self.facets.keyed(name)
        self._pace = self.facets.pace = at_once

    def page(self, found: int, asked: Asked) -> tuple[tuple[Entry, ...], tuple[bool, bool]]:
        """The entries of a page among `found` (bits), and whether others come before and after it."""
        order, rows = ORDERS[asked.order], self._ordered(asked.order)
        bits = found.to_bytes(len(rows) // 8 + 1, "little")

        def kept(steps: Iterable[int]) -> Iterator[int]:
            return (n for n in steps if bits[(at := rows[n][1]) >> 3] >> (at & 7) & 1)

        keys = [key for key, _ in rows] if asked.before or asked.after else []
        if asked.before:
            edge = bisect_left(keys, order.key_of(asked.before))
            near = [*islice(kept(range(edge - 1, -1, -1)), asked.limit + 1)]
            shown, more = near[: asked.limit][::-1], (len(near) > asked.limit, _any(kept(range(edge, len(rows)))))
        else:
            edge = bisect_right(keys, order.key_of(asked.after)) if asked.after else 0
            near = [*islice(kept(range(edge, len(rows))), asked.limit + 1)]
            shown, more = near[: asked.limit], (_any(kept(range(edge - 1, -1, -1))), len(near) > asked.limit)
        return tuple(self._entries[rows[n][1]] for n in shown), more

    def _ordered(self, order: str) -> list[Row]:
        if order not in self._orders:
            key = ORDERS[order].key
            self._orders[order] = sorted((key(entry), n) for n, entry in enumerate(self._pace(self._entries)))
        return self._orders[order]

    def _sureness(self, sure: Callable[[], Mapping[str, float]]) -> Callable[[], list[float]]:
        return lambda: [sure().get(entry.id, 0.0) for entry in self._entries]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {entry.id: place for place, entry in enumerate(self._entries)}

    def _holding(self, words: str) -> Iterator[int]:
        return (self._places[name] for name in self._holds(words))


def _any(found: Iterator[int]) -> bool:
    return next(found, None) is not None
