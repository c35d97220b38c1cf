"""The register of alliances: who is a member on a day, how everybody else stands to it, whom its guarantee covers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from wireledger.lexicon.parties import Member, MemberStep, members, memberships
from wireledger.lexicon.tables import day, holds_on, rows


@dataclass(frozen=True, slots=True)
class Guarantee:
    """A clause of a treaty by which the members of an alliance defend each other, from the day it is in force."""

    alliance: str
    clause: str
    treaty: str
    start: date


@dataclass(frozen=True, slots=True)
class Cover:
    """Whether a state is covered by a guarantee on a day: `since` when, and `why`, or why not, in one sentence."""

    state: str
    covered: bool
    guarantee: Guarantee
    since: date | None
    why: str


@dataclass(frozen=True, slots=True)
class Joined:
    """The day a state joined, and its place among the members; several that join on one day share first..last."""

    day: date
    first: int
    last: int


@cache
def guarantees() -> tuple[Guarantee, ...]:
    """All guarantees, in the order of the table."""
    found = []
    for row in rows("guarantees.csv"):
        start = day(row["from"])
        assert start is not None
        found.append(Guarantee(row["alliance"], row["clause"], row["treaty"], start))
    return tuple(found)


@cache
def count_on(alliance: str, on: date) -> int:
    """How many members an alliance has that day."""
    return len(members(alliance, on))


@cache
def counts_during(alliance: str, start: date, stop: date) -> tuple[int, ...]:
    """The numbers of members an alliance has on the days from `start` up to `stop`, in the order of the days."""
    moved = {d for m in memberships() if m.alliance == alliance and m.step == "joined" for d in (m.start, m.stop) if d}
    days = [start, *sorted(d for d in moved if start < d < stop)]
    return tuple(dict.fromkeys(count_on(alliance, d) for d in days))


def joined_as(alliance: str, state: str) -> Joined | None:
    """When a state joined an alliance, and as the how manieth member; None for one that never did."""
    for m in memberships():
        if (m.alliance, m.member, m.step) == (alliance, state, "joined") and m.start is not None:
            return Joined(m.start, count_on(alliance, m.start - timedelta(1)) + 1, count_on(alliance, m.start))
    return None


@cache
def source_of(alliance: str) -> str:
    """What the register of an alliance's members is taken from. KeyError for one that is not listed."""
    return {row["alliance"]: row["source"] for row in rows("registers.csv")}[alliance]


def standing(alliance: str, state: str, on: date) -> Member | None:
    """How a state stands to an alliance that day: its membership, else the latest step that holds; None for none."""
    held = [m for m in memberships() if m.alliance == alliance and m.member == state and holds_on(m.start, m.stop, on)]
    joined = [m for m in held if m.step == "joined"]
    return max(joined or held, key=lambda m: m.start or date.min, default=None)


def covered_by(state: str, on: date) -> tuple[Cover, ...]:
    """How a state stands to each guarantee that is in force that day."""
    return tuple(_cover(guarantee, state, on) for guarantee in guarantees() if guarantee.start <= on)


def covered_on(alliance: str, on: date) -> tuple[Cover, ...]:
    """All states that the guarantee of an alliance covers that day, by code, each with the reason."""
    found = [g for g in guarantees() if g.alliance == alliance and g.start <= on]
    return tuple(_cover(guarantee, state, on) for guarantee in found for state in sorted(members(alliance, on)))


def _cover(guarantee: Guarantee, state: str, on: date) -> Cover:
    held = standing(guarantee.alliance, state, on)
    words = f"{guarantee.clause} of {guarantee.treaty}"
    if held is None:
        return Cover(state, False, guarantee, None, f"not a member of {guarantee.alliance}: {words} binds members only")
    if held.step != "joined":
        since = f" since {held.start}" if held.start is not None else ""
        why = f"{_STANDING[held.step]}{since}, not a member of {guarantee.alliance}: {words} binds members only"
        return Cover(state, False, guarantee, None, why)
    since_day = max(held.start or guarantee.start, guarantee.start)
    why = f"member of {guarantee.alliance} since {held.start}; {words} in force since {guarantee.start}"
    paused = [m for m in memberships() if (m.alliance, m.member, m.step) == (guarantee.alliance, state, "suspended")]
    if any(holds_on(m.start, m.stop, on) for m in paused):
        why += f"; has suspended its part since {paused[-1].start}"
    return Cover(state, True, guarantee, since_day, why)


_STANDING: dict[MemberStep, str] = {
    "joined": "member",
    "left": "has left",
    "suspended": "suspended its part",
    "invited": "invited",
    "promised": "was promised membership",
    "applied": "has applied",
    "candidate": "candidate",
}
