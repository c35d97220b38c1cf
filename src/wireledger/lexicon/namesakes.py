"""Names of states that are another place's too, and which of them a text means by what else it names.

One reading wins where only its signs stand in the text, or three times as many as of any other; without any sign the
name is what the table of states says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from wireledger.lexicon.tables import rows, several

_MANY = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """What a name may mean: a state's code (None: something that is no party), in words, and what speaks for it."""

    code: str | None
    means: str
    signs: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Meant:
    """What a name stands for in a text, and the words that speak for it; without `reading` they speak for several."""

    surface: str
    start: int
    reading: Reading | None
    signs: tuple[str, ...]


@cache
def namesakes() -> dict[str, tuple[Reading, ...]]:
    """Every name that may mean several things, with its readings."""
    found: dict[str, list[Reading]] = {}
    for row in rows("namesakes.csv"):
        words = "|".join(map(re.escape, sorted(several(row["signs"]), key=len, reverse=True)))
        signs = re.compile(rf"\b(?:{words})(?!\w)".replace("'", "['’]"))
        found.setdefault(row["surface"], []).append(Reading(row["reading"] or None, row["means"], signs))
    return {surface: tuple(readings) for surface, readings in found.items()}


def meant(text: str) -> tuple[Meant, ...]:
    """The names of a text that may mean several things and of which it gives signs, each with what it means there."""
    found = (_meant(text, surface, readings) for surface, readings in namesakes().items() if surface in text)
    return tuple(one for one in found if one is not None)


def _meant(text: str, surface: str, readings: tuple[Reading, ...]) -> Meant | None:
    first = re.search(rf"\b{surface}\b", text)
    told = {reading.means: [m[0] for m in reading.signs.finditer(text)] for reading in readings}
    if first is None or not any(told.values()):
        return None
    ranked = sorted(readings, key=lambda reading: -len(told[reading.means]))
    best, next_ = (len(told[reading.means]) for reading in ranked[:2])
    if next_ and best < _MANY * next_:
        both = tuple(dict.fromkeys(sign for signs in told.values() for sign in signs))
        return Meant(surface, first.start(), None, both)
    return Meant(surface, first.start(), ranked[0], tuple(dict.fromkeys(told[ranked[0].means])))
