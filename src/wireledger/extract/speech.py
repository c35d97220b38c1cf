"""Tells who is quoted for which words of a report: every attribution, in quotation marks or reported.

Acts of speech are read sentence by sentence; quotations that no cue claims go on from the one before them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from wireledger.extract.memory import own_side
from wireledger.extract.speech_content import Act, Region, contents
from wireledger.extract.speech_cues import CueUse, cue_uses
from wireledger.extract.speech_quotes import MARKS, Place, Quotation, Quotations, quotations
from wireledger.extract.speech_speaker import Speaker, owner, sentence_subject, speaker_before, speaker_behind
from wireledger.extract.speech_turns import turns
from wireledger.extract.view import View
from wireledger.model import Document, Party, PartyKind, Span, Speech, hull

_LONG = 5
_ROLES = frozenset(
    f"the {role}"
    for role in "spokesman spokeswoman spokesperson official minister president chancellor premier leader general"
    " ambassador diplomat secretary senator adviser envoy".split()
)


@dataclass(frozen=True, slots=True)
class Utterance:
    """Somebody is the source of words: `parts` are their places; `antecedent` is who a pronoun points at."""

    parts: tuple[Span, ...]
    direct: bool
    sentence: int
    act: Act | None
    speaker: Speaker | None
    antecedent: Speaker | None = None
    cue: tuple[str, Span] | None = None
    is_turn: bool = False
    carried: bool = False

    @property
    def said_by(self) -> str | None:
        """The name as written of whoever speaks; for a pronoun, of whom it points at."""
        named = self.antecedent or self.speaker
        return named.words if named is not None else None

    @property
    def party(self) -> Party | None:
        """Who speaks, by name or by a pronoun."""
        named = self.speaker.party if self.speaker is not None else None
        return named or (self.antecedent.party if self.antecedent is not None else None)

    def with_parts(self, parts: tuple[Span, ...]) -> Utterance:
        """The same speaker's words, these only."""
        return replace(self, parts=parts)

    def speech(self) -> Speech:
        """The utterance as the model's plain record."""
        speaker = self.speaker
        return Speech(
            hull(self.parts),
            self.direct,
            speaker.words if speaker else None,
            self.cue[0] if self.cue else None,
            speaker.span if speaker else None,
            self.cue[1] if self.cue else None,
            self.party,
        )


@dataclass(slots=True)
class _Reading:
    """The state of reading one report."""

    views: Sequence[View]
    quotes: Quotations
    found: list[Utterance] = field(default_factory=list)
    taken: set[Place] = field(default_factory=set)
    last_person: Speaker | None = None
    last_speaker: Speaker | None = None
    own_side: str | None = None


def attributions(document: Document, views: Sequence[View]) -> tuple[Speech, ...]:
    """Every attribution of a document in order of place, also those that matter to no ledger."""
    return tuple(utterance.speech() for utterance in utterances(document, views))


def utterances(document: Document, views: Sequence[View]) -> tuple[Utterance, ...]:
    """Every attribution with its parts, in order of place."""
    reading = _Reading(views, quotations(views), own_side=own_side(document))
    turning = {number: (speaker, spans) for number, speaker, spans in turns(views)}
    for number, view in enumerate(views):
        if number in turning:
            speaker, spans = turning[number]
            _keep(reading, Utterance(spans, True, number, None, speaker, is_turn=True))
        if view.sentence.block_kind == "turn":
            continue
        for utterance in _of_sentence(reading, number, view):
            _keep(reading, utterance)
        _go_on(reading, number)
        _remember_persons(reading, view)
    return tuple(sorted(reading.found, key=lambda u: u.parts[0]))


def speaker_for(view: View, token: int) -> str | None:
    """The words for whoever is quoted for the clause at a token; None where nobody is."""
    for act, regions in _acts_with_contents(view):
        if act.speaker is not None and any(first <= token < last for first, last in regions):
            return act.speaker.words
    return None


def _of_sentence(reading: _Reading, number: int, view: View) -> Iterator[Utterance]:
    for act, regions in _acts_with_contents(view):
        parts = tuple(p for region in regions if (p := _parts(reading, number, region)))
        spans = tuple(span for part in parts for span in part)
        if not spans:
            continue
        speaker = act.speaker
        cue = (view.text(act.use.first, act.use.last), view.sentence.place(act.use.first, act.use.last))
        antecedent = _antecedent(reading, view, speaker)
        yield Utterance(spans, _is_direct(reading, number, regions), number, act, speaker, antecedent, cue)


