"""Words of other business than help: sanctions, trade, losses, attacks, drills, a state's own household."""

from __future__ import annotations

from functools import cache

from wireledger.lexicon.tables import rows, several


@cache
def other_business() -> dict[str, frozenset[str]]:
    """The words of each business, lower case."""
    return {row["business"]: frozenset(several(row["words"])) for row in rows("other_business.csv")}
