"""Nouns of help that govern an offer: "a shipment of rockets", "requests for more tanks", "arms deliveries"."""

from __future__ import annotations

from wireledger.extract.control import control_of
from wireledger.extract.governor import Governor
from wireledger.extract.offers import Offer
from wireledger.extract.steps import Step, step_of
from wireledger.extract.view import View
from wireledger.model import Mood, PledgeStep

_SKIPPED = frozenset("the a an more additional new further its their other to some".split())
_NOUN_ROWS: tuple[tuple[str, tuple[PledgeStep, Mood]], ...] = (
    (
        "delivery deliveries shipment shipments supply supplies flow transfer transfers provision influx",
        ("in_transit", "asserted"),
    ),
    ("donation donations contribution contributions gift gifts tranche disbursement", ("delivered", "asserted")),
    (
        "pledge pledges promise promises commitment commitments offer offers package packages plan plans announcement"
        " drawdown allocation decision",
        ("promised", "asserted"),
    ),
    (
        "donor donors provider providers supplier suppliers contributor contributors",
        ("delivered", "asserted"),
    ),
    (
        "request requests appeal appeals call calls plea pleas demand demands need wish wishes",
        ("requested", "hypothetical"),
    ),
    ("approval authorisation authorization", ("approved", "asserted")),
    ("contract contracts order orders", ("contracted", "asserted")),
    ("suspension halt freeze", ("withdrawn", "asserted")),
    ("proposal proposals", ("floated", "hypothetical")),
    ("refusal reluctance", ("refused", "denied")),
)
WORDS_GIVEN = frozenset("pledge pledges promise promises commitment commitments".split())
_DECIDED = frozenset("decision decisions agreement deal".split())
_NOUNS: dict[str, tuple[PledgeStep, Mood]] = {noun: reading for nouns, reading in _NOUN_ROWS for noun in nouns.split()}
REQUESTS = frozenset(noun for noun, (step, _) in _NOUNS.items() if step == "requested")


def governing_noun(view: View, offer: Offer) -> Governor | None:
    """ "a shipment of rockets", "requests for more tanks", "arms deliveries": a noun that has the offer behind "of"."""
    at = offer.first - 1
    while at >= 0 and view.lower(at) in _SKIPPED:
        at -= 1
    if view.lower(at) in ("of", "for") or (view.lower(at) == "in" and view.lower(at - 1) == "package"):
        reading = _NOUNS.get(view.lower(at - 1))
        if reading is not None:
            return _of_noun(view, at - 1, reading, offer.first - at)
    if view.lower(at) == "on" and view.lower(at - 1) in _DECIDED:
        return _of_noun(view, at - 1, ("promised", "asserted"), offer.first - at)
    reading = _NOUNS.get(view.lower(offer.last))
    if reading is not None and view.lower(offer.last) not in ("need", "plan", "plans", "calls", "call", "offers"):
        return _of_noun(view, offer.last, reading, 1)
    return None


def noun_step(view: View) -> Step | None:
    """The step that the first noun of help in a sentence tells of by itself: "Gifts to date include:"."""
    for token in view.sentence.tokens:
        reading = _NOUNS.get(token.lower)
        if reading is not None and token.lower not in ("need", "plan", "plans", "calls", "call", "order", "orders"):
            return Step(*reading, f"noun-{token.lower}")
    return None


def _of_noun(view: View, noun: int, reading: tuple[PledgeStep, Mood], distance: int) -> Governor:
    """The verb that governs the noun decides ("announced a shipment of"); else the noun itself."""
    step, mood = reading
    if step == "contracted":
        return Governor(Step(step, mood, f"noun-{view.lower(noun)}"), None, None, noun, distance, False)
    for use in reversed(view.uses):
        if use.last > noun or noun - use.last > 6 or use.verb.verb_class in ("list", "sum", "intend"):
            continue
        if view.lower(noun) in WORDS_GIVEN and use.verb.verb_class in ("give", "receive"):
            break  # "brought a promise of trucks" brought no truck
        control_use, control = control_of(view, use)
        read = step_of(use.verb.verb_class, use.tense, control, use.negated)
        if read is not None and not (
            step == "requested" and use.verb.verb_class not in ("refuse", "approve", "withdraw")
        ):
            return Governor(read, use, control_use, noun, distance, False)
        break
    for use in view.uses:
        if (
            use.start >= noun
            and use.start - noun <= 10
            and use.passive
            and use.verb.verb_class in ("approve", "withdraw", "refuse", "announce", "give")
        ):
            read = step_of(use.verb.verb_class, use.tense, None, use.negated)
            if read is not None:
                return Governor(read, use, None, noun, distance, True)
    return Governor(Step(step, mood, f"noun-{view.lower(noun)}"), None, None, noun, distance, False)
