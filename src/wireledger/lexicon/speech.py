"""Words that tell who says what: verbs, nouns and adjectives of speech and opinion, and the topics of security.

Frames say what a cue may bring with it: q a quotation, t a clause with or without "that", T a clause with "that", V
also one without it whose verb or pronoun shows (a verb that takes things too: "add"), w a question, a somebody
addressed, n the words as its object ("called the plan ..."), i an infinitive. s marks what says something aloud rather
than thinks or does it; ~ a verb whose forms are as often a noun. `links` are prepositions that bring the content
("warned of", "accused ... of").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from wireledger.lexicon.tables import rows, several
from wireledger.lexicon.verbs import VerbForm, written_forms

CueKind = Literal["verb", "noun", "adjective", "phrase"]
CueForm = VerbForm | Literal["noun", "adjective", "phrase"]
Manner = Literal[
    "say", "call", "warn", "promise", "deny", "claim", "accuse", "ask", "demand", "welcome", "think", "show"
]


@dataclass(frozen=True, slots=True)
class Cue:
    """One word of speech: its manner says how something is said, its frames what may stand with it."""

    lemma: str
    kind: CueKind
    manner: Manner
    frames: frozenset[str]
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CueWords:
    """One written form ("went on to say") of a cue and the readings it may have."""

    words: tuple[str, ...]
    cue: Cue
    forms: tuple[CueForm, ...]


@cache
def cue_words() -> dict[str, tuple[CueWords, ...]]:
    """All written forms by their first word, the longest first."""
    found: dict[str, list[CueWords]] = {}
    for row in rows("speech_verbs.csv"):
        cue = Cue(
            row["lemma"],
            cast(CueKind, row["kind"]),
            cast(Manner, row["manner"]),
            frozenset(row["frames"]),
            several(row["links"]),
        )
        for form in _forms(cue, row["past"], row["participle"]):
            found.setdefault(form.words[0], []).append(form)
    return {first: tuple(sorted(forms, key=lambda f: -len(f.words))) for first, forms in found.items()}


@cache
def security_topics() -> frozenset[str]:
    """Lower-case words by which a statement is about security or help."""
    return frozenset(row["words"] for row in rows("security_topics.csv"))


@cache
def help_topics() -> frozenset[str]:
    """Those of the topics that tell of arms, help and alliances rather than of war at large."""
    return frozenset(row["words"] for row in rows("security_topics.csv") if row["about"] == "help")


def _forms(cue: Cue, past: str, participle: str) -> Iterator[CueWords]:
    merged: dict[str, list[CueForm]] = {}
    if cue.kind == "verb":
        for name, written in written_forms(cue.lemma, past, participle).items():
            merged.setdefault(written, []).append(name)
    elif cue.kind == "noun":
        merged[cue.lemma] = ["noun"]
        merged.setdefault(_plural(cue.lemma), []).append("noun")
    else:
        merged[cue.lemma] = [cue.kind]
    for written, names in merged.items():
        yield CueWords(tuple(written.split()), cue, tuple(names))


def _plural(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"
