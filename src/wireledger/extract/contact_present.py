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
_REMOTE = frozenset(("via", "by", "on", "virtual", "aboard", "en"))  # "Via Teleconference" is no place
_SITES = frozenset(
    "palace room garden hall museum house center centre school church airport base castle hotel university institute"
    " cemetery office building stadium residence lawn court library theater theatre arena headquarters embassy villa"
    " chancellery ministry parliament ferial conference".split()
)
_LONGEST_NAME = 7


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
    """Where a speech is given: the first place of the lines that stand before it, by its whole name."""
    opening = takewhile(lambda view: view.sentence.block_kind in ("dateline", "byline"), views)
    there = [view for view in opening if view.lower(0) not in _REMOTE]
    named = next((place for view in there[:1] if (place := _whole_line(view)) is not None), None)
    return named or next((place for view in there if (place := place_at(view, 0)) is not None), None)


def _whole_line(view: View) -> tuple[str, Span] | None:
    """ "Palace of Moncloa", "Rose Garden": the name that a line is, up to a comma, without marks around it."""
    words = [token.text for token in view.sentence.tokens]
    first = next((i for i, word in enumerate(words) if word[:1].isalpha()), len(words))
    last = next((i for i in range(first, len(words)) if words[i] in (",", "*", "\\")), len(words))
    line = words[first:last]
    named = 0 < len(line) <= _LONGEST_NAME and line[0][:1].isupper() and line[-1][:1].isupper()
    if not named or view.sentence.block_kind != "dateline" or not set(map(str.lower, line)) & _SITES:
        return None
    return view.text(first, last), view.sentence.place(first, last)


def _near(view: View, touch: Touch) -> str:
    return view.text(max(0, touch.first - 8), min(len(view.sentence.tokens), touch.last + 8))