def _antecedent(reading: _Reading, view: View, speaker: Speaker | None) -> Speaker | None:
    """Whom a pronoun or "the spokesman" points at; None where the words name somebody, or nobody is known."""
    if speaker is None or speaker.party is not None:
        return None
    words = speaker.words.lower()
    if words in ("he", "she") or words in _ROLES:
        return reading.last_person
    if words in ("who", "which"):
        return speaker_before(view, speaker.first)
    if words in ("we", "i") and reading.own_side is not None:
        kind: PartyKind = "state" if len(reading.own_side) == 2 else "organisation"
        return replace(speaker, party=Party(reading.own_side, kind, "pronoun", reading.own_side))
    if words in ("it", "they", "the statement"):
        last = reading.last_speaker
        return last if last is not None and (last.party is None or last.party.kind != "person") else None
    return None


def _acts_with_contents(view: View) -> list[tuple[Act, list[Region]]]:
    acts = _acts(view)
    found = [(act, contents(view, act, acts)) for act in acts if act.speaker is not None]
    return [(act, regions) for act, regions in found if regions]


def _acts(view: View) -> list[Act]:
    acts: list[Act] = []
    for use in cue_uses(view):
        act = _act(view, use, acts)
        if act is not None:
            acts.append(act)
    return acts


def _act(view: View, use: CueUse, before: list[Act]) -> Act | None:
    if use.form == "phrase":
        return Act(use, speaker_behind(view, use.last), inverted=True)
    if use.form == "noun":
        return Act(use, owner(view, use.first))
    if use.passive and use.cue.kind == "verb":
        return _by_agent(view, use)
    if _inverted(view, use):
        return Act(use, speaker_behind(view, use.last), inverted=True)
    if use.form == "ing" or use.infinitive or view.lower(use.start - 1) in ("and", "but", "or", "then"):
        return Act(use, _shared(view, use, before), shared=True)
    return Act(use, speaker_before(view, use.start))


def _by_agent(view: View, use: CueUse) -> Act | None:
    if view.lower(use.last) != "by":
        return None
    return Act(use, speaker_behind(view, use.last + 1), inverted=True)


def _inverted(view: View, use: CueUse) -> bool:
    """Whether the speaker follows: the cue stands right behind a quotation or a comma, and names follow it."""
    if use.start != use.first or not use.cue.frames & {"q"} or use.form not in ("past", "third", "base"):
        return False
    before = view.lower(use.first - 1)
    if before not in ('"', "'", ",") or use.first < 2:
        return False
    following = view.lower(use.last)
    if before == "," and not view.sentence.quoted[use.first - 2] and speaker_behind(view, use.last) is None:
        return False
    return bool(following) and following[0].isalnum() and following not in ("that", "in", "on", "at", "to", "he", "she")


def _shared(view: View, use: CueUse, before: list[Act]) -> Speaker | None:
    """Whose verb a participle or a second verb is: the speaker's before it, else the sentence's subject."""
    if use.form == "ing" and view.lower(use.start - 1) not in (",", "and", "by", "while", "in", '"'):
        own = speaker_before(view, use.start)
        if own is not None:
            return own
    for act in reversed(before):
        if act.speaker is not None and act.use.form not in ("noun", "phrase"):
            return act.speaker
    return sentence_subject(view, use.start)


def _parts(reading: _Reading, number: int, region: Region) -> tuple[Span, ...]:
    """The places of a stretch of tokens, with all of a quotation that runs out of the sentence."""
    view = reading.views[number]
    first, last = _inside_marks(view, region)
    if last <= first:
        return ()
    spans = [view.sentence.place(first, last)]
    head, tail = reading.quotes.holding(number, first), reading.quotes.holding(number, last - 1)
    if tail is not None and tail.last.sentence > number and tail.last.token >= 0 and last >= _last_word(view):
        spans = _joined(spans, tail, after=spans[-1].stop)
        _take(reading, tail)
    if head is not None and head.first.sentence < number:
        spans = _joined(spans, head, before=spans[0].start)
        _take(reading, head)
    for at in range(first, last):
        reading.taken.add(Place(number, at))
    return tuple(spans)


