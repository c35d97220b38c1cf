"""On which days an event took or takes place: the days told with its own words, not with those of who speaks of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from wireledger.extract.other_days import (
    GATHERINGS,
    is_of_another,
    is_of_calling_off,
    is_of_next,
    is_of_somebody,
    is_of_war,
    is_of_what_followed,
)
from wireledger.extract.view import View
from wireledger.model import Days, Interval, Mention, Span, month

_LONGEST = 366
SPEAKING = frozenset(
    "said says told tells announced announces confirmed confirms reported reports added wrote warned urged urges asked"
    " called insisted promised pledged vowed declared stated tweeted posted claimed suggested denied admitted".split()
)
_SPREAD = frozenset(("since", "until", "till", "within"))
_YEAR_LINKS = frozenset("in since during until of by for from to and through throughout before after".split())
_BEHIND = frozenset(
    "and or when as at to with in that which for but after before while by during is was were will would had has have"
    " where from through until on if he she they it we his her their who earlier this last next".split()
)
_DETERMINERS = frozenset(("the", "this", "its", "their"))
_RECALLED = frozenset("made given taken reached".split())  # "the promise made at the 2008 summit" is older
_SHIFT = re.compile(r"(\w+) (days?|weeks?) (after|before|later|earlier)$")
_MEANWHILE = frozenset("as while during when after following alongside beside at".split())
_ASKED = frozenset(("well", "long", "soon"))
_NUMBERS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)} | {"a": 1}
_OF_SPEECH = re.compile(r"\b(?:today|tonight|yesterday|tomorrow)\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"(?:in |at |around )?(?:the )?(?:very )?(?:early|mid|late|beginning|start|middle|end)\b(?! hours)", re.IGNORECASE
)
_THIRD = range(8, 13)  # days
_COUNTED_REACH = 4
_LONGEST_NAME = 8
_OVER, _MONTHS = ("over", "of", "for", "during", "throughout"), 62
_NAME = 4  # tokens of a gathering's name
_DAYS_BEFORE = frozenset((("the", "previous", "day"), ("the", "day", "before"), ("a", "day", "earlier")))
_DAY_REACH = 7
_YEARLY, _MONTHLY = 300, (28, 31)
_OPENED = 2  # tokens before the days of an opening phrase
_BEFORE, _LEAD, _QUOTED_ON, _SPEECH_REACH = 4, 2, 4, 8


def days_near(view: View, first: int, last: int, spoken: bool = False) -> tuple[Days, Span] | None:
    """The closed days told nearest to the event's words, tokens `first` up to `last`, rather behind than before.

    `spoken`: the event is what somebody says (support, a wish), so that the days of who says it are its own.
    """
    if (counted := _counted(view, first) or _day_before(view, last)) is not None:
        return counted
    best: tuple[int, Mention, Days] | None = None
    for mention in view.sentence.mentions:
        thing = mention.thing
        if (
            not isinstance(thing, Days)
            or not _closed(thing.interval)
            or not (spoken or _is_of(view, mention, first, last))
        ):
            continue
        names = names_another(view, mention, first) and not (spoken and _at_gathering(view, mention))
        if view.lower(mention.first) in _SPREAD or names:
            continue
        if is_of_war(view, mention, first, last) or is_of_somebody(view, mention, last):
            continue
        if is_of_calling_off(view, mention):
            continue
        if not spoken and _is_span(view, mention, thing):
            continue
        if view.lower(mention.last) == "'s" and first not in range(mention.last, mention.last + _BEFORE):
            continue  # "today's challenges"
        if _is_of_its_time(view, mention, thing):
            continue
        gap = mention.first - last if mention.first >= last else first - mention.last + _BEFORE
        if best is None or gap < best[0]:
            best = (gap, mention, thing)
    if best is None:
        return None
    mention, days = _named_day(view, *best[1:])
    return _of_speech(view, mention, days), view.span(mention)


def _is_span(view: View, mention: Mention, days: Days) -> bool:
    """ "over the course of the past year": how long something has gone on, not when somebody was met."""
    interval = days.interval
    if interval is None or interval.start is None or interval.stop is None:
        return False
    over = view.lower(mention.first - 1) in _OVER and days.words.lower().startswith(("the past", "the last", "past"))
    return over and (interval.stop - interval.start).days > _MONTHS


def _is_of_its_time(view: View, mention: Mention, days: Days) -> bool:
    """ "the threats of today and tomorrow": of which time something is, not when somebody was met."""
    first = mention.first - (2 if view.lower(mention.first - 1) == "and" else 0)
    return view.lower(first - 1) == "of" and _OF_SPEECH.search(days.words) is not None


def _at_gathering(view: View, mention: Mention) -> bool:
    """ "promised at the 2008 summit in Oslo": what is said there is of its days."""
    opened = view.lower(mention.first - 2) in ("at", "during") and view.lower(mention.first - 1) in _DETERMINERS
    named = {view.lower(i) for i in range(mention.last, mention.last + _NAME)} & GATHERINGS
    return opened and bool(named) and view.lower(mention.first - 3) not in _RECALLED


def _named_day(view: View, mention: Mention, days: Days) -> tuple[Mention, Days]:
    """ "tomorrow, 21 December": the day by its name, which holds whenever the report came out."""
    behind = next((m for m in view.sentence.mentions if 0 <= m.first - mention.last <= 1), None)
    thing = behind.thing if behind is not None else None
    if behind is None or not isinstance(thing, Days):
        return mention, days
    inner = _month_of_year(days.interval, thing.interval)
    if inner is not None:
        return behind, replace(thing, interval=inner)
    if one_day(thing.interval) is None:
        return mention, days
    named = any(view.lower(i).isdigit() for i in range(behind.first, behind.last))
    return (behind, thing) if named and _OF_SPEECH.search(days.words) else (mention, days)


def _month_of_year(whole: Interval | None, part: Interval | None) -> Interval | None:
    """ "last year in September": the month of that year."""
    if whole is None or part is None or whole.start is None or whole.stop is None or part.start is None:
        return None
    yearly = whole.stop - whole.start > timedelta(_YEARLY)
    monthly = part.stop is not None and timedelta(_MONTHLY[0]) <= part.stop - part.start <= timedelta(_MONTHLY[1])
    return month(whole.start.year, part.start.month) if yearly and monthly else None


def as_told(days: Days) -> Days:
    """The days without bounds that only the reader set: the third of a month told as its beginning or end is the month.

    The finer bounds still tell what lies ahead, so that this comes last.
    """
    return replace(days, interval=_whole_month(days.interval)) if _VAGUE.match(days.words) else days


def _whole_month(interval: Interval | None) -> Interval | None:
    """The month that a third of it lies in; other intervals as they are ("early this week", "late 2024")."""
    if interval is None or interval.start is None or interval.stop is None:
        return interval
    start, length = interval.start, (interval.stop - interval.start).days
    inside = start.month == (interval.stop - timedelta(1)).month
    return month(start.year, start.month) if inside and length in _THIRD else interval


def _of_speech(view: View, mention: Mention, thing: Days) -> Days:
    """ "today" inside a quotation hangs on the day of that speech, which may not be the report's."""
    quoted = view.sentence.quoted
    spoken = bool(quoted) and quoted[mention.first] and _OF_SPEECH.search(thing.words) is not None
    return replace(thing, anchor="speech") if spoken else thing


