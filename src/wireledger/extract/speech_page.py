"""Whose words a whole page is by its title ("Remarks by President Smith"), and whom "THE PRESIDENT" names in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wireledger.extract.speech_holders import is_office
from wireledger.extract.speech_named import OFFICIALS, Speaker
from wireledger.extract.view import View
from wireledger.extract.view import view as view_of
from wireledger.model import Document, Party

_SPOKEN = re.compile(r"\b(?:remarks|address|speech) (?:by|of)\b", re.IGNORECASE)
_JOINT = re.compile(
    r"\b(?:joint|leaders|communiqu[eé]|g7|quad|vision) .{0,40}?\b(?:statement|declaration|summary)\b", re.I
)
_TITLE_REACH = 5


def spoken_by(document: Document, office: str | None = None) -> str | None:
    """The person whom the title names as speaker, as written; with `office` only one who is titled so there."""
    if not _SPOKEN.search(document.report.title or ""):
        return None
    wanted = set((office or "").lower().split()) - {"the"}
    for sentence in document.title:
        seen = view_of(sentence)
        for mention, party in seen.parties():
            before = {seen.lower(i) for i in range(max(0, mention.first - _TITLE_REACH), mention.last)}
            if party.kind == "person" and wanted <= before:
                return seen.text(mention.first, mention.last)
    return None


def turn_name(document: Document, words: str) -> str:
    """The name of who has the word: an office alone ("THE PRESIDENT") is whom the title names with it."""
    return (spoken_by(document, words) if is_office(words) else None) or words


def turn_party(document: Document, speaker: Speaker) -> Party | None:
    """Who has the word: a surname or an office in a turn's name ("PRESIDENT SMITH") is whom the title names with it."""
    if speaker.party is not None:
        return speaker.party
    wanted = {word.strip(".") for word in speaker.words.lower().split()} - OFFICIALS
    titled = turn_name(document, speaker.words).lower()
    for sentence in document.title:
        seen = view_of(sentence)
        for mention, party in seen.parties():
            name = seen.text(mention.first, mention.last).lower()
            if party.kind == "person" and (name == titled or wanted & set(name.split())):
                return party
    return _named_in(document, speaker.words.lower().split()[-1])


def _named_in(document: Document, surname: str) -> Party | None:
    """The only person of the page whose name ends with a word."""
    found = {
        mention.thing.code: mention.thing
        for sentence in document.sentences
        for mention in sentence.mentions
        if isinstance(mention.thing, Party) and mention.thing.kind == "person"
        if sentence.tokens[mention.last - 1].lower == surname
    }
    return next(iter(found.values())) if len(found) == 1 else None


def is_joint(document: Document) -> bool:
    """Whether several speak as "we": a joint statement, a declaration or a communiqué by its title."""
    return _JOINT.search(document.report.title or "") is not None


def in_first_person(views: Sequence[View]) -> bool:
    """Whether the page itself says "I", outside quotations."""
    return any(
        token.text == "I" and not (view.sentence.quoted and view.sentence.quoted[at])
        for view in views
        for at, token in enumerate(view.sentence.tokens)
    )
