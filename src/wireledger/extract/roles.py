"""Parties of a sentence as codes: a row of them, groups with known members, and whom a verb of helping has."""

from __future__ import annotations

from dataclasses import dataclass

from wireledger.extract.view import View
from wireledger.model import Mention, Party, Span

_HELP_VERBS = frozenset(
    "help helping helps helped support supporting assist assisting arm arming train training equip equipping bolster"
    " defend aid aiding rebuild".split()
)
_KEPT_GROUPS = frozenset("unnamed-allies nato-members nato eu g7 un eu-members".split())


@dataclass(frozen=True, slots=True)
class Role:
    """Party codes, where they were read, and how they were found ("subject", "to", ...)."""

    codes: tuple[str, ...]
    spans: tuple[Span, ...]
    how: str


def role(view: View, mentions: list[Mention], how: str) -> Role | None:
    """The role of some parties, each state once; groups with known members stand for these."""
    codes: list[str] = []
    spans: list[Span] = []
    for mention in mentions:
        found = _codes(mention.thing) if isinstance(mention.thing, Party) else ()
        if found:
            codes += [c for c in found if c not in codes]
            spans.append(view.span(mention))
    return Role(tuple(codes), tuple(spans), how) if codes else None


def _codes(party: Party) -> tuple[str, ...]:
    if party.code not in _KEPT_GROUPS and party.members:
        return party.members
    code = "eu" if party.acts_for == "eu-members" else party.acts_for
    return (code,) if code else ()


def is_helped(view: View, mention: Mention) -> bool:
    """Whether a verb of helping stands right before a party: "to support Kyiv"."""
    at = mention.first - 1
    if view.lower(at) == "the":
        at -= 1
    return view.lower(at) in _HELP_VERBS
