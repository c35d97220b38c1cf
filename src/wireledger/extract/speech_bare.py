"""Finds clauses without "that" behind a cue: "said on Monday the boats would arrive"."""

from __future__ import annotations

from wireledger.extract.speech_act import Act
from wireledger.extract.speech_between import ADJUNCTS, past_addressee, past_adjunct, sentence_stop
from wireledger.extract.speech_cues import AUXILIARIES, is_finite
from wireledger.extract.speech_named import PRONOUNS
from wireledger.extract.speech_quotes import is_mark
from wireledger.extract.view import View
from wireledger.model import Days

_JOINING = frozenset("and but or while though although".split())
_LEANING = frozenset(", ; that which who wherever whenever whatever".split())


def begins_phrase(view: View, at: int) -> bool:
    """Whether a noun phrase may begin at a token."""
    lower = view.lower(at)
    if at >= sentence_stop(view) or not (lower[0].isalnum() or is_mark(view, at)):
        return False
    if lower in ADJUNCTS or lower in _JOINING or lower in AUXILIARIES:
        return False
    mention = view.at.get(at)
    return not (mention is not None and isinstance(mention.thing, Days))


def bare_clause(view: View, at: int, act: Act) -> int | None:
    """A clause without "that": "said on Monday the tanks would arrive", "told reporters he would go"."""
    if view.lower(at) in AUXILIARIES:
        return at if act.speaker is not None and not act.inverted else None  # "something Oslo warned would fail"
    at = past_adjunct(view, at)
    if "a" in act.use.cue.frames:
        at = past_addressee(view, at)
    if (
        at >= sentence_stop(view)
        or not begins_phrase(view, at)
        or ("t" not in act.use.cue.frames and not _acts(view, at))
    ):
        return None
    return at


def _acts(view: View, at: int) -> bool:
    """Whether a clause with a verb begins at a token: "adding it would", not "adding two ships"."""
    for i in range(at, sentence_stop(view)):
        if view.lower(i) in _LEANING and i > at:
            return False
        if (is_finite(view.lower(i)) and view.lower(i - 1) != "of") or view.lower(i) in PRONOUNS:
            return True
    return False
