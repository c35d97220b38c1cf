"""Marks: numbers under which a ledger finds names again (of reports, claims, entries) without looking at all of them.

They are worked out from reports and claims, and may be made anew at any time.
"""

from __future__ import annotations

from typing import NamedTuple

STANDING = 0  # names the rules by which the entries were worked out; gone once somebody decides or reads anew
WAITING = 1  # names each report that the entries do not know of yet


class Mark(NamedTuple):
    """A name under a number, at its place in the ledger's order: day (ISO), report, anchor and start of the claim."""

    number: int
    name: str
    day: str = ""
    report: str = ""
    anchor: int = 0
    start: int = 0

    @property
    def place(self) -> tuple[str, str, int, int, str]:
        """What marks of one number are sorted by."""
        return (self.day, self.report, self.anchor, self.start, self.name)
