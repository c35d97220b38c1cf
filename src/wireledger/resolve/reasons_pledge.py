"""Why a pledge is taken as one with a line: parties, thing, and where it stands in the line's life."""

from __future__ import annotations

from wireledger.resolve.amounts import Ends, agreement, digits, size
from wireledger.resolve.bearings import (
    LONG,
    SEASON,
    far,
    freshly,
    gift,
    near_to,
    no_larger,
    same_figure,
    same_report,
    same_sum,
    same_telling_sum,
    soon,
    told_here,
    within,
)
from wireledger.resolve.cues import more, rest, share
from wireledger.resolve.line import NO_ENDS, OFF, PARTIAL, Line, count_of, money_of
from wireledger.resolve.reason import VETO, Reason, turned, twin
from wireledger.resolve.things import likeness
from wireledger.resolve.told import Told

FIRM = frozenset({"promised", "approved", "contracted"})


def recipients(told: Told, line: Line) -> Reason | None:
    """Another recipient is another line, also with the same number on the same day."""
    recipient = gift(told).recipient
    if recipient is None or not line.recipients:
        # A sum for several recipients is no sum for one of them.
        return None if (recipient is None) == (not line.recipients) else Reason(-1.0)
    if recipient in line.recipients:
        return Reason(0.5, "same recipient")
    # Nobody gives to himself: a recipient who is the line's donor was misread.
    if turned(told, line):
        return None
    donor_itself = not gift(told).donors and all(recipient in donors for donors in line.donors)
    return Reason(-0.5) if donor_itself or twin(told, line) else VETO


def donors(told: Told, line: Line) -> Reason | None:
    """Another donor is another line; one of joint donors may be told alone, if the figure is the joint one."""
    mine = frozenset(gift(told).donors)
    if mine in line.donors:
        return Reason(1.5, "same donors") if mine else None
    known = [theirs for theirs in line.donors if theirs]
    if not mine or not known:
        return _unnamed(told, line)
    if twin(told, line):
        return Reason(-0.5)
    if turned(told, line):
        return Reason(0.5, "the same figure, told with its sides turned round")
    if any(mine < theirs or theirs < mine for theirs in known):
        if same_figure(told, line):
            return Reason(0.5, "one of the joint donors, with the joint figure")
        return Reason(0.5, "a part that came of the joint gift") if _is_part(told, line) else Reason(-2.0)
    return Reason(-0.5, "its donor is told elsewhere in the report") if _misplaced(told, line) else VETO


def _is_part(told: Told, line: Line) -> bool:
    """Whether a part of the very model that several give together has come, told of some of them."""
    models = {model for thing in line.things for model in thing.models}
    arrived = gift(told).step in PARTIAL and bool(told.thing.models & models)
    return arrived and line.firm and no_larger(count_of(gift(told)), line.counts)


def _misplaced(told: Told, line: Line) -> bool:
    """Whether a donor told elsewhere in the report was taken for that of the very thing and count others told then."""
    models = {model for thing in line.things for model in thing.models}
    if not (told.assumed and soon(told, line) and told.thing.models & models):
        return False
    count = count_of(gift(told))
    return any(agreement(count, ends) == "equal" for ends in line.counts | line.parts)


def _unnamed(told: Told, line: Line) -> Reason:
    """A claim without a donor joins what it plainly repeats or goes on with: near in time, and no other thing."""
    bought = gift(told).step == "contracted" or "contracted" in line.steps
    alike = {likeness(told.thing, thing) for thing in line.things} & {"same", "kind"}
    arrives = gift(told).step in PARTIAL and bool(alike) and _is_telling(told) and same_figure(told, line)
    if bought or far(told, line, LONG if arrives else SEASON):
        return VETO
    dated = (told.day and line.days) or same_report(told, line)
    if not dated and not (alike and same_figure(told, line)) and not same_telling_sum(told, line):
        return VETO
    if told.thing.vague or not line.things:
        return Reason(-0.5)
    if not alike and not same_sum(told, line):
        return VETO
    drawn = same_report(told, line) and gift(told).step in PARTIAL and share(told.words)
    return Reason(0.5, "no other donor is told there") if alike and drawn else Reason(-0.5)


def _is_telling(told: Told) -> bool:
    """Whether a thing or its count is one that hardly two gifts share: a model, or 59 of a kind."""
    return bool(told.thing.models) or digits(size(count_of(gift(told))) or 0) > 1


