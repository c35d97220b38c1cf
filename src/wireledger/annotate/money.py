"""Finds sums of money with their bounds and currency.

A currency word that several states share ("kroner") without the state's name leaves the currency None: who gives
decides it later. A sum in brackets behind another one is its conversion and is not marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from wireledger.annotate.bounds import bounded
from wireledger.annotate.numbers import Range, begins, ranged
from wireledger.annotate.tokens import split
from wireledger.lexicon.parties import Currency, State, currencies, states
from wireledger.model import Mention, Money, Token

# Currency words that are common words or weights too: alone they tell a sum only behind millions.
_COMMON = frozenset(("won", "real", "rand", "crown", "crowns", "quid", "dong"))
_WEIGHTS = frozenset(("pound", "pounds"))
_MILLION = 1e6
_CONVERTS = frozenset(("or", "/", "equivalent"))
_CONVERSION = _CONVERTS | {",", "—", "to", "the", "of"}
_PARTS = frozenset(("including", "of", "with", "plus", "and"))


class Currencies(NamedTuple):
    """What names a currency.

    `marks` stand before the number or, where they are codes, behind it; `words` stand behind (None: shared);
    `adjectives` tell whose.
    """

    marks: Mapping[str, str]
    words: Mapping[str, str | None]
    adjectives: Mapping[tuple[str, ...], Mapping[str, str]]


def find_money(words: Sequence[Token]) -> list[Mention]:
    """The sums of one sentence in order of place."""
    known = _currencies()
    found: list[Mention] = []
    after = 0
    for at, word in enumerate(words):
        if at < after:
            continue
        mention = None
        if word.text in known.marks:
            mention = _marked(words, at, known)
        elif begins(word):
            mention = _worded(words, at, known)
        if mention is not None:
            after = mention.last
            if not found or not _is_conversion(words, mention, found[-1]):
                found.append(mention)
    return found


def _marked(words: Sequence[Token], at: int, known: Currencies) -> Mention | None:
    """ "$ 1.2bn", "EUR 50 million", "between $ 2 and $ 3 billion"."""
    if at + 1 >= len(words) or not words[at + 1].lower[0].isalnum():
        return None
    read = ranged(words, at, known.marks)
    if read is None:
        return None
    code = known.marks[words[at].text]
    if read.last < len(words) and words[read.last].text in (code, "dollars", "euros"):
        read = read._replace(last=read.last + 1)
    return _mention(words, read, code)


def _worded(words: Sequence[Token], at: int, known: Currencies) -> Mention | None:
    """ "70 million euros", "1.6 billion Norwegian kroner", "165 million EUR", "a 100-million-euro loan"."""
    read = ranged(words, at)
    if read is None:
        return None
    last_word = words[read.last - 1].lower
    glued = last_word.rpartition("-")[2] if "-" in last_word and read.high >= _MILLION else ""
    if glued in known.words:
        return _mention(words, read, known.words[glued])
    skip = _adjective(words, read.last, known)
    at = read.last + skip
    if at >= len(words):
        return None
    if skip:
        adjective = tuple(w.lower for w in words[read.last : at])
        code = known.adjectives[adjective].get(words[at].lower)
        return _mention(words, read._replace(last=at + 1), code) if code else None
    if not _is_unit(words, at, read.high, known):
        return None
    code = known.words[words[at].lower] if words[at].lower in known.words else known.marks[words[at].text]
    return _mention(words, read._replace(last=at + 1), code)


def _adjective(words: Sequence[Token], at: int, known: Currencies) -> int:
    """How many tokens at `at` tell whose currency follows."""
    return next((n for n in (2, 1) if tuple(w.lower for w in words[at : at + n]) in known.adjectives), 0)


def _is_unit(words: Sequence[Token], at: int, value: float, known: Currencies) -> bool:
    """Whether the token behind a number is a currency's word or code, and no common word."""
    lower, text = words[at].lower, words[at].text
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if lower in known.words:
        return not (lower in _COMMON and value < _MILLION) and not (lower in _WEIGHTS and following == "of")
    return text in known.marks and (text == "€" or len(text) == 3) and not following[:1].isdigit()


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
    return Currencies(marks, words, adjectives)


def _with_demonyms() -> Iterator[tuple[Currency, list[tuple[str, ...]]]]:
    """Each currency with the adjectives and names of its state, as lower-case tokens of at most two words."""
    by_code = {state.code: state for state in states()}
    for currency in currencies():
        state = by_code.get(currency.state or "")
        names = [tuple(word.lower() for word in split(name)) for name in _names(state)]
        yield currency, [name for name in names if len(name) <= 2]


def _names(state: State | None) -> tuple[str, ...]:
    return (state.name, *state.demonyms, *state.aliases) if state else ()
