"""Settles whose a shared currency is: "280 million kroner" are Norway's where no other owner is named.

The states of the sentence decide; where it names none of them, those the report has named so far. Where two are left
the currency stays None.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from wireledger.lexicon.parties import currencies
from wireledger.model import Mention, Money, Party, Token


def named_states(mentions: Iterable[Mention]) -> set[str]:
    """The states that some mentions name, or that those they name act for."""
    return {m.thing.acts_for for m in mentions if isinstance(m.thing, Party) and m.thing.acts_for in _with_currency()}


def with_owners(words: Sequence[Token], mentions: list[Mention], told: Collection[str]) -> list[Mention]:
    """The mentions of a sentence, each sum in a shared currency with its code where one state is left."""
    if not any(isinstance(m.thing, Money) and m.thing.currency is None for m in mentions):
        return mentions
    here = named_states(mentions)
    return [_owned(words, mention, here, told) for mention in mentions]


def _owned(words: Sequence[Token], mention: Mention, here: Collection[str], told: Collection[str]) -> Mention:
    thing = mention.thing
    if not isinstance(thing, Money) or thing.currency is not None:
        return mention
    owners = _owners().get(words[mention.last - 1].lower, {})
    codes = {owners[s] for s in here if s in owners} or {owners[s] for s in told if s in owners}
    return replace(mention, thing=replace(thing, currency=codes.pop())) if len(codes) == 1 else mention


@cache
def _owners() -> Mapping[str, Mapping[str, str]]:
    """The states that share a currency's word, each with its code."""
    owners: dict[str, dict[str, str]] = {}
    for currency in currencies():
        for word in currency.words if currency.state else ():
            owners.setdefault(word.lower(), {})[currency.state or ""] = currency.code
    return owners


@cache
def _with_currency() -> frozenset[str]:
    return frozenset(state for states in _owners().values() if len(states) > 1 for state in states)
