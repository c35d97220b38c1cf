"""Where a contact takes place, and on which days, by the words around it."""

from __future__ import annotations

from wireledger.extract.view import View
from wireledger.model import Days, Interval, Mention, Party, Place, Span

_SKIP = frozenset(
    "the a an nearby neighbouring neighboring southern northern eastern western central southeastern war-torn embattled"
    " besieged beleaguered city town village capital port region of former also both".split()
)
_ENDS = frozenset((".", ",", ";", "", "and", "on", "in", "for", "to", "with", "earlier", "after", "this", "last"))
_NOT_PLACES = frozenset("mr mrs ms dr".split())


def place_behind(view: View, at: int, links: tuple[str, ...], reach: int = 12) -> tuple[str, Span] | None:
    """The place behind one of `links` right of token `at`, as written."""
    for position in range(at, min(at + reach, len(view.sentence.tokens))):
        if view.lower(position) in (";", ":", '"'):
            return None
        if view.lower(position) in links:
            found = place_at(view, position + 1)
            if found is not None:
                return found
    return None


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
    if isinstance(thing, Place):
        return view.text(mention.first, mention.last), view.span(mention)
    seat = isinstance(thing, Party) and thing.named_by == "body" and view.lower(mention.last) in _ENDS
    if isinstance(thing, Party) and thing.kind == "state" and (seat or thing.named_by in ("name", "capital")):
        if view.lower(mention.last) in ("'s", "'"):
            return _owned(view, mention.last + 1)
        return view.text(mention.first, mention.last), view.span(mention)
    if isinstance(thing, Party) and thing.named_by == "demonym":
        return _owned(view, mention.last)
    return None


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


def days_near(view: View, first: int, last: int) -> tuple[Days, Span] | None:
    """The closed days told nearest to tokens `first` up to `last`, rather behind than before."""
    best: tuple[int, Mention, Days] | None = None
    for mention in view.sentence.mentions:
        thing = mention.thing
        if not isinstance(thing, Days) or not _closed(thing.interval):
            continue
        gap = mention.first - last if mention.first >= last else first - mention.last + 4
        if best is None or gap < best[0]:
            best = (gap, mention, thing)
    return (best[2], view.span(best[1])) if best else None


def _closed(interval: Interval | None) -> bool:
    if interval is None or interval.start is None or interval.stop is None:
        return False
    return (interval.stop - interval.start).days <= 366
