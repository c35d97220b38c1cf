"""Reads statements: what those who act for states, alliances and organisations say on security and on each other.

Who is quoted for what is told by `speech`; here it is decided what the ledger keeps, and the claims are made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wireledger.extract.memory import own_side
from wireledger.extract.speech import utterances
from wireledger.extract.speech_cues import AUXILIARIES
from wireledger.extract.speech_utterance import Utterance
from wireledger.extract.statement_about import about_of, is_denial, parties_in
from wireledger.extract.statement_gate import marks_of, matters, statement_confidence, within
from wireledger.extract.statement_sense import says_nothing
from wireledger.extract.statement_speakers import by_seat, code_of, spoken_by_each
from wireledger.extract.statement_topic import topic_of
from wireledger.extract.turn_memory import is_question
from wireledger.extract.view import View
from wireledger.model import Claim, Days, Document, Field, Mood, Span, Statement, evidence, hull

_MAY = frozenset("may might could would should can".split())
_MARKS: frozenset[str] = frozenset("\"'“”‘’„«»")
_REFUSING = frozenset("refuse refuses refused declined declines decline failed fails fail".split())
_WILL = frozenset("will 'll shall".split())


class _Kept(NamedTuple):
    """Whom a statement is about, and why it is kept.

    `together`: another speaker of the same words has a claim already; the speaker's name is then the anchor.
    """

    about: tuple[str, ...]
    marks: frozenset[str]
    together: bool


def statements(document: Document, views: list[View]) -> tuple[Claim, ...]:
    """The statement claims of a document, in order of place."""
    return statements_of(document, views, utterances(document, views))


def statements_of(document: Document, views: list[View], said: Sequence[Utterance]) -> tuple[Claim, ...]:
    """The statement claims of a document whose attributions are `said`, in order of place."""
    found: list[Claim] = []
    topic = topic_of(views, own_side(document))
    for utterance in said:
        if _holds_another(utterance, said) or _is_own_talk(utterance) or _is_repeated(utterance, said):
            continue
        near = _views_of(views, utterance)
        if _lacks_subject(utterance, near) or says_nothing(utterance, views[utterance.sentence]):
            continue
        if utterance.is_turn:
            utterance, near = _telling(utterance, near)
            if not near or is_question(near[0]):
                continue
        mentions = within(near, utterance.parts)
        utterance = by_seat(utterance, views)
        about = about_of(utterance, views, mentions, said)
        answers = is_denial(utterance) and bool(set(about) - set(parties_in(mentions)))
        marks = marks_of(utterance, near, mentions, topic, answers)
        if matters(marks):
            for position, one in enumerate(spoken_by_each(utterance, views)):
                whom = tuple(code for code in about if code != code_of(one))
                found.append(_claim(document, views, one, _Kept(whom, marks, position > 0)))
    return tuple(found)


def _holds_another(utterance: Utterance, said: Sequence[Utterance]) -> bool:
    """Whether it only passes on what somebody else is quoted for: '"...," Larsen said, according to his office.'"""
    if utterance.how != "around":
        return False
    where = hull(utterance.parts)
    told = (u for u in said if u is not utterance and u.how != "object" and u.speaker)
    return any(u.direct and where.holds(hull(u.parts)) for u in told)


def _is_repeated(utterance: Utterance, said: Sequence[Utterance]) -> bool:
    """Whether an earlier cue of the same speaker brings the same words: "emphasising and reaffirming that ..."."""
    first = next(u for u in said if u.parts == utterance.parts)
    same = first.speaker is not None and utterance.speaker is not None and first.speaker.span == utterance.speaker.span
    return first is not utterance and same


def _lacks_subject(utterance: Utterance, near: list[View]) -> bool:
    """ "a step which Oslo says is wrong": what is said is told by its verb alone, of something named before."""
    if utterance.how != "clause" or not near:
        return False
    start = utterance.parts[0].start
    first = next((token.lower for token in near[0].sentence.tokens if token.start == start), "")
    return first in AUXILIARIES


def _is_own_talk(utterance: Utterance) -> bool:
    """ "I want to thank you", "I will say": talk itself rather than what somebody is quoted for."""
    return utterance.speaker is not None and utterance.speaker.words.lower() == "i"


def _views_of(views: list[View], utterance: Utterance) -> list[View]:
    """The sentences the words stand in."""
    where = hull(utterance.parts)
    near: list[View] = []
    for number in range(_first(views, utterance, where), len(views)):
        span = views[number].sentence.span
        if span.start >= where.stop:
            break
        if span.stop > where.start:
            near.append(views[number])
    return near


def _first(views: list[View], utterance: Utterance, where: Span) -> int:
    number = utterance.sentence
    while number > 0 and views[number].sentence.span.start > where.start:
        number -= 1
    return number


def _telling(utterance: Utterance, near: list[View]) -> tuple[Utterance, list[View]]:
    """A turn cut down to its first sentence that names a state or an alliance, so that it does not flood the ledger."""
    for part in utterance.parts:
        for view in near:
            told = view.sentence.span.holds(part) and not is_question(view)
            if told and parties_in(within([view], (part,))):
                return utterance.with_parts((part,)), [view]
    return utterance.with_parts(utterance.parts[:1]), near[:1]


def _claim(document: Document, views: list[View], utterance: Utterance, kept: _Kept) -> Claim:
    text = document.report.text
    when = _when(views[utterance.sentence], utterance)
    words = " ".join(part.of(text) for part in utterance.parts)
    event = Statement(code_of(utterance), words, utterance.direct, kept.about, when[0] if when else None)
    fields = tuple(_fields(utterance, when))
    span = _with_marks(text, hull([s for field in fields if not field.carried for s in field.spans]), utterance)
    confidence = statement_confidence(kept.marks)
    speaker = utterance.speaker if kept.together else None
    anchor = (speaker.span if speaker is not None else utterance.parts[0]).start
    where = evidence(document.report, span, anchor, fields)
    names = _names(utterance)
    trace = tuple(f"statements: {mark}" for mark in sorted(kept.marks))
    mood, rule = _mood(views, utterance), _rule(utterance)
    return Claim(where, event, mood, rule, confidence, utterance.said_by, names, trace)


def _with_marks(text: str, span: Span, utterance: Utterance) -> Span:
    """The span with the quotation marks of words at its edges."""
    if not utterance.direct:
        return span
    start, stop = span.start, span.stop
    if utterance.parts[0].start == start:
        start = _marks_before(text, start)
    if utterance.parts[-1].stop == stop:
        stop = _marks_behind(text, stop)
    return Span(start, stop)


def _marks_before(text: str, start: int) -> int:
    while start > 0 and text[start - 1] in _MARKS:
        start -= 1
    return start


def _marks_behind(text: str, stop: int) -> int:
    while stop < len(text) and text[stop] in _MARKS:
        stop += 1
    return stop


def _fields(utterance: Utterance, when: tuple[Days, Span] | None) -> Iterator[Field]:
    if utterance.speaker is not None:
        yield Field("speaker", (utterance.speaker.span,), utterance.carried)
        if utterance.antecedent is not None:
            yield Field("antecedent", (utterance.antecedent.span,), True)
    yield Field("words", utterance.parts)
    if when is not None:
        yield Field("when", (when[1],), when[1].stop <= _begins(utterance))
    if utterance.cue is not None:
        yield Field("cue", (utterance.cue[1],), utterance.carried)


def _begins(utterance: Utterance) -> int:
    """Where the clause begins: a day in front of it ("In Oslo on Monday, ...") is carried there."""
    speaker = (utterance.speaker.span.start,) if utterance.speaker is not None and not utterance.carried else ()
    starts: tuple[int, ...] = (*speaker, utterance.parts[0].start)
    return min(starts)


def _names(utterance: Utterance) -> tuple[tuple[str, str], ...]:
    party, code = utterance.party, code_of(utterance)
    if party is None or code is None or utterance.said_by is None:
        return ()
    return ((utterance.said_by, code),) if party.kind == "person" or code != party.code else ()


def _mood(views: list[View], utterance: Utterance) -> Mood:
    """Whether it was said: "has not said", "refused to say" deny it, "will say" plans it."""
    act = utterance.act
    if act is None:
        return "asserted"
    view = views[utterance.sentence]
    if act.use.negated or view.lower(act.use.start - 1) in _REFUSING:
        return "denied"
    chain = {view.lower(i) for i in range(act.use.start, act.use.first)}
    if chain & _MAY:
        return "hypothetical"
    return "planned" if chain & _WILL else "asserted"


def _rule(utterance: Utterance) -> str:
    if utterance.is_turn:
        return "statements/turn"
    if utterance.act is None:
        return "statements/goes-on"
    return f"statements/{utterance.act.use.cue.manner}"


def _when(view: View, utterance: Utterance) -> tuple[Days, Span] | None:
    """The day of the saying: the mention outside the words that stands nearest to the cue."""
    if utterance.act is None:
        return None
    cue = utterance.act.use.first
    days = [
        (abs(m.first - cue), m.thing, view.span(m))
        for m in view.sentence.mentions
        if isinstance(m.thing, Days) and _may_date(view, utterance, view.span(m))
    ]
    if not days:
        return None
    _, thing, span = min(days, key=lambda d: d[0])
    return thing, span


def _may_date(view: View, utterance: Utterance, day: Span) -> bool:
    """Whether a day may be that of the saying: no word of what is said, nor in a clause behind it."""
    if any(part.start <= day.start < part.stop for part in utterance.parts):
        return False
    told = max(utterance.parts[-1].stop, utterance.cue[1].stop if utterance.cue is not None else 0)
    behind = [t for t in view.sentence.tokens if told <= t.start < day.start]
    return day.start < told or not any(token.lower in (",", ";", "and", "but") for token in behind)
