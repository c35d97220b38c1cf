"""Finds places that are no states or capitals: cities, bases, buildings, regions."""

from __future__ import annotations

from collections.abc import Sequence

from wireledger.annotate.names import Names
from wireledger.model import Mention, Token


def find_places(words: Sequence[Token], names: Names) -> list[Mention]:
    """The known places of one sentence in order of place."""
    found: list[Mention] = []
    at = 0
    while at < len(words):
        hit = names.places.match(words, at) if words[at].text[0].isupper() else None
        if hit is None:
            at += 1
        else:
            found.append(Mention(at, hit.last, hit.value))
            at = hit.last
    return found
