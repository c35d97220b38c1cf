"""Whom a report quotes for the words at a place: what claims of other kinds tell as `said_by`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wireledger.extract.speech import utterances
from wireledger.extract.speech_speaker import OFFICIALS
from wireledger.extract.speech_utterance import Utterance
from wireledger.extract.view import View
from wireledger.model import Document, Span

_OUR = frozenset("we i you they he she who which that it".split())


@dataclass(frozen=True, slots=True)
class Voices:
    """The words for which somebody is quoted, with the name as written."""

    spoken: tuple[tuple[Span, str], ...]

    def at(self, position: int) -> str | None:
        """Who is quoted for the character at a position of the text; None where nobody is."""
        inner = [(span.stop - span.start, name) for span, name in self.spoken if span.start <= position < span.stop]
        return min(inner)[1] if inner else None


def voices(document: Document, views: Sequence[View]) -> Voices:
    """All voices of a document; states and alliances that merely act ("Norway announced") are none."""
    spoken = [
        (part, name)
        for utterance in utterances(document, views)
        if (name := _name(utterance)) is not None
        for part in utterance.parts
    ]
    return Voices(tuple(spoken))


def _name(utterance: Utterance) -> str | None:
    name = utterance.said_by
    if name is None or name.lower() in _OUR or not _says(utterance):
        return None
    party = utterance.party
    acts = party is not None and party.kind in ("state", "alliance", "group") and party.named_by != "body"
    return None if acts and not OFFICIALS & set(name.lower().split()) else name


def _says(utterance: Utterance) -> bool:
    """Whether something is told rather than done, wanted or greeted."""
    if utterance.act is None or utterance.direct:
        return True
    cue = utterance.act.use.cue
    if cue.kind in ("noun", "adjective"):
        return False
    if cue.kind == "phrase" or utterance.how in ("quote", "before", "around", "clause"):
        return cue.kind == "phrase" or "s" in cue.frames
    return utterance.how == "object" and cue.manner == "say" and "q" in cue.frames
