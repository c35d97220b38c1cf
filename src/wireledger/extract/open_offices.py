"""Tells whom an office without a name means, "the minister", and why; what the report leaves open is a problem.

Only offices are looked at that a claim hangs on, or would: of who speaks for it, who stands in the words of a contact
or of a pledge without a giver, and who does what a verb of contact says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wireledger.extract.contact_offices import NAMED, NOBODY, Offices, offices_in
from wireledger.extract.deeds import deeds
from wireledger.extract.speech_holders import holders, is_unnamed
from wireledger.extract.speech_named import Speaker
from wireledger.extract.speech_utterance import Utterance
from wireledger.extract.view import View
from wireledger.lexicon.meeting import contact_verbs
from wireledger.model import Check, Claim, Document, Party, Place, Pledge, Problem, Span

CODE = "office"
_NEAR = 2
_SAME_WORDS = "told of in these words before"
_LAST = "who was named last before it"


@dataclass(frozen=True, slots=True)
class Pointed:
    """Words of an office without a name at `span`; who is meant (None: it is open), and why."""

    words: str
    span: Span
    meant: str | None
    why: str


def open_offices(
    document: Document, views: Sequence[View], said: Sequence[Utterance], claims: Sequence[Claim]
) -> tuple[tuple[Problem, ...], tuple[Check, ...]]:
    """The offices that claims hang on: those left open as problems, the others as checks; the same words once."""
    problems: dict[str, Problem] = {}
    checks: dict[tuple[str, str], Check] = {}
    for one in sorted(_pointed(document, views, said, claims), key=lambda p: p.span):
        words = one.words.lower()
        if one.meant is None:
            message = f"whom '{one.words}' means is left open: {one.why}"
            problems.setdefault(words, Problem(CODE, message, document.report.id, one.span))
        else:
            message = f"'{one.words}' is taken for {one.meant}, {one.why}"
            checks.setdefault((words, one.meant), Check(CODE, message, one.span))
    return tuple(problems.values()), tuple(checks.values())


def _pointed(
    document: Document, views: Sequence[View], said: Sequence[Utterance], claims: Sequence[Claim]
) -> Iterator[Pointed]:
    spoken = list(_of_speakers(views, said, claims))
    yield from spoken
    known = {one.span.start for one in spoken}
    met = [claim.evidence.span for claim in claims if claim.kind == "contact"]
    given = [c.evidence.span for c in claims if isinstance(c.event, Pledge) and not c.event.donors]
    offices: Offices | None = None
    for view in views:
        deeds_here = _meetings(view)
        if not deeds_here and not any(_touches(span, view) for span in (*met, *given)):
            continue
        offices = offices or offices_in(document, [*views])
        for one, last in _alone(offices, view):
            is_met = any(span.holds(one.span) for span in met)
            would = any(0 <= start - last <= _NEAR for start in deeds_here)
            is_open = one.meant is None and (would or any(span.holds(one.span) for span in given))
            if one.span.start not in known and (is_met or is_open):
                yield one


def _touches(span: Span, view: View) -> bool:
    here = view.sentence.span
    return span.start < here.stop and here.start < span.stop


def _meetings(view: View) -> list[int]:
    """Where the verbs of contact of a sentence begin that names somebody, or a place, besides."""
    if not any(isinstance(mention.thing, Party | Place) for mention in view.sentence.mentions):
        return []
    return [deed.start for deed in deeds(view, contact_verbs())] if view.has_any(contact_verbs().keys()) else []


def _of_speakers(views: Sequence[View], said: Sequence[Utterance], claims: Sequence[Claim]) -> Iterator[Pointed]:
    """Offices and bodies that are quoted for a claim, or for words in which one stands."""
    fields = (field for claim in claims for field in claim.evidence.fields)
    quoted = {span for field in fields if field.name == "speaker" for span in field.spans}
    anchors = [claim.evidence.anchor for claim in claims]
    titled = {holder.person.span for holder in holders(views)}
    for utterance in said:
        speaker = utterance.speaker
        if speaker is None or speaker.party is not None or not is_unnamed(speaker.words):
            continue
        if speaker.span in quoted or any(part.start <= at < part.stop for part in utterance.parts for at in anchors):
            meant = utterance.antecedent
            why = NOBODY if meant is None else _why(speaker, meant, titled)
            yield Pointed(speaker.words, speaker.span, _plain(meant.words) if meant else None, why)


def _plain(words: str) -> str:
    """Words as they stand in the middle of a sentence: "the Danish defence ministry"."""
    return words[0].lower() + words[1:] if words.lower().startswith("the ") else words


def _why(speaker: Speaker, meant: Speaker, titled: set[Span]) -> str:
    if meant.span in titled:
        return NAMED
    asked = set(speaker.words.lower().split()) - {"the"}
    return _SAME_WORDS if asked <= set(meant.words.lower().split()) else _LAST


def _alone(offices: Offices, view: View) -> Iterator[tuple[Pointed, int]]:
    """The offices without a name of a sentence, and the token behind each."""
    for alone in offices.alone(view):
        if view.lower(alone.last) != ":":  # "THE PRESIDENT:" only has the floor
            span = view.sentence.place(alone.first, alone.last)
            yield Pointed(view.text(alone.first, alone.last), span, alone.code, alone.why), alone.last
