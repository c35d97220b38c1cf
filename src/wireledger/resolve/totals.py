"""Totals and shares: figures that speak of lines and are none themselves.

A running total is kept out of the lines and checks them; it is a line only when nothing else in the ledger adds up to
it. A figure for a part of a line ("80 of them by New Year") checks that line.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, product

from wireledger.model import Pledge
from wireledger.resolve.amounts import Ends, agreement, size
from wireledger.resolve.compare import Comparison
from wireledger.resolve.cues import complete, instalment, raised, running, share, so_far
from wireledger.resolve.givers import ANY, UNKNOWN, Givers
from wireledger.resolve.line import NO_ENDS, PARTIAL, Line, count_of, money_of
from wireledger.resolve.things import likeness
from wireledger.resolve.told import Told

Key = tuple[object, ...]
MOST = 9  # lines among which a sum is sought


def is_total(told: Told) -> bool:
    """Whether a claim says itself that it is a running total; of sums, also by its words."""
    event = told.claim.event
    if not isinstance(event, Pledge) or event.scope == "total":
        return isinstance(event, Pledge)
    if event.step in PARTIAL and count_of(event) != NO_ENDS and so_far(told.near) and not share(told.near):
        return True
    if event.scope == "extra" or not running(told.words):
        return False
    summed = event.money is not None and count_of(event) == NO_ENDS
    return (summed and event.scope == "new") or (count_of(event) != NO_ENDS and collective(event.donors))


def whole_of(told: Told, lines: list[Line]) -> bool:
    """Whether "all 24" are those of several lines told before: 18 and 6."""
    event = told.claim.event
    if not isinstance(event, Pledge) or count_of(event) == NO_ENDS or not complete(told.near) or event.scope == "extra":
        return False
    spoken = [line for line in lines if line.firm and line.counts and speaks_of(told, line)]
    spoken.sort(key=lambda line: line.order)
    if any(count_of(event) in line.counts | line.parts for line in spoken):
        return False
    return bool(_adding_up(Line(told), spoken, exactly=True))


def share_of(told: Told, lines: list[Line], best: tuple[Comparison, Line] | None) -> Line | None:
    """The line that a smaller figure, told after it in the same report, is only a share of; else None."""
    event = told.claim.event
    if not isinstance(event, Pledge) or event.step in PARTIAL or event.scope == "extra":
        return None
    if raised(told.words):
        return None
    if best and any(words in best[0].why for words in ("figures agree", "sums agree", "the same words in a copy")):
        return None
    if not share(told.words) and (event.money or not told.thing.vague):
        return None
    wholes = [line for line in lines if _is_part(event, line) and (_before(told, line) or _under(told, line))]
    return max(wholes, key=lambda line: (_before(told, line), line.told[-1].order), default=None)


def settled(totals: list[Told], lines: list[Line]) -> list[Line]:
    """Give each total to the lines it speaks of; returns the new lines of totals that nothing adds up to."""
    fresh: list[Line] = []
    givers = Givers(lines)
    for total in totals:
        spoken = [line for line in _near(total, givers) if speaks_of(total, line)]
        spoken = spoken or [line for line in givers.first_of(sides(total), None) if beside(total, line)]
        step = next((line for line in spoken if is_step(total, line, spoken)), None)
        if step:
            step.add(total, ("a running count of this line",))
            givers.add(step)
        elif spoken:
            for line in spoken:
                line.checks.append(total)
        elif same := next((line for line in _own(total, givers) if _restates(total, line)), None):
            same.add(total, ("the same figure",))
            givers.add(same)
        else:
            fresh.append(Line(total))
            givers.add(fresh[-1])
    return fresh


def _near(total: Told, givers: Givers) -> list[Line]:
    """The lines of a total's donors and recipient; of all donors where it speaks for many or names none."""
    event = total.claim.event
    assert isinstance(event, Pledge)
    return givers.of((ANY,) if collective(event.donors) else event.donors, event.recipient)


def sides(total: Told) -> set[str]:
    """Who may give what a running sum without a line of its own counts."""
    event = total.claim.event
    assert isinstance(event, Pledge)
    summed = money_of(event) != NO_ENDS and running(total.words)
    return {*event.donors, *event.recipients} if summed else set()


