"""Chooses one value where claims differ: the donor's own, else what most independent voices say, else the first."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from wireledger.model import Disagreement
from wireledger.resolve.told import Told

T = TypeVar("T")
OWN, MOST, FIRST = "the donor's own figure", "most independent voices", "the first to be told"


def chosen(values: Sequence[tuple[Told, T]]) -> tuple[T, str] | None:
    """The value to show and the rule that chose it; None when nobody tells one. Values come in the ledger's order."""
    if not values:
        return None
    own = [value for told, value in values if told.own]
    if own:
        return own[-1], OWN
    voices: dict[T, set[str]] = {}
    for told, value in values:
        voices.setdefault(value, set()).add(told.voice)
    best = max(len(v) for v in voices.values())
    leading = [value for value, v in voices.items() if len(v) == best]
    # Of readings of one text the one that more of its copies bear out comes first.
    often = Counter(value for _, value in values)
    leading.sort(key=lambda value: -often[value])
    return leading[0], MOST if len(leading) == 1 else FIRST


def disagreement(field: str, values: Sequence[tuple[Told, object]], by: str) -> Disagreement | None:
    """The values of a field that differ, each with its claims; None when all agree."""
    claims: dict[str, list[str]] = {}
    for told, value in values:
        claims.setdefault(json.dumps(value), []).append(told.id)
    if len(claims) < 2:
        return None
    return Disagreement(field, tuple((value, tuple(names)) for value, names in claims.items()), by)
