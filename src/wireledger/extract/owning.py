"""What a state or an army has: "has 36 tanks", "the navy's nine boats"; nothing of that is given by being told."""

from __future__ import annotations

from itertools import pairwise

from wireledger.extract.offers import Offer
from wireledger.extract.readings import Reading
from wireledger.extract.view import View
from wireledger.model import Party

_OWNING = frozenset("have own operate possess field keep retain".split())
_FINITE = frozenset(("present", "past"))
_OWNERS = frozenset("army navy military force forces fleet corps arsenal".split())
_NEAR = 3


def is_possessed(view: View, reading: Reading) -> bool:
    """Whether a counted thing that no word of help has is told of as somebody's own."""
    offer = reading.offer
    if reading.governor is not None or offer.money is not None or not (offer.quantity or offer.single):
        return False
    return (_is_had(reading) or _is_of_an_army(view, offer)) and not _is_for_another(view, offer)


_TRAINING = frozenset("training trained train trains instruction course courses practise practised practising".split())


def is_trained_on(view: View, offer: Offer) -> bool:
    """ "have begun training on ten jets": what is learned is not given."""
    first = offer.first - 1 - (view.lower(offer.first - 1) == "the")
    return view.lower(first) in ("on", "with") and view.lower(first - 1) in _TRAINING


_MAKING = frozenset("produce make build manufacture finish assemble".split())


def is_made(reading: Reading) -> bool:
    """ "can finish two guns a month": what is made is not given by being made."""
    if reading.governor is not None or reading.case is None or reading.offer.money is not None:
        return False
    left = next((a for a in reversed(reading.case.clauses.acts) if a.last <= reading.offer.first), None)
    return left is not None and left.verb.lemma in _MAKING and reading.offer.first - left.last <= _NEAR


def is_first_of_its_kind(view: View, reading: Reading) -> bool:
    """ "14 tanks, the first Western tanks to be promised": what a thing told before is the first of."""
    offer, found = reading.offer, reading.governor
    if offer.quantity or offer.money or found is None or found.use is None or found.use.tense != "infinitive":
        return False
    words = [view.lower(i) for i in range(offer.first - 2 if found.behind else found.use.start - 6, offer.first)]
    return any(pair == ("the", "first") for pair in pairwise(words[:2] if found.behind else words))


def is_compared(view: View, offer: Offer) -> bool:
    """ "has given more than tanks", "more tanks than Peru", "which is a tank": what tells of no thing that is given."""
    if offer.quantity or offer.money:
        return False
    more = [view.lower(offer.first - 2), view.lower(offer.first - 1)] == ["more", "than"]
    than = view.lower(offer.first - 1) == "more" and view.lower(offer.last) == "than"
    kind = offer.single is not None and view.lower(offer.first - 1) == "is" and view.lower(offer.first - 2) == "which"
    return more or than or kind


def does_itself(reading: Reading) -> bool:
    """ "Ten of them can fly": what some things of those told before do or can do is no more help."""
    offer = reading.offer
    if not offer.bare or reading.governor is not None or reading.case is None:
        return False
    right = next((act for act in reading.case.clauses.acts if act.start >= offer.last), None)
    near = right is not None and right.start - offer.last <= _NEAR
    return (
        right is not None
        and near
        and not right.passive
        and (right.tense == "modal" or (right.tense == "present" and right.verb.verb_class == "plain"))
    )


def _is_had(reading: Reading) -> bool:
    """ "Norway has 36 tanks": a verb of owning right before the thing."""
    offer = reading.offer
    acts = reading.case.clauses.acts if reading.case is not None else ()
    left = next((act for act in reversed(acts) if act.last <= offer.first), None)
    if left is None or left.verb.lemma not in _OWNING or left.negated:
        return False
    return left.tense in _FINITE and offer.first - left.last <= _NEAR


def _is_of_an_army(view: View, offer: Offer) -> bool:
    """ "the army's 82 tanks": whose thing is told of."""
    return view.lower(offer.first - 1) in ("'s", "'") and view.lower(offer.first - 2) in _OWNERS


def _is_for_another(view: View, offer: Offer) -> bool:
    """ "has ten trucks for Moldova": what is had for another may be given."""
    near = range(offer.last + 1, offer.last + 4)
    party = any(at in view.at and isinstance(view.at[at].thing, Party) for at in near)
    return view.lower(offer.last) in ("for", "to") and party
