"""Finds the credit that ends a sentence: ", Reuters reports", ", the BBC reported on Friday"."""

from __future__ import annotations

from wireledger.extract.speech_between import past_adjunct
from wireledger.extract.view import View

_CREDITING = frozenset(("reports", "reported", "reporting"))
_LONGEST = 5


def credited(view: View, comma: int, stop: int) -> bool:
    """Whether behind the comma only an outlet with its "reports" stands, and where or when it did."""
    if view.lower(comma) != ",":
        return False
    at = comma + 1 + (view.lower(comma + 1) == "the")
    first = at
    while at < min(stop, first + _LONGEST) and view.sentence.tokens[at].text[0].isupper():
        at += 1
    return at > first and view.lower(at) in _CREDITING and past_adjunct(view, at + 1) >= stop
