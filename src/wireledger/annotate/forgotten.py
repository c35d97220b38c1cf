"""Tells where spoken words begin or end whose quotation mark was forgotten."""

from __future__ import annotations

from collections.abc import Sequence

from wireledger.lexicon.speech import cue_words
from wireledger.model import Token

_ENDS = frozenset(".!?")
_BEFORE_SPEAKER = frozenset(",!?")
_SHORTEST, _LONGEST_NAME = 3, 6
_SPEAKERS = frozenset("he she they the a an one".split())


def never_opened(words: Sequence[Token], first: int, last: int, is_open: bool) -> bool:
    """Whether a mark at tokens `first` up to `last` plainly closes what no mark of its sentence opened.

    It ends the sentence, or whoever speaks follows: 'We are late," Larsen said'.
    """
    if is_open or first <= _SHORTEST or any(word.text in ('"', "'") for word in words[:first]):
        return False
    if last >= len(words):
        return words[first - 1].text in _ENDS
    glued = words[first - 1].stop == words[first].start and words[last - 1].stop < words[last].start
    return glued and words[first - 1].text in _BEFORE_SPEAKER and _attributes(words, last)


def unclosed(words: Sequence[Token], first: int) -> int:
    """Where words that an only mark opens before token `first` end, if who says them ends the sentence; else 0.

    '"We are late, Larsen said.'
    """
    comma = next((at for at in range(len(words) - 1, first, -1) if words[at].text == ","), 0)
    short = comma > first + 1 and len(words) - comma <= _LONGEST_NAME
    return comma if short and words[-1].text in _ENDS and _attributes(words, comma + 1) else 0


def _attributes(words: Sequence[Token], at: int) -> bool:
    """Whether a verb of speech and whoever speaks stand at a token, in either order."""
    if _says(words[at]):
        return at + 1 < len(words) and _names(words[at + 1])
    if not _names(words[at]):
        return False
    return any(_says(word) for word in words[at + 1 : at + _LONGEST_NAME])


def _names(word: Token) -> bool:
    return word.text[0].isupper() or word.lower in _SPEAKERS


def _says(word: Token) -> bool:
    forms = cue_words().get(word.lower, ())
    return any("q" in f.cue.frames and {"past", "third"} & set(f.forms) for f in forms)
