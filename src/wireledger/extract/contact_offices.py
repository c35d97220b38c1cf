"""Whom an office alone means in a report: "the prime minister", "the Czech president", "the Russian leader".

A person is told only where the report names one; an office whose holder it never names stands for its state or body.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import NamedTuple

from wireledger.extract.actors import Actor, actors
from wireledger.extract.contact_demands import is_staff
from wireledger.extract.memory import own_side
from wireledger.extract.view import View
from wireledger.extract.view import view as view_of
from wireledger.lexicon.offices import holders, offices_of
from wireledger.lexicon.roles import roles
from wireledger.model import Document, Party, Place, Sentence

_LEADERS = frozenset("president prime-minister chancellor monarch supreme-leader".split())
_BARE = frozenset((*_LEADERS, "foreign-minister", "defence-minister", "secretary-general", "vice-president"))
_LONE = {
    "leader": _LEADERS,
    "minister": frozenset(("foreign-minister", "defence-minister", "finance-minister")),
    "diplomat": frozenset(("foreign-minister", "ambassador")),
}
_NOT_BEHIND = frozenset("of for elect office spokesman spokeswoman spokesperson post job seat -".split())
_HOUSEHOLD = frozenset("office spokesman spokeswoman spokesperson wife husband party residence aides house son".split())
_AGENTS = frozenset("ministers leaders heads chiefs representatives officials delegates envoys diplomats".split())
_COUNTRIES = frozenset("countries nations states governments allies".split())
_COUNTS = frozenset(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred dozen"
    " dozens several many other various".split()
)
_REACH = 12


NAMED = "named with that office before"
HOLDS = "who holds that office on the report's day in the state whose page it is"
TITLED = "the only one whom the title names with that office"
NOBODY = "no one in the report is named with it before"


class Alone(NamedTuple):
    """An office without a name at tokens `first` up to `last`: who is meant (None: open) and why, and where named."""

    first: int
    last: int
    code: str | None
    side: str | None
    why: str
    actor: Actor | None = None


class _Seat(NamedTuple):
    code: str
    side: str | None
    offices: frozenset[str]
    sentence: int
    actor: Actor


@dataclass(frozen=True, slots=True)
class Offices:
    """The persons a report names, in order, with the offices told of them or held by them on its day."""

    named: tuple[_Seat, ...]
    codes: frozenset[str]
    home: str | None = None
    on: date | None = None
    titled: tuple[_Seat, ...] = ()

    def actors(self, view: View) -> list[Actor]:
        """The actors of a sentence, offices resolved, with those an office alone points to."""
        some = [actor for actor in _named_alone(actors(view)) if not is_staff(view, actor)]
        found = [self._resolved(view, self._counterpart(view, actor, some)) for actor in some]
        others = [*self._bare(view, found), *_crowds(view, found)]
        return sorted((*found, *others), key=lambda a: a.first)

    def _counterpart(self, view: View, actor: Actor, some: list[Actor]) -> Actor:
        """ "Wang told his Fijian counterpart": who is named elsewhere with the office of the one before."""
        if actor.party.kind != "state" or view.lower(actor.last - 1) != "counterpart" or actor.side is None:
            return actor
        before = [a.code for a in some if a.last <= actor.first and a.party.kind == "person"]
        meant = {office for seat in self.named if before and seat.code == before[-1] for office in seat.offices}
        holders = {s.code for s in self.named if s.side == actor.side and s.offices & meant}
        if len(holders) != 1:
            return actor
        code = holders.pop()
        return replace(actor, code=code, party=Party(code, "person", "office", actor.side))

    def _resolved(self, view: View, actor: Actor) -> Actor:
        party = actor.party
        if party.kind == "person":
            unnamed = party.named_by == "office" and actor.code not in self.codes and actor.side is not None
            return replace(actor, code=actor.side or actor.code, agents=True) if unnamed else actor
        meant = _offices_told(view, actor.core, actor.last) if party.kind == "state" else frozenset[str]()
        holders = {s.code for s in self.named if s.side == actor.side and s.offices & meant}
        if len(holders) != 1 or actor.side is None:
            return actor
        code = holders.pop()
        return replace(actor, code=code, party=Party(code, "person", "office", actor.side))

    def _bare(self, view: View, found: list[Actor]) -> Iterator[Actor]:
        """ "the president", where nobody is named beside it and one was named before."""
        for alone in self._alone(view, found):
            at, last = alone.first, alone.last
            party = Party(alone.code, "person", "office", alone.side) if alone.code else None
            if party is not None and alone.actor is not None:
                span = alone.actor.span
                yield replace(alone.actor, first=at, core=at, last=last, party=party, span=span, carried=True)
            elif party is not None:
                where = view.sentence.place(at, last)
                yield Actor(at, at, last, party.code, alone.side, party, where, carried=True)

    def alone(self, view: View) -> list[Alone]:
        """The offices of a sentence that stand without a name."""
        return [*self._alone(view, [self._resolved(view, actor) for actor in actors(view)])]

    def _alone(self, view: View, found: list[Actor]) -> Iterator[Alone]:
        taken = {i for a in found for i in range(a.first, a.last)}
        for at in range(len(view.sentence.tokens)):
            last = _bare_end(view, at) if view.lower(at) == "the" and not taken & {at, at + 1} else 0
            if last:
                yield self._meant(view, at, last)

    def _meant(self, view: View, at: int, last: int) -> Alone:
        meant = _offices_told(view, at + 1, last)
        seat = self._last(view, at, meant)
        if seat is not None:
            return Alone(at, last, seat.code, seat.side, NAMED, seat.actor)
        if (code := self._holder(meant)) is not None:
            return Alone(at, last, code, self.home, HOLDS)
        titled = {(s.code, s.side) for s in self.titled if s.offices & meant}
        if len(titled) == 1:
            return Alone(at, last, *titled.pop(), TITLED)
        return Alone(at, last, None, None, NOBODY)

    def _holder(self, meant: frozenset[str]) -> str | None:
        """Who holds one of these offices on the report's day in the state whose page it is."""
        if self.home is None or self.on is None:
            return None
        held = {code for office in meant for code in holders(office, self.home, self.on)}
        return held.pop() if len(held) == 1 else None

    def _last(self, view: View, at: int, meant: frozenset[str]) -> _Seat | None:
        """Who was named last with one of these offices, rather at the head of a sentence than behind others."""
        here = view.sentence.index
        near = [s for s in self.named if s.offices & meant and 0 <= here - s.sentence <= _REACH]
        near = [s for s in near if s.sentence < here or s.actor.last <= at]
        if not near:
            return None
        latest = near[-1].sentence
        return next(s for s in near if s.sentence == latest)