def things(told: Told, line: Line) -> Reason | None:
    """The same model or kind of thing; Leopard 2 includes Leopard 2A4 and is not Leopard 1."""
    if not line.things or told.thing.vague:
        mine = told.hint if told.thing.vague else told.thing
        hinted = {likeness(mine, thing) for thing in line.things or line.hints}
        return Reason(1.2, "what was spoken of before") if hinted & {"same", "kind"} else None
    found = {likeness(told.thing, thing) for thing in line.things}
    if told.thing.broad and line.package and _one_sum(told, line):
        return Reason(0.8, "both are packages")
    if found == {"other"} or ("other" in found and told.thing.models):
        return Reason(-0.5) if (line.package or told.thing.broad) and same_sum(told, line) else VETO
    if "same" in found:
        return Reason(2.0, "same item")
    if "kind" in found:
        return Reason(1.2, "one item is a kind of the other")
    if "near" in found:
        broad = told.thing.broad and line.package
        return Reason(0.8, "both are packages") if broad else Reason(0.3, "the items have words in common")
    return VETO if "other" in found else None


def scopes(told: Told, line: Line) -> Reason | None:
    """What is added on top is a line of its own; what is recalled looks for its line."""
    event = gift(told)
    if event.scope == "extra":
        fulfils = not line.firm and not line.counts and not line.sums
        agrees = same_figure(told, line) and (freshly(told, line) or "extra" in line.scopes)
        unnumbered = count_of(event) == NO_ENDS == money_of(event) and "extra" in line.scopes
        return None if fulfils or agrees or unnumbered else VETO
    if event.scope == "earlier" and line.scopes == {"extra"} and same_report(told, line):
        return VETO
    if event.scope == "earlier" and _is_later(told, line):
        return VETO
    return Reason(0.3, "told as an earlier pledge") if event.scope == "earlier" else None


def _is_later(told: Told, line: Line) -> bool:
    """Whether what is recalled without a figure was done, by its own day, long after all that the line was told."""
    event = gift(told)
    start = event.when.interval.start if event.when is not None and event.when.interval is not None else None
    unfigured = count_of(event) == NO_ENDS == money_of(event)
    return start is not None and unfigured and bool(line.days) and start - max(line.days) > LONG


def lives(told: Told, line: Line) -> Reason | None:
    """A withdrawal closes the line: what is newly promised afterwards is another."""
    event = gift(told)
    if line.withdrawn and event.scope != "earlier" and event.step != "withdrawn":
        return VETO
    if line.steps == {"refused"} and event.step != "refused" and line.scopes == {"earlier"}:
        return VETO
    if "refused" in (event.step, *line.steps) and "withdrawn" in (event.step, *line.steps) and not line.firm:
        return VETO
    unfigured = count_of(event) == NO_ENDS == money_of(event)
    if event.step == "requested" and told.assumed and not line.steps <= {"requested"}:
        return VETO  # what is asked of nobody in particular is not asked of this donor
    if event.step == "requested" and unfigured and not within(told, line, SEASON):
        return VETO
    if line.steps and not line.firm and event.step in FIRM and within(told, line, SEASON):
        return Reason(0.6, "what was floated, asked for or refused is promised")
    if event.step == "requested" and not (line.steps - {"requested"}) and line.steps:
        return Reason(0.5, "the same request")
    return None


def apart(told: Told, line: Line) -> Reason | None:
    """What one report tells side by side as different things are two lines; across reports, days near help."""
    event, here = gift(told), told_here(told, line)
    if not here and soon(told, line):
        return Reason(0.5, "told within days")
    if not here:
        begins = event.scope == "new" and event.step not in PARTIAL and event.step != "withdrawn"
        late = begins and (line.firm or event.step in OFF) and not within(told, line, LONG)
        back = event.step in OFF and event.scope != "earlier" and line.firm
        return Reason(-1.5 * late - 0.8 * back) if late or back else None
    if rest(told.clause) and count_of(event) == NO_ENDS:
        return VETO
    added = any(more(t.words) and count_of(gift(t)) == count_of(event) for t in here)
    if more(told.words) and not added and count_of(event) in line.counts | line.parts - _partial(line):
        return VETO
    if rest(told.clause) and not share(told.words):
        return VETO
    listed = [t for t in here if t.claim.evidence.span == told.claim.evidence.span and gift(t).item != event.item]
    if listed and not told.thing.vague:
        return VETO
    return Reason(0.8, "told right before") if told.before in {t.id for t in here} and told.thing.vague else None


def _one_sum(told: Told, line: Line) -> bool:
    """Whether two reports of the same days tell sums that may be one."""
    ends = {ends for ends, currency in line.sums if (m := gift(told).money) and m.currency == currency}
    return soon(told, line) and not same_report(told, line) and near_to(money_of(gift(told)), ends)


def _partial(line: Line) -> set[Ends]:
    whole = max((size(ends) or 0 for ends in line.counts), default=0)
    return {ends for ends in line.parts if (size(ends) or 0) < whole}
