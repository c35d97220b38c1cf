"""Codes of parties as a reader knows them: "dk" is Denmark, "us" the United States."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from wireledger.lexicon.offices import persons
from wireledger.lexicon.parties import organisations, states
from wireledger.serve.words import word

WITH_ARTICLE = frozenset(
    "ae bs cd cf cz do gb gm km mh mv nl ph sb sc us va "
    "eib eu g7 g20 icrc imf iaea oecd osce udcg un unhcr wfp who world-bank".split()
)
PLURAL = frozenset({"unnamed-allies", "nato-members", "allies"})


def name(code: str) -> str:
    """The bare name of a party; a slug nobody knows is written as words."""
    return _known().get(code) or _from_slug(code)


def spoken(code: str) -> str:
    """The name as it stands inside a sentence: "the Netherlands"."""
    told = name(code)
    return word("the", name=told) if code in WITH_ARTICLE and not told.lower().startswith("the ") else told


def spoken_all(codes: Iterable[str]) -> str:
    """ "Denmark and the Netherlands"; empty for none."""
    *first, last = [spoken(code) for code in codes] or [""]
    return word("and", first=", ".join(first), last=last) if first else last


def is_many(codes: tuple[str, ...]) -> bool:
    """Whether the verb behind these parties stands in the plural."""
    return len(codes) > 1 or any(code in PLURAL for code in codes)


def at_start(text: str) -> str:
    """A text as a sentence begins."""
    return text[:1].upper() + text[1:]


@cache
def _known() -> dict[str, str]:
    known = {person.id: person.name for person in persons()}
    known |= {organisation.code: organisation.name for organisation in organisations()}
    return known | {state.code: state.name for state in states()} | _groups()


def _groups() -> dict[str, str]:
    return {code: word(f"party.{code}") for code in ("unnamed-allies", "nato-members")}


def _from_slug(code: str) -> str:
    words = code.replace("-", " ").replace("_", " ").split()
    if len(words) == 1 and len(code) <= 4:
        return code.upper()
    return " ".join(w[:1].upper() + w[1:] for w in words) or code