def _counted(view: View, first: int) -> tuple[Days, Span] | None:
    """ "left on Wednesday, two days after he had gone to Kyiv": the going is dated by the leaving."""
    days = [(m, m.thing) for m in view.sentence.mentions if isinstance(m.thing, Days)]
    for mention, thing in days:
        shift = shift_of(thing.words) if 0 <= first - mention.last <= _COUNTED_REACH else None
        others = [start for m, other in days if m.last <= mention.first and (start := one_day(other.interval))]
        if thing.interval is None and shift is not None and others:
            start = others[-1] + shift
            return Days(thing.words, Interval(start, start + timedelta(1)), "event"), view.span(mention)
    return None


def _day_before(view: View, last: int) -> tuple[Days, Span] | None:
    """ "landed on Tuesday after a visit to Oslo | the day before": by the day told in front of it."""
    for at in range(last, last + _DAY_REACH):
        if tuple(view.lower(i) for i in range(at, at + 3)) in _DAYS_BEFORE:
            days = [m for m in view.sentence.mentions if isinstance(m.thing, Days) and m.last <= last]
            start = one_day(days[-1].thing.interval) if days and isinstance(days[-1].thing, Days) else None
            if start is None:
                return None
            interval = Interval(start - timedelta(1), start)
            return Days(view.text(at, at + 3), interval, "event"), view.sentence.place(at, at + 3)
        if view.lower(at) in (",", ";", "."):
            return None
    return None


def days_of_speech(views: Sequence[View], index: int) -> tuple[Days, Span] | None:
    """The days of who is quoted, told behind the quotation that view `index` stands in ('..." he said on Monday.')."""
    block = views[index].sentence.block
    for view in views[index : index + _QUOTED_ON]:
        quoted = view.sentence.quoted
        if view.sentence.block != block or not quoted or (view is not views[index] and not quoted[0]):
            return None
        for mention in view.sentence.mentions:
            thing = mention.thing
            if isinstance(thing, Days) and _closed(thing.interval) and _tells_speech(view, mention):
                return thing, view.span(mention)
    return None


