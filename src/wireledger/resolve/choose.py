"""Chooses one value where claims differ: the donor's own, else what most independent voices say, else the first.

Of several versions of one report only the newest is asked.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from wireledger.model import Disagreement
from wireledger.resolve.told import Told

T = TypeVar("T")
OWN, MOST, FIRST = "the donor's own figure", "most independent voices", "the first to be told"
NEWEST = "the newest version of the report"


def chosen(values: Sequence[tuple[Told, T]]) -> tuple[T, str] | None:
    """The value to show and the rule that chose it; None when nobody tells one. Values come in the ledger's order."""
    if not values:
        return None
    known, values = {value for _, value in values}, _last_told(values)
    if len(left := {value for _, value in values}) == 1 < len(known):
        return left.pop(), NEWEST
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


def _last_told(values: Sequence[tuple[Told, T]]) -> list[tuple[Told, T]]:
    """The values without those that a newer version of the same report tells otherwise."""
    last = {told.article: told.report for told, _ in sorted(values, key=lambda pair: pair[0].order)}
    return [(told, value) for told, value in values if told.report == last[told.article]]


def disagreement(field: str, values: Sequence[tuple[Told, object]], by: str) -> Disagreement | None:
    """The values of a field that differ, each with its claims; None when all agree."""
    claims: dict[str, list[str]] = {}
    for told, value in values:
        claims.setdefault(json.dumps(value), []).append(told.id)
    if len(claims) < 2:
        return None
    return Disagreement(field, tuple((value, tuple(names)) for value, names in claims.items()), by)
