"""Which entries have what, as bits of large numbers: a filter is one `&`, a count one `bit_count`.

Bit n stands for the entry at place n of one order, so that a page is the next bits behind a place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from wireledger.model import Entry
from wireledger.serve.asked import Asked
from wireledger.serve.fits import KEYS, TESTS
from wireledger.serve.renewing import Pace, at_once

WORTH = 200  # answers to questions with an open range of values that are kept


class Facets:
    """The bits of some entries; `words` tells which entries hold some words, `sure` how sure each is (0 to 1).

    `tellings` has, by id, the day on which reports first told each step.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        words: Callable[[str], Iterable[int]],
        sure: Callable[[], Sequence[float]],
        tellings: Callable[[], Mapping[str, Mapping[str, date]]] = dict,
    ) -> None:
        self.entries = entries
        self.all = (1 << len(entries)) - 1
        self._words, self._sure, self._tellings = words, sure, tellings
        self.pace: Pace[Entry] = at_once
        self._keyed: dict[str, dict[str, int]] = {}
        self._told: dict[object, int] = {}
        self._by_month: dict[tuple[str | None, str], int] | None = None

    def bits(self, asked: Asked) -> int:
        """The entries that have all that is asked for."""
        found = self.all
        for name in KEYS:
            if (wanted := getattr(asked, name)) is not None:
                found &= self.keyed(name).get(wanted, 0)
        if asked.told:
            found &= self._told_in().get((asked.step, asked.told), 0)
        for part in _parts(asked):
            found &= self._scanned(part)
        return found

    @property
    def names(self) -> tuple[str, ...]:
        """The filters that were asked for so far."""
        return tuple(self._keyed)

    def keyed(self, name: str) -> dict[str, int]:
        """The entries that have each value of a filter."""
        if name not in self._keyed:
            found: dict[str, list[int]] = {}
            for place, entry in enumerate(self.pace(self.entries)):
                for key in KEYS[name](entry):
                    found.setdefault(key, []).append(place)
            self._keyed[name] = {key: bits_of(places, len(self.entries)) for key, places in found.items()}
        return self._keyed[name]

    def _told_in(self) -> dict[tuple[str | None, str], int]:
        """The entries of which reports first told a step (None: any) in a month or year."""
        if self._by_month is None:
            found: dict[tuple[str | None, str], list[int]] = {}
            for place, entry in enumerate(self.entries):
                for step, day in self._tellings().get(entry.id, {}).items():
                    for period in (f"{day:%Y-%m}", f"{day:%Y}"):
                        found.setdefault((step, period), []).append(place)
                        found.setdefault((None, period), []).append(place)
            self._by_month = {key: bits_of(places, len(self.entries)) for key, places in found.items()}
        return self._by_month

    def _scanned(self, part: Asked) -> int:
        if part not in self._told:
            if len(self._told) >= WORTH:
                self._told.pop(next(iter(self._told)))
            self._told[part] = bits_of(self._places(part), len(self.entries))
        return self._told[part]

    def _places(self, part: Asked) -> Iterable[int]:
        if part.q:
            return self._words(part.q)
        if part.sure is not None:
            least = part.sure / 100
            return (place for place, sure in enumerate(self._sure()) if sure >= least)
        return (n for n, entry in enumerate(self.entries) if all(test(part, entry) for test in TESTS.values()))


def _parts(asked: Asked) -> Iterator[Asked]:
    """The question cut into those that are answered by looking at every entry."""
    if asked.item:
        yield Asked(item=asked.item)
    if asked.start or asked.stop:
        yield Asked(start=asked.start, stop=asked.stop, step=asked.step)
    if asked.voices:
        yield Asked(voices=asked.voices)
    if asked.q:
        yield Asked(q=asked.q)
    if asked.sure:
        yield Asked(sure=asked.sure)


def bits_of(places: Iterable[int], size: int) -> int:
    """A number with these bits."""
    made = bytearray(size // 8 + 1)
    for place in places:
        made[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(made, "little")


def places_of(bits: int) -> Iterator[int]:
    """The places of the bits, lowest first."""
    at = 0
    while bits:
        chunk = bits & 0xFFFFFFFFFFFFFFFF
        while chunk:
            low = chunk & -chunk
            yield at + low.bit_length() - 1
            chunk ^= low
        bits >>= 64
        at += 64
