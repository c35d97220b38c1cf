"""Where a contact takes place, by the words around it."""

from __future__ import annotations

from wireledger.extract.view import View
from wireledger.model import Days, Mention, Party, Place, Span

_SKIP = frozenset(
    "the a an his her its their our nearby neighbouring neighboring southern northern eastern western central"
    " southeastern war-torn embattled besieged beleaguered city town village capital port region of former also"
    " both".split()
)
_ENDS = frozenset(
    ("", *". , ; and on in for to with earlier after this last next where as before when by during".split())
)
_HELD_ELSEWHERE = frozenset(
    "war wars invasion conflict fighting crisis situation ceasefire aggression troops forces violence hostilities"
    " hostages peace efforts events developments operations interests earthquake killed living".split()
)
_NOT_PLACES = frozenset(
    "mr mrs ms dr leaders leader ministers ministerial heads level summit conference council congress parliament"
    " monday tuesday wednesday thursday friday saturday sunday president prime minister secretary allies".split()
)


def place_behind(view: View, at: int, links: tuple[str, ...], reach: int = 12) -> tuple[str, Span] | None:
    """The place behind one of `links` right of token `at`, as written."""
    for position in range(at, min(at + reach, len(view.sentence.tokens))):
        if view.lower(position) in (";", ":", '"'):
            return None
        if view.lower(position) == "ahead" and view.lower(position + 1) == "of":
            return None  # "met ahead of the summit in Riga"
        if view.lower(position) in links and view.lower(position - 1) not in _HELD_ELSEWHERE:
            found = place_at(view, position + 1)
            if found is not None:
                return found
    return None


def opening_place(view: View) -> tuple[str, Span] | None:
    """The place a sentence opens with: "In Brussels on Tuesday, ..."."""
    if view.lower(0) not in ("in", "at"):
        return None
    found = place_at(view, 1)
    mention = next((m for m in view.sentence.mentions if m.first <= 4), None)
    return found if found is not None and mention is not None and view.span(mention) == found[1] else None


def place_at(view: View, at: int) -> tuple[str, Span] | None:
    """The place whose name begins at token `at`, past articles and "the city of"; of "Kyiv, Ukraine" the first."""
    while view.lower(at) in _SKIP:
        at += 1
    mention = view.at.get(at)
    if mention is not None:
        return _named(view, mention)
    words = view.sentence.tokens
    last = at
    while last < len(words) and words[last].text[:1].isupper() and last not in view.at and words[last].text.isalpha():
        last += 1
    if last == at or view.lower(at) in _NOT_PLACES:
        return None
    return view.text(at, last), view.sentence.place(at, last)


def _named(view: View, mention: Mention) -> tuple[str, Span] | None:
    thing = mention.thing
    if view.lower(mention.last) in ("city", "town", "village", "port") and view.lower(mention.last + 1) == "of":
        inner = view.at.get(mention.last + 2)
        return _named(view, inner) if inner is not None else None
    if isinstance(thing, Place):
        return view.text(mention.first, mention.last), view.span(mention)
    behind = view.at.get(mention.last)
    ends = view.lower(mention.last) in _ENDS or (behind is not None and isinstance(behind.thing, Days))
    ends = ends or (_is_house(view, mention) and view.lower(mention.last) not in ("'s", "'"))
    seat = isinstance(thing, Party) and thing.named_by == "body" and ends
    if isinstance(thing, Party) and thing.kind == "state" and (seat or thing.named_by in ("name", "capital")):
        if view.lower(mention.last) in ("'s", "'"):
            return _owned(view, mention.last + 1)
        return view.text(mention.first, mention.last), view.span(mention)
    if isinstance(thing, Party) and thing.named_by == "demonym":
        return _owned(view, mention.last) or _its_capital(view, mention)
    return None


def _is_house(view: View, mention: Mention) -> bool:
    """ "here at the White House once more": where something is said to be."""
    first = mention.first - (view.lower(mention.first - 1) == "the")
    return view.lower(first - 1) == "at" and view.lower(first - 2) in ("here", "you", "him", "her", "them", "us")


def _its_capital(view: View, mention: Mention) -> tuple[str, Span] | None:
    """ "the Ukrainian capital", where its name is not told."""
    if view.lower(mention.last) != "capital":
        return None
    return view.text(mention.first, mention.last + 1), view.sentence.place(mention.first, mention.last + 1)


def _owned(view: View, at: int) -> tuple[str, Span] | None:
    """ "the Lithuanian capital Vilnius", "Ukraine's eastern city of Kramatorsk"."""
    for position in range(at, at + 5):
        mention = view.at.get(position)
        if mention is not None:
            return (
                _named(view, mention)
                if not isinstance(mention.thing, Party) or mention.thing.named_by == "capital"
                else None
            )
        if position > at and view.sentence.tokens[position:] and view.sentence.tokens[position].text[:1].isupper():
            return view.text(position, position + 1), view.sentence.place(position, position + 1)
        if view.lower(position) not in _SKIP | {"resort", "coastal", "border"}:
            return None
    return None
