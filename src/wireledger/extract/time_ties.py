"""Which verb ties a time told in a sentence to what is offered there, and whether it looks ahead."""

from __future__ import annotations

from dataclasses import dataclass

from wireledger.extract.event_days import SPEAKING
from wireledger.extract.offers import Offer
from wireledger.extract.verbs import Use
from wireledger.extract.view import View
from wireledger.model import Days, Item, Money, Quantity

_BREAKS = frozenset(
    "; : — – despite although though because while where when what after unless".split()
)  # what follows these is another clause
_TOTALS = frozenset("total totalling totaling taking bringing".split())
_FORWARD = frozenset(("future", "modal", "duty", "infinitive", "progressive", "gerund", "present"))
_MODALS = frozenset("will would shall should could 'll".split())
_OPENERS = frozenset(
    "in on by for over from during within starting beginning and but then later early late the".split()
)
_LINKS = frozenset("on for in to with from by at against".split())
_LISTING = frozenset(("including", "such", "among"))
GIVING = frozenset("give train arm arrive receive".split())
_READY = frozenset(("ready", "delivery", "deliveries", "due", "expected", "available"))
_COMING = frozenset("delivery deliveries shipment shipments handover arrival first arriving".split())
_NEAR, _ASIDE = 3, 6


@dataclass(frozen=True, slots=True)
class Time:
    """A time told at tokens `first` up to `last`; `vague`: its words name no days; `adjective`: "immediate aid"."""

    first: int
    last: int
    days: Days
    vague: bool = False
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties a time to an offer: a verb of help, or none where the two stand in one clause without any."""

    use: Use | None
    forward: bool


def tie(view: View, offer: Offer, time: Time) -> Tie | None:
    """How a time hangs together with an offer; None where it belongs to something else."""
    for use in view.uses:
        if use.start <= time.first < use.last:
            return _tied(use) if not _is_broken(view, *_gap(use, offer)) else None
    return _behind(view, offer, time) if time.first > offer.first else _before(view, offer, time)


def _tied(use: Use) -> Tie:
    return Tie(use, use.tense in _FORWARD)


def _gap(use: Use, offer: Offer) -> tuple[int, int]:
    return (use.last, offer.first) if use.last <= offer.first else (offer.last, use.start)


def _is_broken(view: View, first: int, last: int) -> bool:
    breaks = [i for i in range(first, last) if view.lower(i) in _BREAKS]
    return any(view.lower(i) != ":" or view.lower(i - 1) not in _READY for i in breaks)


def _behind(view: View, offer: Offer, time: Time) -> Tie | None:
    first, last = offer.last, time.first
    if any(stops(view, first, last) for stops in (_is_broken, _is_told, _is_of_part, _opens_aside)):
        return None
    between = [use for use in _verbs(view) if use.start >= first and use.last <= last]
    if any(has_thing(view, use.last, last) for use in between if not use.passive):
        return None
    before = [use for use in _verbs(view) if use.last <= offer.first]
    nearest = (between or before)[-1:]
    ahead = any(view.lower(i) in _MODALS for i in range(first, last))
    if nearest and (not ahead or nearest[0].verb.verb_class in GIVING):
        return _tied(nearest[0])
    return Tie(nearest[0] if nearest else None, ahead)


def _before(view: View, offer: Offer, time: Time) -> Tie | None:
    """A time between the verb and the offer, or at the front of the sentence."""
    gap = {view.lower(i) for i in range(time.last, offer.first)}
    opened = _list_opens(view, time.last, offer.first)
    if _is_broken(view, time.last, opened) or ")" in gap or (time.adjective and gap & _LINKS):
        return None  # "an immediate focus on drones" promises no drones at once
    between = [use for use in _verbs(view) if use.start >= time.last and use.last <= offer.first]
    before = [use for use in _verbs(view) if use.last <= time.first]
    if not between:
        listed = _opens_list(view, time.last) or opened < offer.first
        near = before and (time.first - before[-1].last <= _NEAR or time.adjective or listed)
        return _tied(before[-1]) if near else None
    other_verb = any(view.lower(i) in _MODALS for i in range(time.last, between[0].start))
    if time.adjective or not _is_front(view, time.first) or other_verb:
        return None
    return _tied(between[0])


def _list_opens(view: View, first: int, last: int) -> int:
    """Where the colon stands that opens a list of what is given: "will deliver by June: 20 tanks"; else `last`."""
    return next((i for i in range(first, last) if view.lower(i) == ":"), last)


def _verbs(view: View) -> list[Use]:
    """The verbs that say what happens; "including" only lists."""
    return [use for use in view.uses if use.verb.verb_class != "list"]


def _is_front(view: View, at: int) -> bool:
    return all(view.lower(i) in _OPENERS or not view.lower(i).isalpha() for i in range(at))


def _opens_list(view: View, at: int) -> bool:
    """ "in 2024, including drones" """
    return view.lower(at + (view.lower(at) in (",", "(", "—", "–"))) in _LISTING


def _opens_aside(view: View, first: int, last: int) -> bool:
    """ "..., with an agreement expected this month": what follows is told of something else, but for its delivery."""
    opened = [i for i in range(first, last) if view.lower(i) == "," and view.lower(i + 1) == "with"]
    return any(not any(view.lower(j) in _COMING for j in range(i + 2, i + _ASIDE)) for i in opened)


def _is_told(view: View, first: int, last: int) -> bool:
    """ "14 tanks, the ministry said on Friday": the day is that of who says it; so is what a total is said with."""
    passive = {i for use in view.uses if use.passive or use.tense == "participle" for i in range(use.start, use.last)}
    return any(view.lower(i) in _TOTALS or (view.lower(i) in SPEAKING and i not in passive) for i in range(first, last))


def _is_of_part(view: View, first: int, last: int) -> bool:
    """ "650 missiles, the first of them before the end of the year": the time of some of them."""
    pairs = ((view.lower(i), view.lower(i + 1)) for i in range(first + 1, last))
    return any(one == "of" and other in ("them", "these", "those", "which") for one, other in pairs)


def has_thing(view: View, first: int, last: int) -> bool:
    """Whether something else that may be given stands at tokens `first` up to `last`."""
    return any(isinstance(view.at[i].thing, Item | Money | Quantity) for i in range(first, last) if i in view.at)
