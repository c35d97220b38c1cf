"""Whether a place is at home or abroad for those who go there, and what counts as one."""

from __future__ import annotations

from wireledger.extract.contact_memory import Side
from wireledger.extract.view import View
from wireledger.model import Party, Place, Span

_FRONT = frozenset(
    "front frontline frontlines troops soldiers forces fighting shelling besieged beleaguered liberated base brigade"
    " army military wounded".split()
)
_LANDS = frozenset("city country countries region capital area territory nation frontline front border base".split())


def abroad(view: View, side: Side, place: tuple[str, Span] | None) -> bool:
    """Whether a place is not at home for one who takes part; False where that is not known."""
    country = _country(view, place[1]) if place else None
    return country is not None and side.side is not None and country != side.side


def at_home(view: View, sides: set[str | None], span: Span) -> bool:
    """Whether a place lies at home for those who go there, and nothing is said of troops or a front."""
    if _country(view, span) not in sides:
        return False
    return not {token.lower for token in view.sentence.tokens} & _FRONT


def has_state(view: View, first: int, last: int) -> bool:
    """Whether a state or its adjective stands among these tokens: "the Donors' Conference for Haiti"."""
    things = (view.at[i].thing for i in range(first, last) if i in view.at)
    return any(isinstance(thing, Party) and thing.kind == "state" for thing in things)


def names_land(view: View, at: int) -> bool:
    """ "visited the country": a place, though without a name."""
    return view.lower(at) in ("the", "this") and bool({view.lower(at + i) for i in (1, 2)} & _LANDS)


def is_foreign(view: View, side: Side, at: int) -> bool:
    """ "toured a Danish air base": another state's, though without a name."""
    things = (view.at[i].thing for i in range(at, at + 3) if i in view.at)
    codes = {t.acts_for for t in things if isinstance(t, Party) and t.kind == "state"}
    return side.side is not None and bool(codes) and side.side not in codes


def same_land(view: View, one: Span, other: Span) -> bool:
    """Whether two places of a sentence lie in one country."""
    country = _country(view, one)
    return country not in (None, "?") and country == _country(view, other)


def knows_place(view: View, span: Span) -> bool:
    """Whether the words of a place are known as one."""
    return _country(view, span) is not None


def _country(view: View, span: Span) -> str | None:
    for mention in view.sentence.mentions:
        if span.holds(view.span(mention)):
            thing = mention.thing
            return (
                thing.country or "?"
                if isinstance(thing, Place)
                else thing.acts_for
                if isinstance(thing, Party)
                else None
            )
    return None
