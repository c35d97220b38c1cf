"""Which of its kind a contact is told to be: "her first visit since 2019", "the second trip in a month".

The words stand in the contact's own sentence, or in the one behind it that points back ("It was his third visit").
What only orders a programme ("the first call of the day", "a first round of talks") counts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from wireledger.extract.view import View
from wireledger.model import Claim, Contact, Days, Field, Nth, Party, Span
from wireledger.model.event import Form, Whose

_ORDINALS = (
    ("first", "1st", "maiden"), ("second", "2nd"), ("third", "3rd"), ("fourth", "4th"), ("fifth", "5th"),
    ("sixth", "6th"), ("seventh", "7th"), ("eighth", "8th"), ("ninth", "9th"), ("tenth", "10th"),
)  # fmt: skip
_NUMBERS = {word: number for number, words in enumerate(_ORDINALS, 1) for word in words}
_NOUNS: dict[str, Form] = {
    **dict.fromkeys("visit trip stop stopover journey tour".split(), "visit"),
    **dict.fromkeys("meeting talks summit encounter".split(), "meeting"),
    **dict.fromkeys("call conversation".split(), "call"),
}
_ADJECTIVES = frozenset(
    "official state foreign overseas such face-to-face in-person public surprise bilateral direct presidential wartime"
    " formal unannounced phone telephone ever".split()
)
_OWNERS = frozenset("his her their its our my".split())
_LEADERS = frozenset("leader leaders president minister chancellor official head premier king pope secretary".split())
_GOING = frozenset("visit meet travel come go set host receive".split())
_SPANS = {"day": 1, "week": 7, "month": 31, "year": 366}
_COUNTS = {word: n for n, word in enumerate("a one two three four five six seven eight nine ten".split())}
_COUNTS["a"] = 1
_POINTING = frozenset("it this that".split())
_SET_OFF = frozenset((",", "(", "-", "\u2013", "\u2014"))
_REACH, _ADJECTIVES_MOST = 14, 3


@dataclass(frozen=True, slots=True)
class _Told:
    """An ordinal of a contact at tokens `first` up to `last`; `form` None where the sentence's contact tells it."""

    first: int
    last: int
    form: Form | None
    nth: Nth


@dataclass(frozen=True, slots=True)
class _Window:
    """From when, or over how many days, is counted; `last` is the token behind the words that say so."""

    since: Days | None
    within: int | None
    last: int


def with_nth(views: list[View], found: list[Claim]) -> list[Claim]:
    """The contact claims, each with which of its kind it is told to be."""
    claims = list(found)
    for view in views:
        for told in _told(view):
            at = _whose_contact(view, told, claims)
            if at is not None:
                claims[at] = _given(view, claims[at], told)
    return claims


def _told(view: View) -> Iterator[_Told]:
    """The ordinals of contacts in a sentence."""
    for at in range(len(view.sentence.tokens)):
        number = _NUMBERS.get(view.lower(at).removesuffix("-ever"))
        if number is None:
            continue
        told = _of_noun(view, at, number) or _for_the_time(view, at, number) or _first_to(view, at, number)
        told = told or _without_noun(view, at, number)
        if told is not None:
            yield told


def _of_noun(view: View, at: int, number: int) -> _Told | None:
    """ "her first official visit to Kyiv since 2019", "the second trip in a month"."""
    noun = at + 1
    while noun - at <= _ADJECTIVES_MOST and (view.lower(noun) in _ADJECTIVES or _is_demonym(view, noun)):
        noun += 1
    form = _NOUNS.get(view.lower(noun))
    if form is None or view.lower(noun - 1) == "call":
        return None
    window = _window(view, noun + 1)
    ever = view.lower(at).endswith("-ever") or "ever" in {view.lower(i) for i in range(at, noun)}
    owned = view.lower(at - 1) in _OWNERS or view.lower(at - 1) in ("'s", "'")
    plain = number == 1 and owned and view.lower(noun + 1) in ("to", "with", "in", ".", ",", "")
    if window is None and not (ever or plain):
        return None
    first = at - 1 if view.lower(at - 1) in (*_OWNERS, "the", "a") else at
    whose = _whose(view, at, noun, owned)
    window = window or _Window(None, None, noun + 1)
    return _Told(first, window.last, form, _nth(view, number, first, window, whose))


def _without_noun(view: View, at: int, number: int) -> _Told | None:
    """ "the talks, | their first since 2019", "her visit, | the second in a month": the noun stands before."""
    owned = view.lower(at - 1) in _OWNERS
    if view.lower(at + 1) not in ("since", "in", "this") or view.lower(at - 2) not in _SET_OFF:
        return None
    before = {view.lower(i) for i in range(max(0, at - 2 - _REACH), at - 2)}
    if not (owned or (view.lower(at - 1) == "the" and before & _NOUNS.keys())):
        return None
    window = _window(view, at + 1)
    if window is None:
        return None
    return _Told(at - 1, window.last, None, _nth(view, number, at - 1, window, "guest"))


def _for_the_time(view: View, at: int, number: int) -> _Told | None:
    """ "met for the first time since 2019", "for the second time in a month"."""
    if [view.lower(at - 2), view.lower(at - 1), view.lower(at + 1)] != ["for", "the", "time"]:
        return None
    window = _window(view, at + 2)
    if window is None or view.lower(at + 2) == ",":  # "for the first time, partners took part in this year's"
        return None
    return _Told(at - 2, window.last, None, _nth(view, number, at - 2, window, "guest"))


