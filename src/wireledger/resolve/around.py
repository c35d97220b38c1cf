"""What a ledger is asked when one more report comes to it, and what says that more of it must be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from wireledger.model import Claim, Entry, Report
from wireledger.store.marks import Mark


class WiderError(Exception):
    """More of the ledger may change than what stands near one report."""


class Around(Protocol):
    """What a ledger tells when it is asked for one thing at a time; every store does."""

    def marked(self, number: int, most: int | None = None, last_first: bool = False) -> list[Mark]:
        """What is marked with a number."""

    def report(self, report: str) -> Report | None:
        """One report."""

    def claims(self, report: str | None = None) -> Iterator[Claim]:
        """The claims of a report."""

    def claim(self, claim: str) -> Claim | None:
        """One claim."""

    def voice(self, report: str) -> str:
        """The voice of a report."""

    def holding(self, claim: str) -> Entry | None:
        """The entry a claim stands in."""

    def face(self, line: str) -> str | None:
        """The face of a line, by its first claim."""
