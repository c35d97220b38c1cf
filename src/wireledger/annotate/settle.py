"""Settles what several annotators claim of the same words: the longest mention wins, then the more telling kind."""

from __future__ import annotations

from collections.abc import Iterable

from wireledger.model import Days, Item, Mention, Money, Party, Place, Quantity

_RANK: dict[type, int] = {Money: 0, Days: 1, Item: 2, Party: 3, Place: 4, Quantity: 5}


def settle(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions of which no two overlap, in order of place."""
    ranked = sorted(mentions, key=lambda m: (m.first - m.last, _RANK[type(m.thing)], m.first))
    taken: set[int] = set()
    kept: list[Mention] = []
    for mention in ranked:
        places = range(mention.first, mention.last)
        if taken.isdisjoint(places):
            kept.append(mention)
            taken.update(places)
    return sorted(kept, key=lambda m: m.first)
