"""Who gives or receives by what is left unsaid: a gift without a verb, whom one bargains with, where one is taught."""

from __future__ import annotations

from wireledger.extract.offers import Offer
from wireledger.extract.view import View
from wireledger.model import Mention, Party

_MEETINGS = frozenset("call calls talks talk meeting conversation phone summit visit".split())


def is_met(view: View, mention: Mention) -> bool:
    """ "after a call with the German chancellor": whoever is spoken with gives nothing by that."""
    at = mention.first - 1
    while at > 0 and view.lower(at) != "with":
        at -= 1
    return view.lower(at - 1) in _MEETINGS


def is_partner(view: View, last: int, offer: Offer) -> bool:
    """ "the bank, with which Accra negotiates about a loan": from whom the thing is to come."""
    at = last + (view.lower(last) == ",")
    relative = view.lower(at) in ("with", "from") and view.lower(at + 1) in ("which", "whom")
    return relative and at < offer.first and not any(view.lower(i) in (";", ",") for i in range(at, offer.first))


def is_land(party: Party) -> bool:
    """Whether a party is a state by its own name, the land where something is done."""
    return party.kind == "state" and party.named_by == "name"


_GIVES = frozenset("give promise announce offer allocate approve".split())


def gapped(view: View, first: int) -> str | None:
    """ "Rome promised 50 trucks, and Lima 40 vans": who gives; "gave Peru 50 trucks and Chile 40": who receives."""
    before = [use for use in view.uses if use.last <= first and use.verb.verb_class in _GIVES]
    if view.lower(first - 1) not in ("and", ",", "while", "but") or not before or before[-1].passive:
        return None
    object_ = view.at.get(before[-1].last)
    return "gapped to" if object_ is not None and isinstance(object_.thing, Party) else "gapped"
