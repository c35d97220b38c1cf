"""Contacts told together that took place one by one: "separate calls with the leaders of Fiji and Peru"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wireledger.extract.contact_touch import Touch
from wireledger.extract.view import View

_APART = frozenset(("separate", "separately", "individually"))
_LEFT, _RIGHT = 2, 3


def each_apart(view: View, touch: Touch) -> Iterator[Touch]:
    """The touch, or one for each of the others where the first named saw them one by one, that other named first."""
    near = {view.lower(i) for i in range(touch.first - _LEFT, touch.last + _RIGHT)}
    if touch.form == "visit" or len(touch.guests) < 3 or not near & _APART or touch.guests[0].many:
        yield touch
        return
    one, *others = touch.guests
    for other in others:
        yield replace(touch, guests=(other, one))
