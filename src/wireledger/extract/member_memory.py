"""What a report told last of joining: carried to the sentences that only point to it ("its accession", "both")."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from wireledger.model import Interval, MembershipStep, Mood, Span

_NEAR = 4
_LONG = 12
_OF_ITSELF = frozenset(("candidate", "protocols", "talks", "accession", "membership"))


@dataclass(frozen=True, slots=True)
class Found:
    """A code and where it was read; `carried` when it stands in an earlier sentence."""

    code: str
    span: Span
    carried: bool = False


@dataclass(frozen=True, slots=True)
class MemberReading:
    """One state's step as read; `words` are the tokens that say it; `again` when it was told before by another."""

    member: Found
    alliance: Found
    step: MembershipStep
    mood: Mood
    by: tuple[Found, ...]
    words: tuple[int, int]
    row: str
    again: bool = False


@dataclass(slots=True)
class MemberMemory:
    """What was told last: states on their way in, the alliance meant, the states named, each with its sentence."""

    members: tuple[Found, ...] = ()
    members_at: int = -99
    alliance: Found | None = None
    alliance_at: int = -99
    states: tuple[Found, ...] = ()
    named: tuple[Found, ...] = ()
    joined: set[tuple[str, str]] = field(default_factory=set)
    told: dict[str, Found] = field(default_factory=dict)
    last: tuple[MemberReading, ...] = ()
    last_at: int = -99
    own: str | None = None
    page: Interval | None = None
    on: date | None = None
    sides: tuple[str, ...] = ()
    page_sides: tuple[str, ...] = ()
    sides_at: int = -99
    title_group: str | None = None
    group: Found | None = None
    group_at: int = -99

    def carried_members(self, sentence: int) -> tuple[Found, ...]:
        """The states told of joining in the sentences right before."""
        near = self.members if self.members and sentence - self.members_at <= _NEAR else self.states
        return _carried(near)

    def carried_alliance(self, sentence: int, reach: int = _NEAR) -> Found | None:
        """The alliance told of joining in the sentences right before."""
        if self.alliance is None or sentence - self.alliance_at > reach:
            return None
        return Found(self.alliance.code, self.alliance.span, True)

    def candidates(self, sentence: int) -> tuple[Found, ...]:
        """The states told of joining last, further back: whom an approval without an object is for."""
        return _carried(self.members) if sentence - self.members_at <= _LONG else ()

    def pair(self, sentence: int) -> tuple[Found, ...]:
        """The two states told of joining last: "both"."""
        return _carried(tuple(self.told.values())[-2:]) if sentence - self.members_at <= _LONG else ()

    def carried_pair(self, sentence: int, words: Span) -> tuple[Found, ...]:
        """Who "both" are: the two told of joining last, else the two that the title names beside whose page it is."""
        told = self.pair(sentence)
        others = [side for side in self.page_sides if side != self.own]
        return told if len(told) == 2 else tuple(Found(side, words) for side in others) if len(others) == 2 else ()

    def both(self, sentence: int) -> tuple[str, ...]:
        """Who "we" and "they" are: the sides of the page and its title, else those named together last."""
        page = tuple(dict.fromkeys((*((self.own,) if self.own else ()), *self.page_sides)))
        if len(page) > 1:
            return page
        return self.sides if sentence - self.sides_at <= _NEAR else ()

    def carried_group(self, sentence: int) -> Found | None:
        """The alliance named in the sentences right before, told of joining or not."""
        near = self.group is not None and sentence - self.group_at <= _LONG
        return Found(self.group.code, self.group.span, True) if self.group is not None and near else None

    def named_alliance(self, sentence: int, word_class: str, words: Span) -> Found | None:
        """The alliance named last, or by the title, where words like "candidate status" tell of one by themselves."""
        if word_class not in _OF_ITSELF:
            return None
        titled = Found(self.title_group, words, True) if self.title_group is not None else None
        return self.carried_group(sentence) or titled

    def keep(self, sentence: int, members: tuple[Found, ...], alliance: Found) -> None:
        """Keeps who was told to join what."""
        self.members, self.members_at = members, sentence
        self.alliance, self.alliance_at = alliance, sentence
        for member in members:
            self.told.pop(member.code, None)
            self.told[member.code] = member


def _carried(found: tuple[Found, ...]) -> tuple[Found, ...]:
    return tuple(Found(f.code, f.span, True) for f in found)
