"""A total that comes, and the lines it speaks of: they are checked by it, and stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product

from wireledger.model import Pledge
from wireledger.resolve.around import WiderError
from wireledger.resolve.faces import Face
from wireledger.resolve.givers import UNKNOWN
from wireledger.resolve.line import NO_ENDS, Line, money_of
from wireledger.resolve.marks import placed_late
from wireledger.resolve.nearby import Nearby
from wireledger.resolve.steps import tells_all
from wireledger.resolve.told import Told
from wireledger.resolve.topping import SUM, gave, kinds_asked
from wireledger.resolve.totals import collective, is_step, is_total, speaks_of

MOST = 512  # lines of one giver and kind that a total may speak of


def checked_by(totals: Iterable[Told], changed: Iterable[Line], near: Nearby) -> dict[str, list[str]]:
    """The totals (ids) that check lines which do not change otherwise, by the first claim of each line.

    Those that check `changed` lines are noted there. Raises WiderError where a total does more than that.
    """
    mine, found = {line.first.id: line for line in changed}, dict[str, list[str]]()
    for total in totals:
        for name in _spoken_of(total, mine, near):
            if name in mine:
                mine[name].checks.append(total)
            else:
                found.setdefault(name, []).append(total.id)
    return found


def _spoken_of(total: Told, mine: Mapping[str, Line], near: Nearby) -> list[str]:
    """The lines (by their first claim) that a total checks."""
    if not is_total(total) or tells_all(total):
        raise WiderError("a total that tells more than a sum")
    names = {name for number in _where_counted(total) for name in near.marked_last(number, MOST + 1)}
    if len(names) > MOST:
        raise WiderError("a total of very many lines")
    lines = {name: near.glance(name) for name in names - mine.keys()} | dict(mine)
    spoken = {name: line for name, line in lines.items() if speaks_of(total, line)}
    if not spoken or any(is_step(total, line, [*spoken.values()]) for line in spoken.values()):
        raise WiderError("a total that is a line, or a step of one")
    if any(_is_shared(line) or near.marked(placed_late(name)) for name, line in spoken.items()):
        raise WiderError("a total of a line with shares")
    return sorted(spoken)


def _where_counted(total: Told) -> set[int]:
    event = total.claim.event
    if not isinstance(event, Pledge) or collective(event.donors) or event.recipient is None:
        raise WiderError("a total of many givers, or for anybody")
    thing = total.hint if total.thing.vague else total.thing
    kinds = {SUM} if money_of(event) != NO_ENDS else kinds_asked([thing])
    return {gave(*given) for given in product(event.donors, (event.recipient, UNKNOWN), kinds)}


def _is_shared(line: Line) -> bool:
    """Whether others than totals check it: where a total stands among them is not known."""
    return line.shared if isinstance(line, Face) else any(not is_total(told) for told in line.checks)
