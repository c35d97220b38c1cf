"""Finds whose a quotation is by what stands around it: "In Berg's words", a name behind a dash, who was told of."""

from __future__ import annotations

from wireledger.extract.speech_named import PRONOUNS, Speaker, named
from wireledger.extract.speech_parts import Words
from wireledger.extract.speech_quotes import DASHES, Quotation, is_mark
from wireledger.extract.speech_speaker import speaker_behind
from wireledger.extract.speech_utterance import Utterance
from wireledger.extract.view import View
from wireledger.model import Party

_SAYINGS = frozenset("words phrase telling view account".split())
_SIGNATURE, _SHORTEST, _TOLD = 8, 4, 12
_NAME, _LONGEST = 2, 3
_PERSONAL = PRONOUNS & {"he", "she"}


def signed(words: Words, quote: Quotation) -> Utterance | None:
    """'In Berg's words, "..."' and '"..." – Captain Berg'."""
    number, token = quote.first
    speaker = _in_words_of(words.views[number], token) or _behind_dash(words.views[quote.last.sentence], quote)
    return Utterance(quote.spans, True, number, None, speaker) if speaker is not None else None


def told_of(words: Words, quote: Quotation, found: list[Utterance]) -> Utterance | None:
    """'Berg was blunt. "..."': who the sentence right before is about, where nobody is quoted in it."""
    number = quote.first.sentence
    before = words.views[number - 1] if number else None
    opens = all(is_mark(words.views[number], at) for at in range(quote.first.token))
    if before is None or not opens or quote.words < _SHORTEST or not _closes(words, quote):
        return None
    sentence = before.sentence
    apart = sentence.block != words.views[number].sentence.block or any(sentence.quoted)
    if apart or len(sentence.tokens) > _TOLD or any(u.sentence == number - 1 or _is_in(before, u) for u in found):
        return None
    speaker = _subject(before)
    return Utterance(quote.spans, True, number, None, speaker, carried=True) if speaker is not None else None


def _in_words_of(view: View, token: int) -> Speaker | None:
    at = token - 1
    while at >= 0 and (is_mark(view, at) or view.lower(at) == ","):
        at -= 1
    opens = view.lower(0) in ("in", "by") and view.lower(at) in _SAYINGS and view.lower(at - 1) in ("'s", "'")
    return named(view, 1, at - 1) if opens and at > 2 else None


def _behind_dash(view: View, quote: Quotation) -> Speaker | None:
    at = quote.last.token + 1
    while is_mark(view, at):
        at += 1
    if view.lower(at) == "(":
        return _in_brackets(view, at + 1)
    rest = len(view.sentence.tokens) - at
    if view.lower(at) not in DASHES or not 1 < rest <= _SIGNATURE:
        return None
    speaker = speaker_behind(view, at + 1)
    named_whole = speaker is not None and speaker.words[:1].isupper()
    return speaker if named_whole else None


def _in_brackets(view: View, first: int) -> Speaker | None:
    """'"We wait" (Anna Berg)', with what a person is behind a comma: the name; a lone word is a place or a title."""
    last = first
    while view.lower(last)[:1].isalpha() and view.sentence.tokens[last].text[0].isupper():
        last += 1
    mention = view.at.get(first)
    state = mention is not None and isinstance(mention.thing, Party) and mention.thing.kind != "person"
    return named(view, first, last) if last - first >= _NAME and view.lower(last) in (")", ",") and not state else None


def _subject(view: View) -> Speaker | None:
    """The person, "he" or "she" that the sentence begins with; a name nobody knows has two or three words."""
    if view.lower(0) in _PERSONAL:
        return named(view, 0, 1)
    mention = view.at.get(0) or view.at.get(1)
    if mention is None:
        last = next((at for at, token in enumerate(view.sentence.tokens) if not token.text[0].isupper()), 0)
        return named(view, 0, last) if _NAME <= last <= _LONGEST and view.lower(last).isalpha() else None
    if not isinstance(mention.thing, Party) or mention.thing.kind != "person":
        return None
    possessive = view.lower(mention.last) in ("'s", "'")
    return None if possessive else named(view, 0, mention.last)


def _is_in(view: View, utterance: Utterance) -> bool:
    """Whether something is quoted in the sentence."""
    return any(part.overlaps(view.sentence.span) for part in utterance.parts)


def _closes(words: Words, quote: Quotation) -> bool:
    view = words.views[quote.last.sentence]
    return all(is_mark(view, at) for at in range(quote.last.token + 1, len(view.sentence.tokens)))
