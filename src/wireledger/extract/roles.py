"""Which parties of a sentence play a part in an offer; shared by the readers of who gives and of who receives."""

from __future__ import annotations

from dataclasses import dataclass

from wireledger.extract.verbs import Use
from wireledger.extract.view import View
from wireledger.model import Mention, Party, Span

_NOT_SUBJECT = frozenset(
    "to for in at with from of against into on by towards toward near inside via through between among about alongside"
    " like including behind within over across".split()
)
_PEOPLE = frozenset(
    "allies partners neighbours neighbors friends supporters request requests appeal plea needs war invasion"
    " counterpart border borders people refugees".split()
)
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


def subject(view: View, use: Use) -> Role | None:
    """Who does what a verb says: the nearest parties to its left that hang on no preposition."""
    edge = _left_edge(view, use.start)
    for mention, party in reversed([*view.parties()]):
        if mention.last > use.start or mention.first < edge:
            continue
        if can_do(view, mention, party):
            return role(view, view.coordinated(mention), "subject")
    return None


def between(view: View, first: int, last: int) -> Role | None:
    """The first parties among tokens `first` up to `last` that can do something."""
    for mention, party in view.parties():
        if first <= mention.first and mention.last <= last and can_do(view, mention, party):
            return role(view, view.coordinated(mention), "subject")
    return None


def can_do(view: View, mention: Mention, party: Party) -> bool:
    """Whether a party can be who does something: it hangs on no preposition, nor on a word like "allies"."""
    if view.preposition(mention) in _NOT_SUBJECT:
        return False
    following = view.lower(mention.last)
    if following in ("'s", "'"):
        return view.lower(mention.last + 1) not in _PEOPLE and view.lower(mention.last + 2) not in _PEOPLE
    return party.named_by != "demonym" or following not in _PEOPLE


def is_helped(view: View, mention: Mention) -> bool:
    """Whether a verb of helping stands right before a party: "to support Kyiv"."""
    at = mention.first - 1
    if view.lower(at) == "the":
        at -= 1
    return view.lower(at) in _HELP_VERBS


def _left_edge(view: View, start: int) -> int:
    for at in range(start - 1, -1, -1):
        if view.lower(at) in (";", ":"):
            return at
    return 0
