"""What tells, without a word that says so, that help was told before: it is thanked for, or stands far down."""

from __future__ import annotations

from wireledger.extract.circumstances import THANKED
from wireledger.extract.memory import Memory
from wireledger.extract.offers import Offer
from wireledger.extract.steps import Step
from wireledger.extract.view import View
from wireledger.model import Days

_NEWS = 3


def recalled_by(view: View, step: Step, offer: Offer, remembered: Memory) -> str | None:
    """What tells that help was told before, by name: it is thanked for, far down, or has no figure and day."""
    if step.mood != "asserted" or step.step not in ("delivered", "in_transit"):
        return None
    if step.step == "delivered" and step.row in THANKED:
        return "thanked"
    dated = any(isinstance(m.thing, Days) for m in view.sentence.mentions)
    if remembered.own_side is None and view.sentence.index >= _NEWS and not dated:
        return "background"
    if step.step != "delivered":
        return None
    figure = offer.quantity or offer.money or offer.single
    return "recounted" if not figure and not dated and view.sentence.index > 0 else None
