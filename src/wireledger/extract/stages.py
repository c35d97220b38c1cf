"""What a sentence says has become of a thing it names: where it is, or what was done with the offer itself.

"The fifty trucks are at sea", "the nine others follow in May", "all ten planes that Lima promised are now there": no
verb of giving has the thing, yet how far help came is told by what is said of it.
"""

from __future__ import annotations

from wireledger.extract.governor import Governor
from wireledger.extract.offers import Offer
from wireledger.extract.steps import Step
from wireledger.extract.verbs import Use
from wireledger.extract.view import View
from wireledger.model import Item, Party

_REACH = 14
_BE = frozenset(("is", "are"))
_WERE = frozenset(("was", "were"))
_ADVERBS = frozenset("now already currently still also all safely finally both".split())
_GROUNDS = frozenset("battlefield front hands ground service".split())
_UNDER_WAY = (
    *("at sea", "on its way", "on their way", "on the way", "on the road", "en route", "in transit", "on the move"),
    *("being loaded", "being unloaded", "being shipped", "being moved", "being flown", "being transported"),
)
_MOVED_IN = ("crossed the", "crossed into", "rolled into", "rolled across", "crossed over")
_FOLLOWS = frozenset("follow follows".split())
_MARKS = frozenset((";", ".", ":"))
_OPENS = frozenset("that which who".split())


def stage(view: View, offer: Offer, found: Governor | None) -> Step | None:
    """How far help came by what is said of the thing; None where nothing is, or a verb of giving has it."""
    subject = view.lower(offer.last) in _BE | _WERE and (
        found is None or found.use is None or found.use.last <= offer.first
    )
    if offer.recalled or not (found is None or subject or _is_told_aside(view, offer, found)):
        return None
    if subject and found is not None:
        return _state(view, offer.last)
    for at in _said_of(view, offer, found):
        told = _state(view, at) or _moved(view, offer, at)
        if told is not None:
            return told
    return None


def _is_told_aside(view: View, offer: Offer, found: Governor) -> bool:
    """ "the first four, promised in June,", "the ten that Lima promised": whose verb stands in a clause of its own."""
    if not found.behind or found.use is None:
        return False
    relative = any(view.lower(at) in _OPENS for at in range(offer.last, min(offer.last + 2, found.use.start)))
    return found.use.tense == "participle" or relative


def _said_of(view: View, offer: Offer, found: Governor | None) -> range:
    """The tokens behind an offer in which something can be said of it: up to the next mark or the next thing."""
    first = found.use.last if found is not None and found.use is not None else offer.last
    last = first
    while last < min(first + _REACH, len(view.sentence.tokens)) and view.lower(last) not in _MARKS:
        if last in view.at and isinstance(view.at[last].thing, Item) and view.at[last].first > offer.last:
            break
        last += 1
    return range(first, last)


def _state(view: View, at: int) -> Step | None:
    """What "is" or "are" at a token says of its subject: under way, or there."""
    told = view.lower(at) in _WERE and any(view.lower(i) in ("said", "that") for i in range(at))
    if view.lower(at) not in _BE and not told:
        return None
    at += 1
    still = view.lower(at) == "still"
    while view.lower(at) in _ADVERBS:
        at += 1
    words = " ".join(view.lower(i) for i in range(at, at + 3)) + " "
    if words.startswith(tuple(f"{phrase} " for phrase in _UNDER_WAY)):
        return Step("in_transit", "asserted", "is-under-way")
    if still or told:
        return None  # "are still in Norway": not gone yet
    ahead = {view.lower(i) for i in range(at + 1, at + 5)}
    party = any(i in view.at and isinstance(view.at[i].thing, Party) for i in (at + 1, at + 2))
    there = view.lower(at) == "there" and view.lower(at + 1) in ("", ".", ",")
    if there or (view.lower(at) in ("in", "on") and bool(party or ahead & _GROUNDS)):
        return Step("delivered", "asserted", "is-there")
    return None


def _moved(view: View, offer: Offer, at: int) -> Step | None:
    """ "crossed the border" is there, "follow in May" is still to come."""
    words = " ".join(view.lower(i) for i in range(at, at + 2))
    if words in _MOVED_IN and "border" in {view.lower(i) for i in range(at, at + 4)}:
        return Step("delivered", "asserted", "moved-in")
    near = at - offer.last <= 2 and not _has_verb(view.uses, offer.last, at)
    if view.lower(at) in _FOLLOWS and near and view.lower(at + 1) not in ("a", "an", "the", "from", "up"):
        return Step("promised", "asserted", "is-to-follow")
    return None


def _has_verb(uses: tuple[Use, ...], first: int, last: int) -> bool:
    return any(first <= use.first < last for use in uses)
