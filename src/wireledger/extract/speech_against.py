"""Tells where a report puts something of its own against what is said: "denied it, but the boats had left"."""

from __future__ import annotations

from wireledger.extract.speech_act import Act
from wireledger.extract.speech_cues import is_finite
from wireledger.extract.speech_named import PRONOUNS
from wireledger.extract.speech_quotes import is_mark
from wireledger.extract.view import View

_DASHES = frozenset("—–")
_AGAINST = frozenset("despite although though even that's contradicting".split())
_JUDGED_AS = frozenset("claim charge allegation assertion accusation statement figure move view stance".split())
_SHARED_BUT = frozenset("also that not only if when would will is are was has have could".split())
_CLAUSE = 10
_DETERMINERS = frozenset("the a an its his her their this these no".split())


def against_it(view: View, act: Act, at: int) -> bool:
    """ "denied it, but ships had left", 'said it was "late," but Riga waited': what the report puts against it."""
    if view.lower(at + (view.lower(at) == ",")) != "but" or view.lower(at + 1) in _SHARED_BUT:
        return False
    denies = act.use.negated or act.use.cue.manner == "deny"
    but = at + (view.lower(at) == ",")
    told = any(is_finite(view.lower(i)) for i in range(but + 2, but + _CLAUSE))
    behind_quotation = is_mark(view, but - 1) and view.lower(but - 2) == ","
    own = view.lower(but + 1) not in PRONOUNS | _SHARED_BUT
    subject = view.lower(but + 1) in _DETERMINERS or view.sentence.tokens[but + 1].text[0].isupper()
    if view.lower(at) == ",":
        return own and ((told and denies) or (subject and act.use.cue.manner in ("say", "claim")))
    return own and subject and behind_quotation


def judges(view: View, at: int) -> bool:
    """ "denied it - that's despite the pictures": what the report holds against it, behind a dash."""
    tokens = view.sentence.tokens[at : at + 2]
    apart = view.lower(at) in _DASHES | {"-"} and len(tokens) > 1 and tokens[0].stop < tokens[1].start
    judged = view.lower(at + 1) in ("a", "an") and view.lower(at + 2) in _JUDGED_AS  # "- a claim that is false"
    against = view.lower(at + 1) in _AGAINST or (view.lower(at + 1) == "that" and view.lower(at + 2) == "'s")
    return apart and (judged or against)
