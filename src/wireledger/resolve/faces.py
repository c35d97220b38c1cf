"""The face of a line: all that most reasons look at, in few words, so that a line is held against a claim unread.

A face is kept beside the ledger as JSON. What it does not tell (the claims, their words) is fetched when a reason asks.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Container, Iterable, Iterator
from datetime import date
from typing import Any

from wireledger.model import Pledge
from wireledger.resolve.amounts import Ends
from wireledger.resolve.line import Line
from wireledger.resolve.things import Thing
from wireledger.resolve.told import Told
from wireledger.resolve.totals import is_total

Order = tuple[date, str, int, int, str]
FETCHED = frozenset({"told", "words", "copies", "reasons", "checks", "first"})  # not told by a face


class Face(Line):
    """A line as its face tells it. `last` is the place of the claim that was told last.

    `late` tells that a claim stands in it which nobody was told to give, and which was placed after all others;
    `summed` that it took in totals, which the face does not tell, but for the donors in `named`; `shared` that others
    than totals check it.
    """

    def __init__(self, body: str, whole: Callable[[], Line]) -> None:
        shape = json.loads(body)
        self._whole = whole
        self._order, self.last = _order(shape["first"]), _order(shape["last"])
        self.late, self.summed, self.shared = (bool(shape[name]) for name in ("late", "summed", "shared"))
        self.named = frozenset(shape["named"])
        self.reports, self.voices = set(shape["reports"]), set(shape["voices"])
        self.days = {date.fromordinal(day) for day in shape["days"]}
        self._of_gift(shape.get("gift") or [[] for _ in range(13)], shape.get("withdrawn"))

    def _of_gift(self, gift: list[Any], withdrawn: int | None) -> None:
        donors, recipients, things, hints, packages, *amounts, counting, steps, scopes = gift
        counts, parts, sums, promised, arrived = amounts
        self.donors, self.recipients = {*map(frozenset, donors)}, set(recipients)
        self.things, self.hints = {*map(_thing, things)}, {*map(_thing, hints)}
        self.packages = {(frozenset(some), _ends(ends), currency) for some, ends, currency in packages}
        self.counts, self.parts, self.promised = ({*map(_ends, some)} for some in (counts, parts, promised))
        self.sums = {(_ends(ends), currency) for ends, currency in sums}
        self.arrived = {(report, _ends(count), _ends(money)) for report, count, money in arrived}
        self.counting = {(voice, own) for voice, own in counting}
        self.steps, self.scopes = set(steps), set(scopes)
        self.withdrawn = date.fromordinal(withdrawn) if withdrawn else None

    def __getattr__(self, name: str) -> Any:
        """What the face does not tell: from then on it is the whole line."""
        if name not in FETCHED:
            raise AttributeError(name)
        vars(self).update(vars(self._whole()))
        return vars(self)[name]

    @property
    def order(self) -> Order:
        """Where it stands in the ledger's order."""
        return self.first.order if "first" in vars(self) else self._order


def face_of(line: Line, late: Collection[str] = (), held: Container[str] | None = None) -> str:
    """The face of a line as claims that come see it (`listed`). `late` are claims (ids) that were placed late."""
    seen = listed(line, held)
    shape: dict[str, Any] = {
        "first": _place(seen.first),
        "last": _place(seen.told[-1]),
        "late": any(told.id in late and _unnamed(told) for told in seen.told),
        "summed": seen is not line,
        "shared": any(not is_total(told) for told in line.checks),
        "named": sorted(frozenset().union(*line.donors)),
        "why": [*_why(line)],
        "reports": sorted(seen.reports),
        "voices": sorted(seen.voices),
        "days": sorted(day.toordinal() for day in seen.days),
    }
    if isinstance(seen.first.claim.event, Pledge):
        shape |= {"gift": _gift(seen), "withdrawn": seen.withdrawn.toordinal() if seen.withdrawn else None}
    return json.dumps(shape, separators=(",", ":"))


def why_of(face: str) -> dict[str, tuple[str, ...]]:
    """The words that each claim (by id) of a line was the first to be taken in with, as its face tells them."""
    return {name: tuple(words) for name, words in json.loads(face)["why"]}


def listed(line: Line, held: Container[str] | None = None) -> Line:
    """A line without the totals it took in when all lines were there: with the claims (ids) it held before.

    Where these are not given, no person has judged a total to be one of them.
    """
    told = [one for one in line.told if (not is_total(one) if held is None else one.id in held)]
    return line if len(told) == len(line.told) else line_of(told)


def line_of(told: Iterable[Told]) -> Line:
    """The line of claims in the ledger's order; why they are one is not told."""
    first, *others = told
    line = Line(first)
    for one in others:
        line.add(one, ())
    return line


def _why(line: Line) -> Iterator[tuple[str, list[str]]]:
    known: set[str] = set()
    for told in line.told[1:]:
        if fresh := [words for words in dict.fromkeys(line.reasons[told.id]) if words not in known]:
            known |= {*fresh}
            yield told.id, fresh


def _gift(line: Line) -> list[Any]:
    return [
        _sorted(sorted(donors) for donors in line.donors),
        sorted(line.recipients),
        _sorted(map(_words, line.things)),
        _sorted(map(_words, line.hints)),
        _sorted([sorted(donors), ends, currency] for donors, ends, currency in line.packages),
        _sorted(line.counts),
        _sorted(line.parts),
        _sorted(line.sums),
        _sorted(line.promised),
        _sorted(line.arrived),
        _sorted(line.counting),
        sorted(line.steps),
        sorted(line.scopes),
    ]


def _sorted(some: Iterable[object]) -> list[object]:
    return sorted(some, key=repr)


def _words(thing: Thing) -> list[list[str]]:
    return [sorted(some) for some in (thing.models, thing.categories, thing.words, thing.stems, thing.heads)]


def _thing(words: list[list[str]]) -> Thing:
    return Thing(*map(frozenset, words))


def _ends(ends: list[float | None]) -> Ends:
    low, high = ends
    return low, high


def _place(told: Told) -> list[object]:
    day, *rest = told.order
    return [day.toordinal(), *rest]


def _order(place: list[Any]) -> Order:
    day, report, anchor, start, name = place
    return date.fromordinal(day), report, anchor, start, name


def _unnamed(told: Told) -> bool:
    event = told.claim.event
    return isinstance(event, Pledge) and not event.donors
