"""Whether anything looks at the counts of a line, or at whom it names together, when a report adds another."""

from __future__ import annotations

from wireledger.model import Pledge
from wireledger.resolve.line import PARTIAL, Line
from wireledger.resolve.marks import doubted, topped_up
from wireledger.resolve.nearby import Nearby, Standing, WiderError
from wireledger.resolve.told import Told
from wireledger.resolve.totals import is_total


def no_other_looks_at(before: Line, line: Line, standing: Standing, near: Nearby) -> None:
    """Raises WiderError where something might: a doubt, a total that may be a step, a top-up, a line told beside it."""
    if any(near.marked(doubted(told.id)) for told in line.told):
        raise WiderError("a doubtful line tells another figure")
    if any(_may_be_step(told) for told in (*standing.told, *standing.checks)):
        raise WiderError("a total that may be a step of a line")
    event = line.first.claim.event
    if isinstance(event, Pledge) and event.scope == "extra" and before.donors != line.donors:
        raise WiderError("a top-up of other donors")
    for donors in line.donors - before.donors:
        if any(near.told(name).order > line.first.order for name in near.marked(topped_up(donors))):
            raise WiderError("a top-up of a line's donors")
    _no_kin_beside(line, near)


def _may_be_step(told: Told) -> bool:
    event = told.claim.event
    return is_total(told) and isinstance(event, Pledge) and event.step in PARTIAL


def _no_kin_beside(line: Line, near: Nearby) -> None:
    """Lines told beside it by the same donors may sum it up, or hold it."""
    mine, donors = {told.id for told in line.told}, frozenset().union(*line.donors)
    for report in line.reports:
        for told in near.told_in(report).values():
            if told.id not in mine and isinstance(told.claim.event, Pledge) and donors & near.donors_beside(told):
                raise WiderError("a line told beside one of the same donors")
