"""Open ends: "by Friday", "before the summer", "until 2027", "since February 2022", "starting in early 2024".

"By" and "until" take in the time they name and "before" does not; all three begin with the report's day where they
look ahead. "Since" runs up to the report's day. "From", "starting", "as of" and "as early as" name the time of the
start, and so mean that time itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from wireledger.annotate.days.clock import past_clock
from wireledger.annotate.days.names import YEARS, word_set
from wireledger.annotate.days.ranges import single, span
from wireledger.annotate.days.reading import Reading, Words, fixed
from wireledger.annotate.days.tense import Tense
from wireledger.model import Interval, day

Edge = Literal["", "by", "before", "since", "after", "start"]

_EDGES: Final[tuple[tuple[tuple[str, ...], Edge], ...]] = (
    (("no", "later", "than"), "by"),
    (("not", "later", "than"), "by"),
    (("on", "or", "before"), "by"),
    (("not", "before"), "start"),
    (("no", "earlier", "than"), "start"),
    (("not", "earlier", "than"), "start"),
    (("as", "early", "as"), "start"),
    (("as", "soon", "as"), "start"),
    (("as", "of"), "start"),
    (("ahead", "of"), "before"),
    (("prior", "to"), "before"),
    (("up", "to"), "by"),
    (("up", "until"), "by"),
    (("by",), "by"),
    (("until",), "by"),
    (("till",), "by"),
    (("before",), "before"),
    (("since",), "since"),
    (("after",), "after"),
    (("beyond",), "after"),
    (("from",), "start"),
    (("starting",), "start"),
    (("beginning",), "start"),
    (("effective",), "start"),
)
_DATING: Final = frozenset({"day", "weekday", "month", "year", "season", "quarter", "part", "end"})
_FIRST_WORDS: Final = frozenset(phrase[0] for phrase, _edge in _EDGES)
_WARS: Final = word_set("invasion war invaded conflict hostilities annexation outbreak coup")
_STOPS: Final = frozenset({"", ",", ".", ";", ":", '"', "—", "–", ")", "and", "but"})


@dataclass(frozen=True, slots=True)
class Found:
    """An expression with its open end, if any."""

    reading: Reading
    edge: Edge


def found_at(words: Words, at: int) -> Found | None:
    """The expression that begins at `at`, with the word that opens it."""
    if (low := words.low[at]) in ("between", "from") and (whole := span(words, at)):
        return Found(whole, "")
    if low in _FIRST_WORDS and (bounded := _bounded(words, at)):
        return bounded
    reading = span(words, at) or single(words, at)
    return Found(reading, "") if reading else None


def bounded_by(edge: Edge, named: Interval, kind: str, published: Interval | None, tense: Tense) -> Interval | None:
    """The days an edge makes of the days it names."""
    begin = published.start if published is not None else None
    if edge in ("by", "before"):
        stop = named.start if edge == "before" and kind != "end" else named.stop
        start = begin if tense != "behind" and begin is not None and stop is not None and begin < stop else None
        return Interval(start, stop) if stop is not None else None
    told = published.stop if published is not None else None
    if edge == "since":
        later = told is not None and named.start is not None and told > named.start
        return Interval(named.start, told if later else None)
    if edge == "after":
        past = tense == "behind" and told is not None and named.stop is not None and told > named.stop
        return Interval(named.stop, told if past else None) if named.stop is not None else None
    return named


def tense_for(edge: Edge, tense: Tense) -> Tense:
    """The tense a bounded time is read in, where the sentence leaves it open."""
    if edge == "since":
        return "behind"
    if tense != "now" or edge == "":
        return tense
    return "behind" if edge == "after" else "ahead"


def _bounded(words: Words, at: int) -> Found | None:
    for phrase, edge in _EDGES:
        if not words.run(at, *phrase):
            continue
        start = at + len(phrase)
        start += words.low[start] in ("in", "on", "from", "at", "around", "about", "with", "as")
        start = past_clock(words, start)
        inner = span(words, start) or single(words, start)
        if inner is None or inner.kind == "duration":
            return _since_event(words, at) if edge == "since" else None
        if words.low[inner.last] == "'s":
            return None
        last = inner.last
        last += edge == "start" and words.low[last] in ("onwards", "onward", "on") and words.low[last + 1] != "the"
        return Found(Reading(last, inner.at, inner.kind, inner.hangs, inner.floating), edge)
    return None


def _since_event(words: Words, at: int) -> Found | None:
    """ "since the invasion": known only where its time follows ("since the invasion in February 2022")."""
    if words.run(at, "since", "then"):
        return Found(Reading(at + 2, lambda then, _tense: day(then), "day", "event"), "since")
    war = 0
    for place in range(at + 1, min(at + 14, words.count)):
        if words.low[place] in _STOPS:
            break
        if words.low[place] in _WARS:
            war = place + 1
        elif (reading := single(words, place)) and reading.kind in _DATING and _dates(words, at, place, war):
            return Found(reading, "since")
    while war and words.low[war] in ("ii", "i", "two", "one"):
        war += 1
    return Found(fixed(war, None, "span"), "since") if war and war - at <= 8 else None


def _dates(words: Words, since: int, at: int, war: int) -> bool:
    """Whether a time dates what "since" names: behind a preposition or the war's name, or a year before its noun."""
    the = at - (words.low[at - 1] == "the")
    if war or words.low[the - 1] in ("in", "on", "at"):
        return the > since + 1
    return words.low[at] in YEARS and words.low[at + 1].isalpha()
