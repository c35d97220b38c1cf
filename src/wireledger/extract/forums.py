"""At which meeting a pledge was made: "at the NATO summit", "at a meeting of the Contact Group", "during the Quad"."""

from __future__ import annotations

from wireledger.extract.view import View
from wireledger.model import Mention, Party, Span

_AT = frozenset(("at", "during"))
_MEETINGS = frozenset("summit meeting meetings conference session talks gathering council assembly".split())


def forum_of(view: View) -> tuple[str, Span] | None:
    """The code of the forum, alliance or organisation at whose meeting a sentence tells something, and its place."""
    for mention, party in view.parties():
        if party.kind in ("forum", "alliance", "organisation") and _is_there(view, mention, party):
            return party.code, view.span(mention)
    return None


def _is_there(view: View, mention: Mention, party: Party) -> bool:
    preposition = _word_before(view, mention)
    met = view.lower(mention.last) in _MEETINGS
    if preposition in _AT:
        return party.kind == "forum" or met
    before = next((i for i in range(mention.first - 1, max(-1, mention.first - 4), -1) if view.lower(i) == "of"), -1)
    if preposition != "of" or view.lower(before - 1) not in _MEETINGS:
        return False
    return any(view.lower(i) in _AT for i in range(max(0, before - 5), before))


def _word_before(view: View, mention: Mention) -> str:
    """The word before a mention, past an article or "this week's"."""
    at = mention.first - 1
    while view.lower(at) in ("the", "a", "an", "'s", "week", "year", "this", "last", "next"):
        at -= 1
    return view.lower(at)
