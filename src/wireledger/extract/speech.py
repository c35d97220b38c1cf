"""Tells who is quoted for which words of a report: every attribution, in quotation marks or reported.

Acts of speech are read sentence by sentence; then quotations that no cue claimed are given to whoever goes on speaking.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from wireledger.extract.memory import joint_side, own_side
from wireledger.extract.speech_acts import acts_with_content
from wireledger.extract.speech_holders import Holder, holder, holders, is_head, is_office
from wireledger.extract.speech_page import is_joint, turn_party
from wireledger.extract.speech_parts import Words, is_direct
from wireledger.extract.speech_quotes import quotations
from wireledger.extract.speech_running import go_on
from wireledger.extract.speech_speaker import OFFICIALS, Speaker, speaker_before
from wireledger.extract.speech_turns import running_turns, turns
from wireledger.extract.speech_utterance import Utterance
from wireledger.extract.view import View
from wireledger.model import Document, Party, PartyKind, Span, Speech


@dataclass(slots=True)
class _Memory:
    """Who spoke and who was named last, whose page it is, and who has the floor from which place on."""

    own_side: str | None
    holders: tuple[Holder, ...]
    floor: tuple[tuple[Span, Party | None], ...] = ()
    person: Speaker | None = None
    speaker: Speaker | None = None
    before: dict[int, tuple[Speaker | None, Speaker | None]] = field(default_factory=dict)


def attributions(document: Document, views: Sequence[View]) -> tuple[Speech, ...]:
    """Every attribution of a document in order of place, also those that matter to no ledger."""
    return tuple(utterance.speech() for utterance in utterances(document, views))


def utterances(document: Document, views: Sequence[View]) -> tuple[Utterance, ...]:
    """Every attribution with its parts, in order of place."""
    words = Words(views, quotations(views))
    side = joint_side(document) or (None if is_joint(document) else own_side(document))
    floor = tuple((span, turn_party(document, speaker)) for span, speaker in running_turns(views))
    memory = _Memory(side, holders(views), floor)
    found: list[Utterance] = []
    turning = {number: (speaker, spans) for number, speaker, spans in turns(views)}
    for number, view in enumerate(views):
        if number in turning:
            speaker, spans = turning[number]
            speaker = replace(speaker, party=turn_party(document, speaker))
            found.append(Utterance(spans, True, number, None, speaker, is_turn=True))
        memory.before[number] = (memory.person, memory.speaker)
        if view.sentence.block_kind != "turn":
            for utterance in _of_sentence(words, number, view):
                found.append(utterance)
                _remember(memory, utterance.speaker)
        _remember_person(memory, view)
    return tuple(_pointed(memory, views, u) for u in go_on(words, sorted(found, key=lambda u: u.parts[0])))


def speaker_for(view: View, token: int) -> str | None:
    """The words for whoever is quoted for the clause at a token; None where nobody is."""
    for act, said in acts_with_content(view):
        if act.speaker is not None and any(first <= token < last for first, last in said.regions):
            return act.speaker.words
    return None


def _of_sentence(words: Words, number: int, view: View) -> Iterator[Utterance]:
    for act, said in acts_with_content(view):
        spans = words.places(number, said.regions)
        if spans:
            cue = (view.text(act.use.first, act.use.last), view.sentence.place(act.use.first, act.use.last))
            yield Utterance(spans, is_direct(view, said.regions), number, act, act.speaker, None, cue, said.how)


def _pointed(memory: _Memory, views: Sequence[View], utterance: Utterance) -> Utterance:
    """The utterance with whom its speaker's pronoun points at, as known before its sentence."""
    speaker = utterance.speaker
    if speaker is None or speaker.party is not None or utterance.antecedent is not None:
        return utterance
    antecedent = _antecedent(memory, views[utterance.sentence], utterance.sentence, speaker)
    return utterance if antecedent is None else replace(utterance, antecedent=antecedent)


def _antecedent(memory: _Memory, view: View, number: int, speaker: Speaker) -> Speaker | None:
    words = speaker.words.lower()
    person, last = memory.before[number]
    if words in ("he", "she"):
        return _named_before(view, speaker) or person
    if is_office(words):
        found = holder(memory.holders, words, number, memory.own_side)
        return found or (None if is_head(words) else _named_before(view, speaker) or person)
    if words.startswith("its ") and OFFICIALS & set(words.split()):
        return _side_before(view, speaker)
    if words in ("who", "which"):
        return speaker_before(view, speaker.first)
    if words in ("we", "i"):
        return _we(memory, speaker)
    if words in ("it", "they", "the statement"):
        return last if last is not None and (last.party is None or last.party.kind != "person") else None
    return None


def _we(memory: _Memory, speaker: Speaker) -> Speaker | None:
    """The side of whoever has the floor, else whose page it is."""
    floor = [party for span, party in memory.floor if span.start <= speaker.span.start < span.stop]
    side = (floor[0].acts_for if floor[0] is not None else None) if floor else memory.own_side
    if side is None:
        return None
    kind: PartyKind = "state" if len(side) == 2 and side != "eu" else "organisation"
    return replace(speaker, party=Party(side, kind, "pronoun", side))


def _named_before(view: View, speaker: Speaker) -> Speaker | None:
    """The first person named before a pronoun in its own sentence, outside quotations."""
    for mention, party in view.parties():
        if mention.last <= speaker.first and party.kind == "person" and not view.sentence.quoted[mention.first]:
            return Speaker(
                mention.first, mention.last, view.span(mention), view.text(mention.first, mention.last), party
            )
    return None


def _side_before(view: View, speaker: Speaker) -> Speaker | None:
    """The state or alliance whose ministry or spokesman "its" is: the first one named before it in the sentence."""
    for mention, party in view.parties():
        if mention.last <= speaker.first and party.kind in ("state", "alliance", "organisation"):
            return replace(speaker, party=replace(party, named_by="pronoun"), span=view.span(mention))
    return None


def _remember(memory: _Memory, speaker: Speaker | None) -> None:
    if speaker is not None and not speaker.is_pronoun:
        memory.speaker = speaker
        if (speaker.party is not None and speaker.party.kind == "person") or is_office(speaker.words.lower()):
            memory.person = speaker


def _remember_person(memory: _Memory, view: View) -> None:
    """The first person named in a sentence is whom "he" or "she" means in the next, where nobody speaks."""
    if memory.person is not None and memory.person.span.start >= view.sentence.span.start:
        return
    for mention, party in view.parties():
        if party.kind == "person" and party.named_by in ("name", "person") and not view.sentence.quoted[mention.first]:
            words = view.text(mention.first, mention.last)
            memory.person = Speaker(mention.first, mention.last, view.span(mention), words, party)
            return
