"""Tells who is quoted for which words of a report: every attribution, in quotation marks or reported.

Acts of speech are read sentence by sentence; then quotations that no cue claimed are given to whoever goes on speaking.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wireledger.extract.memory import joint_side, own_side
from wireledger.extract.speech_acts import acts_with_content
from wireledger.extract.speech_holders import holders
from wireledger.extract.speech_page import is_joint, turn_party
from wireledger.extract.speech_parts import Words, is_direct
from wireledger.extract.speech_pointing import Memory, pointed, remember, remember_person
from wireledger.extract.speech_quotes import quotations
from wireledger.extract.speech_running import go_on
from wireledger.extract.speech_turns import running_turns, turns
from wireledger.extract.speech_utterance import Utterance
from wireledger.extract.view import View
from wireledger.model import Document, Speech


def attributions(document: Document, views: Sequence[View]) -> tuple[Speech, ...]:
    """Every attribution of a document in order of place, also those that matter to no ledger."""
    return tuple(utterance.speech() for utterance in utterances(document, views))


def utterances(document: Document, views: Sequence[View]) -> tuple[Utterance, ...]:
    """Every attribution with its parts, in order of place."""
    words = Words(views, quotations(views))
    side = joint_side(document) or (None if is_joint(document) else own_side(document))
    floor = tuple((span, turn_party(document, speaker)) for span, speaker in running_turns(views))
    memory = Memory(views, side, holders(views), floor)
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
                remember(memory, number, utterance.speaker)
        remember_person(memory, view)
    return tuple(pointed(memory, u) for u in go_on(words, sorted(found, key=lambda u: u.parts[0])))


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
            direct = is_direct(view, said.regions, spans)
            yield Utterance(spans, direct, number, act, act.speaker, None, cue, said.how)
