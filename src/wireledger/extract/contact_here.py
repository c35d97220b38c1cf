"""Who takes part in "this meeting", where the report is what is said at it."""

from __future__ import annotations

from wireledger.extract.contact_memory import Side
from wireledger.extract.contact_sides import Cast
from wireledger.extract.contact_words import Occasion

_HERE = frozenset(("meeting", "session", "discussion", "bilateral", "trilateral"))
_AT_IT = frozenset(("before", "after", "during", "at"))


def met_here(cast: Cast, occasion: Occasion) -> tuple[Side, ...]:
    """Whoever speaks and is spoken to, for "this meeting" on a page titled as said before, at or after one."""
    words = cast.memory.title_words
    said_at_it = cast.memory.turns and bool(words & _HERE) and bool(words & _AT_IT)
    if not said_at_it or occasion.noun.words[-1] not in _HERE or cast.view.lower(occasion.first - 1) != "this":
        return ()
    return (*cast.pronoun("i", 0), *cast.pronoun("you", 0))
