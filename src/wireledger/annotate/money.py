"""Finds sums of money with their bounds and currency.

A currency word that several states share ("kroner") without the state's name leaves the currency None: who gives
decides it later. A bare "33 billion" takes the one currency its report has named, and tells where. A sum in brackets
behind another one is its conversion and is not marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from wireledger.annotate.bounds import bounded
from wireledger.annotate.digits import SCALE, times
from wireledger.annotate.numbers import Range, begins, ranged
from wireledger.annotate.tokens import split
from wireledger.lexicon.parties import Currency, State, currencies, states
from wireledger.model import Mention, Money, Span, Token

# Currency words that are common words or weights too: alone they tell a sum only behind millions.
_COMMON = frozenset(("won", "real", "rand", "crown", "crowns", "quid", "dong"))
_WEIGHTS = frozenset(("pound", "pounds"))
# Codes that are names or words too ("COP 27"): they tell a sum only before thousands.
_WORDLIKE = frozenset(("COP", "TRY", "MAD", "GEL", "AMD", "ARS", "ALL", "TOP", "CUP", "PEN"))
_LEAST = 1000
_MILLION = 1e6
_BILLION = 1e9
_BILLIONS = ("billion", "billions", "bn", "bln", "trillion", "tn", "trn")
_CONVERTS = frozenset(("or", "/", "equivalent", "=", "≈", "i.e.", "approximately"))
_DASHES = frozenset(("—", "–", "-"))
_CONVERSION = _CONVERTS | _DASHES | {",", "to", "the", "of"}
_PARTS = frozenset(("including", "of", "with", "plus", "and"))
_LINKS = frozenset(("to", "and", "-", "–"))
_FAR = 8
# What stands behind a bare "three billion" that is a sum, and behind a bare "470 million".
_BEHIND_BARE = frozenset(
    '. , ; : ) — – " in for will would could can should shall may might is are was were be has have had to from as by'
    " this next last per a over until through and or of with under within which that this more worth already".split()
)
_SUMS = frozenset("loan loans grant grants package packages guarantee guarantees credit credits tranche fund".split())


class Currencies(NamedTuple):
    """What names a currency.

    `marks` stand before the number or, where they are codes, behind it; `words` stand behind (None: shared);
    `adjectives` tell whose, as do `states` before a shared mark ("NZ $").
    """

    marks: Mapping[str, str]
    words: Mapping[str, str | None]
    adjectives: Mapping[tuple[str, ...], Mapping[str, str]]
    states: Mapping[str, str]


_NONE: Mapping[str, Span] = {}


def find_money(words: Sequence[Token], places: Iterable[int], told: Mapping[str, Span] = _NONE) -> list[Mention]:
    """The sums of one sentence in order of place.

    `places` are the tokens where one may begin, `told` the currencies the report has named so far and where, last.
    """
    known = _currencies()
    marks = known.marks
    found: list[Mention] = []
    after = 0
    for at in places:
        if at < after:
            continue
        if words[at].text in marks:
            mention = _marked(words, at, known)
        elif begins(words[at]):
            mention = _worded(words, at, known) or _bare(words, at, {**told, **named_currencies(words, found)})
        else:
            continue
        if mention is not None:
            after = mention.last
            if not found or not _is_conversion(words, mention, found[-1]):
                found.append(mention)
    return found


def currency_marks() -> Iterable[str]:
    """What may stand before a number and name its currency: signs and codes."""
    return _currencies().marks


def named_currencies(words: Sequence[Token], mentions: Iterable[Mention]) -> dict[str, Span]:
    """The currencies that sums among some mentions name, each with the place of the last."""
    sums = [(m, m.thing.currency) for m in mentions if isinstance(m.thing, Money) and m.borrowed is None]
    return {code: Span(words[m.first].start, words[m.last - 1].stop) for m, code in sums if code}


def _marked(words: Sequence[Token], at: int, known: Currencies) -> Mention | None:
    """ "$ 1.2bn", "EUR 50 million", "AUD $12 million", "$12 million CAD", "between $ 2 and $ 3 billion"."""
    first, code = at, known.marks[words[at].text]
    if _is_double(words, at, known):
        at += 1
    elif words[at].text == "$" and at > 0 and words[at - 1].text in known.states:
        first, code = at - 1, known.states[words[at - 1].text]
    if at + 1 >= len(words) or not words[at + 1].lower[0].isalnum():
        return None
    read = ranged(words, at, known.marks)
    if read is None or read.high == 0 or (words[at].text in _WORDLIKE and read.high < _LEAST):
        return None
    behind = words[read.last].text if read.last < len(words) else ""
    if behind in (code, "dollars", "euros"):
        read = read._replace(last=read.last + 1)
    elif words[at].text == "$" and code == "USD" and len(behind) == 3 and _is_dollar(known.marks.get(behind, "")):
        code, read = known.marks[behind], read._replace(last=read.last + 1)
    return _mention(words, read._replace(first=first), code)


def _is_double(words: Sequence[Token], at: int, known: Currencies) -> bool:
    """Whether a code stands before the sign it explains: "AUD $ 12 million", "EUR €5"."""
    if at + 1 >= len(words) or len(words[at].text) != 3 or not words[at].text.isalpha():
        return False
    sign, code = words[at + 1].text, known.marks[words[at].text]
    return (sign == "$" and _is_dollar(code)) or known.marks.get(sign) == code


def _is_dollar(code: str) -> bool:
    return code.endswith("D") and code not in ("BND", "IQD", "KWD", "RSD", "JOD", "AED")


def _worded(words: Sequence[Token], at: int, known: Currencies) -> Mention | None:
    """ "70 million euros", "1.6 billion Norwegian kroner", "25 EUR million", "a 100-million-euro loan"."""
    read = ranged(words, at)
    if read is None:
        return None
    last_word = words[read.last - 1].lower
    glued = last_word.rpartition("-")[2] if "-" in last_word and read.high >= _MILLION else ""
    if glued in known.words:
        return _mention(words, read, known.words[glued])
    unit = _unit(words, read.last, read.high, known)
    if unit is None:
        return None
    code, last = unit
    scale = SCALE.get(words[last].lower, 0.0) if last < len(words) else 0.0
    if scale >= 1000 and words[last - 1].text == code and len(words[last].text) > 1:
        scaled = Range(times(read.low, scale), times(read.high, scale), read.first, last + 1)
        return _mention(words, scaled, code)
    far = _far_sum(words, read, last, known)
    return _mention(words, far or read._replace(last=last), code)


def _far_sum(words: Sequence[Token], read: Range, last: int, known: Currencies) -> Range | None:
    """The whole of "50 million euros to 60 million euros", where the same currency stands behind either end."""
    if last + 1 >= len(words) or words[last].lower not in _LINKS or not begins(words[last + 1]):
        return None
    if words[last].lower == "and" and not (read.first > 0 and words[read.first - 1].lower == "between"):
        return None
    far = ranged(words, last + 1)
    unit = _unit(words, far.last, far.high, known) if far else None
    if far is None or unit is None or words[unit[1] - 1].lower != words[last - 1].lower or far.low <= read.high:
        return None
    return Range(read.low, far.high, read.first, unit[1])


def _unit(words: Sequence[Token], at: int, value: float, known: Currencies) -> tuple[str | None, int] | None:
    """The currency whose words begin at `at` and where they end."""
    skip = _adjective(words, at, known)
    if skip:
        adjective = tuple(w.lower for w in words[at : at + skip])
        code = known.adjectives[adjective].get(words[at + skip].lower) if at + skip < len(words) else None
        if code:
            return code, at + skip + 1
    if at >= len(words) or not _is_unit(words, at, value, known):
        return None
    lower = words[at].lower
    sterling = lower in _WEIGHTS and at + 1 < len(words) and words[at + 1].lower == "sterling"
    return known.words[lower] if lower in known.words else known.marks[words[at].text], at + 1 + sterling


def _bare(words: Sequence[Token], at: int, told: Mapping[str, Span]) -> Mention | None:
    """A sum that leaves its currency out: "33 billion in loans" behind euros, "a 470 million grant"."""
    code, where = next(iter(told.items())) if len(told) == 1 else (None, None)
    read = ranged(words, at)
    if read is None or read.high < _MILLION:
        return None
    behind = words[read.last].lower if read.last < len(words) else "."
    if behind in _SUMS:
        return replace(_mention(words, read, code), borrowed=where)
    if code is None or read.high < _BILLION or behind not in _BEHIND_BARE:
        return None
    scale = words[read.last - 1].lower
    return replace(_mention(words, read, code), borrowed=where) if scale.endswith(_BILLIONS) else None


def _adjective(words: Sequence[Token], at: int, known: Currencies) -> int:
    """How many tokens at `at` tell whose currency follows."""
    return next((n for n in (2, 1) if tuple(w.lower for w in words[at : at + n]) in known.adjectives), 0)


def _is_unit(words: Sequence[Token], at: int, value: float, known: Currencies) -> bool:
    """Whether the token behind a number is a currency's word or code, and no common word."""
    lower, text = words[at].lower, words[at].text
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if lower in known.words:
        if lower in _WEIGHTS:
            return following != "of" and value >= _LEAST
        return not (lower in _COMMON and value < _MILLION)
    return text in known.marks and (text in "€$£" or len(text) == 3) and not following[:1].isdigit()


