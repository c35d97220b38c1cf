"""What persons decided, as the pages see it; the deciding itself is done by who makes the book."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from wireledger.model import Claim, Judgement

OnClaim = Literal["right", "wrong"]
OnPair = Literal["same", "different"]


@dataclass(frozen=True, slots=True)
class Ruled:
    """A claim that persons judged: as it was read, as it is now (None: judged wrong), and what stands on it."""

    read: Claim
    now: Claim | None
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement of a person, and whether it stands."""

    judgement: Judgement
    stands: bool


class Book(Protocol):
    """The decisions on a ledger. What cannot be decided so raises BadQuestion."""

    def decisions(self) -> Sequence[Decision]:
        """All that persons ever decided, in order."""

    def ruled(self) -> Mapping[str, Ruled]:
        """The claims (by id) on which a judgement stands."""


class Desk(Book, Protocol):
    """Where one person decides; entries follow soon after, and `when_settled` tells when they have."""

    by: str

    def on_claim(self, verdict: OnClaim, claim: Claim) -> None:
        """The claim says what its report says, or what it does not."""

    def on_pair(self, verdict: OnPair, first: Sequence[Claim], second: Sequence[Claim]) -> None:
        """The claims of two entries are one event, or are not."""

    def fields(self, claim: Claim) -> Mapping[str, str]:
        """What can be changed of a claim, as a person writes it."""

    def change(self, claim: Claim, values: Mapping[str, str], words: str) -> None:
        """The report gives other values in these words."""

    def take_back(self, judgements: Sequence[Judgement]) -> None:
        """These stand no more; what was an undoing makes stand again what it took back."""

    def settled(self) -> bool:
        """Whether the entries have followed all that was decided."""

    def when_settled(self, then: Callable[[], None]) -> None:
        """Do this whenever the entries have followed."""
