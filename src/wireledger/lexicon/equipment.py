"""What can be given as help: models of equipment, the categories they belong to, and generic words for help.

A name is matched in any case, unless it is `cased`: then only as written here or all in capitals ("Patriot",
"PATRIOT"). Short codes ("D30") and codes spelt with a space ("AN 26") are cased too: in lower case they are words.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from wireledger.lexicon.spellings import plural_forms, spellings

__all__ = [
    "Category",
    "HelpWord",
    "Model",
    "Name",
    "categories",
    "category_of",
    "family_of",
    "help_words",
    "is_kind_of",
    "is_kind_of_category",
    "models",
    "plural_forms",
]

Unit = Literal["piece", "round", "person", "none"]
Strength = Literal["strong", "weak"]


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write a thing; `cased` names are matched only in this case or all in capitals.

    A "weak" name is as often something else (Hawk, Boxer): it needs a giving verb and a recipient, as weak words do.
    """

    text: str
    cased: bool
    plural: bool
    strength: Strength = "strong"

    def fits(self, written: str) -> bool:
        """Whether `written` (the same words in some case) is this name."""
        if self.cased:
            return written in (self.text, self.text.upper())
        return written.lower() == self.text.lower()


@dataclass(frozen=True, slots=True)
class Model:
    """A model or family: `family` is the slug of its parent, `makers` are countries ("su" for the Soviet Union)."""

    slug: str
    name: str
    aliases: tuple[str, ...]
    cased: frozenset[str]
    weak: frozenset[str]
    family: str | None
    category: str
    makers: tuple[str, ...]

    def names(self) -> Iterator[Name]:
        """Every way to write it: name and aliases, their regular spellings and plurals; each text once."""
        seen: set[str] = set()
        for name in (self.name, *self.aliases):
            for form in _forms(name, name in self.cased, "weak" if name in self.weak else "strong"):
                if form.text not in seen:
                    seen.add(form.text)
                    yield form


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of help; `heads` are the nouns that name it, `unit` what its counts count ("none": it is not counted)."""

    slug: str
    parent: str | None
    heads: tuple[str, ...]
    unit: Unit
    military: bool


@dataclass(frozen=True, slots=True)
class HelpWord:
    """A generic word for help. "strong" words are only ever help; "weak" ones need a giving verb and a recipient."""

    surface: str
    plural: str | None
    category: str
    countable: bool
    strength: Strength

    def names(self) -> Iterator[Name]:
        """Every way to write it, singular and plural; acronyms are cased."""
        seen: set[str] = set()
        for form, plural in ((self.surface, False), (self.plural, True)):
            for text in spellings(form) if form else ():
                if text not in seen:
                    seen.add(text)
                    yield Name(text, " " not in text and text[:2].isupper(), plural, self.strength)


@cache
def models() -> dict[str, Model]:
    """All models and families by slug, in the order of the file."""
    return {row["model"]: _model(row) for row in _rows("equipment.csv")}


@cache
def categories() -> dict[str, Category]:
    """All categories by slug."""
    return {row["category"]: _category(row) for row in _rows("categories.csv")}


@cache
def help_words() -> dict[str, HelpWord]:
    """All generic words for help by their surface (the singular)."""
    return {row["surface"]: _help_word(row) for row in _rows("help.csv")}


def family_of(model: str) -> tuple[str, ...]:
    """The model and its ancestors, nearest first; KeyError for an unknown slug."""
    parent = models()[model].family
    return (model, *family_of(parent)) if parent else (model,)


def is_kind_of(model: str, family: str) -> bool:
    """Whether `model` is `family` or belongs to it; KeyError for an unknown model."""
    return family in family_of(model)


def is_kind_of_category(category: str, wider: str) -> bool:
    """Whether `category` is `wider` or lies below it; KeyError for an unknown category."""
    parent = categories()[category].parent
    return category == wider or (parent is not None and is_kind_of_category(parent, wider))


def category_of(model_or_word: str) -> str | None:
    """The category of a model's slug, else of a generic word (singular or plural, any case and spelling), else None."""
    if model_or_word in models():
        return models()[model_or_word].category
    return _words_of_help().get(model_or_word.lower())


@cache
def _words_of_help() -> dict[str, str]:
    return {name.text.lower(): word.category for word in help_words().values() for name in word.names()}


def _forms(name: str, cased: bool, strength: Strength) -> Iterator[Name]:
    for text in spellings(name):
        loose = cased or len(text) <= 3 or (" " in text and " " not in name)
        yield Name(text, loose, False, strength)
        yield from (Name(many, loose, True, strength) for many in plural_forms(text) if many != text)


def _rows(file: str) -> Iterator[dict[str, str]]:
    with files("wireledger.lexicon").joinpath("data", file).open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


def _cell(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def _model(row: dict[str, str]) -> Model:
    cased, weak = frozenset(_cell(row["cased"])), frozenset(_cell(row["weak"]))
    aliases, makers, family = _cell(row["aliases"]), _cell(row["makers"]), row["family"] or None
    return Model(row["model"], row["name"], aliases, cased, weak, family, row["category"], makers)


def _category(row: dict[str, str]) -> Category:
    unit, military = cast(Unit, row["unit"]), row["military"] == "yes"
    return Category(row["category"], row["parent"] or None, _cell(row["heads"]), unit, military)


def _help_word(row: dict[str, str]) -> HelpWord:
    countable, strength = row["countable"] == "yes", cast(Strength, row["strength"])
    return HelpWord(row["surface"], row["plural"] or None, row["category"], countable, strength)
