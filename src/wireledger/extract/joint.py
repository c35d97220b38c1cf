"""Who "both states" and "the two countries" are: the two parties that gave jointly before."""

from __future__ import annotations

from dataclasses import replace

from wireledger.extract.memory import Known
from wireledger.extract.view import View
from wireledger.extract.view import view as view_of
from wireledger.model import Mention, Party

_PEOPLES = frozenset(
    "states countries governments nations allies capitals neighbours neighbors partners kingdoms ministries".split()
)


def with_joint(view: View, joint: Known | None) -> View:
    """The view with a mention of the two parties where the sentence speaks of them as two; unchanged elsewhere."""
    if joint is None:
        return view
    for at in range(len(view.sentence.tokens) - 1):
        last = _end(view, at)
        if last is not None and not any(i in view.at for i in range(at, last)):
            party = Party("joint", "group", "pronoun", "joint", joint.codes)
            mentions = sorted([*view.sentence.mentions, Mention(at, last, party)], key=lambda m: m.first)
            return view_of(replace(view.sentence, mentions=tuple(mentions)))
    return view


def _end(view: View, at: int) -> int | None:
    """Where "both states", "the two countries" or "the two" before "and" or a verb ends."""
    lower, following = view.lower(at), view.lower(at + 1)
    if lower == "both" and following in _PEOPLES:
        return at + 2
    if lower == "the" and following == "two":
        if view.lower(at + 2) in _PEOPLES:
            return at + 3
        return at + 2 if view.lower(at + 2) in ("and", "have", "had", "will", "said", "also") else None
    return None
