"""What stands around an offer and tells more of how far help came than its verb: thanks for it, a drawdown it is of."""

from __future__ import annotations

from wireledger.extract.clauses import Clauses
from wireledger.extract.offers import Offer
from wireledger.extract.steps import Step
from wireledger.extract.verbs import Use
from wireledger.extract.view import View

_PRAISING = frozenset("thank praise welcome applaud commend congratulate appreciate laud salute hail".split())
_EXPRESSING = frozenset("express convey offer note repeat reiterate extend".split())
_THANKS = frozenset("appreciation gratitude thanks".split())
THANKED = ("thanked-for", "thanked-for-giving")
_COMING = frozenset("continued ongoing continue continues continuing further additional new will future".split())


def in_circumstances(seen: Clauses, offer: Offer, step: Step) -> Step:
    """The step of an offer, mended where it is thanked for or part of a drawdown; else as it was."""
    going_on = step.step == "in_transit" or step.row.removeprefix("package-") == "is-giving-new"
    if going_on and step.mood == "asserted" and _is_thanked_for(seen, offer):
        return Step("delivered", "asserted", "thanked-for")
    if step.step == "promised" and step.mood == "asserted" and _is_drawn_down(seen.view):
        return Step("approved", "asserted", "drawn-down")
    return step


def praise(seen: Clauses, offer: Offer) -> Use | None:
    """The verb by which somebody thanks or praises another before the offer; None where there is none."""
    acts = (a for a in seen.acts if a.last <= offer.first)
    return next((a for a in acts if a.verb.lemma in _PRAISING or _is_thanks(seen.view, a)), None)


def _is_thanks(view: View, act: Use) -> bool:
    """ "expressed his appreciation for": thanks told with a noun."""
    return act.verb.lemma in _EXPRESSING and any(view.lower(i) in _THANKS for i in range(act.last, act.last + 4))


def _is_thanked_for(seen: Clauses, offer: Offer) -> bool:
    """ "commended Tokyo for its aid": what is thanked for was given, unless it is told to go on or to come."""
    act = praise(seen, offer)
    if act is None:
        return False
    between = [seen.view.lower(i) for i in range(act.last, offer.last)]
    near = set(between[-8:])
    return not near & _COMING and not {"pledge", "pledges", "commitment", "announcement", "decision"} & near


def _is_drawn_down(view: View) -> bool:
    """ "Under a new drawdown", "in this drawdown": what is drawn from stocks was authorised by whoever holds them."""
    for at, token in enumerate(view.sentence.tokens):
        if token.lower == "drawdown":
            return bool({view.lower(i) for i in range(at - 5, at)} & {"under", "in", "within", "of"})
    return False
