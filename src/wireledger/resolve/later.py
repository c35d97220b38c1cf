"""Claims that come later in the ledger's order look once more, where a report that comes stands before them."""

from __future__ import annotations

from collections.abc import Iterable

from wireledger.resolve.block import Key, questions
from wireledger.resolve.cluster import CROWD, gathered
from wireledger.resolve.faces import line_of
from wireledger.resolve.judged import Judged
from wireledger.resolve.line import Line
from wireledger.resolve.nearby import Nearby, Place, place_of
from wireledger.resolve.told import Told
from wireledger.resolve.totals import is_total

Placed = dict[Key, list[tuple[Place, Line]]]


def stand_as_before(told: list[Told], changed: Iterable[Line], near: Nearby) -> bool:
    """Whether the claims of one report are placed alike among the lines before it, and with the changed ones there."""
    old, new = _known(told, near.as_of()), _known(told, near.as_of())
    for line in changed:
        seen = [one for one in line.told if one.order < told[0].order]
        if seen:
            _set_in(line_of(seen), new, near)
    return _placed(told, old) == _placed(told, new)


def _known(told: list[Told], near: Nearby) -> Placed:
    asked = {key for one in told if not is_total(one) for key in questions(one) if key[0] != "report"}
    return {key: near.lines_under(key, told[0], CROWD + len(told)) for key in asked}


def _set_in(line: Line, known: Placed, near: Nearby) -> None:
    """Let a line stand under its keys in place of what it was, where it was told of last."""
    for key, lines in known.items():
        if last := [place_of(told) for told in line.told if key in near.keys(told)]:
            others = [(place, other) for place, other in lines if other.order[4] != line.order[4]]
            known[key] = sorted([*others, (last[-1], line)], key=lambda pair: pair[0])


def _placed(told: list[Told], known: Placed) -> list[object]:
    """Where claims come to stand and why, which of them are totals, shares, doubts or strays."""
    found = gathered(told, Judged(()), {key: [line for _, line in lines] for key, lines in known.items()})
    lines = {id(line): line for some in known.values() for _, line in some} | {id(line): line for line in found.lines}
    held = {name: (line.order[4], line.reasons[name]) for name, line in found.held.items()}
    shares = {one.id: line.order[4] for line in lines.values() for one in vars(line).get("checks", ())}
    doubts = {name: line.order[4] for name, line in found.doubts.items()}
    totals, strays = ([one.id for one in some] for some in (found.totals, found.strays))
    return [held, shares, doubts, totals, strays, sorted(found.strayed)]
