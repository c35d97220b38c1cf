"""Why a pledge is taken as one with a line: parties, thing, figures, and where it stands in the line's life."""

from __future__ import annotations

from datetime import date, timedelta

from wireledger.model import Pledge
from wireledger.resolve.amounts import Ends, agreement, digits, size
from wireledger.resolve.cues import more, priced, raised, rest, restated, share
from wireledger.resolve.line import NO_ENDS, OFF, PARTIAL, Line, count_of, money_of
from wireledger.resolve.reason import VETO, Reason, turned, twin
from wireledger.resolve.things import likeness
from wireledger.resolve.told import Told

SOON = timedelta(3)  # within this time two figures for one gift are a disagreement, later they are two gifts
SEASON = timedelta(60)
FIRM = frozenset({"promised", "approved", "contracted"})
LONG = timedelta(200)  # what is new this long after is hardly the same
NEAR = 0.9  # how near a sum must lie to a bound it agrees with
CLOSE = 0.75  # how near two such figures must be
HALF = 0.5  # how near a count must lie to a bound: "up to 42" says nothing of six


def recipients(told: Told, line: Line) -> Reason | None:
    """Another recipient is another line, also with the same number on the same day."""
    recipient = _pledge(told).recipient
    if recipient is None or not line.recipients:
        # A sum for several recipients is no sum for one of them.
        return None if (recipient is None) == (not line.recipients) else Reason(-1.0)
    if recipient in line.recipients:
        return Reason(0.5, "same recipient")
    # Nobody gives to himself: a recipient who is the line's donor was misread.
    if turned(told, line):
        return None
    donor_itself = not _pledge(told).donors and all(recipient in donors for donors in line.donors)
    return Reason(-0.5) if donor_itself or twin(told, line) else VETO


def donors(told: Told, line: Line) -> Reason | None:
    """Another donor is another line; one of joint donors may be told alone, if the figure is the joint one."""
    mine = frozenset(_pledge(told).donors)
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
        same = _same_figure(told, line)
        return Reason(0.5, "one of the joint donors, with the joint figure") if same else Reason(-2.0)
    return VETO


def _unnamed(told: Told, line: Line) -> Reason:
    """A claim without a donor joins what it plainly repeats or goes on with: near in time, and no other thing."""
    bought = _pledge(told).step == "contracted" or "contracted" in line.steps
    if bought or _far(told, line, SEASON):
        return VETO
    alike = {likeness(told.thing, thing) for thing in line.things} & {"same", "kind"}
    dated = (told.day and line.days) or _same_report(told, line)
    if not dated and not (alike and _same_figure(told, line)) and not _same_telling_sum(told, line):
        return VETO
    if told.thing.vague or not line.things:
        return Reason(-0.5)
    if not alike and not _same_sum(told, line):
        return VETO
    drawn = _same_report(told, line) and _pledge(told).step in PARTIAL and share(told.words)
    return Reason(0.5, "no other donor is told there") if alike and drawn else Reason(-0.5)


def things(told: Told, line: Line) -> Reason | None:
    """The same model or kind of thing; Leopard 2 includes Leopard 2A4 and is not Leopard 1."""
    if not line.things or told.thing.vague:
        mine = told.hint if told.thing.vague else told.thing
        hinted = {likeness(mine, thing) for thing in line.things or line.hints}
        return Reason(1.2, "what was spoken of before") if hinted & {"same", "kind"} else None
    found = {likeness(told.thing, thing) for thing in line.things}
    if found == {"other"} or ("other" in found and told.thing.models):
        return Reason(-0.5) if (line.package or told.thing.broad) and _same_sum(told, line) else VETO
    if "same" in found:
        return Reason(2.0, "same item")
    if "kind" in found:
        return Reason(1.2, "one item is a kind of the other")
    if "near" in found:
        broad = told.thing.broad and line.package
        return Reason(0.8, "both are packages") if broad else Reason(0.3, "the items have words in common")
    return VETO if "other" in found else None


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
    if mine == NO_ENDS:
        return None
    if not line.sums:
        named = line.package and _same_report(told, line) and told.thing.vague and _is_aid(line)
        if named:
            return Reason(1.2, "the sum of the package told before")
        stray = told.thing.vague and _same_report(told, line) and not _is_price(told, line)
        return VETO if stray else None
    if not theirs:
        return VETO
    found = {agreement(mine, ends) for ends in theirs}
    if found & {"equal", "rounded"} and _far(told, line, LONG):
        return VETO
    if "equal" in found:
        return Reason(3.5, "sums agree")
    if "rounded" in found:
        return Reason(2.0, "sums agree when rounded")
    if "overlap" in found and _close(mine, theirs, NEAR):
        return Reason(0.8, "bounds agree")
    if event.step in PARTIAL and line.firm and _smaller(mine, _promised(line)) and not _all_there(told, line):
        return Reason(1.0, "a part of the sum")
    if restated(told.words) and _same_report(told, line) and _close(mine, theirs):
        return Reason(1.5, "another figure for it")
    recalled = event.scope == "earlier"
    if _soon(told, line) and _close(mine, theirs) and not recalled and not _same_report(told, line):
        return Reason(0.8, "sums of the same days that disagree")
    return VETO


