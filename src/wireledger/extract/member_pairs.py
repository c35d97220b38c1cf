"""Two alliances named in one row: "to join NATO and the EU", "its EU and NATO membership"."""

from __future__ import annotations

from wireledger.extract.actor_rows import row
from wireledger.extract.actors import Actor
from wireledger.extract.member_memory import Found
from wireledger.extract.member_parties import stands_for_alliance, whole
from wireledger.extract.view import View
from wireledger.model import Days

_ENDS = frozenset(
    (".", ",", ";", ":", "", '"', ")", "—", "–", "-", "in", "by", "at", "since", "on", "as", "within", "soon", "next",
     "last", "but", "which", "for", "after", "before", "while", "if", "when", "despite", "one", "too", "alike", "later")
)  # fmt: skip


def beside(view: View, here: list[Actor], alliance: Found, before: int) -> tuple[Found, ...]:
    """The alliance and those in one row with it, behind or before the words for joining at token `before`."""
    actor = next((a for a in here if a.span == alliance.span), None)
    if actor is None or alliance.carried or not stands_for_alliance(actor):
        return (alliance,)
    some = [a for a in row(view, here, actor) if stands_for_alliance(a) and not a.agents]
    near = [a for a in some if (a.first > actor.first) == (actor.first > before) and a is not actor]
    if actor.first > before:
        near = [a for a in near if ends(view, a)]
    return tuple({f.code: f for f in (alliance, *(whole(a) for a in near))}.values())


def ends(view: View, actor: Actor) -> bool:
    """Whether nothing is told of the alliance behind it, as where a new clause begins: "and the EU | will pay"."""
    mention = view.at.get(actor.last)
    return view.lower(actor.last) in _ENDS or (mention is not None and isinstance(mention.thing, Days))
