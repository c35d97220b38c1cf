"""How much of a report is about security, and about cooperation in it: a measure for the whole text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from wireledger.extract.view import View
from wireledger.lexicon.speech import help_topics, security_topics
from wireledger.model import Item, Money

Topic = Literal["cooperation", "security", "other"]
_SHARE = 0.16
_LEAST = 2
_HALF = 0.5
_BESIDE = frozenset(("tail", "byline", "dateline", "caption"))
_ACTING = frozenset(("state", "alliance", "organisation", "group"))


def topic_of(views: Sequence[View], own_side: str | None) -> Topic:
    """What a report is about, by the share of its sentences that name the topic.

    A sentence that names nobody who acts counts half, unless it stands on a page of a state's own.
    """
    read = [view for view in views if view.sentence.block_kind not in _BESIDE]
    least = max(min(_LEAST, len(read)), _SHARE * len(read))
    weights = [1.0 if own_side is not None or _acts(view) else _HALF for view in read]
    told = sum(weight for view, weight in zip(read, weights, strict=True) if _is_cooperation(view))
    if told >= max(least, 1):
        return "cooperation"
    security = sum(weight for view, weight in zip(read, weights, strict=True) if weight == 1 and _is_security(view))
    return "security" if security >= max(least, 1) else "other"


def _acts(view: View) -> bool:
    return any(party.kind in _ACTING or party.acts_for is not None for _, party in view.parties())


def _is_cooperation(view: View) -> bool:
    """Arms or help are named, an alliance beside a state, or aid or money between two sides."""
    if _has_thing(view) or _has_word(view, help_topics()):
        return True
    sides = {party.acts_for for _, party in view.parties() if party.acts_for is not None}
    if len(sides) < 2:
        return False
    joins = any(party.kind == "alliance" for _, party in view.parties())
    return joins or any(isinstance(m.thing, Money | Item) for m in view.sentence.mentions)


def _is_security(view: View) -> bool:
    return _has_thing(view) or _has_word(view, security_topics())


def _has_thing(view: View) -> bool:
    return any(isinstance(m.thing, Item) and m.thing.strength == "strong" for m in view.sentence.mentions)


def _has_word(view: View, words: frozenset[str]) -> bool:
    return any(token.lower in words for token in view.sentence.tokens)