def packages(told: Told, line: Line) -> Reason | None:
    """A package is not its items: a broad gift with a sum, and a line of one counted thing, are two."""
    event = _pledge(told)
    summed = count_of(event) == NO_ENDS != money_of(event)
    if summed and not line.package and not _same_sum(told, line) and not _is_price(told, line):
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


def scopes(told: Told, line: Line) -> Reason | None:
    """What is added on top is a line of its own; what is recalled looks for its line."""
    event = _pledge(told)
    if event.scope == "extra":
        fulfils = not line.firm and not line.counts and not line.sums
        agrees = _same_figure(told, line) and (_freshly(told, line) or "extra" in line.scopes)
        unnumbered = count_of(event) == NO_ENDS == money_of(event) and "extra" in line.scopes
        return None if fulfils or agrees or unnumbered else VETO
    if event.scope == "earlier" and line.scopes == {"extra"} and _same_report(told, line):
        return VETO
    return Reason(0.3, "told as an earlier pledge") if event.scope == "earlier" else None


def lives(told: Told, line: Line) -> Reason | None:
    """A withdrawal closes the line: what is newly promised afterwards is another."""
    event = _pledge(told)
    if line.withdrawn and event.scope != "earlier" and event.step != "withdrawn":
        return VETO
    if line.steps == {"refused"} and event.step != "refused" and line.scopes == {"earlier"}:
        return VETO
    if "refused" in (event.step, *line.steps) and "withdrawn" in (event.step, *line.steps) and not line.firm:
        return VETO
    unfigured = count_of(event) == NO_ENDS == money_of(event)
    if event.step == "requested" and unfigured and not _within(told, line, SEASON):
        return VETO
    if line.steps and not line.firm and event.step in FIRM and _within(told, line, SEASON):
        return Reason(0.6, "what was floated, asked for or refused is promised")
    if event.step == "requested" and not (line.steps - {"requested"}) and line.steps:
        return Reason(0.5, "the same request")
    return None


def apart(told: Told, line: Line) -> Reason | None:
    """What one report tells side by side as different things are two lines; across reports, days near help."""
    event, here = _pledge(told), _here(told, line)
    if not here and _soon(told, line):
        return Reason(0.5, "told within days")
    if not here:
        begins = event.scope == "new" and event.step not in PARTIAL and event.step != "withdrawn"
        late = begins and (line.firm or event.step in OFF) and not _within(told, line, LONG)
        back = event.step in OFF and event.scope != "earlier" and line.firm
        return Reason(-1.5 * late - 0.8 * back) if late or back else None
    if rest(told.words) and count_of(event) == NO_ENDS:
        return VETO
    added = any(more(t.words) and count_of(_pledge(t)) == count_of(event) for t in here)
    if more(told.words) and not added and count_of(event) in line.counts | line.parts - _partial(line):
        return VETO
    if rest(told.words) and not share(told.words):
        return VETO
    listed = [t for t in here if t.claim.evidence.span == told.claim.evidence.span and _pledge(t).item != event.item]
    if listed and not told.thing.vague:
        return VETO
    return Reason(0.8, "told right before") if told.before in {t.id for t in here} and told.thing.vague else None


def _figures(told: Told, line: Line, mine: Ends, partial: bool) -> Reason:
    found = {agreement(mine, ends) for ends in line.counts}
    if "equal" in found:
        return Reason(3.0, "figures agree")
    if "rounded" in found:
        return Reason(2.0, "figures agree when rounded")
    if mine in line.parts:
        return Reason(2.5, "the same part of it")
    if partial and (not line.counts or _smaller(mine, line.counts)) and not _all_there(told, line):
        return Reason(0.6, "a part of it")
    if not partial and not line.counts and not _smaller(mine, line.parts):
        return Reason(0.6, "parts of it came before")
    if _changed(told, line):
        return Reason(1.5, "the figure was changed")
    if told.own and not _own_count(line) and len(_counting(line)) == 1 and len(line.told) > 1:
        return Reason(0.5, "the donor puts its own figure on it")
    if partial and line.firm and _within(told, line, SEASON) and _close(mine, line.counts, 0.6):
        return Reason(0.2, "more arrived than was promised")
    if "overlap" in found and _close(mine, line.counts, HALF):
        return Reason(0.8, "bounds agree")
    if _soon(told, line) and _close(mine, line.counts) and not _same_report(told, line):
        return Reason(0.2, "figures of the same days that disagree")
    return VETO


