"""The catalogue has every word that the pages ask for, and none that nobody asks for."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import get_args

import wireledger.serve
from wireledger.lexicon.equipment import categories
from wireledger.model import KINDS, Form, Mood, Scope
from wireledger.serve.asked import STEPS
from wireledger.serve.marks import FIELDS
from wireledger.serve.words import WORDS

ROOM = Path(wireledger.serve.__file__).parent
TEXT = "\n".join(p.read_text(encoding="utf-8") for p in [*ROOM.rglob("*.py"), *ROOM.rglob("*.html")])
MADE = ("say.", "verb.", "what.", "kind.", "kinds.", "step.", "field.", "form.", "mood.", "scope.", "about.", "docs.")
MADE += (
    "honesty.",
    "list.",
    "column.",
    "ready.",
    "bound.",
    "bearing.",
    "standing.",
    "added.",
    "partykind.",
    "role.",
    "change.",
    "review.",
    "verdict.",
    "language.",
    "nav.",
    "filter.",
    "follow.",
    "order.",
    "entry.",
    "basis.",
    "fault.",
    "party.",
    "scale.",
    "category.",
    "way.",
    "drawn.",
    "measure.",
    "timeline.",
    "map.",
    "life.",
    "voice.",
)


def test_every_word_asked_for_is_there() -> None:
    keys = re.findall(r'\bword\("([\w./-]+)"[,)]', TEXT)
    assert keys
    assert not [key for key in keys if key not in WORDS]
    plurals = re.findall(r'\bcounted\("([\w./-]+)",', TEXT)
    assert not [key for key in plurals if f"{key}.one" not in WORDS or f"{key}.many" not in WORDS]


def test_every_code_has_its_word() -> None:
    codes = {"kind": KINDS, "step": STEPS, "field": FIELDS}
    codes |= {"category": (*categories(), "none")}
    codes |= {"form": get_args(Form), "mood": get_args(Mood), "scope": get_args(Scope)}
    assert not [f"{group}.{code}" for group, known in codes.items() for code in known if f"{group}.{code}" not in WORDS]


def test_no_word_is_left_over() -> None:
    stems = {key.removesuffix(".one").removesuffix(".many") for key in WORDS if not key.startswith(MADE)}
    assert not [stem for stem in stems if f'"{stem}"' not in TEXT]


def test_the_words_can_be_filled() -> None:
    for words in WORDS.values():
        assert all(spec == "" for _, _, spec, _ in Formatter().parse(words) if spec is not None)
