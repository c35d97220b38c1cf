"""Reads who is in or outside an alliance by a word with a hyphen: "NATO-member Poland", "non-EU Norway"."""

from __future__ import annotations

from collections.abc import Iterator

from wireledger.extract.actor_rows import row
from wireledger.extract.actors import Actor
from wireledger.extract.member_memory import Found
from wireledger.extract.member_status import Status, is_state
from wireledger.extract.view import View
from wireledger.lexicon.parties import has_members
from wireledger.model import Mood

_MEMBER = frozenset("member members".split())
_FELLOW = _MEMBER | frozenset("country countries ally allies state states nation nations".split())
_STATES = frozenset("country countries state states nation nations".split())
_TWO = 2


def names_with_hyphen(view: View) -> bool:
    """Whether an alliance stands inside a word of the sentence."""
    return any(_parts(word) is not None for word in view.lowers.values() if "-" in word)


def hyphened(view: View, here: list[Actor]) -> Iterator[Status]:
    """The states right behind such a word, and behind the noun it belongs to."""
    for at, token in enumerate(view.sentence.tokens):
        parts = _parts(token.lower)
        if parts is None:
            continue
        alliance, outside = parts
        last = at + 2 if outside and view.lower(at + 1) in _FELLOW else at + 1
        last = last + 1 if view.lower(last - 1) in _STATES and view.lower(last) == "of" else last
        whole = Found(alliance, view.sentence.place(at, at + 1))
        mood: Mood = "denied" if outside else "asserted"
        for member in _row_at(view, here, last):
            yield Status(member, whole, mood, at, last, view.text(at, last))


def _parts(word: str) -> tuple[str, bool] | None:
    """The alliance in a word with a hyphen, and whether the word is "non-" and tells of one outside it."""
    parts = word.split("-")
    if len(parts) != _TWO or not (parts[0] == "non" or parts[1] in _MEMBER):
        return None
    outside = parts[0] == "non"
    alliance = parts[1] if outside else parts[0]
    return (alliance, outside) if has_members(alliance) else None


def _row_at(view: View, here: list[Actor], first: int) -> list[Found]:
    """The states of the row that begins at a token."""
    start = next((a for a in here if a.first == first and is_state(a)), None)
    some = [a for a in row(view, here, start) if a.first >= first and is_state(a)] if start is not None else []
    return [Found(a.code, a.span) for a in some]