def _own(total: Told, givers: Givers) -> list[Line]:
    """The lines that a total may have the count of."""
    event = total.claim.event
    assert isinstance(event, Pledge)
    return givers.first_of(event.donors[:1] or (UNKNOWN,), event.recipient) if count_of(event) != NO_ENDS else []


def hidden(lines: list[Line]) -> dict[int, list[Line]]:
    """Lines (by position) that only sum up others told around them, with the lines that add up to them."""
    found: dict[int, list[Line]] = {}
    by_report = _by_report(lines)
    packages = _packages(lines)
    for number, line in enumerate(lines):
        if announced(line):
            continue
        around = set.intersection(*(by_report[told.report] for told in line.told)) - {number} - found.keys()
        parts = [lines[n] for n in sorted(around) if addend(line, lines[n])]
        shares = [Line(told) for told in line.checks if not is_total(told)]
        if len(parts) >= 2 and (adds := _adding_up(line, [*shares, *parts])):
            found[number] = adds
            continue
        near = [lines[n] for n in _near_packages(number, line, packages) if n not in found]
        if adds := _adding_up(line, near, exactly=True):
            found[number] = adds
    return found


def announced(line: Line) -> bool:
    """Whether it is a sum that a donor promised one recipient as such: what adds up to it are its parts."""
    summed = bool(line.sums) and not (line.counts or line.parts)
    return summed and bool(line.recipients) and bool(line.scopes & {"new", "extra"})


def parted(lines: list[Line]) -> dict[int, Line]:
    """The announced sums whose parts are lines too: each part (by id()) with the sum it is drawn from."""
    found: dict[int, Line] = {}
    by_report = _by_report(lines)
    for number, line in enumerate(lines):
        if not announced(line):
            continue
        for report in sorted({told.report for told in line.told}):
            beside = [lines[n] for n in sorted(by_report[report] - {number})]
            parts = [other for other in beside if other.sums and addend(line, other) and id(other) not in found]
            if len(parts) >= 2:
                found |= {id(part): line for part in _adding_up(line, parts, exactly=True) or ()}
    return found


