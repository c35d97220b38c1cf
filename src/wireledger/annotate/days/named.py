"""Days by name: "Thursday night", "last Friday", "Monday next week", "today", "this weekend"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from wireledger.annotate.days.names import TIMES, WEEKDAYS, word_set
from wireledger.annotate.days.reading import At, Reading, Rule, Words, nearest
from wireledger.annotate.days.tense import Tense
from wireledger.model import Interval, day

_TODAYS: Final = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_EARLIER: Final = frozenset({"early", "late", "earlier", "later"})
_FEASTS: Final = frozenset({"good", "black", "bloody", "ash", "holy", "easter", "palm", "maundy", "super"})
_SUDDEN: Final = word_set(
    "attack attacks strike strikes shooting explosion explosions blast assassination incident crash killing killings "
    "bombing bombardment barrage raid missile breach ruling defeat"
)
_UNPLANNED: Final = word_set(
    "threat threats warning warnings remarks comments accusation claim disclosure revelation leak"
)
_NOWADAYS: Final = word_set(
    "world challenge challenges fears threat threats problems needs standards society societies reality realities"
    " economy generation leaders environment technology technologies crises"
)
_LOOKING_AHEAD: Final = (("ahead", "of"), ("advance", "of"), ("prior", "to"))


def weekday(words: Words, at: int) -> Reading | None:
    """A weekday: of the week the words name, or by the tense; the report's own weekday is the report's day."""
    start, which = _which(words, at)
    if words.low[start] not in WEEKDAYS or not words.capital(start):
        return None
    if start == at and words.low[at - 1] in _FEASTS:
        return None
    number = WEEKDAYS[words.low[start]]
    last = _past_times(words, start + 1)
    if which:
        return Reading(last, _chosen(number, which), "weekday", "publication", floating=which == "this")
    other = last + (words.low[last] == "of")
    if words.low[other] in ("last", "this", "next") and words.low[other + 1] == "week":
        weeks = {"last": -7, "this": 0, "next": 7}[words.low[other]]
        return Reading(other + 2, _in_week(number, weeks), "weekday", "publication")
    tense = _owned(words, at, last) if words.low[last] == "'s" else _happened(words, at)
    return Reading(last, _by_tense(number, tense), "weekday", "publication", floating=True)


def today(words: Words, at: int) -> Reading | None:
    """ "today" and its neighbours, "this morning", "last night", "the day after tomorrow"."""
    low = words.low
    start = at + (low[at] in ("later", "earlier", "late", "early"))
    if words.run(start, "today", "'s") and not _NOWADAYS.isdisjoint(low[start + 2 : start + 5]):
        return None  # "today's challenges" are those of our time
    if low[start] in _TODAYS:
        return _on(_past_times(words, start + 1), _TODAYS[low[start]])
    if low[at] == "this" and low[at + 1] in TIMES:
        return _on(at + 2, 0)
    if words.run(at, "last", "night"):
        return _on(at + 2, -1)
    the = at + (low[at] == "the")
    if low[the] == "early" and low[the + 1 : the + 3] == ["hours", "of"] and low[the + 3] in _TODAYS:
        return _on(the + 4, _TODAYS[low[the + 3]])
    if words.run(the, "day", "after", "tomorrow"):
        return _on(the + 3, 2)
    return _on(the + 3, -2) if words.run(the, "day", "before", "yesterday") else None


def weekend(words: Words, at: int) -> Reading | None:
    """Saturday and Sunday: this, the last, the next, or by the tense."""
    which, start = words.low[at], at + 1
    if words.low[start] in ("coming", "past") and which in ("this", "the"):
        which, start = ("coming" if words.low[start] == "coming" else "last"), start + 1
    if words.low[start] != "weekend" or which not in ("the", "this", "last", "next", "coming"):
        return None
    return Reading(start + 1, _weekend(which), "span", "publication", floating=which in ("the", "this"))


def _which(words: Words, at: int) -> tuple[int, str]:
    """Where the weekday stands and the word that chooses among weeks ("" for none)."""
    low = words.low
    if low[at] in _EARLIER:
        start = at + 1 + (low[at + 1] in ("on", "last", "this"))
        return start, "last" if low[start - 1] == "last" else ""
    if low[at] in ("this", "the") and low[at + 1] in ("coming", "past"):
        return at + 2, low[at + 1]
    if low[at] == "the" and words.run(at + 1, "early", "hours", "of"):
        return at + 4, ""
    if low[at] == "the" and low[at + 1] in ("morning", "afternoon", "evening", "night") and low[at + 2] in ("of", "on"):
        return at + 3, ""
    return (at + 1, low[at]) if low[at] in ("last", "this", "next", "coming") else (at, "")


def _past_times(words: Words, last: int) -> int:
    last += words.low[last] in ("early", "late") and words.low[last + 1] in TIMES
    return last + (words.low[last] in TIMES)


def _on(last: int, shift: int) -> Reading:
    return Reading(last, lambda now, _tense: day(now + timedelta(shift)), "day", "publication")


def _owned(words: Words, at: int, last: int) -> Tense | None:
    """ "ahead of Friday's meeting" looks ahead, "Friday's attack" back, whatever the verb."""
    if _looks_ahead(words, at):
        return "ahead"
    return "behind" if not _SUDDEN.isdisjoint(words.low[last + 1 : last + 4]) else None


def _happened(words: Words, at: int) -> Tense | None:
    """ "a threat on Sunday": what nobody plans has happened, whatever the verb."""
    return "behind" if words.low[at - 1] == "on" and words.low[at - 2] in _SUDDEN | _UNPLANNED else None


def _looks_ahead(words: Words, at: int) -> bool:
    """ "ahead of Friday's meeting" """
    back = at - (words.low[at - 1] in ("the", "a"))
    return back > 0 and (words.low[back - 1] == "before" or tuple(words.low[back - 2 : back]) in _LOOKING_AHEAD)


def _by_tense(number: int, forced: Tense | None) -> At:
    def at(today: date, tense: Tense) -> Interval | None:
        first = today + timedelta((number - today.weekday()) % 7 - 7)
        return nearest([day(first), day(first + timedelta(7))], today, forced or tense)

    return at


def _in_week(number: int, shift: int) -> At:
    return lambda today, _tense: day(today - timedelta(today.weekday() - number - shift))


def _chosen(number: int, which: str) -> At:
    """ "last" and "next" are None where they may mean this week's day or its neighbour's.

    Where "last Tuesday" is said on a Thursday, some mean two days ago and some nine.
    """

    def at(today: date, tense: Tense) -> Interval | None:
        back = (today.weekday() - number) % 7 or 7
        on = (number - today.weekday()) % 7 or 7
        if which == "past":
            return day(today - timedelta(back))
        if which == "coming":
            return day(today + timedelta(on))
        if which == "last":
            return None if number < today.weekday() else day(today - timedelta(back))
        if which == "next":
            return None if number > today.weekday() else day(today + timedelta(on))
        return _in_week(number, 0)(today, tense) if tense == "now" else _by_tense(number, tense)(today, tense)

    return at


def _weekend(which: str) -> At:
    def at(today: date, tense: Tense) -> Interval | None:
        saturday = today + timedelta(5 - today.weekday())
        spans = [Interval(one, one + timedelta(2)) for one in (saturday + timedelta(7 * n) for n in (-1, 0, 1))]
        if which == "last":
            return [span for span in spans if span.stop is not None and span.stop <= today][-1]
        if which == "coming":
            return nearest(spans, today, "ahead")
        if which == "next":
            return spans[2]
        return nearest(spans, today, tense)

    return at


RULES: Final[tuple[Rule, ...]] = (weekday, today, weekend)