def _joined(spans: list[Span], quote: Quotation, before: int = -1, after: int = -1) -> list[Span]:
    """The spans with those of a quotation that stand before or behind them, joined where they touch."""
    if before >= 0:
        earlier = [s for s in quote.spans if s.start < before]
        return [*earlier[:-1], Span(earlier[-1].start, spans[0].stop), *spans[1:]] if earlier else spans
    later = [s for s in quote.spans if s.stop > after]
    if later and later[0].start < after:
        return [*spans[:-1], Span(spans[-1].start, later[0].stop), *later[1:]]
    return [*spans, *later]


def _take(reading: _Reading, quote: Quotation) -> None:
    for place, index in reading.quotes.at.items():
        if reading.quotes.all[index] is quote:
            reading.taken.add(place)


def _last_word(view: View) -> int:
    stop = len(view.sentence.tokens)
    while stop > 0 and view.lower(stop - 1) in (".", "!", "?", '"', "'"):
        stop -= 1
    return stop


def _inside_marks(view: View, region: Region) -> Region:
    """The region without marks and commas around it, where one quotation fills it."""
    first, last = region
    quoted = view.sentence.quoted
    while first < last and view.lower(first) in MARKS | {",", ":"} and not quoted[first]:
        first += 1
    if first > region[0] or quoted[region[0]]:
        while last > first and view.lower(last - 1) in MARKS and not quoted[last - 1] and all(quoted[first : last - 1]):
            last -= 1
    while last > first and view.lower(last - 1) in (",", ":"):
        last -= 1
    return (first, last)


def _is_direct(reading: _Reading, number: int, regions: list[Region]) -> bool:
    view = reading.views[number]
    inside = total = 0
    for first, last in regions:
        for at in range(first, last):
            size = view.sentence.tokens[at].stop - view.sentence.tokens[at].start
            inside += size if view.sentence.quoted[at] else 0
            total += size if view.lower(at) not in MARKS else 0
    return 2 * inside >= total > 0


def _keep(reading: _Reading, utterance: Utterance) -> None:
    reading.found.append(utterance)
    speaker = utterance.speaker
    if speaker is not None and not speaker.is_pronoun:
        reading.last_speaker = speaker
        if speaker.party is not None and speaker.party.kind == "person":
            reading.last_person = speaker


def _go_on(reading: _Reading, number: int) -> None:
    """Gives quotations of a sentence that no cue claims to whoever spoke before."""
    for quote in reading.quotes.all:
        if quote.first.sentence != number or quote.first in reading.taken:
            continue
        _take(reading, quote)
        view = reading.views[number]
        if quote.words < _LONG or not _stands_alone(view, quote):
            continue
        before = reading.found[-1] if reading.found else None
        near = (
            before is not None
            and before.direct
            and not before.is_turn
            and number - _last_sentence(reading, before) <= 2
        )
        if before is not None and near and view.sentence.block == reading.views[before.sentence].sentence.block:
            reading.found[-1] = replace(before, parts=(*before.parts, *quote.spans))
        elif before is not None and near:
            reading.found.append(
                replace(before, parts=quote.spans, direct=True, sentence=number, act=None, carried=True)
            )


def _last_sentence(reading: _Reading, utterance: Utterance) -> int:
    stop = utterance.parts[-1].stop
    number = utterance.sentence
    while number + 1 < len(reading.views) and reading.views[number + 1].sentence.span.start < stop:
        number += 1
    return number


def _stands_alone(view: View, quote: Quotation) -> bool:
    """Whether a quotation begins its sentence, or follows the attribution in it."""
    before = [view.lower(i) for i in range(quote.first.token)]
    return all(word in MARKS for word in before) or before[-2:-1] in ([","], [":"], ["."])


def _remember_persons(reading: _Reading, view: View) -> None:
    """The first person named in a sentence is whom "he" or "she" means in the next, where nobody speaks."""
    for mention, party in view.parties():
        if party.kind == "person" and party.named_by in ("name", "person"):
            span = view.span(mention)
            if reading.last_person is None or reading.last_person.span.start < view.sentence.span.start:
                words = view.text(mention.first, mention.last)
                reading.last_person = Speaker(mention.first, mention.last, span, words, party)
            return
