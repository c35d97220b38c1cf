"""How likely a claim is right in every core field: a small sum of weights over what was read and how."""

from __future__ import annotations

import math

from wireledger.extract.govern import Governor
from wireledger.extract.offers import Offer
from wireledger.model import Pledge

_BIAS = -0.2
_WEIGHTS = {
    "donors said": 0.7,
    "recipient said": 0.5,
    "figure": 0.4,
    "strong item": 0.3,
    "governed": 0.3,
    "donors unknown": -0.8,
    "recipient unknown": -0.6,
    "far verb": -0.4,
    "hypothetical": -0.3,
}


def pledge_confidence(pledge: Pledge, carried: frozenset[str], governor: Governor | None, offer: Offer) -> float:
    """A probability between 0 and 1."""
    thing = offer.thing
    features = {
        "donors said": bool(pledge.donors) and "donors" not in carried,
        "recipient said": bool(pledge.recipients) and "recipient" not in carried,
        "figure": pledge.quantity is not None or pledge.money is not None,
        "strong item": thing is not None and thing.strength == "strong",
        "governed": governor is not None and governor.strong,
        "donors unknown": not pledge.donors,
        "recipient unknown": not pledge.recipients,
        "far verb": governor is not None and governor.distance > 12,
        "hypothetical": pledge.step in ("requested", "floated"),
    }
    total = _BIAS + sum(_WEIGHTS[name] for name, holds in features.items() if holds)
    return 1 / (1 + math.exp(-total))
