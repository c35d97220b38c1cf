"""Parts of a period: "early 2024", "the end of next month", "the last week of June", "later this year"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from wireledger.annotate.days import periods
from wireledger.annotate.days.almanac import ends_of, half, third, unit_around, week, week_in
from wireledger.annotate.days.amounts import amount
from wireledger.annotate.days.dated import dated
from wireledger.annotate.days.names import ENDS, ORDINALS, PARTS, SEASONS
from wireledger.annotate.days.reading import Reading, Rule, Words, derived, fixed
from wireledger.annotate.days.tense import Tense
from wireledger.model import Interval


def part(words: Words, at: int) -> Reading | None:
    """ "early", "mid" and "late": the first, middle and last third of a period."""
    word, dash, rest = words.low[at].partition("-")
    number = PARTS.get(word)
    if number is None:
        return None
    if dash and rest.startswith("to-") and (until := PARTS.get(rest[3:])) is not None:
        return _parts(words, at + 1, number, until)
    if words.low[at + 1] == "to" and (until := PARTS.get(words.low[at + 2])) is not None:
        return _parts(words, at + 3, number, until)
    if dash and rest != "to":
        inner = period(words.with_word(at, words.raw[at].partition("-")[2]), at)
    else:
        start = at + 1 + (words.low[at + 1] in ("in", "on", "-"))
        inner = period(words, start)
    return derived(inner, lambda whole: third(whole, number), "part") if inner else None


def _parts(words: Words, at: int, first: int, last: int) -> Reading | None:
    """ "mid-to-late October" """
    inner = period(words, at + (words.low[at] == "in"))

    def both(whole: Interval | None) -> Interval | None:
        one, two = third(whole, first), third(whole, last)
        return Interval(one.start, two.stop) if one and two and first < last else None

    return derived(inner, both, "part") if inner else None


def end(words: Words, at: int) -> Reading | None:
    """ "the beginning of", "the middle of" and "the end of": thirds too; "the year's end"."""
    start = at + (words.low[at] == "the")
    number = ENDS.get(words.low[start])
    if words.run(start, "turn", "of", "the", "year"):
        return fixed(start + 4, None, "span")
    if (
        start > at
        and words.low[start] in ("year", "month", "week")
        and words.low[start + 1 : start + 3] == ["is", "out"]
    ):
        return derived(_around(start + 3, words.low[start]), lambda whole: third(whole, 2), "end")
    if (number is not None and words.low[start + 1] == "of") or (
        number is not None and words.low[start] == "end" and words.low[start + 1] == "-"
    ):
        inner = period(words, start + 2)
    elif words.low[start] in ("year-end", "month-end"):
        name = words.low[start].partition("-")[0]
        inner, number = _around(start + 1, name), 2
    elif words.low[start] in ("year", "month", "week") and words.low[start + 1 : start + 3] in (
        ["'s", "end"],
        ["end", ""],
    ):
        inner, number = _around(start + 3, words.low[start]), 2
    else:
        return None
    return derived(inner, lambda whole: third(whole, number), "end" if number == 2 else "part") if inner else None


def weeks_and_halves(words: Words, at: int) -> Reading | None:
    """ "the last week of June", "the first half of July", "the last day of the month"."""
    start = at + (words.low[at] == "the")
    opens = words.low[start] == "week" and words.low[start + 1] in ("of", "beginning", "starting", "commencing")
    if opens and (first := dated(words, start + 2)) and first.kind == "day":
        return derived(first, lambda days: week(days.start) if days is not None and days.start else None, "week")
    number = ORDINALS.get(words.low[start])
    if number in (1, -1) and (counted := amount(words, start + 1)) and words.low[counted[0]] == "of":
        return _first_or_last(words, number, counted)
    name = words.low[start + 1]
    if number is None or name not in ("week", "half", "day") or words.low[start + 2] not in ("of", "in"):
        return None
    inner = period(words, start + 3)
    if inner is None or (name == "half" and number not in (1, 2)) or (name == "day" and number not in (1, -1)):
        return None
    if name == "week":
        return derived(inner, lambda whole: week_in(whole, number), "week")
    if name == "half":
        return derived(inner, lambda whole: half(whole, number), "part")
    return derived(inner, lambda whole: _edge_day(whole, number), "day")


def _first_or_last(words: Words, number: int, counted: tuple[int, int | None, str]) -> Reading | None:
    """ "the first three months of 2024" """
    last, count, unit = counted
    inner = period(words, last + 1)
    if inner is None or count is None:
        return None
    return derived(inner, lambda whole: ends_of(whole, unit, count * number), "part")


def before_and_after_now(words: Words, at: int) -> Reading | None:
    """ "earlier this month", "later in 2024", "so far this year", "the rest of the year"."""
    low = words.low
    the = at + (low[at] == "the")
    if low[at] in ("earlier", "later"):
        start, side = at + 1 + (low[at + 1] in ("in", "on")), low[at]
    elif words.run(at, "so", "far"):
        start, side = at + 2, "so far"
    elif low[the] in ("rest", "remainder") and low[the + 1] == "of":
        start, side = the + 2, "rest"
    else:
        return None
    inner = period(words, start)
    if inner is None or inner.kind == "part" or (inner.kind == "week" and side == "so far"):
        return None

    def cut(today: date, tense: Tense) -> Interval | None:
        return _cut(inner.at(today, tense), today, side)

    return Reading(inner.last, cut, "span", inner.hangs, inner.floating)


def period(words: Words, at: int) -> Reading | None:
    """A period that can have parts, among them "the year" and "the summer"."""
    the = at + (words.low[at] == "the")
    if the > at and words.low[the] in ("week", "month", "year") and not words.run(the + 1, "'s"):
        return _around(the + 1, words.low[the])
    if the > at and words.low[the] in SEASONS and not words.capital(the):
        return periods.season(words.with_word(at - 1, "in"), at) if at > 0 else None
    for rule in (weeks_and_halves, *periods.RULES):
        if found := rule(words, at):
            return found
    return None


def _around(last: int, unit: str) -> Reading:
    return Reading(last, lambda day, _tense: unit_around(day, unit), unit, "publication")


def _edge_day(whole: Interval | None, number: int) -> Interval | None:
    if whole is None or whole.start is None or whole.stop is None:
        return None
    first = whole.start if number == 1 else whole.stop - timedelta(1)
    return Interval(first, first + timedelta(1))


def _cut(whole: Interval | None, today: date, side: str) -> Interval | None:
    if whole is None or whole.start is None or whole.stop is None or not whole.start <= today < whole.stop:
        return whole
    tomorrow = today + timedelta(1)
    start, stop = {
        "earlier": (whole.start, today),
        "so far": (whole.start, tomorrow),
        "later": (tomorrow, whole.stop),
        "rest": (today, whole.stop),
    }[side]
    return Interval(start, stop) if start < stop else None


RULES: Final[tuple[Rule, ...]] = (part, end, weeks_and_halves, before_and_after_now)
