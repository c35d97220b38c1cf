"""Holds told numbers of members against the register: "NATO's 28 allies" in a report of 2023, when there were 31.

The day is that of the report, or the one the sentence gives; where it gives one, a number that is right on either
agrees. A number said of what is to come, or of an undated past, is not checked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from wireledger.lexicon.parties import states
from wireledger.lexicon.register import counts_during, joined_as, source_of
from wireledger.model import Check, Interval, Problem, Span, day, month, year
from wireledger.read.counting import NAMES, Counted, counts, named_at
from wireledger.read.dates import MONTHS

CODE = "member-count"
_AHEAD = re.compile(
    r"\b(?:will|would|once|if|could|become|becoming|may|might|joins?|soon|future|next|enlarg\w+|expan\w+|prospective"
    r"|(?:set|poised|hop(?:es?|ing)|wants?|plans?|expected|due|about) to)\b"
)
_BEFORE = re.compile(
    r"\b(?:when|then|once|ago|decades?|founded|founding|original\w*|former\w*|used to|began|Cold War|at the time"
    r"|previously|had|Brexit)\b|\b(?:19|20)?\d0s\b"
)
_JOINING = re.compile(r"\b(?:ratif\w+|accession|membership|join\w*|admi(?:t|ssion)\w*|protocols?|veto\w*|unanim\w+)\b")
_MONTH = "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True))
_DATED = re.compile(
    rf"\b(?:(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s)?(?P<m>{_MONTH})\b\.?,?\s(?:(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s)?)?"
    r"(?P<y>(?:19|20)\d\d)\b(?![-–]\d)"
)
_STOP = re.compile(r"[.!?][\"”’')\]]*\s+(?=[A-Z“\"‘—-])|\n\s*\n")
_SLACK = timedelta(2)  # a report of the eve or the morrow of a change may be written as if on its day
_SOME = 4  # a number that misses by more than a quarter is one of some members, or of another alliance
_REACH = 400
_OPENING = 24  # a sentence whose date stands so early is all of that day
_FIRST = date(1949, 1, 1)


@dataclass(frozen=True, slots=True)
class _Day:
    """Some days to ask the register for, and the words for them."""

    words: str
    days: Interval
    slack: timedelta = timedelta()


def counted(text: str, where: str, published: Interval | None) -> tuple[tuple[Problem, ...], tuple[Check, ...]]:
    """The told numbers of members that are not those of the day, and those that are, each with its place."""
    problems, checks = [], []
    names = list(named_at(text))
    for told in counts(text):
        sentence = _sentence(text, told.span)
        asked = _asked(sentence.of(text), published)
        codes = _candidates(told, names, sentence, text)
        if not asked or not codes:
            continue
        words = sentence.of(text)
        if told.rank:
            state = _named_state(words, told.span.start - sentence.start)
            agrees, said = _ranked(told, codes, words, asked, state)
        else:
            agrees, said = _numbered(told, codes, words, asked)
        if said is not None:
            message = f"'{' '.join(told.span.of(text).split())}' tells {told.number}: {said}"
            if agrees:
                checks.append(Check(CODE, message, told.span))
            else:
                problems.append(Problem(CODE, message, where, told.span))
    return tuple(problems), tuple(checks)


def _candidates(told: Counted, names: list[tuple[int, str]], sentence: Span, text: str) -> list[str]:
    """The alliances the words can mean and the text names, the one named last before them first.

    Words that leave it open whose members they count mean an alliance of their own sentence, or of a bid to join one.
    """
    if told.named:
        return [*told.may_mean]
    near = names
    if len(told.may_mean) == len(NAMES):
        here = [(at, code) for at, code in names if sentence.start <= at < sentence.stop]
        near = here or ([*names] if _JOINING.search(sentence.of(text)) else [])
    before = [code for at, code in reversed(near) if at < told.span.stop]
    after = [code for at, code in near if at >= told.span.stop]
    return [code for code in dict.fromkeys((*before, *after)) if code in told.may_mean]


def _numbered(told: Counted, codes: list[str], words: str, asked: list[_Day]) -> tuple[bool, str | None]:
    """Whether a number of members agrees with the register, and how that is said; None where it is not to be held."""
    for code in codes:
        for one in asked:
            if told.number in _right(code, one.days, one.slack):
                return True, _said(code, [one])
    likely = [code for code in codes if _likely(told.number, code, asked)]
    if not likely:
        return False, None
    code = likely[0]
    if told.number > max(_all(code, asked)) and _AHEAD.search(words):
        return False, None
    if _BEFORE.search(words) and told.number in counts_during(code, _FIRST, _last(asked)):
        return False, None
    return False, _said(code, asked)


def _ranked(
    told: Counted, codes: list[str], words: str, asked: list[_Day], state: str | None
) -> tuple[bool, str | None]:
    """The same for the place among the members of the `state` it is told of, where one is named."""
    for code in codes:
        if not _likely(told.number, code, asked):
            continue
        if state is None:
            latest = max(_all(code, asked))
            if told.number == latest:
                return True, _said(code, asked[:1])
            above = told.number > latest and not _AHEAD.search(words)
            return False, _said(code, asked[:1]) if above else None
        joined = joined_as(code, state)
        if joined is None or all(one.days.stop is not None and joined.day >= one.days.stop + _SLACK for one in asked):
            return False, None
        place = " to ".join(str(n) for n in dict.fromkeys((joined.first, joined.last)))
        said = f"by the register of {code} {state} joined on {joined.day} as number {place} ({source_of(code)})"
        return joined.first <= told.number <= joined.last, said
    return False, None


def _said(code: str, asked: list[_Day]) -> str:
    figures = "; ".join(f"{one.words} {_either(_right(code, one.days))}" for one in asked)
    return f"the register of {code} has {figures} members ({source_of(code)})"


def _either(numbers: tuple[int, ...]) -> str:
    return " or ".join(str(n) for n in numbers)


def _right(code: str, days: Interval, slack: timedelta = timedelta()) -> tuple[int, ...]:
    assert days.start is not None
    assert days.stop is not None
    return counts_during(code, days.start - slack, days.stop + slack)


def _all(code: str, asked: list[_Day]) -> list[int]:
    return [n for one in asked for n in _right(code, one.days)]


def _last(asked: list[_Day]) -> date:
    return max(one.days.stop for one in asked if one.days.stop is not None)


def _likely(number: int, code: str, asked: list[_Day]) -> bool:
    return any(abs(number - n) <= max(1, n // _SOME) for n in _all(code, asked) if n)


def _asked(words: str, published: Interval | None) -> list[_Day]:
    """The days to ask for: the report's own, and those the sentence gives: these alone where it opens with them.

    None where it is of days to come.
    """
    own = published if published is not None and published.start and published.stop else None
    dated = [one for one in map(_of_date, _DATED.finditer(words)) if one is not None]
    if own is not None and any(one.days.start and own.stop and one.days.start >= own.stop for one in dated):
        return []
    opens = _DATED.search(words, 0, _OPENING) is not None
    return [*([_Day(_on(own), own, _SLACK)] if own is not None and not (opens and dated) else []), *dated]


def _of_date(match: re.Match[str]) -> _Day | None:
    try:
        if not match["m"]:
            return _Day(f"in {match['y']}", year(int(match["y"])))
        number = MONTHS[match["m"].lower()]
        which = match["d1"] or match["d2"]
        if not which:
            days = month(int(match["y"]), number)
            return _Day(f"in {days.start:%Y-%m}", days)
        days = day(date(int(match["y"]), number, int(which)))
        return _Day(_on(days), days)
    except ValueError:
        return None


def _on(days: Interval) -> str:
    assert days.start is not None
    assert days.stop is not None
    last = days.stop - timedelta(1)
    return f"on {days.start}" if last == days.start else f"from {days.start} to {last}"


@cache
def _state_names() -> tuple[re.Pattern[str], dict[str, str]]:
    codes = {name: state.code for state in states() for name in (state.name, *state.aliases, *state.demonyms)}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(codes, key=len, reverse=True)))})\b"), codes


def _named_state(words: str, at: int) -> str | None:
    """The state whose place is told at `at`: the one named last before, else the first named after."""
    pattern, codes = _state_names()
    named = [(match.start(), codes[match[0]]) for match in pattern.finditer(words)]
    before, after = [code for place, code in named if place < at], [code for place, code in named if place >= at]
    return before[-1] if before else next(iter(after), None)


def _sentence(text: str, place: Span) -> Span:
    """The sentence around a place, roughly: between full stops before a capital and empty lines."""
    left, right = max(0, place.start - _REACH), min(len(text), place.stop + _REACH)
    start = max((match.end() for match in _STOP.finditer(text, left, place.start)), default=left)
    stop = next((match.start() for match in _STOP.finditer(text, place.stop, right)), right)
    return Span(start, stop)
