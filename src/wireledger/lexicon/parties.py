"""Who acts: states, the bodies that act for them, organisations and their members, groups; and the states' currencies.

Codes are ISO 3166 alpha-2 in lower case for states (xk for Kosovo) and slugs for everything else. Days are half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, cast

from wireledger.lexicon.tables import day, holds_on, rows, several

BodyKind = Literal["government", "ministry", "parliament", "army", "leader-seat", "agency"]
OrganisationKind = Literal["alliance", "union", "organisation", "forum", "bank", "fund"]
MemberStep = Literal["joined", "left", "suspended", "invited", "promised", "applied", "candidate"]


@dataclass(frozen=True, slots=True)
class State:
    """A state with its names; `ambiguous` where the bare name is as often a person, a place or a thing (Jordan).

    `doubtful` are those of its other names and capitals that may mean another state, a place or a person (Congolese).
    """

    code: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    ambiguous: bool
    doubtful: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A body or seat by whose name a state is meant ("the Pentagon"), and from when to when it is."""

    surface: str
    acts_for: str
    kind: BodyKind
    start: date | None
    stop: date | None


@dataclass(frozen=True, slots=True)
class Organisation:
    """An alliance, union, forum, bank, fund or other organisation.

    `acts_for` is the party whose part it is (the European Peace Facility acts for the EU), None where it stands for
    itself. `generic` are words that mean it only where the text has named it before ("the alliance").
    """

    code: str
    kind: OrganisationKind
    name: str
    aliases: tuple[str, ...]
    acts_for: str | None
    generic: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """States named together; `members` is empty where the words do not fix them ("Western allies")."""

    code: str
    surfaces: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """How a state stands to an alliance from `start` up to `stop`; "joined" lasts as long as the membership."""

    alliance: str
    member: str
    step: MemberStep
    start: date | None
    stop: date | None


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 currency; `words` may be shared ("kroner"), `state` tells whose: None where no one state's alone."""

    code: str
    symbols: tuple[str, ...]
    words: tuple[str, ...]
    state: str | None


@cache
def states() -> tuple[State, ...]:
    """All states, in the order of their names."""
    return tuple(
        State(
            row["code"],
            row["name"],
            several(row["aliases"]),
            several(row["demonyms"]),
            several(row["capitals"]),
            row["ambiguous"] == "yes",
            several(row["doubtful"]),
        )
        for row in rows("states.csv")
    )


@cache
def bodies() -> tuple[Body, ...]:
    """All bodies that act for a state."""
    return tuple(
        Body(row["surface"], row["acts_for"], cast(BodyKind, row["kind"]), day(row["from"]), day(row["to"]))
        for row in rows("bodies.csv")
    )


@cache
def organisations() -> tuple[Organisation, ...]:
    """All organisations; institutions of one ("European Commission") are among its aliases."""
    return tuple(
        Organisation(
            row["code"],
            cast(OrganisationKind, row["kind"]),
            row["name"],
            several(row["aliases"]),
            row["acts_for"] or None,
            several(row["generic"]),
        )
        for row in rows("organisations.csv")
    )


@cache
def groups() -> tuple[Group, ...]:
    """All groups of states; those of an alliance's members are listed without members: ask `members`."""
    return tuple(Group(row["code"], several(row["surfaces"]), several(row["members"])) for row in rows("groups.csv"))


@cache
def memberships() -> tuple[Member, ...]:
    """All states' steps towards, into and out of alliances."""
    return tuple(
        Member(row["alliance"], row["member"], cast(MemberStep, row["step"]), day(row["from"]), day(row["to"]))
        for row in rows("memberships.csv")
    )


@cache
def members(alliance: str, on: date) -> frozenset[str]:
    """The states that are members of an alliance that day; empty for an alliance whose members are not listed."""
    return frozenset(
        m.member
        for m in memberships()
        if m.alliance == alliance and m.step == "joined" and holds_on(m.start, m.stop, on)
    )


@cache
def has_members(alliance: str) -> bool:
    """Whether the members of an alliance are listed, by its code."""
    return any(m.alliance == alliance for m in memberships())


@cache
def currencies() -> tuple[Currency, ...]:
    """All currencies; where two share a symbol or word, the one more often meant stands first."""
    return tuple(
        Currency(row["code"], several(row["symbols"]), several(row["words"]), row["state"] or None)
        for row in rows("currencies.csv")
    )
