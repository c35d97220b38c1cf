"""When a pledge was made and when it is due, among the days a sentence mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from wireledger.extract.event_days import names_another
from wireledger.extract.offers import Offer
from wireledger.extract.time_ties import GIVING, Tie, Time, has_thing, tie
from wireledger.extract.vague_times import vague_times
from wireledger.extract.verbs import Use
from wireledger.extract.view import View
from wireledger.model import Days, Document, Interval, Mention, Span

_REPORTING = frozenset("announce approve promise float request intend".split())
"""A day told with these verbs is that of the news: "is announcing today"."""
_PERIOD_LINKS = frozenset("for over during through throughout across until".split())
_LIMITS = frozenset("by before until till starting beginning from within no not as ahead".split())
_ENDS = frozenset("by before until till within no not".split())
_ASIDE, _SAME_PACKAGE, _MONTH = 12, 2, 31
_ACCOUNTS = frozenset(("fiscal", "financial", "budget"))


def due_of(document: Document, view: View, offer: Offer) -> tuple[Days, Span] | None:
    """When an offer is to be given, as said with its verb: the nearest such time behind it, else before it.

    Times that name no days ("soon", "over several years") have their words alone.
    """
    published = document.report.source.published
    times = [time for time in _times(view) if _is_due(view, offer, time, published)]
    behind = [time for time in times if time.first > offer.first]
    before = [time for time in times if time.first <= offer.first]
    nearest = min(behind, key=lambda t: t.first, default=None) or max(before, key=lambda t: t.first, default=None)
    nearest = nearest or _plainly_ahead(view, offer, published)
    return (nearest.days, view.sentence.place(nearest.first, nearest.last)) if nearest else None


def _plainly_ahead(view: View, offer: Offer, published: Interval | None) -> Time | None:
    """The first days behind an offer that lie wholly ahead of the report, with nothing else to give in between."""
    stop = published.stop if published is not None else None
    for time in _times(view):
        days = time.days.interval
        if stop is None or days is None or days.start is None or days.start < stop or time.first < offer.last:
            continue
        return None if has_thing(view, offer.last, time.first) else time
    return None


def when_of(document: Document, view: View, offer: Offer, use: Use | None = None) -> tuple[Days, Span] | None:
    """The days up to the report's own on which a pledge was made: the mention nearest to the offer.

    `use` is the verb that tells the pledge, where one does.
    """
    published = document.report.source.published
    past: list[tuple[Mention, Days]] = []
    for mention in view.sentence.mentions:
        days = mention.thing
        if isinstance(days, Days) and _is_past(days.interval, published) and view.lower(mention.first) != "since":
            past.append((mention, days))
    past = [(m, days) for m, days in past if not names_another(view, m) and not _is_elsewhere(view, m, use)]
    if not past:
        return None
    mention, days = min(past, key=lambda found: abs(found[0].first - offer.first))
    return days, view.span(mention)


def announced(document: Document, views: Sequence[View], at: int) -> tuple[Days, Span] | None:
    """When the package was announced that sentence `at` is a line of, told in its header or right before."""
    bullet = views[at].sentence.block_kind == "bullet"
    before = (view for view in reversed(views[:at]) if not (bullet and view.sentence.block_kind == "bullet"))
    for view in islice(before, 1 if bullet else _SAME_PACKAGE):
        last = len(view.sentence.tokens)
        found = when_of(document, view, Offer(last - 1, last, last - 1))
        if found is not None:
            told = any(use.verb.verb_class in _REPORTING for use in view.uses)
            return found if told and _is_short(found[0].interval) else None
    return None


def _is_short(days: Interval | None) -> bool:
    start, stop = (days.start, days.stop) if days is not None else (None, None)
    return start is not None and stop is not None and (stop - start).days <= _MONTH


_RELATIVE = frozenset("which who whose where".split())
_SUFFERED = frozenset("after following since before amid despite".split())
_BLOWS = frozenset(
    "attack attacks strike strikes invasion war raid raids shelling bombing coup election elections earthquake flood"
    " storm".split()
)


def _is_elsewhere(view: View, mention: Mention, use: Use | None) -> bool:
    """Days of an aside or of what gave the occasion: "which was attacked on Sunday", "after Monday's strikes"."""
    near = range(mention.first - 1, max(-1, mention.first - _ASIDE), -1)
    opened = next((at for at in near if view.lower(at) in _RELATIVE or view.lower(at) == ","), None)
    if opened is not None and view.lower(opened) in _RELATIVE:
        return not any(opened < other.first < mention.first and other == (use or other) for other in view.uses)
    since = next((at for at in near if view.lower(at) in _SUFFERED or view.lower(at) == ","), None)
    if since is None or view.lower(since) not in _SUFFERED:
        return False
    return any(view.lower(at) in _BLOWS for at in range(since, mention.last + 3))


def _times(view: View) -> Iterator[Time]:
    taken: set[int] = set()
    for mention in view.sentence.mentions:
        if isinstance(mention.thing, Days) and not names_another(view, mention) and not _is_standing(view, mention):
            taken |= set(range(mention.first, mention.last))
            yield Time(mention.first, mention.last, mention.thing)
    for vague in vague_times(view):
        if not taken & set(range(vague.first, vague.last)):
            yield Time(vague.first, vague.last, vague.days, True, vague.adjective)


def _is_standing(view: View, mention: Mention) -> bool:
    """ "as of June", "beyond 2025": until when or since when something holds."""
    return view.lower(mention.first) == "beyond" or (view.lower(mention.first), view.lower(mention.first + 1)) == (
        "as",
        "of",
    )


def _is_due(view: View, offer: Offer, time: Time, published: Interval | None) -> bool:
    """Whether a time is that of giving this offer: told with the verb that gives it, and ahead."""
    inside = offer.money is not None and time.first >= offer.money.last
    overhangs = time.vague and offer.first < time.first and time.last > offer.last
    if offer.first <= time.first < offer.last and not (inside or overhangs or time.adjective):
        return False
    tied = tie(view, offer, time)
    if tied is None:
        return False
    if time.adjective:
        return time.first <= offer.first
    if tied.use is not None and not tied.forward and tied.use.verb.verb_class in GIVING:
        return False
    if time.days.interval is None:
        accounts = any(view.lower(i) in _ACCOUNTS for i in range(time.first, time.last))
        return accounts or (time.vague and (tied.forward or tied.use is not None))
    beside = offer.money is not None and 0 <= time.first - offer.money.last <= 1
    return _is_ahead(view, time, time.days.interval, (tied, beside, published))


def _is_ahead(view: View, time: Time, days: Interval, where: tuple[Tie, bool, Interval | None]) -> bool:
    """Whether days lie ahead of the report, or hold it and are a period to give in: "€8 billion in 2024" is one."""
    tied, beside, published = where
    today = published.stop if published is not None else None
    if today is None or days.stop is None:
        return tied.forward
    if days.stop < today or (days.stop == today and (days.start is None or (today - days.start).days > 1)):
        return False
    if days.start is not None and (days.stop - days.start).days == 1 and view.lower(time.first) not in _LIMITS:
        return tied.forward and tied.use is not None and tied.use.verb.verb_class not in _REPORTING
    if (days.start is not None and days.start >= today) or (view.lower(time.first) in _ENDS and days.stop > today):
        return True
    return (
        tied.forward
        or beside
        or _is_period(view, time, tied)
        or (days.start is not None and days.stop.year > today.year + 1)
    )


def _is_period(view: View, time: Time, tied: Tie) -> bool:
    """ "pledged for 2024", "allocated in 2024": a period that has begun, and is still to be filled."""
    linked = view.lower(time.first - 1) in _PERIOD_LINKS or view.lower(time.first) in _PERIOD_LINKS
    use = tied.use
    return linked or (use is not None and use.verb.verb_class == "allocate" and use.last <= time.first)


def _is_past(days: Interval | None, published: Interval | None) -> bool:
    """Whether days begin somewhere and not after the report's."""
    if days is None or days.start is None:
        return False
    if published is None or published.stop is None:
        return True
    lasts = days.stop is None or days.stop > published.stop
    return days.start < published.stop and not (lasts and days.start >= (published.start or days.start))
