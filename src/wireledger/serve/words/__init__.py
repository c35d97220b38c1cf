"""The words of the pages, all in en.json: to speak another language, translate that file."""

from __future__ import annotations

import json
from importlib.resources import files

WORDS: dict[str, str] = json.loads(files(__package__).joinpath("en.json").read_text(encoding="utf-8"))
MONTHS = WORDS["months"].split()


def word(key: str, **values: object) -> str:
    """The words for a key, with its values in their places. KeyError where the catalogue has none."""
    return WORDS[key].format(**values) if values else WORDS[key]


def told(group: str, code: str) -> str:
    """The word for a code ("step", "in_transit"), or the code itself where the catalogue does not know it."""
    return WORDS.get(f"{group}.{code}") or code.replace("_", " ").replace("-", " ")


def counted(key: str, n: int) -> str:
    """ "1 claim", "2 claims"."""
    return word(f"{key}.one" if n == 1 else f"{key}.many", n=f"{n:,}")
