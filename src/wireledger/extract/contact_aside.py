"""What only looks like a contact of those named: a call with reporters, the visit of somebody unknown."""

from __future__ import annotations

from wireledger.extract.contact_demands import CALLS
from wireledger.extract.contact_sides import Cast

_OWNING = frozenset(("'s", "'"))
_REACH = 4


def is_aside_of(cast: Cast, first: int, last: int) -> bool:
    """Whether the noun or verb at tokens `first` up to `last` tells of nobody who is named."""
    return _is_press_call(cast, first, last) or _owned_by_stranger(cast, first)


def _is_press_call(cast: Cast, first: int, last: int) -> bool:
    """ "thank you for joining the call", on a page that is a call with reporters: theirs, unless it says with whom."""
    told = cast.memory.title_words
    if not {"press", "call"} <= told or cast.view.lower(last - 1) not in CALLS:
        return False
    return cast.view.lower(last) not in ("with", "between", "to") and not cast.owner(first)


def _owned_by_stranger(cast: Cast, first: int) -> bool:
    """ "Smith's visit", where no Smith is known: it is none of those told of before."""
    view = cast.view
    if not view.sentence.tokens[first].text.islower():
        return False  # the name of a conference, not somebody's
    for at in range(first - 1, max(0, first - 1 - _REACH), -1):
        if view.lower(at) in _OWNING:
            known = at - 1 in view.at or any(a.first <= at - 1 < a.last for a in cast.actors)
            return view.sentence.tokens[at - 1].text[:1].isupper() and not known
        if not view.sentence.tokens[at].text.replace("-", "").isalpha():
            return False
    return False
