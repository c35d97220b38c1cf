"""Finds whose a quotation is by the label beside it: 'Berg: "..."', 'Berg had an answer: "..."', '"...": Berg'."""

from __future__ import annotations

from wireledger.extract.speech_acts import acts
from wireledger.extract.speech_cues import is_finite
from wireledger.extract.speech_named import Speaker, named
from wireledger.extract.speech_parts import Words
from wireledger.extract.speech_quotes import DASHES, Quotation, is_mark
from wireledger.extract.speech_speaker import owner, speaker_before, speaker_behind
from wireledger.extract.speech_tease import is_tease
from wireledger.extract.speech_utterance import Utterance
from wireledger.extract.view import View

_OWNING = frozenset(("'s", "'"))
_HIS = frozenset("his her their its".split())
_LONGEST, _LONGEST_CLAUSE, _LONGEST_NAME = 8, 25, 4
_SHORTEST_VERB = 5


def labelled(words: Words, quote: Quotation) -> Utterance | None:
    """Who stands before a colon, behind one, or behind a dash on the line below the quotation."""
    number, token = quote.first
    view = words.views[number]
    if is_tease(view):
        return None
    colon = token - 1
    while colon >= 0 and is_mark(view, colon):
        colon -= 1
    speaker = _before_colon(view, colon) or _behind_colon(words.views[quote.last.sentence], quote)
    if speaker is None and colon < 0 and number:
        before = words.views[number - 1]
        speaker = _of_clause(before, _first(before), len(before.sentence.tokens) - 1)
    if speaker is not None:
        return Utterance(quote.spans, True, number, None, speaker)
    below = quote.last.sentence + 1
    if below < len(words.views) and words.views[below].lower(0) in DASHES:
        speaker = speaker_behind(words.views[below], 1)
        if speaker is not None and speaker.words[0].isupper():
            return Utterance(quote.spans, True, below, None, speaker)
    return None


def _before_colon(view: View, colon: int) -> Speaker | None:
    first = _first(view)
    if colon <= first or view.lower(colon) != ":" or not view.sentence.tokens[first].text[0].isupper():
        return None
    whole = named(view, first, colon) if colon - first <= _LONGEST else None
    return _of_clause(view, first, colon) or whole


def _of_clause(view: View, first: int, colon: int) -> Speaker | None:
    """The subject of a clause before a colon, or whose the answer is that it tells of: "Berg 's answer was clear:"."""
    if view.lower(colon) != ":" or not 1 < colon - first <= _LONGEST_CLAUSE:
        return None
    if view.lower(first) in _HIS:
        return named(view, first, first + 1)
    verb = next((at for at in range(first + 1, colon) if _is_verb(view, at)), None)
    if verb is None:
        return None
    subject = speaker_before(view, verb)
    if subject is None or subject.first > first or not subject.words[0].isupper():
        return None
    owned = any(view.lower(at) in _OWNING for at in range(subject.first, subject.last - 1))
    return (owner(view, subject.last - 1) if owned else None) or subject


def _is_verb(view: View, at: int) -> bool:
    word = view.lower(at)
    past = word.endswith("ed") and len(word) >= _SHORTEST_VERB and view.sentence.tokens[at].text[0].islower()
    return not view.sentence.quoted[at] and (is_finite(word) or past)


def _behind_colon(view: View, quote: Quotation) -> Speaker | None:
    """'"We wait": Berg', '"We wait": Berg warns of a long winter'."""
    at = quote.last.token + 1
    while is_mark(view, at):
        at += 1
    opens = quote.last.sentence == quote.first.sentence and quote.first.token <= 1
    if not opens or view.lower(at) != ":":
        return None
    words = view.sentence.tokens[at + 1 :]
    if 0 < len(words) <= _LONGEST_NAME and all(word.text[0].isupper() for word in words):
        return named(view, at + 1, at + 1 + len(words))
    speakers = [act.speaker for act in acts(view) if act.speaker is not None]
    return next((speaker for speaker in speakers if speaker.first == at + 1), None)


def _first(view: View) -> int:
    """The first word, behind the sign of a list."""
    tokens = view.sentence.tokens
    return next((at for at, token in enumerate(tokens) if token.text[0].isalnum()), len(tokens))