def _tells_speech(view: View, mention: Mention) -> bool:
    """Whether days stand behind a word of speech, both outside the quotation."""
    quoted = view.sentence.quoted
    before = range(max(0, mention.first - _SPEECH_REACH), mention.first)
    return not quoted[mention.first] and any(view.lower(i) in SPEAKING and not quoted[i] for i in before)


def _is_of(view: View, mention: Mention, first: int, last: int) -> bool:
    """Whether days can be those of the event at tokens `first` up to `last`, not only of who tells it.

    "said on Friday as he received her" and "said on Friday during the visit" date both.
    """
    if mention.first >= last:
        if is_of_another(view, last, mention.first) or is_of_next(view, last, mention.first):
            return False
        spoken = any(view.lower(i) in SPEAKING and _is_finite(view, i) for i in range(last, mention.first))
        return not spoken or any(view.lower(i) in _MEANWHILE for i in range(max(0, first - _BEFORE), first))
    if _is_of_opening(view, mention, first) or is_of_what_followed(view, mention, first, last):
        return False
    speech = [i for i in range(max(0, mention.first - _LEAD), first) if view.lower(i) in SPEAKING]
    return not speech or _starts_clause(view, mention, first) or _is_meanwhile(view, speech[-1], first)


def _is_of_opening(view: View, mention: Mention, first: int) -> bool:
    """ "After talks in Oslo on Monday, she flew to": the days of what is told to have come before or to follow."""
    if view.lower(0) not in ("after", "following", "before") or mention.first < _OPENED:
        return False
    return view.lower(mention.last) == "," and mention.last < first


def _is_meanwhile(view: View, speech: int, first: int) -> bool:
    return any(view.lower(i) in _MEANWHILE and view.lower(i + 1) not in _ASKED for i in range(speech, first))


def _is_finite(view: View, at: int) -> bool:
    """ "the ministry said", not "the report called"."""
    return view.lower(at - 1) not in ("a", "an", "the", "so")


def _starts_clause(view: View, mention: Mention, first: int) -> bool:
    """ "said that on Monday he met him": the days stand inside what is said."""
    speech = [i for i in range(max(0, mention.first - 12), first) if view.lower(i) in SPEAKING]
    if not speech or speech[-1] >= mention.first:
        return False
    return any(view.lower(i) in ("that", ":", '"') for i in range(speech[-1], mention.first))


def names_another(view: View, mention: Mention, first: int = -1) -> bool:
    """Whether days only tell which other thing is meant: "the 2024 campaign", "the 9 April attack".

    The thing at token `first` is the event itself ("the 11 July summit", "the 2024 NATO summit").
    """
    following = view.lower(mention.last)
    plain = following.replace("-", "").isalpha()  # "the 1944 D-Day landings"
    if first in (mention.last, mention.last + 1) or not plain or following in _BEHIND:
        return False
    if mention.last < first <= mention.last + _LONGEST_NAME and _is_name(view, mention.last, first):
        return False
    if mention.last - mention.first == 1 and view.lower(mention.first).isdigit():
        return view.lower(mention.first - 1) not in _YEAR_LINKS
    return view.lower(mention.first - 1) in _DETERMINERS


def _is_name(view: View, first: int, last: int) -> bool:
    """Whether tokens are the name of what is told: "the 2023 | Riga Security | Conference"."""
    return all(
        t.text[:1].isupper() or t.text in ("of", "for", "and", "on", "(", ")") for t in view.sentence.tokens[first:last]
    )


def _closed(interval: Interval | None) -> bool:
    if interval is None or interval.start is None or interval.stop is None:
        return False
    return (interval.stop - interval.start).days <= _LONGEST


def one_day(interval: Interval | None) -> date | None:
    """The day of an interval of one day."""
    if interval is None or interval.start is None or interval.stop is None:
        return None
    return interval.start if (interval.stop - interval.start).days == 1 else None


def shift_of(words: str) -> timedelta | None:
    """From what is told first to what is told behind "two days after": back; behind "before": on."""
    match = _SHIFT.search(words.lower())
    if match is None:
        return None
    count = int(match[1]) if match[1].isdigit() else _NUMBERS.get(match[1])
    if count is None:
        return None
    days = count * (7 if match[2].startswith("week") else 1)
    return timedelta(-days if match[3] in ("after", "later") else days)
