"""Remembers who was named with which office, for "the Chancellor" later in the same report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wireledger.extract.speech_cues import is_finite
from wireledger.extract.speech_named import Speaker
from wireledger.extract.view import View
from wireledger.model import Mention, Party

_OFFICES = frozenset(
    "spokesman spokeswoman spokesperson official minister president chancellor premier leader general ambassador"
    " diplomat secretary senator adviser envoy chief commissioner commander".split()
)
BODIES = frozenset(
    "ministry department embassy army military administration office agency council commission parliament staff"
    " command delegation committee service".split()
)
_HEADS = frozenset(("president", "chancellor", "premier", "prime minister"))
_NOT_NOW = frozenset("former ex-president predecessor successor deputy vice then-president late".split())
_REACH = 7


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with the lower-case words of the title beside the name, and the position of the view it stands in."""

    sentence: int
    title: frozenset[str]
    person: Speaker


def holders(views: Sequence[View]) -> tuple[Holder, ...]:
    """Everybody who is named with an office, in order of place."""
    return tuple(
        Holder(number, title, Speaker(m.first, m.last, view.span(m), view.text(m.first, m.last), party))
        for number, view in enumerate(views)
        for m, party in view.parties()
        if party.kind == "person" and (title := _title(view, m))
    )


def is_office(words: str) -> bool:
    """Whether the words are an office without a name: "the Prime Minister"."""
    parts = words.lower().split()
    return 1 < len(parts) <= 4 and parts[0] == "the" and bool(_OFFICES & set(parts[1:]))


def is_body(words: str) -> bool:
    """Whether the words are a body without its state: "the defence ministry"."""
    parts = words.lower().split()
    return 1 < len(parts) <= 4 and parts[0] == "the" and parts[-1] in BODIES


def is_unnamed(words: str) -> bool:
    """Whether the words end with an office or a body, and name neither who holds it nor whose it is."""
    return is_body(words) or (is_office(words) and words.lower().split()[-1] in _OFFICES)


def is_head(words: str) -> bool:
    """Whether the office is that of the head of a state or government, of whom a report may name several."""
    return words.lower().removeprefix("the ") in _HEADS


def holder(known: Sequence[Holder], words: str, sentence: int, own_side: str | None) -> Speaker | None:
    """The holder of an office named last up to a sentence; on a page of a state's own, of that state where one is."""
    asked = set(words.lower().split()) - {"the"}
    fits = [h for h in known if h.sentence <= sentence and asked <= h.title and _same_rank(asked, h.title)]
    ours = [h for h in fits if own_side is not None and h.person.party and h.person.party.acts_for == own_side]
    return (ours or fits)[-1].person if fits else None


def _same_rank(asked: set[str], title: frozenset[str]) -> bool:
    """Whether "the minister" is not the prime minister unless nobody else can be meant, nor a former one."""
    return not (title - asked) & _NOT_NOW


def _title(view: View, mention: Mention) -> frozenset[str]:
    """The words before a name, or set off behind it, where an office is among them."""
    before = _words(view, range(mention.first - 1, mention.first - 1 - _REACH, -1))
    if before & _OFFICES:
        return before
    if view.lower(mention.last) != ",":
        return frozenset()
    behind = _words(view, range(mention.last + 1, mention.last + 1 + _REACH))
    return behind if behind & _OFFICES else frozenset()


def _words(view: View, tokens: range) -> frozenset[str]:
    found: set[str] = set()
    for at in tokens:
        lower = view.lower(at)
        if not lower or not (lower[0].isalnum() or lower in ("'s", "-")) or is_finite(lower) or _is_person(view, at):
            break
        found.add(lower)
    return frozenset(found)


def _is_person(view: View, at: int) -> bool:
    mention = view.at.get(at)
    return mention is not None and isinstance(mention.thing, Party) and mention.thing.kind == "person"
