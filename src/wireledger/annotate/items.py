"""Finds known words for things that can be given: models of equipment, and generic words for help.

Each hit is one surface; `phrases` joins neighbours ("Leopard 2" + "main battle tanks") and takes in their modifiers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from wireledger.annotate.gazetteer import Gazetteer
from wireledger.lexicon.equipment import help_words, models
from wireledger.model import Item, Mention, Token


def find_items(words: Sequence[Token]) -> list[Mention]:
    """The known words for help of one sentence in order of place."""
    cased, loose, first_words = _gazetteers()
    found: list[Mention] = []
    after = 0
    for at, word in enumerate(words):
        if at < after or word.lower not in first_words:
            continue
        hit = loose.match(words, at)
        other = cased.match(words, at)
        if hit is None or (other is not None and other.last >= hit.last):
            hit = other
        if hit is not None:
            found.append(Mention(at, hit.last, hit.value))
            after = hit.last
    return found


@cache
def _gazetteers() -> tuple[Gazetteer[Item], Gazetteer[Item], frozenset[str]]:
    surfaces = [*_models(), *_help()]
    cased = Gazetteer((text, item) for text, is_cased, item in surfaces if is_cased)
    loose = Gazetteer(((text, item) for text, is_cased, item in surfaces if not is_cased), any_case=True)
    return cased, loose, cased.first_words() | loose.first_words()


def _models() -> Iterator[tuple[str, bool, Item]]:
    for model in models().values():
        for name in model.names():
            yield name.text, name.cased, Item(model.name, model.category, model.slug, name.strength)


def _help() -> Iterator[tuple[str, bool, Item]]:
    for word in help_words().values():
        item = Item(word.surface, word.category, None, word.strength)
        for name in word.names():
            yield name.text, name.cased, item