def _all_there(told: Told, line: Line) -> bool:
    """Whether the whole was told as delivered before, so that what newly arrives is something else."""
    there = [t for t in line.told if _pledge(t).step == "delivered" and t.report != told.report]
    whole = any(
        count_of(_pledge(t)) in line.counts or any(money_of(_pledge(t)) == e for e in _promised(line)) for t in there
    )
    return whole and _pledge(told).scope == "new"


def _promised(line: Line) -> set[Ends]:
    sums = {money_of(_pledge(t)) for t in line.told if _pledge(t).step not in PARTIAL}
    return sums - {NO_ENDS}


def _same_figure(told: Told, line: Line) -> bool:
    event = _pledge(told)
    count, money = count_of(event), money_of(event)
    counted = any(agreement(count, ends) in ("equal", "rounded") for ends in line.counts | line.parts)
    return counted or any(agreement(money, ends) in ("equal", "rounded") for ends, _ in line.sums)


def _smaller(mine: Ends, theirs: set[Ends]) -> bool:
    own = size(mine)
    return own is not None and any(own <= (size(ends) or 0) for ends in theirs)


def _same_sum(told: Told, line: Line) -> bool:
    money = money_of(_pledge(told))
    return any(agreement(money, ends) in ("equal", "rounded") for ends, _ in line.sums)


def _same_telling_sum(told: Told, line: Line) -> bool:
    """Whether a sum agrees that is no round one: hardly two gifts are of 40.3 million."""
    return _same_sum(told, line) and digits(size(money_of(_pledge(told))) or 0) > 1


def _is_aid(line: Line) -> bool:
    return all(not (thing.categories & {"weapon", "equipment"}) for thing in line.things)


def _is_price(told: Told, line: Line) -> bool:
    """Whether a sum stands right behind a counted thing of the same donors and names nothing else."""
    event = _pledge(told)
    if not told.thing.vague or count_of(event) != NO_ENDS or money_of(event) == NO_ENDS or not line.counts:
        return False
    behind = told.before in {t.id for t in line.told} and frozenset(event.donors) in line.donors
    return behind and event.scope != "extra" and priced(told.words, told.lead)


def _packed_alike(told: Told, line: Line) -> bool:
    """Whether a package of the claim's report may be one that the line was told with."""
    for donors, ends, currency in told.packages:
        for others, other, money in line.packages:
            near = _soon(told, line) and _close(ends, {other})
            if donors & others and currency == money and (agreement(ends, other) in ("equal", "rounded") or near):
                return True
    return not any(d & o for d, _, _ in told.packages for o, _, _ in line.packages)


def _partial(line: Line) -> set[Ends]:
    whole = max((size(ends) or 0 for ends in line.counts), default=0)
    return {ends for ends in line.parts if (size(ends) or 0) < whole}


def _changed(told: Told, line: Line) -> bool:
    return raised(told.words) or any(raised(t.words) for t in _here(told, line))


def _own_count(line: Line) -> bool:
    return any(t.own and count_of(_pledge(t)) != NO_ENDS for t in line.told)


def _counting(line: Line) -> set[str]:
    return {t.voice for t in line.told if count_of(_pledge(t)) != NO_ENDS}


def _within(told: Told, line: Line, time: timedelta) -> bool:
    return told.day is None or not line.days or min(abs(told.day - day) for day in line.days) <= time


def _far(told: Told, line: Line, time: timedelta) -> bool:
    """Whether both days are known and far apart; what is recalled may be as old as it likes."""
    if told.day is None or not line.days or _pledge(told).scope == "earlier":
        return False
    return min(abs(told.day - day) for day in line.days) > time


def _freshly(told: Told, line: Line) -> bool:
    """Whether others told it within days, not only recalled it."""
    days = [t.day for t in line.told if t.day and _pledge(t).scope != "earlier"]
    return told.day is not None and any(abs(told.day - day) <= SOON for day in days)


def _close(mine: Ends, theirs: set[Ends], least: float = CLOSE) -> bool:
    own = size(mine) or 0
    return any(min(own, other) >= least * max(own, other) for ends in theirs if (other := size(ends)))


def _soon(told: Told, line: Line) -> bool:
    day: date | None = told.day
    return day is not None and any(abs(day - other) <= SOON for other in line.days)


def _here(told: Told, line: Line) -> list[Told]:
    """The line's claims in the claim's own report."""
    return [t for t in line.told if t.report == told.report] if told.report in line.reports else []


def _same_report(told: Told, line: Line) -> bool:
    return told.report in line.reports


def _pledge(told: Told) -> Pledge:
    event = told.claim.event
    assert isinstance(event, Pledge)
    return event