def _named_alone(some: list[Actor]) -> Iterator[Actor]:
    """ "his colleagues from NATO allies | Latvia and Fiji": those named right behind are meant, not all."""
    before: Actor | None = None
    for actor in some:
        named = actor.party.kind == "state" and actor.party.named_by == "name"
        if before is not None and named and before.last == actor.first:
            actor = replace(actor, first=before.first, agents=actor.agents or before.agents)
        elif before is not None:
            yield before
        before = actor if actor.party.kind == "group" else None
        if before is None:
            yield actor
    if before is not None:
        yield before


def _crowds(view: View, found: list[Actor]) -> Iterator[Actor]:
    """ "defence ministers of some fifty countries": many who are not named."""
    taken = {i for a in found for i in range(a.first, a.last)}
    for last in range(3, len(view.sentence.tokens) + 1):
        if view.lower(last - 1) not in _COUNTRIES or not _is_counted(view, last - 2):
            continue
        first = next((i for i in range(last - 2, max(-1, last - 9), -1) if view.lower(i) in _AGENTS), -1)
        if first >= 0 and view.lower(first + 1) in ("of", "from") and not taken & set(range(first, last)):
            while first and view.lower(first - 1) in _AGENTS | {
                "defence",
                "defense",
                "foreign",
                "finance",
                "top",
                "the",
            }:
                first -= 1
            span = view.sentence.place(first, last)
            party = Party("unnamed-allies", "group", "name", "unnamed-allies")
            yield Actor(first, first, last, "unnamed-allies", "unnamed-allies", party, span, True)


def _is_counted(view: View, at: int) -> bool:
    return view.lower(at) in _COUNTS or view.lower(at).isdigit() or "-" in view.lower(at)


def offices_in(document: Document, views: list[View]) -> Offices:
    """The persons a document names; those only its title names count as named, and stand in no sentence."""
    published = document.report.source.published
    on = published.start if published else None
    named = tuple(seat for view in views for seat in _named(view, on))
    codes = {code for sentence in document.title for code in _codes(sentence)} | {seat.code for seat in named}
    titled = tuple(seat for sentence in document.title for seat in _named(view_of(sentence), on))
    return Offices(named, frozenset(codes), own_side(document), on, titled)


def _named(view: View, on: date | None) -> Iterator[_Seat]:
    for actor in actors(view):
        if actor.party.kind == "person" and actor.party.named_by != "office":
            held = frozenset(o.office for o in offices_of(actor.code, on)) if on is not None else frozenset[str]()
            told = _offices_told(view, actor.first, actor.core) | _offices_told(view, actor.core, actor.last)
            yield _Seat(actor.code, actor.side, held | told, view.sentence.index, actor)


def _codes(sentence: Sentence) -> Iterator[str]:
    for mention in sentence.mentions:
        if isinstance(mention.thing, Party) and mention.thing.kind == "person" and mention.thing.named_by != "office":
            yield mention.thing.code


def _offices_told(view: View, first: int, last: int) -> frozenset[str]:
    """The offices that words tell: "prime minister"; "leader" may be any of the highest."""
    found: set[str] = set()
    at = first
    while at < last:
        size = next((n for n in (4, 3, 2, 1) if at + n <= last and _words(view, at, n) in _surfaces()), 0)
        found |= _surfaces()[_words(view, at, size)] if size else frozenset()
        at += size or 1
    return frozenset(found)


def _words(view: View, at: int, size: int) -> tuple[str, ...]:
    return tuple(view.lower(i) for i in range(at, at + size))


def _bare_end(view: View, at: int) -> int:
    """Where the office behind "the" at token `at` ends; 0 where none of the high ones stands there by itself."""
    size = next((n for n in (4, 3, 2, 1) if _surfaces().get(_words(view, at + 1, n), frozenset()) & _BARE), 0)
    last = at + 1 + size
    mention = view.at.get(last)
    named = mention is not None and isinstance(mention.thing, Party | Place)
    if not size or named or view.lower(last) in _NOT_BEHIND:
        return 0
    owned = view.lower(last) in ("'s", "'") and view.lower(last + 1) in _HOUSEHOLD
    return 0 if owned else last


@cache
def _surfaces() -> dict[tuple[str, ...], frozenset[str]]:
    found = {tuple(r.surface.split()): frozenset((r.office,)) for r in roles() if r.office}
    return found | {(word,): offices for word, offices in _LONE.items()}
