"""Words that may tell of a visit, meeting or call; which of them do is decided by what stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from wireledger.lexicon.meeting import ContactNoun, DeedForm, verb_table
from wireledger.lexicon.tables import rows, several
from wireledger.model import Form

_OTHER_FORMS: dict[str, tuple[Form, ...]] = {
    "host": ("visit", "meeting"), "invite": ("visit", "meeting"), "speak": ("call", "meeting"),
    "discuss": ("meeting", "call"), "attend": ("meeting", "call"), "participate": ("meeting", "call"),
    "tell": ("call", "meeting"), "lead": ("meeting", "call"), "engage": ("meeting", "call"),
    "gather": ("meeting", "call"), "meet": ("meeting", "call"), "hold": ("meeting", "call"),
    "accompany": ("visit", "meeting"), "see": ("meeting",), "send": ("visit",), "appear": ("visit", "meeting"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class HintNoun:
    """A noun that may tell of a contact, of which forms, and the word it is counted under."""

    noun: ContactNoun
    forms: tuple[Form, ...]
    word: str


@cache
def hint_nouns() -> dict[str, tuple[HintNoun, ...]]:
    """The nouns by their first word, the longest first."""
    found: dict[str, list[HintNoun]] = {}
    for row in rows("contact_hints.csv"):
        forms = tuple(cast(Form, form) for form in several(row["forms"]))
        words = tuple(row["words"].split())
        plural = words[-1].endswith("s") and not row["word"].endswith("s")
        found.setdefault(words[0], []).append(HintNoun(ContactNoun(words, forms[0], plural, ()), forms, row["word"]))
    return {first: tuple(sorted(some, key=lambda n: -len(n.noun.words))) for first, some in found.items()}


@cache
def hint_verbs() -> dict[str, tuple[DeedForm, ...]]:
    """Verbs beside those of contacts."""
    return verb_table("contact_hint_verbs.csv")


def forms_of(verb_class: str, form: Form) -> tuple[Form, ...]:
    """The forms of contact that a class of verbs may tell."""
    return _OTHER_FORMS.get(verb_class, (form,))
