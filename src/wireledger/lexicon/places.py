"""Places that news of diplomacy and war names, and the country each lies in; capitals stand with their states too."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from wireledger.lexicon.tables import rows, several

PlaceKind = Literal["city", "base", "building", "region", "site"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place and its other spellings; `country` is None for seas, regions of several states and headquarters."""

    name: str
    aliases: tuple[str, ...]
    country: str | None
    kind: PlaceKind


@cache
def places() -> tuple[Place, ...]:
    """All places, in the order of their names."""
    return tuple(
        Place(row["name"], several(row["aliases"]), row["country"] or None, cast(PlaceKind, row["kind"]))
        for row in rows("places.csv")
    )
