"""What promises and postponements say of time: "pledged 20 tanks by June", "put off to Friday" look ahead though told
as done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from wireledger.annotate.days.edges import Found
from wireledger.annotate.days.names import word_set
from wireledger.annotate.days.reading import Words
from wireledger.annotate.days.tense import Cue, Tense

_PROMISING: Final = word_set(
    "pledged promised vowed agreed committed offered allocated earmarked announced ordered decided approved"
)
_PASSIVE: Final = word_set("was were been had hadn't")
_PERFECT: Final = word_set("has have 've")
_PUT_OFF: Final = word_set("postponed delayed moved rescheduled adjourned deferred shifted pushed")
_PUT_REACH: Final = 9
_LIMITS: Final = frozenset(("by", "start"))
_NO_VERBS: Final = word_set("the a an its their his her our this these all both other")
_SEASONAL: Final = frozenset(("month", "season", "quarter", "part"))

Clauses = Sequence[tuple[int, str, list[Cue]]]


def promised_tense(words: Words, parts: Clauses, at: int, found: Found, tense: Tense) -> Tense:
    """The tense of a time at token `at` that the words of a promise leave behind, else the given one.

    What is put off to a time is still to come. A limit or a start is that of what was promised, as is what it was
    promised for ("aid for the winter"); a month or season behind "agreed to send" is the nearer one; a weekday and a
    date tell when it was promised.
    """
    if tense == "behind" and _is_put_off(words.low, at):
        return "ahead"
    if tense != "behind" or (promise := _promise(words.low, parts, at)) is None:
        return tense
    infinitive = any(words.low[i] == "to" and _is_base(words.raw[i + 1]) for i in range(promise + 1, at - 1))
    meant_for = not found.edge and words.low[at - 1] == "for"
    if found.edge in _LIMITS or meant_for or (found.edge == "before" and infinitive):
        return "ahead"
    return "now" if not found.edge and infinitive and found.reading.kind in _SEASONAL else tense


def _is_put_off(lows: Sequence[str], at: int) -> bool:
    """ "postponed the call to Friday", "delayed until June": not "moved to Oslo in June"."""
    behind = lows[at - 1] == "to" or lows[at] in ("until", "till")
    return behind and any(word in _PUT_OFF for word in lows[max(0, at - _PUT_REACH) : at])


def _promise(lows: Sequence[str], parts: Clauses, at: int) -> int | None:
    """The verb of promising that is the last verb before token `at`."""
    cues = [cue for _, _, cues in parts for cue in cues if cue[0] < at]
    if not cues:
        return None
    last = cues[-1][0]
    told = [i for i in (last, last + 1, last + 2) if i < at and lows[i] in _PROMISING]
    if not told or (told[0] != last and lows[last] not in _PERFECT):
        return None
    return told[0] if lows[told[0] - 1] not in _PASSIVE else None


def _is_base(word: str) -> bool:
    """Whether a word behind "to" may be a verb: no name, no figure, no article."""
    return word.isalpha() and word.islower() and word not in _NO_VERBS
