"""Contacts spoken of at the contact itself, "this summit", "your visit here": they are of the day of the speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from wireledger.extract.contact_memory import ContactMemory
from wireledger.extract.contact_places import place_at
from wireledger.extract.contact_touch import Touch
from wireledger.extract.view import View
from wireledger.model import Span

_OTHER_TIME = re.compile(
    r"\b(?:had|earlier|previous(?:ly)?|last|next|later|ago|since|before|recent(?:ly)?|ever|often|every|years?|months?"
    r"|tomorrow|yesterday|first met|then|when|once|former(?:ly)?|time|times|eventually)\b",
    re.IGNORECASE,
)
_SPEECH = frozenset("remarks address press toast statements".split())
_SAID_AT = frozenset(("at", "before", "during", "after", "in", "joint"))
_HERE_LEFT, _HERE_RIGHT = 4, 3


BRIEFINGS = frozenset("briefing gaggle background preview".split())
"""Words of a title by which a page tells of a contact, and is not said at it."""


def is_said_at_it(view: View, touch: Touch, memory: ContactMemory) -> bool:
    """ "join this summit", "your visit here", "we discussed", on a page of what was said at a contact."""
    words = memory.title_words
    if words & BRIEFINGS or (not words & _SPEECH and not memory.turns):
        return False
    if _OTHER_TIME.search(_near(view, touch)) or touch.mood == "denied":
        return False
    before = {view.lower(i) for i in range(max(0, touch.first - _HERE_LEFT), touch.first)}
    behind = {view.lower(i) for i in range(touch.last, touch.last + _HERE_RIGHT)}
    noun = view.lower(touch.last - 1)
    if not touch.verb and touch.form == "visit":
        return "your" in before and bool(memory.turns) and ("here" in behind or touch.mood is None)
    if not touch.verb:
        titled = noun in words and bool(words & _SAID_AT)
        return "this" in before and (titled or noun in ("summit", "conference"))
    talked = touch.form == "meeting" and view.lower(touch.last - 1) in ("discussed", "talked", "discussing")
    met = len({s.code for s in touch.guests} & memory.titled) > 1 and bool(words & {"joint", "after", "before"})
    return talked and met


def scene_of(views: Sequence[View]) -> tuple[str, Span] | None:
    """Where a speech is given: the first place of the lines that stand before it."""
    opening = takewhile(lambda view: view.sentence.block_kind in ("dateline", "byline"), views)
    return next((place for view in opening if (place := place_at(view, 0)) is not None), None)


def _near(view: View, touch: Touch) -> str:
    return view.text(max(0, touch.first - 8), min(len(view.sentence.tokens), touch.last + 8))
