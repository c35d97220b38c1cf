"""Codes of parties as a reader knows them: "dk" is Denmark, "us" the United States."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from wireledger.lexicon.offices import persons
from wireledger.lexicon.parties import organisations, states
from wireledger.serve.words import catalogue, language, locale, word


def name(code: str) -> str:
    """The bare name of a party; a slug nobody knows is written as words."""
    return _known(language()).get(code) or _from_slug(code)


def spoken(code: str) -> str:
    """The name as it stands inside a sentence: "the Netherlands"."""
    told = name(code)
    with_article = code in _listed(language(), "parties.with_article")
    return word("the", name=told) if with_article and not told.lower().startswith("the ") else told


def spoken_all(codes: Iterable[str]) -> str:
    """ "Denmark and the Netherlands"; empty for none."""
    *first, last = [spoken(code) for code in codes] or [""]
    return word("and", first=", ".join(first), last=last) if first else last


def is_many(codes: tuple[str, ...]) -> bool:
    """Whether the verb behind these parties stands in the plural."""
    return len(codes) > 1 or any(code in _listed(language(), "parties.plural") for code in codes)


def at_start(text: str) -> str:
    """A text as a sentence begins."""
    return text[:1].upper() + text[1:]


@cache
def _listed(spoken: str, key: str) -> frozenset[str]:
    return frozenset(catalogue(spoken)[key].split())


@cache
def _known(spoken: str) -> dict[str, str]:
    """The names in a language: states by the CLDR, others as the catalogue has them, else as the lexicon."""
    known = {person.id: person.name for person in persons()}
    known |= {organisation.code: organisation.name for organisation in organisations()}
    known |= {state.code: _state(state.code, spoken) or state.name for state in states()}
    words = catalogue(spoken).items()
    return known | {key.removeprefix("party."): told for key, told in words if key.startswith("party.")}


def _state(code: str, spoken: str) -> str | None:
    """What the CLDR calls a state; in English it is called as in the lexicon."""
    return None if spoken == "en" else locale(spoken).territories.get(code.upper())


def _from_slug(code: str) -> str:
    words = code.replace("-", " ").replace("_", " ").split()
    if len(words) == 1 and len(code) <= 4:
        return code.upper()
    return " ".join(w[:1].upper() + w[1:] for w in words) or code
