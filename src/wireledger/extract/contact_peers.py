"""Others who take part without a name: "spoke to leaders across Europe", "calls with his counterparts"."""

from __future__ import annotations

from wireledger.extract.view import View
from wireledger.model import Party

_PEERS = frozenset(
    "leaders leader counterpart counterparts allies ministers partners presidents ambassadors chancellors premiers"
    " officials envoys heads".split()
)
_LINKS = frozenset(("with", "to", "between", "among"))
_PLAIN = frozenset(
    "the his her their its our my other several many some all both fellow foreign world global european transatlantic"
    " african asian arab allied regional western eastern northern key close top senior finance defence defense energy"
    " prime and state-level more than dozen dozens hundreds a of two three four five six seven eight nine ten eleven"
    " twelve".split()
)
_REACH, _LONGEST = 8, 6


def with_peers(view: View, at: int) -> bool:
    """Whether "with" or "to" right of token `at` leads to foreign leaders or allies without a name."""
    for link in range(at, at + _REACH):
        word = view.lower(link)
        if word in (".", ",", ";", ":", '"', "that", "about"):
            return False
        if word in _LINKS:
            return _leads_to_peers(view, link + 1)
    return False


def _leads_to_peers(view: View, first: int) -> bool:
    for at in range(first, first + _LONGEST):
        word = view.lower(at)
        if word in _PEERS:
            return word not in ("leader", "heads") or view.lower(at + 1) in ("of", "from")
        named = at in view.at and isinstance(view.at[at].thing, Party)
        if not (named or word in _PLAIN or word.isdigit()):
            return False
    return False