def _by_report(lines: list[Line]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(lines):
        for told in line.told:
            found[told.report].add(number)
    return found


def _packages(lines: list[Line]) -> dict[Key, list[int]]:
    """The positions of lines with sums, by donors, recipient and currency."""
    found: dict[Key, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        for key in sum_keys(line):
            found[key].append(number)
    return found


def _near_packages(number: int, line: Line, packages: dict[Key, list[int]]) -> list[int]:
    """Other sums of the same donors told within days of a recalled package."""
    if not line.package or line.scopes != {"earlier"}:
        return []
    return sorted({n for key in sum_keys(line) for n in packages[key] if n != number})


def sum_keys(line: Line) -> set[Key]:
    """By which packages recalled and told are found: donors, recipients, currency and week."""
    weeks = {day.toordinal() // 7 + shift for day in line.days for shift in (0, 1)}
    currencies = {currency for _, currency in line.sums}
    return {(d, tuple(sorted(line.recipients)), c, w) for d in line.donors for c in currencies for w in weeks}


def _before(told: Told, line: Line) -> bool:
    return told.report in line.reports and any(t.report == told.report and t.order < told.order for t in line.told)


def _under(told: Told, line: Line) -> bool:
    """Whether a payment is told by its words to be one of several of a sum that other reports told."""
    return instalment(told.words) and line.firm


def _is_part(event: Pledge, line: Line) -> bool:
    if frozenset(event.donors) not in line.donors or (event.recipient or "") not in (line.recipients or {""}):
        return False
    count, money = count_of(event), money_of(event)
    if count != NO_ENDS:
        return any((size(count) or 0) < (size(ends) or 0) for ends in line.counts)
    currency = event.money.currency if event.money else None
    return money != NO_ENDS and any((size(money) or 0) < (size(e) or 0) for e, c in line.sums if c == currency)


def speaks_of(total: Told, line: Line) -> bool:
    """Whether a line is among those a total may count: a donor and recipient of it, the same kind of thing."""
    event = total.claim.event
    if not isinstance(event, Pledge) or not line.donors or line.order > total.order:
        return False
    donors = frozenset().union(*line.donors)
    if event.donors and not (donors & set(event.donors)) and not collective(event.donors):
        return False
    if event.recipient and line.recipients and event.recipient not in line.recipients:
        return False
    if money_of(event) != NO_ENDS:
        return bool(line.sums)
    if total.thing.vague:
        return any(likeness(total.hint, thing) in ("same", "kind") for thing in line.things)
    return any(likeness(total.thing, thing) in ("same", "kind") for thing in line.things)


def beside(total: Told, line: Line) -> bool:
    """Whether a running sum without a line of its own may count this one: one of its sides gives, in its currency."""
    event = total.claim.event
    if not isinstance(event, Pledge) or money_of(event) == NO_ENDS or not running(total.words):
        return False
    either, currency = {*event.donors, *event.recipients}, event.money.currency if event.money else None
    given = line.order < total.order and any(either & donors for donors in line.donors)
    return given and any(told == currency for _, told in line.sums)


def _restates(total: Told, line: Line) -> bool:
    """Whether what calls itself a total has the very count of one line: of its donors, recipient and thing."""
    event = total.claim.event
    if not isinstance(event, Pledge) or count_of(event) == NO_ENDS or count_of(event) not in line.counts | line.parts:
        return False
    if frozenset(event.donors) not in line.donors or event.recipient not in {*line.recipients, None}:
        return False
    return any(likeness(total.thing, thing) in ("same", "kind") for thing in line.things)


def collective(donors: tuple[str, ...]) -> bool:
    return all(len(donor) > 2 for donor in donors)


def is_step(total: Told, line: Line, spoken: list[Line]) -> bool:
    """Whether a running count of deliveries is only how far one line has come."""
    event = total.claim.event
    assert isinstance(event, Pledge)
    count = size(count_of(event))
    whole = max((size(ends) or 0 for ends in line.counts), default=0)
    return len(spoken) == 1 and event.step in PARTIAL and count is not None and count <= whole


def addend(line: Line, other: Line) -> bool:
    """Whether another line may be a part of this one's sum: its donor and recipient, the same kind of thing."""
    mine, theirs = line.first.claim.event, other.first.claim.event
    if not isinstance(mine, Pledge) or not isinstance(theirs, Pledge) or not (set(mine.donors) & set(theirs.donors)):
        return False
    if line.recipients and other.recipients and not line.recipients & other.recipients:
        return False
    return bool(line.sums and other.sums) or any(
        likeness(a, b) in ("same", "kind") for a in line.things | line.hints for b in other.things
    )


def _adding_up(line: Line, parts: list[Line], exactly: bool = False) -> list[Line] | None:
    for whole, currency in sorted(_amounts(line), key=repr):
        same = [p for p in parts if any(c == currency for _, c in _amounts(p))][:MOST]
        for number in range(len(same), 1, -1):
            for some in combinations(same, number):
                choices = [[size(ends) or 0 for ends, c in _amounts(p) if c == currency] for p in some]
                reached = [sum(picked) for picked in product(*choices)]
                loose = not exactly and currency is not None and number == len(same)
                if any(_sums_to(whole, total) or (loose and _opens_over(whole, total)) for total in reached):
                    return list(some)
    return None


def _sums_to(whole: Ends, added: float) -> bool:
    return agreement(whole, (added, added)) == "equal" or abs((size(whole) or 0) - added) <= 0.004 * added


def _opens_over(whole: Ends, added: float) -> bool:
    """Whether "more than three billion" may be said of a sum."""
    low, high = whole
    return low is not None and high is None and low <= added <= 1.35 * low


def _amounts(line: Line) -> list[tuple[Ends, str | None]]:
    """What a line promises, as its claims tell it: its sums with their currency, else its counts."""
    told = sorted(line.sums, key=repr) or [(ends, None) for ends in sorted(line.counts or line.parts, key=repr)]
    return told[:3]
