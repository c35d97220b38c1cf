"""Finds the speaker of quotations that no cue of their own sentence claims."""

from __future__ import annotations

from dataclasses import replace

from wireledger.extract.speech_act import Act
from wireledger.extract.speech_acts import acts
from wireledger.extract.speech_content import ends_behind
from wireledger.extract.speech_labels import labelled
from wireledger.extract.speech_parts import Words
from wireledger.extract.speech_quotes import Quotation, is_mark
from wireledger.extract.speech_signed import signed, told_of
from wireledger.extract.speech_utterance import Utterance
from wireledger.extract.view import View

_LONG = 4


def go_on(words: Words, found: list[Utterance]) -> list[Utterance]:
    """The utterances with those quotations that nobody had claimed, each given to whoever is told to say it."""
    result = list(found)
    for quote in words.quotes.all:
        if quote.first in words.taken:
            continue
        words.take(quote)
        if words.views[quote.first.sentence].sentence.block_kind == "turn":
            continue  # whoever has the word says all of it
        told = _cue_behind(words, quote) or _cue_before(words, quote) or labelled(words, quote) or signed(words, quote)
        told = told or told_of(words, quote, result)
        if told is not None:
            result.append(told)
        else:
            _continue(words, quote, result)
        result.sort(key=lambda u: u.parts[0])
    return result


def _cue_behind(words: Words, quote: Quotation) -> Utterance | None:
    """ "Why?" | Smith asked: the next sentence of the block begins with the attribution."""
    number = quote.last.sentence + 1
    if number >= len(words.views) or not _closes_sentence(words, quote):
        return None
    view = words.views[number]
    if view.sentence.block != words.views[number - 1].sentence.block:
        return None
    for act in acts(view)[:1]:
        opens = act.first == 0 or (act.first == 1 and view.lower(0) == "so")
        if act.speaker is None or not opens or "q" not in act.use.cue.frames or not ends_behind(view, act):
            continue
        return _told(quote, number, act, view)
    return None


def _cue_before(words: Words, quote: Quotation) -> Utterance | None:
    """He said: | "...": the sentence before ends with a colon behind the attribution."""
    number = quote.first.sentence - 1
    opening = range(quote.first.token)
    if number < 0 or not all(is_mark(words.views[number + 1], at) for at in opening):
        return None
    view = words.views[number]
    if view.lower(len(view.sentence.tokens) - 1) != ":":
        return None
    for act in reversed(acts(view)):
        if act.speaker is not None and "q" in act.use.cue.frames:
            return _told(quote, number, act, view)
    return None


def _told(quote: Quotation, number: int, act: Act, view: View) -> Utterance:
    cue = (view.text(act.use.first, act.use.last), view.sentence.place(act.use.first, act.use.last))
    return Utterance(quote.spans, True, number, act, act.speaker, None, cue)


def _continue(words: Words, quote: Quotation, found: list[Utterance]) -> None:
    """Gives a quotation to whoever was quoted right before it, in the same utterance where it is the same block."""
    view = words.views[quote.first.sentence]
    whole = _closes_sentence(words, quote) and all(is_mark(view, at) for at in range(quote.first.token))
    whole = whole or (_closes_sentence(words, quote) and _is_resumed(quote, found))
    if (quote.words < _LONG and not whole) or not _stands_alone(view, quote):
        return
    block = words.views[quote.first.sentence].sentence.block
    for index in range(len(found) - 1, -1, -1):
        before = found[index]
        if before.parts[0].start > quote.span.start or before.is_turn or _is_noun(before, quote.first.sentence):
            continue
        if _is_passed_on(before, found):
            continue
        last = _last_sentence(words, before)
        if quote.first.sentence - last > 2:
            return
        if before.direct and words.views[last].sentence.block == block:
            found[index] = replace(before, parts=(*before.parts, *quote.spans))
        else:
            found.append(replace(before, parts=quote.spans, direct=True, act=None, carried=True))
        return


def _is_resumed(quote: Quotation, found: list[Utterance]) -> bool:
    """ "The ships," she told them in Oslo, | "are late.": the sentence began with words of the same speaker."""
    here = quote.first.sentence
    return any(u.direct and u.sentence == here and u.parts[-1].stop < quote.span.start for u in found)


def _is_passed_on(utterance: Utterance, found: list[Utterance]) -> bool:
    """Whether somebody else tells it: in "Reed said he and Larsen had agreed ..." it is Reed who goes on."""
    cue = utterance.cue[1] if utterance.cue is not None else None
    return cue is not None and any(
        u is not utterance and u.sentence == utterance.sentence and any(part.holds(cue) for part in u.parts)
        for u in found
    )


def _is_noun(utterance: Utterance, sentence: int) -> bool:
    """Whether it is no verb that words can follow; in the sentence of the quotation any verb will do."""
    if utterance.act is None:
        return False
    cue = utterance.act.use.cue
    return cue.kind != "verb" or not (cue.frames & {"q", "t"} or utterance.sentence == sentence)


def _last_sentence(words: Words, utterance: Utterance) -> int:
    stop = utterance.parts[-1].stop
    number = utterance.sentence
    while number + 1 < len(words.views) and words.views[number + 1].sentence.span.start < stop:
        number += 1
    return number


def _closes_sentence(words: Words, quote: Quotation) -> bool:
    view = words.views[quote.last.sentence]
    return all(is_mark(view, at) for at in range(quote.last.token + 1, len(view.sentence.tokens)))


def _stands_alone(view: View, quote: Quotation) -> bool:
    """Whether a quotation begins its sentence, or follows the attribution in it."""
    at = quote.first.token - 1
    while at >= 0 and is_mark(view, at):
        at -= 1
    return at < 0 or view.lower(at) in (",", ":", ".")
