"""Verbs and nouns that tell of visits, meetings and calls, and words that tell whether they take place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from wireledger.lexicon.tables import rows, several
from wireledger.model import Form, Mood

VerbForm = Literal["base", "third", "past", "participle", "ing"]
_FORMS: tuple[VerbForm, ...] = ("base", "third", "past", "participle", "ing")


@dataclass(frozen=True, slots=True)
class DeedVerb:
    """A verb: what it says (`verb_class`), of which form of contact, and the prepositions its object stands behind."""

    lemma: str
    verb_class: str
    form: Form
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeedForm:
    """One written form of a verb with the readings it can have."""

    words: tuple[str, ...]
    verb: DeedVerb
    forms: frozenset[VerbForm]


@dataclass(frozen=True, slots=True)
class ContactNoun:
    """A noun for a contact; where `before` is given, one of these words must stand before it."""

    words: tuple[str, ...]
    form: Form
    plural: bool
    before: tuple[str, ...]


@cache
def contact_verbs() -> dict[str, tuple[DeedForm, ...]]:
    """All forms of all verbs by their first word, the longest first."""
    return verb_table("contact_verbs.csv")


@cache
def contact_nouns() -> dict[str, tuple[ContactNoun, ...]]:
    """All nouns by their first word, the longest first."""
    found: dict[str, list[ContactNoun]] = {}
    for noun in _nouns():
        found.setdefault(noun.words[0], []).append(noun)
    return {first: tuple(sorted(nouns, key=lambda n: -len(n.words))) for first, nouns in found.items()}


@cache
def governing_moods() -> dict[str, Mood]:
    """Words an infinitive or a noun hangs on ("plans to", "urged him to"), and the mood they give it."""
    return {row["word"]: cast(Mood, row["mood"]) for row in rows("moods.csv")}


def verb_table(name: str) -> dict[str, tuple[DeedForm, ...]]:
    """The verb forms of a data file by their first word, the longest first."""
    return _by_first(_verb_forms(name))


def _by_first(forms: Iterator[DeedForm]) -> dict[str, tuple[DeedForm, ...]]:
    found: dict[str, list[DeedForm]] = {}
    for form in forms:
        found.setdefault(form.words[0], []).append(form)
    return {first: tuple(sorted(some, key=lambda f: -len(f.words))) for first, some in found.items()}


def _verb_forms(name: str) -> Iterator[DeedForm]:
    for row in rows(name):
        verb = DeedVerb(row["base"], row["class"], cast(Form, row["form"] or "meeting"), several(row["links"]))
        written: dict[str, set[VerbForm]] = {}
        for form in _FORMS:
            written.setdefault(row[form], set()).add(form)
        for text, names in written.items():
            yield DeedForm(tuple(text.split()), verb, frozenset(names))


def _nouns() -> Iterator[ContactNoun]:
    for row in rows("contact_nouns.csv"):
        for text, plural in ((row["singular"], False), (row["plural"], True)):
            if text:
                yield ContactNoun(tuple(text.split()), cast(Form, row["form"]), plural, several(row["before"]))
