"""The little of a claim that indexes over a whole ledger need."""

from __future__ import annotations

from typing import NamedTuple


class Gist(NamedTuple):
    """A claim (by id), its report (by id), the quoted words, and how sure the reading is (0 to 1)."""

    claim: str
    report: str
    quote: str
    confidence: float