def _mention(words: Sequence[Token], read: Range, code: str | None) -> Mention:
    amount = bounded(words, read)
    return Mention(amount.first, amount.last, Money(amount.low, amount.high, code, amount.approximate))


def _is_conversion(words: Sequence[Token], mention: Mention, before: Mention) -> bool:
    """Whether the sum only converts the one before: "$ 700m ( £ 560m )", "EUR 165m , or about $ 180m ,"."""
    assert isinstance(mention.thing, Money)
    assert isinstance(before.thing, Money)
    between = [w.lower for w in words[before.last : mention.first]]
    if not between or mention.thing.currency == before.thing.currency:
        return False
    if between[0] == "(":
        return ")" not in between and _PARTS.isdisjoint(between)
    if between[-1] == "(" and len(between) <= _FAR and mention.last < len(words) and words[mention.last].text == ")":
        return ")" not in between and "and" not in between
    if _DASHES.issuperset(between):
        return True
    return _CONVERSION.issuperset(between) and not _CONVERTS.isdisjoint(between)


@cache
def _currencies() -> Currencies:
    marks: dict[str, str] = {}
    words: dict[str, str | None] = {}
    adjectives: dict[tuple[str, ...], dict[str, str]] = {}
    for currency, demonyms in _with_demonyms():
        for mark in (*currency.symbols, currency.code):
            marks.setdefault(mark, currency.code)
        for word in currency.words:
            lower = word.lower()
            words[lower] = currency.code if words.get(lower, currency.code) == currency.code else None
            for demonym in demonyms:
                adjectives.setdefault(demonym, {})[lower] = currency.code
    for word, code in (("dollar", "USD"), ("dollars", "USD"), ("pound", "GBP"), ("pounds", "GBP")):
        words[word] = code
    for word, whose, code in _with_adjectives():
        adjectives.setdefault(whose, {}).setdefault(word, code)
    short = {mark[:-1].strip(): code for mark, code in marks.items() if mark.endswith("$") and len(mark) > 2}
    for state, code in short.items():
        for word in ("dollar", "dollars"):
            adjectives.setdefault((state.lower(),), {}).setdefault(word, code)
    return Currencies(marks, words, adjectives, {**short, "U.S.": "USD"})


def _with_adjectives() -> Iterator[tuple[str, tuple[str, ...], str]]:
    """The last word, what stands before it, and the code, of every name of several words ("Hong Kong dollars")."""
    for currency in currencies():
        for name in currency.words:
            *whose, word = split(name)
            if whose and word != "sterling":
                yield word.lower(), tuple(w.lower() for w in whose), currency.code


def _with_demonyms() -> Iterator[tuple[Currency, list[tuple[str, ...]]]]:
    """Each currency with the adjectives and names of its state, as lower-case tokens of at most two words."""
    by_code = {state.code: state for state in states()}
    for currency in currencies():
        state = by_code.get(currency.state or "")
        names = [tuple(word.lower() for word in split(name)) for name in _names(state)]
        yield currency, [name for name in names if len(name) <= 2]


def _names(state: State | None) -> tuple[str, ...]:
    return (state.name, *state.demonyms, *state.aliases) if state else ()
