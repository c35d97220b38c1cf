"""Why the figures of a pledge are those of a line: counts, sums, packages, prices."""

from __future__ import annotations

from wireledger.resolve.amounts import Ends, agreement
from wireledger.resolve.bearings import (
    LONG,
    SEASON,
    far,
    freshly,
    gift,
    near_to,
    no_larger,
    same_report,
    same_sum,
    soon,
    told_here,
    within,
)
from wireledger.resolve.cues import envelope, priced, raised, remaining, restated
from wireledger.resolve.line import NO_ENDS, PARTIAL, Line, count_of, money_of
from wireledger.resolve.reason import VETO, Reason
from wireledger.resolve.told import Told

NEAR = 0.9  # how near a sum must lie to a bound it agrees with
HALF = 0.5  # how near a count must lie to a bound: "up to 42" says nothing of six


def counts(told: Told, line: Line) -> Reason | None:
    """Figures that agree; a smaller one that is on its way or there is a part; another one is another line."""
    mine, event = count_of(gift(told)), gift(told)
    if mine == NO_ENDS or not (line.counts or line.parts):
        return None
    if told.added and mine in line.counts and not _is_added_too(told, line):
        return VETO
    return _figures(told, line, mine, event.step in PARTIAL)


def sums(told: Told, line: Line) -> Reason | None:
    """The same for sums of money of one currency."""
    event = gift(told)
    mine = money_of(event)
    theirs = {ends for ends, currency in line.sums if event.money and currency == event.money.currency}
    if event.step not in PARTIAL:
        theirs = theirs & line.promised or theirs  # what was paid out is no other promise
    if mine == NO_ENDS:
        return None
    if not line.sums:
        named = line.package and same_report(told, line) and told.thing.vague and _is_aid(line)
        if named:
            return Reason(1.2, "the sum of the package told before")
        stray = told.thing.vague and same_report(told, line) and not _is_price(told, line)
        return VETO if stray else None
    if not theirs:
        return VETO
    found = {agreement(mine, ends) for ends in theirs}
    if found & {"equal", "rounded"} and far(told, line, LONG if "equal" in found else SEASON):
        return VETO
    if "equal" in found:
        return Reason(3.5, "sums agree")
    if "rounded" in found:
        return Reason(2.0, "sums agree when rounded")
    if "overlap" in found and near_to(mine, theirs, NEAR):
        return Reason(0.8, "bounds agree")
    part = event.step in PARTIAL and not _all_there(told, line) and not _rest_of_more(told, line)
    if part and line.firm and no_larger(mine, line.promised):
        return Reason(1.0, "a part of the sum")
    if restated(told.words) and same_report(told, line) and near_to(mine, theirs):
        return Reason(1.5, "another figure for it")
    recalled = event.scope == "earlier"
    if soon(told, line) and near_to(mine, theirs) and not recalled and not same_report(told, line):
        return Reason(0.8, "sums of the same days that disagree")
    return VETO


def packages(told: Told, line: Line) -> Reason | None:
    """A package is not its items: a broad gift with a sum, and a line of one counted thing, are two."""
    event = gift(told)
    summed = count_of(event) == NO_ENDS != money_of(event)
    if summed and not line.package and not same_sum(told, line) and not _is_price(told, line):
        return VETO
    if line.package and line.sums and count_of(event) != NO_ENDS:
        return VETO
    if event.scope == "earlier" or not told.packages or not line.packages or line.package:
        return None
    return None if _packed_alike(told, line) else VETO


def prices(told: Told, line: Line) -> Reason | None:
    """The price of an item stands on the item's line."""
    if not _is_price(told, line) or line.sums:
        return None
    return Reason(2.0, "the price of what was told before")


def _figures(told: Told, line: Line, mine: Ends, partial: bool) -> Reason:
    found = {agreement(mine, ends) for ends in line.counts}
    if "equal" in found:
        return Reason(3.0, "figures agree")
    if "rounded" in found:
        return Reason(2.0, "figures agree when rounded")
    if mine in line.parts:
        return Reason(2.5, "the same part of it")
    if partial and (not line.counts or no_larger(mine, line.counts)) and not _all_there(told, line):
        return Reason(0.6, "a part of it")
    if not partial and not line.counts and not no_larger(mine, line.parts):
        return Reason(0.6, "parts of it came before")
    if _changed(told, line):
        return Reason(1.5, "the figure was changed")
    if told.own and not _own_count(line) and len(_counting(line)) == 1 and len(line.told) > 1:
        return Reason(0.5, "the donor puts its own figure on it")
    if not partial and gift(told).scope == "earlier" and _alone(line) and within(told, line, LONG):
        return Reason(0.5, "another figure than the only one that was told")
    if partial and line.firm and within(told, line, LONG) and near_to(mine, line.counts, 0.6):
        return Reason(0.2, "more arrived than was promised")
    if "overlap" in found and near_to(mine, line.counts, HALF) and not _ceiling(told, line):
        return Reason(0.8, "bounds agree")
    if soon(told, line) and near_to(mine, line.counts) and not same_report(told, line):
        return Reason(0.2, "figures of the same days that disagree")
    return VETO


def _is_added_too(told: Told, line: Line) -> bool:
    """Whether what is told as added is what the line tells: as added too, or within days by another report."""
    added = any(t.added or gift(t).scope == "extra" for t in line.told)
    return added or (freshly(told, line) and not same_report(told, line))


def _rest_of_more(told: Told, line: Line) -> bool:
    """Whether it is what remains beside another line that was told right before it: of more than this line."""
    here = {t.id for t in told_here(told, line)}
    return bool(here) and told.before not in here and remaining(told.near)


def _all_there(told: Told, line: Line) -> bool:
    """Whether the whole was told as delivered before, so that what newly arrives is something else."""
    there = [(count, money) for report, count, money in line.arrived if report != told.report]
    whole = any(count in line.counts or money in line.promised for count, money in there)
    return whole and gift(told).scope == "new"


def _is_aid(line: Line) -> bool:
    return all(not (thing.categories & {"weapon", "equipment"}) for thing in line.things)


def _is_price(told: Told, line: Line) -> bool:
    """Whether a sum stands right behind a counted thing of the same donors and names nothing else."""
    event = gift(told)
    if not told.thing.vague or count_of(event) != NO_ENDS or money_of(event) == NO_ENDS or not line.counts:
        return False
    behind = told.before in {t.id for t in line.told} and frozenset(event.donors) in line.donors
    return behind and event.scope != "extra" and priced(told.words, told.lead)


def _packed_alike(told: Told, line: Line) -> bool:
    """Whether a package of the claim's report may be one that the line was told with."""
    for donors, ends, currency in told.packages:
        for others, other, money in line.packages:
            near = soon(told, line) and near_to(ends, {other})
            if donors & others and currency == money and (agreement(ends, other) in ("equal", "rounded") or near):
                return True
    return not any(d & o for d, _, _ in told.packages for o, _, _ in line.packages)


def _changed(told: Told, line: Line) -> bool:
    return raised(told.words) or any(raised(t.words) for t in told_here(told, line))


def _own_count(line: Line) -> bool:
    return any(own for _, own in line.counting)


def _counting(line: Line) -> set[str]:
    return {voice for voice, _ in line.counting}


def _alone(line: Line) -> bool:
    """Whether only one of the voices that tell it puts a figure on it."""
    return len(_counting(line)) == 1 < len(line.voices)


def _ceiling(told: Told, line: Line) -> bool:
    """Whether one of the two is a ceiling, the other drawn from it: their bounds tell nothing of each other."""
    return envelope(told.near) and not any(envelope(t.near) for t in line.told)
