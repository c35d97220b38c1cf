"""Who "both states" and "the three countries" are: the parties that gave jointly before."""

from __future__ import annotations

from dataclasses import replace

from wireledger.extract.memory import Known
from wireledger.extract.view import View
from wireledger.extract.view import view as view_of
from wireledger.model import Mention, Party

_PEOPLES = frozenset(
    "states countries governments nations allies capitals neighbours neighbors partners kingdoms ministries".split()
)
_NUMBERS = {"two": 2, "three": 3, "four": 4}


def with_joint(view: View, joint: Known | None) -> View:
    """The view with a mention of these parties where the sentence speaks of them as two, three or four."""
    if joint is None:
        return view
    for at in range(len(view.sentence.tokens) - 1):
        last = _end(view, at, len(joint.codes))
        if last is not None and not any(i in view.at for i in range(at, last)):
            party = Party("joint", "group", "pronoun", "joint", joint.codes)
            mentions = sorted([*view.sentence.mentions, Mention(at, last, party)], key=lambda m: m.first)
            return view_of(replace(view.sentence, mentions=tuple(mentions)))
    return view


def _end(view: View, at: int, parties: int) -> int | None:
    """Where "both states", "the two countries" or "the three" before "and" or a verb ends, told of so many parties."""
    lower, following = view.lower(at), view.lower(at + 1)
    if parties == 2 and lower == "both" and following in _PEOPLES:
        return at + 2
    if lower == "the" and _NUMBERS.get(following) == parties:
        if view.lower(at + 2) in _PEOPLES:
            return at + 3
        return at + 2 if view.lower(at + 2) in ("and", "have", "had", "will", "said", "also") else None
    return None
