"""What a claim can tell: a pledge, a contact, a statement or a membership."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from wireledger.model.amounts import Money, Quantity
from wireledger.model.days import Days

Mood = Literal["asserted", "planned", "hypothetical", "denied"]
PledgeStep = Literal[
    "floated", "requested", "promised", "approved", "contracted", "in_transit", "delivered", "withdrawn", "refused"
]
Scope = Literal["new", "earlier", "extra", "total"]
Form = Literal["visit", "meeting", "call"]
MembershipStep = Literal[
    "wants", "applied", "invited", "supported", "opposed", "approved", "joined", "left", "suspended", "is_member"
]
PLEDGE_STEPS: tuple[PledgeStep, ...] = get_args(PledgeStep)
MEMBERSHIP_STEPS: tuple[MembershipStep, ...] = get_args(MembershipStep)


@dataclass(frozen=True, slots=True)
class Pledge:
    """Donors give a recipient an item, a quantity or a sum; `step` says how far it came.

    `donors` is empty and `recipient` None where the text does not tell; `recipients` lists them all, and `recipient` is
    None when one sum goes to several.
    """

    donors: tuple[str, ...]
    recipient: str | None
    recipients: tuple[str, ...]
    item: str | None
    category: str | None
    model: str | None
    quantity: Quantity | None
    money: Money | None
    step: PledgeStep
    scope: Scope
    due: Days | None = None
    when: Days | None = None
    forum: str | None = None


Whose = Literal["guest", "state", "anybody"]


@dataclass(frozen=True, slots=True)
class Nth:
    """Which of its kind a contact is told to be: "her first visit since 2019", "the second trip in a month".

    `number` is 1 for the first. It is counted from `since` (interval None: a time that is not known) or over the last
    `within` days before the contact; both None: ever. `whose` says whose contacts are counted: the guest's own, those
    of anybody from the guest's state, or anybody's. `words` are the report's own.
    """

    number: int
    words: str
    since: Days | None = None
    within: int | None = None
    whose: Whose = "guest"


@dataclass(frozen=True, slots=True)
class Contact:
    """Parties visit, meet or call. Guests are the visitors, or all sides of a meeting or call.

    `nth` is which of its kind a report tells it to be, where one does.
    """

    form: Form
    guests: tuple[str, ...]
    hosts: tuple[str, ...]
    place: str | None
    when: Days | None = None
    nth: Nth | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A party says something, in its own words (`direct`) or reported."""

    speaker: str | None
    words: str
    direct: bool
    about: tuple[str, ...] = ()
    when: Days | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """A state and an alliance, and how near they came; `by` are those who approve, object or invite."""

    member: str
    alliance: str
    step: MembershipStep
    by: tuple[str, ...] = ()
    when: Days | None = None


Event = Pledge | Contact | Statement | Membership
Kind = Literal["pledge", "contact", "statement", "membership"]
KINDS: tuple[Kind, ...] = get_args(Kind)


def kind_of(event: Event) -> Kind:
    """The name of the event's kind as claims and entries carry it."""
    names: dict[type, Kind] = {Pledge: "pledge", Contact: "contact", Statement: "statement", Membership: "membership"}
    return names[type(event)]
