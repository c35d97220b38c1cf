"""Why a step towards or into an alliance is taken as one with a line."""

from __future__ import annotations

from datetime import timedelta

from wireledger.lexicon.sides import slug, state_of
from wireledger.model import Membership
from wireledger.resolve.line import Line, when_of
from wireledger.resolve.reason import VETO, Reason
from wireledger.resolve.told import Told

ONCE = timedelta(60)  # one approval may be told with days this far apart; a later one is another
LASTING = frozenset({"opposed", "is_member", "joined", "applied"})  # one as long as nothing ends it


def parties(told: Told, line: Line) -> Reason | None:
    """The same member, alliance and step."""
    mine, theirs = _membership(told), _membership(line.first)
    same = (mine.member, mine.alliance, mine.step) == (theirs.member, theirs.alliance, theirs.step)
    denied = (told.claim.mood == "denied") == (line.first.claim.mood == "denied")
    return Reason(2.5, "same member, alliance and step") if same and denied else VETO


def by(told: Told, line: Line) -> Reason | None:
    """The same approving, objecting or inviting side."""
    mine, theirs = _by(told), {_by(t) for t in line.told}
    if mine in theirs:
        return Reason(1.0, "same side" if mine else "")
    if _membership(told).step in ("joined", "applied", "invited", "left", "suspended", "is_member"):
        return Reason(0.3)
    return VETO


def days(told: Told, line: Line) -> Reason | None:
    """Days that agree; what lasts is one however often it is told."""
    mine = when_of(_membership(told))
    theirs = [when for t in line.told if (when := when_of(_membership(t)))]
    if _membership(told).step in LASTING:
        return Reason(0.5, "it lasts")
    if mine is None or not theirs:
        return None
    if any(mine.overlaps(when) for when in theirs):
        return Reason(1.0, "days that agree")
    starts = [when.start for when in theirs if when.start]
    near = mine.start is not None and any(abs(mine.start - start) <= ONCE for start in starts)
    return Reason(0.5, "days that are near") if near else VETO


def _by(told: Told) -> frozenset[str]:
    return frozenset(state_of(b) or slug(b) for b in _membership(told).by)


def _membership(told: Told) -> Membership:
    event = told.claim.event
    assert isinstance(event, Membership)
    return event
