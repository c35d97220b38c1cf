"""Tells the things that are fought, fired or lost from those that can be given.

"systems to counter drones" are given, the drones are not; nor are those that were shot down or launched at a town.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wireledger.lexicon.equipment import is_kind_of_category
from wireledger.model import Item, Mention, Party, Quantity, Token

_FIGHTING = frozenset(
    "counter counters countering countered intercept intercepts intercepting intercepted repel repels repelling"
    " repelled destroy destroys destroying destroyed detect detects detecting defeat defeats defeating neutralise"
    " neutralize neutralising neutralizing against jam jams down downs downed downing lost lose loses losing".split()
)
_DOWNING = frozenset("shoot shoots shooting shot bring bringing brought take taking took knock knocked".split())
_FIRING = frozenset(
    "fire fires fired firing launch launches launched launching hurl hurled drop dropped dropping rained rain".split()
)
_FIRED = ("missile", "ammunition", "drone")
_FILL = frozenset(
    "a an all the of some these those its their more another incoming enemy further additional both".split()
)
_JOINTS = frozenset((",", "and", "or", "&"))
_PURPOSES = frozenset(("to", "that", "which", "for"))


def fought(words: Sequence[Token], items: Sequence[Mention], taken: Mapping[int, Mention]) -> frozenset[int]:
    """The first tokens of the things that are fought, fired or lost, and of those listed behind them."""
    found: set[int] = set()
    last = -1  # where the list of what a main verb fights goes on
    for item in items:
        at = _past_count(words, item.first, taken)
        listed = 0 <= last < at and all(w.lower in _JOINTS for w in words[last:at])
        fights_it = at > 0 and _is_fight(words, at - 1, item)
        if listed or fights_it:
            found.add(item.first)
        last = item.last if listed or (fights_it and not _is_purpose(words, at - 1)) else -1
    return frozenset(found)


def fights(words: Sequence[Token], one: Mention, other: Mention, taken: Mapping[int, Mention]) -> bool:
    """Whether one thing is there to fight the other: "systems to shoot down drones", "weapons against tanks"."""
    gap = words[one.last : other.first]
    if not gap or len(gap) > 3 or any(i in taken for i in range(one.last, other.first)):
        return False
    return gap[0].lower in _PURPOSES or (gap[0].lower == "against" and len(gap) == 1)


def _past_count(words: Sequence[Token], first: int, taken: Mapping[int, Mention]) -> int:
    """Where a thing begins with its count and whose it is: "all 89 Iranian drones"."""
    at = first
    while at:
        mention = taken.get(at - 1)
        if mention is None:
            if words[at - 1].lower not in _FILL:
                break
            at -= 1
        elif isinstance(mention.thing, Quantity) or _is_demonym(mention):
            at = mention.first
        else:
            break
    return at


def _is_demonym(mention: Mention) -> bool:
    return isinstance(mention.thing, Party) and mention.thing.named_by == "demonym"


def _is_purpose(words: Sequence[Token], at: int) -> bool:
    """Whether a fighting word only tells what something is for: what is listed behind it may be given."""
    at -= words[at].lower == "down"
    return words[at].lower == "against" or (at > 0 and words[at - 1].lower in _PURPOSES)


def _is_fight(words: Sequence[Token], at: int, item: Mention) -> bool:
    lower = words[at].lower
    if lower == "down":
        return at > 0 and words[at - 1].lower in _DOWNING
    if lower in _FIRING:
        return isinstance(item.thing, Item) and any(is_kind_of_category(item.thing.category, c) for c in _FIRED)
    return lower in _FIGHTING
