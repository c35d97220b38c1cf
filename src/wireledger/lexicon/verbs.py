"""Verbs with all their written forms: those that speak of help, by class, and the plain ones that only do something."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

VerbForm = Literal["base", "third", "past", "participle", "ing"]


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: its class says what it does to help; a `strong` one speaks of help by itself."""

    lemma: str
    verb_class: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Form:
    """One written form ("handed over") of a verb; regular past and participle are one form with both readings."""

    words: tuple[str, ...]
    verb: Verb
    forms: tuple[VerbForm, ...]


@cache
def verb_forms() -> dict[str, tuple[Form, ...]]:
    """All forms of the verbs of help by their first word, the longest first."""
    return _by_first_word("verbs.csv")


@cache
def plain_verb_forms() -> dict[str, tuple[Form, ...]]:
    """All forms of common verbs that do not speak of help (class "plain"), by their word."""
    return _by_first_word("plain_verbs.csv")


def _by_first_word(file: str) -> dict[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = {}
    for form in _forms(file):
        found.setdefault(form.words[0], []).append(form)
    return {first: tuple(sorted(forms, key=lambda f: -len(f.words))) for first, forms in found.items()}


def _forms(file: str) -> Iterator[Form]:
    text = (files("wireledger.lexicon") / "data" / file).read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        verb = Verb(row["lemma"], row.get("class") or "plain", row.get("strength") == "strong")
        merged: dict[str, list[VerbForm]] = {}
        for name, written in written_forms(row["lemma"], row["past"], row["participle"]).items():
            merged.setdefault(written, []).append(name)
        for written, names in merged.items():
            yield Form(tuple(written.split()), verb, tuple(names))


def written_forms(lemma: str, past: str, participle: str) -> dict[VerbForm, str]:
    """A verb's written forms by name, made by rule where `past` or `participle` are empty."""
    head, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    regular = head + ("d" if head.endswith("e") else "ied" if _consonant_y(head) else "ed")
    if _consonant_y(head):
        regular, third = head[:-1] + "ied", head[:-1] + "ies"
    else:
        third = head + ("es" if head.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    past = past or regular + tail
    return {
        "base": lemma,
        "third": third + tail,
        "past": past,
        "participle": participle or past,
        "ing": _ing(head, past.split()[0]) + tail,
    }


def _consonant_y(head: str) -> bool:
    return head.endswith("y") and head[-2] not in "aeiou"


def _ing(head: str, past: str) -> str:
    if head.endswith("e") and not head.endswith("ee"):
        return head[:-1] + "ing"
    doubled = head + head[-1]
    return (doubled if past.startswith(doubled + "e") else _special_ing(head)) + "ing"


def _special_ing(head: str) -> str:
    return {"get": "gett", "begin": "beginn", "set": "sett", "cut": "cutt", "plan": "plann"}.get(head, head)
