"""Tells whether a noun of joining speaks of what has come: "its entry on 4 April", "since its accession in 2009"."""

from __future__ import annotations

from datetime import date

from wireledger.extract.actors import Actor
from wireledger.extract.member_memory import Found
from wireledger.extract.member_words import Joining
from wireledger.extract.view import View
from wireledger.model import Days

_ENTRIES = frozenset("accession entry admission ascension".split())
_OPEN = frozenset(
    "talks negotiations negotiate debate referendum vote voted process conditions promise plan date target for towards"
    " toward".split()
)
_LEFT, _GAP = 6, 1


def has_come(view: View, here: list[Actor], joining: Joining, alliance: Found, on: date | None) -> bool:
    """Whether the entry has a day behind it that lies before the report's, or is told with "since"."""
    if joining.verb or joining.word_class != "join" or view.lower(joining.first) not in _ENTRIES:
        return False
    before = [view.lower(i) for i in range(max(0, joining.start - _LEFT), joining.start)]
    if _OPEN & set(before):
        return False
    if "since" in before:
        return True
    end = max([joining.last, *(a.last for a in here if a.span == alliance.span)])
    for mention in view.sentence.mentions:
        days = mention.thing
        if not isinstance(days, Days) or not 0 <= mention.first - end <= _GAP or days.interval is None:
            continue
        stop = days.interval.stop
        return on is not None and stop is not None and stop <= on
    return False
