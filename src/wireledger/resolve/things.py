"""What a pledge gives, made comparable: the models and categories that its words and fields name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from wireledger.lexicon.equipment import (
    categories,
    help_words,
    is_kind_of,
    is_kind_of_category,
    models,
    plural_forms,
)
from wireledger.lexicon.parties import states
from wireledger.lexicon.spellings import spellings

Likeness = Literal["same", "kind", "near", "unknown", "other"]
BROAD = frozenset({"weapon", "equipment", "other", "aid", "military-aid", "financial-aid", "humanitarian-aid"})
MONEY = frozenset({"financial-aid", "economic-aid", "fund", "loan", "grant", "guarantee", "budget-support"})
_TOKEN = re.compile(r"[a-z0-9]+(?:[-./][a-z0-9]+)*")
_EMPTY_WORDS = """
a an all and any both each eight fifth final first five for four fourth fifty further half her his
hundred in it its last latter lot many more most new next nine of old on one ones other others own
remaining rest second seven several six some such ten that the their them these they third this
those three to total two type what which with additional another extra order contract cost price
bill sum half number overhaul refurbishment purchase lots batch machine machines shipment delivery
refurbished modern used kind
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())


@dataclass(frozen=True, slots=True)
class Thing:
    """Models and categories by slug, the telling words that name neither, the stems of all its words, and its head.

    `vague` when nothing of it tells what is given.
    """

    models: frozenset[str]
    categories: frozenset[str]
    words: frozenset[str]
    stems: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()

    @property
    def vague(self) -> bool:
        """Whether it names nothing: "those", "the rest", no item at all."""
        return not (self.models or self.categories or self.words)

    @property
    def broad(self) -> bool:
        """Whether it may stand for a whole package: "arms", "military aid", "a package"."""
        if self.models:
            return False
        return "package" in self.stems or (bool(self.categories) and self.categories <= (BROAD | MONEY))


NOTHING = Thing(frozenset(), frozenset(), frozenset())


@lru_cache(maxsize=65536)
def thing_of(item: str | None, category: str | None, model: str | None) -> Thing:
    """The thing that an item's words, category and model tell; what the reader of the report knew comes first."""
    tokens = tuple(_TOKEN.findall((item or "").lower()))
    named, kinds, used = _found(tokens)
    if model in models():
        named = frozenset({model}) if model else named
    if named:
        kinds = frozenset(models()[m].category for m in named)
    elif category in categories():
        kinds = frozenset({category}) if category and category != "other" else kinds
    words = frozenset(
        _stem(t) for n, t in enumerate(tokens) if n not in used and t not in _hollow() and not t.isdigit()
    )
    stems = frozenset(_stem(part) for t in tokens for part in (t, re.split(r"\W", t)[0]))
    return Thing(named, kinds, words, stems, frozenset(_stem(t) for t in tokens[-1:] if t not in _hollow()))


@lru_cache(maxsize=262144)
def likeness(one: Thing, other: Thing) -> Likeness:
    """How alike two things are: the same, one a kind of the other, near, not told, or another thing."""
    if one.vague or other.vague:
        return "unknown"
    if one.models and other.models:
        if one.models & other.models:
            return "same"
        return "same" if any(_kin(a, b) for a in one.models for b in other.models) else "other"
    if one.categories & other.categories:
        return "same" if one.models == other.models else "kind"
    if any(_kin_category(a, b) for a in one.categories for b in other.categories):
        return "kind" if not (one.broad or other.broad) or one.words & other.words else "near"
    if any(not a.models and not a.categories and a.words & b.stems for a, b in ((one, other), (other, one))):
        return "kind"
    if one.words & other.words or (not (one.models and other.models) and one.heads & other.heads):
        return "near"
    return "other" if one.categories and other.categories else "unknown" if not (one.words and other.words) else "other"


def _kin(one: str, other: str) -> bool:
    if one.startswith(f"{other}-") or other.startswith(f"{one}-"):
        return True
    return is_kind_of(one, other) or is_kind_of(other, one)


def _kin_category(one: str, other: str) -> bool:
    return is_kind_of_category(one, other) or is_kind_of_category(other, one)


def _found(tokens: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str], frozenset[int]]:
    """Models, categories and the places of the words that name them, longest names first."""
    named: set[str] = set()
    kinds: set[str] = set()
    used: set[int] = set()
    at = 0
    while at < len(tokens):
        size = next((n for n in range(min(7, len(tokens) - at), 0, -1) if tokens[at : at + n] in _names()), 0)
        if size:
            what, slug = _names()[tokens[at : at + size]]
            (named if what == "model" else kinds).add(slug)
            used |= set(range(at, at + size))
        at += size or 1
    return frozenset(named), frozenset(kinds), frozenset(used)


@cache
def _names() -> dict[tuple[str, ...], tuple[str, str]]:
    """Every name of the catalogue in lower-case tokens, and what it names; a model before a category."""
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    for category in categories().values():
        for head in category.heads:
            for form in spellings(head):
                for text in (form, *plural_forms(form)):
                    found.setdefault(tuple(_TOKEN.findall(text.lower())), ("category", category.slug))
    for word in help_words().values():
        for name in word.names():
            found.setdefault(tuple(_TOKEN.findall(name.text.lower())), ("category", word.category))
    for model in models().values():
        for name in model.names():
            found[tuple(_TOKEN.findall(name.text.lower()))] = ("model", model.slug)
    found.pop((), None)
    return {tokens: what for tokens, what in found.items() if not set(tokens) <= _EMPTY}


@cache
def _hollow() -> frozenset[str]:
    """Words that tell nothing of a thing: numbers, pronouns, and whose it is."""
    return _EMPTY | {word.lower() for state in states() for word in (state.name, *state.demonyms)}


def _stem(word: str) -> str:
    return re.sub(r"(?<=[a-z]{3})s$", "", word)
