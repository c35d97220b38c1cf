"""What ties lines together: a top-up to what it tops up, an item to its package, a doubt to the other choice."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from wireledger.model import Pledge
from wireledger.resolve.line import Line
from wireledger.resolve.things import likeness
from wireledger.resolve.told import Told


def extra_to(line: Line, by_donors: dict[frozenset[str], list[Line]]) -> Line | None:
    """The latest earlier line that a top-up adds to: same donors and recipient, the same kind of thing."""
    event = line.first.claim.event
    if not isinstance(event, Pledge) or event.scope != "extra":
        return None
    latest = (_latest_topped(line, by_donors.get(donors, [])) for donors in line.donors)
    return max((o for o in latest if o), key=lambda o: o.order, default=None)


def _latest_topped(line: Line, others: list[Line]) -> Line | None:
    before = bisect_left(others, line.order, key=lambda o: o.order)
    return next((o for o in (others[n] for n in range(before - 1, -1, -1)) if o.firm and tops(line, o)), None)


def part_of(line: Line, by_report: dict[str, list[Line]]) -> Line | None:
    """The package an item stands in: the last broad gift with a sum told before it in its first report."""
    first = line.first
    if not isinstance(first.claim.event, Pledge) or line.sums or line.package:
        return None
    around = [p for p in by_report.get(first.report, []) if p is not line and _holds(p, line)]
    return max(around, key=lambda p: _place(p, first), default=None)


def duplicate(line: Line, doubts: dict[str, Line]) -> Line | None:
    """The line that may be the same: some claim fitted the two nearly as well, and they tell one figure."""
    others = [doubts[t.id] for t in line.told if t.id in doubts and doubts[t.id] is not line]
    alike = [o for o in others if o.order < line.order and o.donors & line.donors]
    alike = [o for o in alike if not o.counts or not line.counts or o.counts & line.counts]
    return min(alike, key=lambda o: o.order, default=None)


def lines_by_donors(lines: list[Line]) -> dict[frozenset[str], list[Line]]:
    """The lines of each set of donors, the earliest first."""
    found: dict[frozenset[str], list[Line]] = defaultdict(list)
    for line in sorted(lines, key=lambda o: o.order):
        for donors in line.donors:
            found[donors].append(line)
    return found


def lines_by_report(lines: list[Line]) -> dict[str, list[Line]]:
    """The lines each report tells of."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        for report in sorted({t.report for t in line.told}):
            found[report].append(line)
    return found


def tops(line: Line, other: Line) -> bool:
    """Whether a top-up may add to another line: the same donors and recipient, the same kind of thing."""
    same = line.donors & other.donors and line.recipients == other.recipients
    return bool(same) and any(likeness(a, b) in ("same", "kind") for a in line.things for b in other.things)


def _holds(package: Line, line: Line) -> bool:
    same = package.donors & line.donors and (package.recipients or line.recipients) == line.recipients
    return bool(same) and package.package and bool(package.sums) and package.firm


def _place(package: Line, item: Told) -> tuple[bool, tuple[object, ...]]:
    places = [t.order for t in package.told if t.report == item.report]
    before = [p for p in places if p < item.order]
    return (bool(before), max(before) if before else min(places))
