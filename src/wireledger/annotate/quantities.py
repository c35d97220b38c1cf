"""Finds counts: a number with its bounds, or words that count without one ("dozens of", "several").

Numbers that date, measure, rank or pay are left to others or to nobody: years, "70 km", "20 percent", "three months".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wireledger.annotate.bounds import bounded
from wireledger.annotate.numbers import begins, ranged
from wireledger.model import Mention, Quantity, Token

_VAGUE = frozenset(
    "dozens hundreds thousands scores several numerous multiple many tens millions countless various few".split()
)
_WITH_ARTICLE = frozenset(("few", "couple", "number", "handful"))
# "tens of thousands", "several dozen"
_VAGUE_GO_ON = frozenset("of hundreds thousands millions dozens hundred thousand million dozen".split())
_MEASURES = frozenset(
    "km kilometers kilometres kilometer kilometre miles mile meters metres feet inches percent % percentage hours hour"
    " days day weeks week months month years year minutes degrees times per mm cm kg mph pm am a.m. p.m. year-old"
    " people civilians dead killed votes points seats o'clock".split()
)
_MONEY_BEFORE = frozenset("$ us$ a$ c$ ca$ au$ nz$ € £ ¥ ₴ eur usd gbp chf cad aud sek nok dkk pln czk jpy".split())
_MONEY_BEHIND = frozenset(
    "dollar dollars euro euros pound pounds kroner krone kronor krona crowns yen zloty hryvnia francs yuan cents eur"
    " usd gbp chf cad aud sek nok dkk pln czk jpy leva lei forint".split()
)
_COUNTERS = frozenset(("no.", "number", "article", "day", "section", "phase", "resolution", "chapter", "round"))
_YEAR = re.compile(r"(?:19|20)\d\d$")
_YEAR_BEFORE = frozenset(
    "in since by until from of early late mid during through before after january february march april may june july"
    " august september october november december year fiscal".split()
)


def find_quantities(words: Sequence[Token]) -> list[Mention]:
    """The counts of one sentence in order of place."""
    found: list[Mention] = []
    after = 0
    for at, word in enumerate(words):
        if at < after:
            continue
        if word.lower in _VAGUE or word.lower == "a":
            mention = _vague(words, at) or _counted(words, at)
        else:
            mention = _counted(words, at) if begins(word) else None
        if mention is not None:
            found.append(mention)
            after = mention.last
    return found


def _counted(words: Sequence[Token], at: int) -> Mention | None:
    read = ranged(words, at)
    if read is None or _is_no_count(words, at, read.last):
        return None
    if words[at].lower == "one" and at + 1 < len(words) and words[at + 1].lower in ("of", "day", "another"):
        return None
    amount = bounded(words, read)
    return Mention(amount.first, amount.last, Quantity(amount.low, amount.high, amount.approximate))


def _is_no_count(words: Sequence[Token], first: int, last: int) -> bool:
    before = words[first - 1].lower if first else ""
    behind = words[last].lower if last < len(words) else ""
    if before in _MONEY_BEFORE or behind in _MONEY_BEHIND or behind in _MEASURES or behind.startswith("percent"):
        return True
    if behind.partition("-")[0] in _MEASURES and "-" in behind:
        return True
    if before in _COUNTERS:
        return True
    return bool(_YEAR.match(words[first].text)) and (
        before in _YEAR_BEFORE or behind in (",", ".", ")", "") or first == 0
    )


def _vague(words: Sequence[Token], at: int) -> Mention | None:
    """ "dozens", "tens of thousands", "a few", "several hundred", but no measure of time or length."""
    first = at
    if words[at].lower == "a":
        at += 1
        if at >= len(words) or words[at].lower not in _WITH_ARTICLE:
            return None
    last = at + 1
    while last < len(words) and words[last].lower in _VAGUE_GO_ON:
        last += 1
    if last < len(words) and words[last].lower in _MEASURES:
        return None
    if words[last - 1].lower == "of":
        last -= 1
    return Mention(first, last, Quantity(None, None))
