"""Whose words a whole page is by its title ("Remarks by President Smith"), and whom "THE PRESIDENT" names in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wireledger.extract.speech_holders import is_office
from wireledger.extract.view import View
from wireledger.extract.view import view as view_of
from wireledger.model import Document

_SPOKEN = re.compile(r"\b(?:remarks|address|speech) (?:by|of)\b", re.IGNORECASE)
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


def in_first_person(views: Sequence[View]) -> bool:
    """Whether the page itself says "I", outside quotations."""
    return any(
        token.text == "I" and not (view.sentence.quoted and view.sentence.quoted[at])
        for view in views
        for at, token in enumerate(view.sentence.tokens)
    )
