"""The words of the pages, a file a language: to speak another one, translate en.json and name it in LANGUAGES.

Dates, numbers, plurals and the names of states are those of the Unicode CLDR, by way of Babel.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files

from babel import Locale
from babel.numbers import format_decimal

LANGUAGES: Mapping[str, str] = {"en": "en_GB", "de": "de", "uk": "uk"}
"""Each language with its locale."""
FORMS: Mapping[str, str] = {"one": "one", "few": "few", "many": "many", "other": "many"}
"""The plural categories of the CLDR, as keys of counted words end."""
_spoken: ContextVar[str] = ContextVar("language", default="en")


@cache
def own_words(code: str) -> Mapping[str, str]:
    """The words of a language's own file."""
    told: dict[str, str] = json.loads(files(__package__).joinpath(f"{code}.json").read_text(encoding="utf-8"))
    return told


@cache
def catalogue(code: str) -> Mapping[str, str]:
    """All words of a language; what it lacks is told in English."""
    return {**own_words("en"), **own_words(code)}


WORDS = catalogue("en")


def language() -> str:
    """The language spoken now."""
    return _spoken.get()


def locale(code: str | None = None) -> Locale:
    """The locale of a language; of the one spoken now where none is named."""
    return _locale(code or language())


@cache
def _locale(code: str) -> Locale:
    return Locale.parse(LANGUAGES[code])


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Words, dates, numbers and names in this language inside the block."""
    before = _spoken.set(code)
    try:
        yield
    finally:
        _spoken.reset(before)


def word(key: str, **values: object) -> str:
    """The words for a key, with its values in their places. KeyError where the catalogue has none."""
    words = catalogue(language())[key]
    return words.format(**values) if values else words


def has(key: str) -> bool:
    """Whether the catalogue knows a key."""
    return key in WORDS


def told(group: str, code: str) -> str:
    """The word for a code ("step", "in_transit"), or the code itself where the catalogue does not know it."""
    return catalogue(language()).get(f"{group}.{code}") or code.replace("_", " ").replace("-", " ")


def counted(key: str, n: int) -> str:
    """ "1 claim", "2 claims"; as many forms as the language has."""
    form = f"{key}.{FORMS[locale().plural_form(n)]}"
    return word(form if form in catalogue(language()) else f"{key}.many", n=format_decimal(n, locale=locale()))
