"""How likely a contact is right in every core field: a small sum of weights over what was read and how."""

from __future__ import annotations

import math

from wireledger.extract.contact_touch import Touch
from wireledger.model import Mood

_BIAS = 0.5
_WEIGHTS = {
    "verb": 0.5,
    "sides said": 0.8,
    "place": 0.3,
    "day": 0.3,
    "many sides": -0.5,
    "carried sides": -0.3,
    "not sure": -0.3,
}


def contact_confidence(touch: Touch, mood: Mood) -> float:
    """A probability between 0 and 1."""
    carried = any(s.carried for s in (*touch.guests, *touch.hosts))
    features = {
        "verb": touch.rule in ("contacts/visit", "contacts/go", "contacts/meet", "contacts/speak", "contacts/phone"),
        "sides said": not carried,
        "place": touch.place is not None and "place" not in touch.carried,
        "day": touch.when is not None and "when" not in touch.carried,
        "many sides": len(touch.guests) > 3,
        "carried sides": carried,
        "not sure": mood == "hypothetical",
    }
    total = _BIAS + sum(_WEIGHTS[name] for name, holds in features.items() if holds)
    return 1 / (1 + math.exp(-total))
