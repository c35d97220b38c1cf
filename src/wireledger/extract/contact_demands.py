"""Words that tell of no contact by themselves: a call to act, a body that only tells where somebody works."""

from __future__ import annotations

from wireledger.extract.actors import Actor
from wireledger.extract.view import View

CALLS = frozenset(("call", "calls"))
_WHOM = frozenset("the a an his her their its our my your some all both several".split())
_TITLES = frozenset(("dr", "dr.", "mr", "mr.", "ms", "ms.", "mrs", "mrs."))


def is_demand(view: View, at: int) -> bool:
    """ "the call to act", "calls for a truce": what is asked for, not a call to somebody."""
    if view.lower(at) not in CALLS or view.lower(at - 1) in ("phone", "telephone", "video", "conference"):
        return False
    behind = view.sentence.tokens[at + 2].text if at + 2 < len(view.sentence.tokens) else ""
    to_act = view.lower(at + 1) == "to" and behind.islower() and behind not in _WHOM and at + 2 not in view.at
    return to_act or view.lower(at + 1) == "for"


def is_staff(view: View, actor: Actor) -> bool:
    """ "the White House physician Dr. Smith": a body that only tells where somebody works."""
    tokens, at = view.sentence.tokens, actor.last
    if actor.party.named_by != "body" or at + 1 >= len(tokens) or not tokens[at].text.islower():
        return False
    after = view.at.get(at + 1) or (view.at.get(at + 2) if view.lower(at + 1) in _TITLES else None)
    kind = getattr(after.thing, "kind", "") if after is not None else ""
    return tokens[at].text.isalpha() and kind == "person"
