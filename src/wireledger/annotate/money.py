"""Finds sums of money with their bounds and currency.

A currency word that several states share ("kroner") without the state's name leaves the currency None: who gives decides
it later. A sum in brackets behind another one is its conversion and is not marked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from wireledger.annotate.numbers import Number, bound_before, bounded, number
from wireledger.model import Mention, Money, Token


class Currencies(NamedTuple):
    """What names a currency: `marks` stand before the number, `words` behind it (None: shared), `adjectives` tell whose."""

    marks: Mapping[str, str]
    words: Mapping[str, str | None]
    adjectives: Mapping[str, Mapping[str, str]]


def find_money(words: Sequence[Token], currencies: Currencies) -> list[Mention]:
    """The sums of one sentence in order of place."""
    found: list[Mention] = []
    at = 0
    while at < len(words):
        mention = _marked(words, at, currencies) or _worded(words, at, currencies)
        if mention is None:
            at += 1
            continue
        if not _is_conversion(words, mention, found):
            found.append(mention)
        at = mention.last
    return found


def _marked(words: Sequence[Token], at: int, currencies: Currencies) -> Mention | None:
    """ "$ 1.2bn", "EUR 50 million", "between $ 2 and $ 3 billion"."""
    code = currencies.marks.get(words[at].text)
    if code is None or at + 1 >= len(words):
        return None
    read = number(words, at + 1)
    if read is None:
        return None
    low, high, last = read.value, read.value, read.last
    far = _far_end(words, read, currencies)
    if far is not None:
        scale = _same_scale(words, read, far)
        if far.value > read.value * scale:
            low, high, last = read.value * scale, far.value, far.last
    last = last + 1 if last < len(words) and words[last].text in (code, "dollars", "euros") else last
    return _with_bound(words, at, last, (low, high), code)


def _far_end(words: Sequence[Token], read: Number, currencies: Currencies) -> Number | None:
    at = read.last
    if at + 1 >= len(words) or words[at].lower not in ("to", "and", "-", "–", "or"):
        return None
    between = read.first > 1 and words[read.first - 2].lower == "between"
    if words[at].lower == "and" and not between:
        return None
    at += 1
    if words[at].text in currencies.marks and at + 1 < len(words):
        at += 1
    return number(words, at)


def _same_scale(words: Sequence[Token], read: Number, far: Number) -> float:
    """ "$2 to $3 billion" scales the first number too."""
    if read.value >= 1000 or far.value < 1000:
        return 1.0
    for scale in (1e12, 1e9, 1e6, 1e3):
        if far.value >= scale:
            return scale
    return 1.0


def _worded(words: Sequence[Token], at: int, currencies: Currencies) -> Mention | None:
    """ "70 million euros", "1.6 billion Norwegian kroner", "165 million EUR"."""
    read = number(words, at)
    if read is None or read.last >= len(words):
        return None
    amount = bounded(words, read)
    last = amount.last
    adjective = words[last].lower if last < len(words) else ""
    skip = 1 if adjective in currencies.adjectives and last + 1 < len(words) else 0
    unit = words[last + skip].lower if last + skip < len(words) else ""
    if skip and unit in currencies.adjectives[adjective]:
        code: str | None = currencies.adjectives[adjective][unit]
    elif unit in currencies.words and not skip:
        code = currencies.words[unit]
    else:
        return None
    return _with_bound(words, amount.first, last + skip + 1, (amount.low, amount.high), code, amount.approximate)


def _with_bound(
    words: Sequence[Token],
    first: int,
    last: int,
    ends: tuple[float | None, float | None],
    code: str | None,
    rough: bool = False,
) -> Mention:
    low, high = ends
    bound, first = bound_before(words, first - 1 if first and words[first - 1].lower == "between" else first)
    if low == high:
        low, high = (low, None) if bound == "low" else (None, high) if bound == "high" else (low, high)
    return Mention(first, last, Money(low, high, code, rough or bound == "about"))


def _is_conversion(words: Sequence[Token], mention: Mention, found: list[Mention]) -> bool:
    """Whether the sum only converts the one before it: "$ 700m ( £ 560m )", "EUR 165m , or about $ 180m ,"."""
    if not found:
        return False
    between = [w.lower for w in words[found[-1].last : mention.first]]
    return between in (["("], [",", "or"], ["or"], ["(", "or"], ["/"], ["—", "or"], ["("]) or (
        len(between) <= 3 and between[:1] == ["("] and ")" not in between
    )
