"""From one time to another: "between March and May", "May to December 2024", "2021-2027", "Tuesday and Wednesday"."""

from __future__ import annotations

from datetime import date
from typing import Final

from wireledger.annotate.days import counted, dated, named, parts, periods, told
from wireledger.annotate.days.names import MONTHS, UNITS, WEEKDAYS, YEARS, word_set
from wireledger.annotate.days.reading import Reading, Rule, Words
from wireledger.annotate.days.tense import Tense
from wireledger.model import Interval

_RULES: Final[tuple[Rule, ...]] = (
    *dated.RULES, *named.RULES, *parts.RULES, *counted.RULES, *told.RULES, *periods.RULES,
)  # fmt: skip
_TO: Final = frozenset({"to", "until", "till", "through", "-", "–", "—"})
_JOINABLE: Final = frozenset({"year", "month", "weekday", "season", "part"})
_SOME_DAY: Final = date(2023, 1, 2)
_YEAR_BEFORE: Final = word_set(
    "beyond a in by since until till from before after early late mid during through between around for and of to "
    "the its his their our 's as year agenda ( - – or throughout spring summer autumn fall winter budget"
)
_THESE_YEARS: Final = frozenset(map(str, range(2010, 2036)))
_COUNTED: Final = word_set(
    "percent % per million billion km miles metres meters people troops personnel soldiers servicemen men women "
    "rounds shells missiles rockets tanks vehicles trucks drones rifles guns prisoners civilians volunteers"
)
_NO_COUNTED: Final = word_set(
    "is was has as its his this says across towards alongside others amounts follows means remains shows versus "
    "includes always perhaps comes plus thus us"
)


def single(words: Words, at: int) -> Reading | None:
    """The longest expression for one time at `at`; the first rule wins among equals."""
    if at not in words.read:
        words.read[at] = _read(words, at)
    return words.read[at]


def _read(words: Words, at: int) -> Reading | None:
    best: Reading | None = None
    for rule in _RULES:
        found = rule(words, at)
        if found is not None and (best is None or found.last > best.last):
            best = found
    return best if best is not None and _is_time(words, at, best) else None


def span(words: Words, at: int) -> Reading | None:
    """Two times and all between them."""
    low = words.low[at]
    if pair := _one_word(words, at):
        return pair
    start = at + (low in ("between", "from"))
    first = single(words, start)
    if first is None or first.kind == "duration":
        return None
    joint = words.low[first.last]
    if low == "between" and first.kind == "day" and "and" in words.low[start : first.last]:
        return first  # "between 20 and 22 February"
    second = single(words, first.last + 1 + words.run(first.last, "through", "to"))
    if second is None or second.kind == "duration":
        return None
    if low == "between":
        return _joined(first, second) if joint == "and" else None
    if joint in _TO and (low == "from" or first.kind == second.kind != "span"):
        return _joined(first, second)
    if joint in ("and", "or") and first.kind == second.kind and first.kind in _JOINABLE and _follow(first, second):
        return _joined(first, second)
    return None


def _one_word(words: Words, at: int) -> Reading | None:
    """ "March-April 2023" """
    one, dash, two = words.low[at].partition("-")
    table = MONTHS if one in MONTHS else WEEKDAYS
    if not dash or one not in table or two not in table:
        return None
    left, right = words.raw[at].split("-", 1)
    first, second = single(words.with_word(at, left), at), single(words.with_word(at, right), at)
    if first is None or second is None:
        return None
    bare = periods.month if table is MONTHS else named.weekday
    alone = bare(words.with_word(at, left).cut(at + 1), at)
    return _joined(alone or first, second)


def _is_time(words: Words, at: int, found: Reading) -> bool:
    """Whether figures that may be a year are one: "in 2000", but not "2000 soldiers"."""
    low = words.low
    if low[at] not in YEARS or found.last > at + 1:
        return low[at] not in YEARS or low[at - 1] != "$"
    if at == 0:
        return low[1] in ("was", "saw", "is", "will", "has", "would")
    if _counted(words, at):
        return False
    if low[at - 1] == "than":
        return low[at - 2] in ("later", "earlier")
    return low[at - 1] in _YEAR_BEFORE or low[at - 1] in MONTHS


def _counted(words: Words, at: int) -> bool:
    """Whether figures count what follows: "2000 soldiers", but not "for 2024 grows"."""
    following = words.low[at + 1]
    if following in UNITS or following in _COUNTED:
        return True
    if words.low[at] in _THESE_YEARS or not following.endswith("s") or not following.isalpha():
        return False
    certain = words.low[at - 1] in ("in", "since", "by", "until", "during") and words.low[at] != "2000"
    return not certain and following not in _NO_COUNTED and not words.capital(at + 1)


def _follow(first: Reading, second: Reading) -> bool:
    """Whether the second begins where the first ends, whatever day they hang on."""
    one = first.at(_SOME_DAY, "ahead")
    if one is None or one.start is None:
        return False
    two = second.at(one.start, "ahead")
    return two is not None and one.stop == two.start


def _joined(first: Reading, second: Reading) -> Reading:
    hangs = first.hangs if second.hangs == "text" and not first.floating else second.hangs

    def at(today: date, tense: Tense) -> Interval | None:
        if second.floating and (tense == "ahead" or not first.floating):
            one = first.at(today, tense)
            two = second.at(one.start, "ahead") if one is not None and one.start is not None else None
        else:
            two = second.at(today, tense)
            near = two is not None and two.start is not None and first.floating
            one = first.at(two.start, "behind") if near and two is not None and two.start else first.at(today, tense)
        if one is None or two is None or one.start is None or two.stop is None or one.start >= two.stop:
            return None
        return Interval(one.start, two.stop)

    return Reading(second.last, at, first.kind, hangs, second.floating)
