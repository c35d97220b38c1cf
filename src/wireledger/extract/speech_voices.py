"""Whom a report quotes for the words at a place: what claims of other kinds tell as `said_by`.

Who says something comes before who promises, asks for or offers it: "the ministry said the premier promised tanks" is
the ministry's word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wireledger.extract.speech import utterances
from wireledger.extract.speech_named import OFFICIALS
from wireledger.extract.speech_page import in_first_person, spoken_by, turn_name
from wireledger.extract.speech_turns import running_turns
from wireledger.extract.speech_utterance import Utterance
from wireledger.extract.view import View
from wireledger.model import Document, Span

_OUR = frozenset("we i you they he she who which that it this there including".split())
_DOING = frozenset(("promise", "demand", "ask"))
_PLACES = frozenset(("in", "at", "to", "for"))


@dataclass(frozen=True, slots=True)
class Voices:
    """The words for which somebody is quoted, with the name as written; `asked` what somebody promises or asks for."""

    spoken: tuple[tuple[Span, str], ...]
    asked: tuple[tuple[Span, str], ...] = ()
    turns: tuple[tuple[Span, str], ...] = ()

    def at(self, position: int, asked: bool = False) -> str | None:
        """Who is quoted for the character at a position of the text; None where nobody is.

        With `asked`, also who promises it or asks for it: a pledge is told by that, a stand is taken by it.
        """
        told = _innermost(self.spoken, position)
        if told is None and asked:
            told = _innermost(self.asked, position)
        return told or _innermost(self.turns, position)


def voices(document: Document, views: Sequence[View]) -> Voices:
    """All voices of a document; states and alliances that merely act ("Norway announced") are none."""
    return voices_of(document, views, utterances(document, views))


def voices_of(document: Document, views: Sequence[View], said: Sequence[Utterance]) -> Voices:
    """The voices of a document whose attributions are `said`."""
    spoken: list[tuple[Span, str]] = []
    asked: list[tuple[Span, str]] = []
    for utterance in said:
        name = _name(utterance)
        if name is None:
            continue
        if _says(utterance):
            spoken += [(part, name) for part in utterance.parts]
        elif _promises(utterance):
            asked += [(_with_cue(utterance, part), name) for part in utterance.parts]
    return Voices(tuple(spoken), tuple(asked), tuple(_turns(document, views)))


def _turns(document: Document, views: Sequence[View]) -> Iterator[tuple[Span, str]]:
    """The turns of a transcript; without any, all of a page in the first person is whose the title says it is."""
    turned = [(span, turn_name(document, speaker.words)) for span, speaker in running_turns(views)]
    yield from turned
    speaker = spoken_by(document) if not turned and in_first_person(views) else None
    if speaker is not None:
        yield Span(0, len(document.report.text)), speaker


def _innermost(told: tuple[tuple[Span, str], ...], position: int) -> str | None:
    inner = [(span.stop - span.start, name) for span, name in told if span.start <= position < span.stop]
    return min(inner)[1] if inner else None


def _with_cue(utterance: Utterance, part: Span) -> Span:
    """The words with the cue before them: a promise is told where its verb stands."""
    cue = utterance.cue[1] if utterance.cue is not None else part
    return Span(min(cue.start, part.start), part.stop) if cue.start < part.start else part


def _name(utterance: Utterance) -> str | None:
    name = utterance.said_by
    if name is None or name.lower() in _OUR:
        return None
    party = utterance.party
    acts = party is not None and party.kind in ("state", "alliance", "group") and party.named_by != "body"
    return None if acts and not OFFICIALS & set(name.lower().split()) else _plain(name)


def _plain(name: str) -> str:
    """The name without the place of an office: "the economy ministry in Berlin"."""
    words = name.split()
    for at, word in enumerate(words):
        head = words[1:at] if words[0].lower() in ("the", "a", "an") else words[:at]
        if word in _PLACES and len(head) > 1 and words[at - 1].lower() in OFFICIALS:
            return " ".join(words[:at])
    return name


def _says(utterance: Utterance) -> bool:
    """Whether something is told rather than done, wanted or greeted."""
    if utterance.act is None or utterance.direct:
        return True
    cue = utterance.act.use.cue
    if cue.kind in ("noun", "adjective") or (utterance.act.use.negated and utterance.how == "clause"):
        return False
    if cue.kind == "phrase" or utterance.how in ("quote", "before", "around", "clause"):
        return cue.kind == "phrase" or "s" in cue.frames
    return utterance.how == "object" and cue.manner == "say" and bool({"q", "s"} & cue.frames)


def _promises(utterance: Utterance) -> bool:
    """Whether somebody known, or an official, promises, offers, asks for or demands something."""
    if utterance.act is None or utterance.act.use.cue.kind != "verb":
        return False
    known = utterance.party is not None or bool(OFFICIALS & set((utterance.said_by or "").lower().split()))
    return known and utterance.how in ("object", "infinitive", "clause") and utterance.act.use.cue.manner in _DOING