def _first_to(view: View, at: int, number: int) -> _Told | None:
    """ "the first foreign leader to visit since the war began", "the first German chancellor to visit since 1990"."""
    words = [view.lower(i) for i in range(at + 1, at + 6)]
    to = next((i for i, word in enumerate(words) if word == "to"), -1)
    if view.lower(at - 1) != "the" or to < 1 or not _LEADERS & set(words[:to]) or words[to + 1 : to + 2] == []:
        return None
    if words[to + 1] not in _GOING:
        return None
    window = _window(view, at + to + 3)
    if window is None:
        return None
    whose: Whose = "state" if any(_is_party(view, i) for i in range(at + 1, at + 1 + to)) else "anybody"
    return _Told(at - 1, window.last, None, _nth(view, number, at - 1, window, whose))


def _whose(view: View, at: int, noun: int, owned: bool) -> Whose:
    """ "her first visit" counts hers; "the first presidential visit" or "by a German chancellor" the state's."""
    if owned:
        return "guest"
    by = [view.lower(i) for i in range(noun + 1, noun + 6)]
    indefinite = any(one == "by" and two in ("a", "an") for one, two in pairwise(by))
    foreign = "foreign" in {view.lower(i) for i in range(at, noun)} or "foreign" in by
    return "anybody" if foreign else "state" if indefinite or "presidential" in by else "guest"


def _nth(view: View, number: int, first: int, window: _Window, whose: Whose) -> Nth:
    return Nth(number, view.text(first, window.last), window.since, window.within, whose)


def _window(view: View, start: int) -> _Window | None:
    """The words behind a contact that say from when, or over how many days, is counted."""
    for at in range(start, min(start + _REACH, len(view.sentence.tokens))):
        word = view.lower(at)
        if word in (";", ":", "when", "while", "but", "after", "before"):
            break
        if word == "since":
            return _since(view, at)
        mention = view.at.get(at)
        if word in ("this", "so") and mention is not None and isinstance(mention.thing, Days):
            return _Window(mention.thing, None, mention.last)
        if word == "in" and (days := _span(view, at + 1)) is not None:
            return _Window(None, *days)
    return None


_ENDS = frozenset((",", ".", ";", ")", '"', "and", "but", "which", "that", "as"))


def _since(view: View, at: int) -> _Window:
    mention = view.at.get(at) or view.at.get(at + 1)
    if mention is not None and isinstance(mention.thing, Days):
        last = mention.last
        return _Window(replace(mention.thing, words=view.text(at, last)), None, last)
    last = at + 1
    while last < len(view.sentence.tokens) and last - at <= 8 and view.lower(last) not in _ENDS:
        last += 1
    return _Window(Days(view.text(at, last), None, "unknown"), None, last)


def _span(view: View, at: int) -> tuple[int, int] | None:
    """ "in a month", "in two weeks", "in less than a year", "in as many weeks": days and the token behind."""
    if [view.lower(at), view.lower(at + 1)] in (["less", "than"], ["just", "over"], ["little", "over"]):
        at += 2
    at += view.lower(at) in ("just", "only", "about", "barely")
    many = [view.lower(at), view.lower(at + 1)] == ["as", "many"]
    word = view.lower(at)
    count = None if many else int(word) if word.isdigit() and len(word) < 4 else _COUNTS.get(word)
    unit = at + 2 if many else at + 1
    days = _SPANS.get(view.lower(unit).removesuffix("s"))
    if days is None or (count is None and not many):
        return None
    return days * (_ordinal_before(view, at) if many else count or 1), unit + 1


def _ordinal_before(view: View, at: int) -> int:
    found = [_NUMBERS[view.lower(i)] for i in range(max(0, at - _REACH), at) if view.lower(i) in _NUMBERS]
    return found[-1] if found else 1


def _is_demonym(view: View, at: int) -> bool:
    mention = view.at.get(at)
    return mention is not None and isinstance(mention.thing, Party) and mention.thing.named_by == "demonym"


def _is_party(view: View, at: int) -> bool:
    return at in view.at and isinstance(view.at[at].thing, Party)


def _whose_contact(view: View, told: _Told, claims: list[Claim]) -> int | None:
    """The contact the words speak of: of their sentence, else the last one before where the sentence points back."""
    here = [i for i, c in enumerate(claims) if view.sentence.span.holds(_words(c)) and _fits(c, told.form)]
    if here:
        start = view.sentence.tokens[told.first].start
        return min(here, key=lambda i: (abs(_words(claims[i]).start - start), i))
    if view.lower(0) not in _POINTING or told.form is None:
        return None
    before = [i for i, c in enumerate(claims) if c.evidence.span.stop <= view.sentence.span.start]
    last = max(before, key=lambda i: (claims[i].evidence.span.stop, i), default=None)
    near = last is not None and view.sentence.span.start - claims[last].evidence.span.stop <= 400
    return last if last is not None and near and _fits(claims[last], told.form) else None


def _fits(claim: Claim, form: Form | None) -> bool:
    event = claim.event
    if not isinstance(event, Contact) or event.nth is not None or claim.mood in ("denied", "hypothetical"):
        return False
    return form is None or event.form == form or (form == "visit" and bool(event.place)) or form == "meeting"


def _words(claim: Claim) -> Span:
    """Where a claim's words for the contact stand."""
    spans = [span for field in claim.evidence.fields if field.name == "form" for span in field.spans]
    return spans[0] if spans else claim.evidence.span


def _given(view: View, claim: Claim, told: _Told) -> Claim:
    event = claim.event
    assert isinstance(event, Contact)
    span = view.sentence.place(told.first, told.last)
    carried = not claim.evidence.span.holds(span)
    where = replace(claim.evidence, fields=(*claim.evidence.fields, Field("nth", (span,), carried)))
    trace = (*claim.trace, f"which of its kind «{told.nth.words}»")
    return replace(claim, evidence=where, event=replace(event, nth=told.nth), trace=trace)
