"""Finds places that are no states or capitals: cities, bases, buildings, regions."""

from __future__ import annotations

from collections.abc import Sequence

from wireledger.annotate.names import Names
from wireledger.model import Mention, Token


def find_places(words: Sequence[Token], names: Names) -> list[Mention]:
    """The known places of one sentence in order of place."""
    found: list[Mention] = []
    after = 0
    for at, word in enumerate(words):
        if at < after or word.lower not in names.place_starts:
            continue
        hit = names.places.match(words, at) if word.text[0].isupper() else None
        if hit is not None:
            found.append(Mention(at, hit.last, hit.value))
            after = hit.last
    return found
