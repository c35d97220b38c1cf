"""When a pledge was made and when it is due, among the days a sentence mentions."""

from __future__ import annotations

from wireledger.extract.offers import Offer
from wireledger.extract.view import View
from wireledger.model import Days, Document, Interval, Mention, Span

_DUE = frozenset(
    "by within starting from before until in over during through throughout beginning next later soon this at the end"
    " of early".split()
)


def due_of(document: Document, view: View, offer: Offer) -> tuple[Days, Span] | None:
    """The days ahead of the report that an offer is due in: the first such mention behind it, else before it."""
    ahead = [(m, d) for m, d in _days(view) if _is_ahead(d, document.report.source.published)]
    behind = [(m, d) for m, d in ahead if m.first >= offer.last]
    for mention, days in behind or ahead:
        return days, view.span(mention)
    return None


def when_of(document: Document, view: View, offer: Offer) -> tuple[Days, Span] | None:
    """The day on or before the report on which the pledge was made: the mention nearest to the offer."""
    past = [
        (m, d) for m, d in _days(view) if d.interval is not None and not _is_ahead(d, document.report.source.published)
    ]
    past = [(m, d) for m, d in past if d.interval is not None and d.interval.start is not None]
    if not past:
        return None
    mention, days = min(past, key=lambda p: abs(p[0].first - offer.first))
    return days, view.span(mention)


def _days(view: View) -> list[tuple[Mention, Days]]:
    return [(m, m.thing) for m in view.sentence.mentions if isinstance(m.thing, Days)]


def _is_ahead(days: Days, published: Interval | None) -> bool:
    interval = days.interval
    if interval is None:
        return False
    if published is None or published.stop is None:
        return False
    if interval.start is not None:
        lasts = interval.stop is None or interval.stop > published.stop
        return interval.start >= published.stop or (lasts and interval.start >= (published.start or interval.start))
    return interval.stop is not None and interval.stop > published.stop
