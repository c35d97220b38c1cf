"""Why a pledge is taken as one with a line: parties, thing, figures, and where it stands in the line's life."""

from __future__ import annotations

from datetime import date, timedelta

from wireledger.model import Pledge
from wireledger.resolve.amounts import Ends, agreement, size
from wireledger.resolve.line import NO_ENDS, PARTIAL, Line, count_of, money_of
from wireledger.resolve.reason import VETO, Reason
from wireledger.resolve.things import likeness
from wireledger.resolve.told import Told

SOON = timedelta(3)  # within this time two figures for one gift are a disagreement, later they are two gifts
CLOSE = 0.75  # how near two such figures must be


def recipients(told: Told, line: Line) -> Reason | None:
    """Another recipient is another line, also with the same number on the same day."""
    recipient = _pledge(told).recipient
    if recipient is None or not line.recipients:
        # A sum for several recipients is no sum for one of them.
        return None if (recipient is None) == (not line.recipients) else Reason(-1.0)
    return Reason(0.5, "same recipient") if recipient in line.recipients else VETO


def donors(told: Told, line: Line) -> Reason | None:
    """Another donor is another line; one of joint donors may be told alone, if the figure is the joint one."""
    mine = frozenset(_pledge(told).donors)
    if mine in line.donors:
        return Reason(1.5, "same donors") if mine else None
    known = [theirs for theirs in line.donors if theirs]
    if not mine or not known:
        return Reason(-0.5)
    if any(mine < theirs or theirs < mine for theirs in known):
        same = _same_figure(told, line)
        return Reason(0.5, "one of the joint donors, with the joint figure") if same else Reason(-2.0)
    return VETO


def things(told: Told, line: Line) -> Reason | None:
    """The same model or kind of thing; Leopard 2 includes Leopard 2A4 and is not Leopard 1."""
    if not line.things or told.thing.vague:
        hinted = [likeness(told.hint, thing) for thing in line.things]
        return Reason(1.2, "what was spoken of before") if {"same"} & set(hinted) else None
    found = {likeness(told.thing, thing) for thing in line.things}
    if found == {"other"} or ("other" in found and told.thing.models):
        return VETO
    if "same" in found:
        return Reason(2.0, "same item")
    if "kind" in found:
        return Reason(1.2, "one item is a kind of the other")
    return Reason(0.3, "the items have words in common") if "near" in found else VETO if "other" in found else None


def counts(told: Told, line: Line) -> Reason | None:
    """Figures that agree; a smaller one that is on its way or there is a part; another one is another line."""
    mine, event = count_of(_pledge(told)), _pledge(told)
    if mine == NO_ENDS or not (line.counts or line.parts):
        return None
    return _figures(told, line, mine, event.step in PARTIAL)


def sums(told: Told, line: Line) -> Reason | None:
    """The same for sums of money of one currency."""
    event = _pledge(told)
    mine = money_of(event)
    theirs = {ends for ends, currency in line.sums if event.money and currency == event.money.currency}
    if mine == NO_ENDS or not line.sums:
        return None
    if not theirs:
        return VETO
    found = {agreement(mine, ends) for ends in theirs}
    if "equal" in found:
        return Reason(3.5, "sums agree")
    if "rounded" in found:
        return Reason(2.0, "sums agree when rounded")
    if event.step in PARTIAL and _smaller(mine, theirs):
        return Reason(0.8, "a part of the sum")
    if _soon(told, line) and _close(mine, theirs) and not _same_report(told, line):
        return Reason(0.8, "sums of the same days that disagree")
    return VETO


def packages(told: Told, line: Line) -> Reason | None:
    """A package is not its items: a broad gift with a sum, and a line of one counted thing, are two."""
    event = _pledge(told)
    broad = (told.thing.broad or told.thing.vague) and count_of(event) == NO_ENDS and money_of(event) != NO_ENDS
    equal = any(money_of(event) == ends for ends, _ in line.sums)
    if broad and not line.package and not equal:
        return VETO
    if line.package and line.sums and count_of(event) != NO_ENDS:
        return VETO
    return None


def scopes(told: Told, line: Line) -> Reason | None:
    """What is added on top is a line of its own; what is recalled looks for its line."""
    event = _pledge(told)
    if event.scope == "extra":
        fulfils = not line.firm and not line.counts and not line.sums
        agrees = _same_figure(told, line) and (_soon(told, line) or "extra" in line.scopes)
        unnumbered = count_of(event) == NO_ENDS == money_of(event) and "extra" in line.scopes
        return None if fulfils or agrees or unnumbered else VETO
    return Reason(0.3, "told as an earlier pledge") if event.scope == "earlier" else None


def lives(told: Told, line: Line) -> Reason | None:
    """A withdrawal closes the line: what is newly promised afterwards is another."""
    event = _pledge(told)
    if line.withdrawn and event.scope != "earlier" and event.step != "withdrawn":
        return VETO
    if line.steps == {"refused"} and event.step != "refused" and line.scopes == {"earlier"}:
        return VETO
    if event.step == "requested" and not (line.steps - {"requested"}) and line.steps:
        return Reason(0.5, "the same request")
    return None


def apart(told: Told, line: Line) -> Reason | None:
    """Two different figures side by side in one report are two lines."""
    if not _same_report(told, line):
        return Reason(0.5, "told within days") if _soon(told, line) else None
    return None


def _figures(told: Told, line: Line, mine: Ends, partial: bool) -> Reason:
    found = {agreement(mine, ends) for ends in line.counts}
    if "equal" in found:
        return Reason(3.0, "figures agree")
    if "rounded" in found:
        return Reason(2.0, "figures agree when rounded")
    if mine in line.parts:
        return Reason(2.5, "the same part of it")
    if partial and (not line.counts or _smaller(mine, line.counts)):
        return Reason(0.6, "a part of it")
    if not partial and not line.counts and not _smaller(mine, line.parts):
        return Reason(0.6, "parts of it came before")
    if "overlap" in found:
        return Reason(0.8, "bounds agree")
    if _soon(told, line) and _close(mine, line.counts) and not _same_report(told, line):
        return Reason(0.2, "figures of the same days that disagree")
    return VETO


def _same_figure(told: Told, line: Line) -> bool:
    event = _pledge(told)
    count, money = count_of(event), money_of(event)
    counted = any(agreement(count, ends) in ("equal", "rounded") for ends in line.counts | line.parts)
    return counted or any(agreement(money, ends) in ("equal", "rounded") for ends, _ in line.sums)


def _smaller(mine: Ends, theirs: set[Ends]) -> bool:
    own = size(mine)
    return own is not None and any(own <= (size(ends) or 0) for ends in theirs)


def _close(mine: Ends, theirs: set[Ends]) -> bool:
    own = size(mine) or 0
    return any(min(own, other) >= CLOSE * max(own, other) for ends in theirs if (other := size(ends)))


def _soon(told: Told, line: Line) -> bool:
    day: date | None = told.day
    return day is not None and any(abs(day - other) <= SOON for other in line.days)


def _same_report(told: Told, line: Line) -> bool:
    return any(t.report == told.report for t in line.told)


def _pledge(told: Told) -> Pledge:
    event = told.claim.event
    assert isinstance(event, Pledge)
    return event
