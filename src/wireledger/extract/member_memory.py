"""What a report told last of joining: carried to the sentences that only point to it ("its accession", "both")."""

from __future__ import annotations

from dataclasses import dataclass, field

from wireledger.model import MembershipStep, Mood, Span

_NEAR = 4
_LONG = 12


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

    def keep(self, sentence: int, members: tuple[Found, ...], alliance: Found) -> None:
        """Keeps who was told to join what."""
        self.members, self.members_at = members, sentence
        self.alliance, self.alliance_at = alliance, sentence
        for member in members:
            self.told.pop(member.code, None)
            self.told[member.code] = member


def _carried(found: tuple[Found, ...]) -> tuple[Found, ...]:
    return tuple(Found(f.code, f.span, True) for f in found)
