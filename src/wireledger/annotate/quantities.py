"""Finds counts: a number with its bounds, or words that count without one ("dozens of", "several").

Numbers that date, measure, rank or pay are left to others or to nobody: years, "70 km", "20 percent", "three months".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from wireledger.annotate.bounds import bounded
from wireledger.annotate.numbers import begins, ranged
from wireledger.model import Mention, Quantity, Token

VAGUE = frozenset(
    "dozens hundreds thousands scores several numerous multiple many tens millions countless various few".split()
)
_OPENERS = VAGUE | {"a"}
_WITH_ARTICLE = frozenset(("few", "couple", "number", "handful"))
# "tens of thousands", "several dozen"
_VAGUE_GO_ON = frozenset("of hundreds thousands millions dozens hundred thousand million dozen".split())
# With a hyphen behind them too: "70 km-range".
_MEASURES = frozenset(
    "km kms kilometers kilometres kilometer kilometre miles mile meters metres meter metre feet foot inches inch"
    " percent % percentage hours hour hrs days day weeks week months month years year decades decade centuries"
    " minutes minute seconds second degrees times per mm cm m2 kg kgs kilograms kilogrammes kilo kilos mph kph pm"
    " am a.m. p.m. year-old people civilians dead killed votes points seats o'clock hectares acres square cubic"
    " yards knots nautical calibre caliber kw kwh mw mwh gw gwh kilowatt kilowatts megawatt megawatts gigawatt"
    " gigawatts hp horsepower mhz ghz est edt cet cest gmt utc bst °c °f ° degree fold".split()
)
_LENGTHS = frozenset("long wide high deep tall thick away".split())  # behind a number, but "14 long range drones"
_MONEY_BEFORE = frozenset(
    "$ us$ a$ c$ ca$ au$ nz$ € £ ¥ ₴ eur usd gbp chf cad aud sek nok dkk pln czk jpy kr kr. rs nis".split()
)
_MONEY_BEHIND = frozenset(
    "dollar dollars euro euros pound pounds kroner krone kronor krona kronas crowns yen zloty hryvnia francs yuan cents"
    " eur usd gbp chf cad aud sek nok dkk pln czk jpy leva lei forint €".split()
)
# A number behind one of these tells which one, not how many.
_LABELS = frozenset(
    "no. nos. number numbers article articles day section sections phase phases resolution resolutions chapter"
    " chapters round order orders clause clauses paragraph paragraphs page pages p. pp. art. arts. fig. para."
    " annex appendix table figure release source sources version heading proclamation act bill title route highway"
    " flight gate room floor stream step level category tier volume item protocol regulation directive note"
    " footnote line lot grade class force council age aged channel track stage g f u.s.c. cfr § # № psalm verse"
    " episode season chapter formula apollo block package image boeing mach cop interstate falcon".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan. feb. mar. apr. jun."
    " jul. aug. sep. sept. oct. nov. dec.".split()
)
_LAWS = frozenset(("u.s.c.", "u.s.c", "cfr", "c.f.r.", "stat.", "fed.", "u.n.t.s."))
_AND = frozenset(("and", "or", ",", "-", "–", "to", "&"))
_LIST_ENDS = frozenset((",", "and", "or", ".", ")", ";", ":"))
_GLUE = frozenset(":/_#=.~?&@+\\-")
_ONE_BEFORE = frozenset(
    "no any every each this that which first second third last next other same new some another only not single".split()
)
_YEAR = re.compile(r"(?:19\d\d|20[1-4]\d)$")
_ROUND_YEAR = re.compile(r"200\d$")
_YEAR_BEFORE = frozenset(
    "in since by until from of early late mid during through before after january february march april may june july"
    " august september october november december year fiscal".split()
)
_LARGEST = 1e12


def find_quantities(words: Sequence[Token], places: Iterable[int]) -> list[Mention]:
    """The counts of one sentence in order of place; `places` are the tokens where one may begin."""
    found: list[Mention] = []
    after = labelled = 0
    for at in places:
        if at < after:
            continue
        if _is_label(words, at, labelled):
            labelled = at + 1
            continue
        mention = (_vague(words, at) if words[at].lower in _OPENERS else None) or _counted(words, at)
        if mention is not None:
            found.append(mention)
            after = mention.last
    return found


def _counted(words: Sequence[Token], at: int) -> Mention | None:
    if not begins(words[at]):
        return None
    read = ranged(words, at)
    if read is None or not 0 < read.high < _LARGEST or _is_no_count(words, at, read.last):
        return None
    if words[at].lower == "one" and read.last == at + 1 and not _is_counting_one(words, at):
        return None
    amount = bounded(words, read)
    return Mention(amount.first, amount.last, Quantity(amount.low, amount.high, amount.approximate))


def _is_counting_one(words: Sequence[Token], at: int) -> bool:
    """Whether "one" counts: "one tank", not "no one", "one of them", "Air Force One"."""
    before = words[at - 1].lower if at else ""
    behind = words[at + 1].lower if at + 1 < len(words) else ""
    named = at > 0 and words[at].text == "One" and words[at - 1].text[0].isupper()
    return not named and before not in _ONE_BEFORE and behind not in ("of", "day", "another")


def _is_label(words: Sequence[Token], at: int, labelled: int) -> bool:
    """Whether the number tells which one: "Article 5", "Source of Aid 1", and the 3 of "Sources 2 and 3"."""
    if at == 0 or not words[at].lower[0].isdigit():
        return False
    before = words[at - 1].lower
    if before in _LABELS or (before in _MONTHS and words[at - 1].text[0].isupper() and len(words[at].text) <= 2):
        return True
    if before == "aid" and (
        words[at - 1].text == "Aid" or [w.lower for w in words[at - 3 : at - 1]] == ["source", "of"]
    ):
        return True
    if before == "of" and at > 1 and words[at - 2].lower == "age":
        return True
    if before == "," and _is_age(words, at):
        return True
    behind = words[at + 1].lower if at + 1 < len(words) else "."
    goes_on = before in _AND and (before != "," or behind in _LIST_ENDS)
    return labelled == at - 1 and goes_on and labelled > 0


def _is_age(words: Sequence[Token], at: int) -> bool:
    """ "Ivan Horvat, 39, said": two figures between commas behind a name."""
    closed = at + 1 < len(words) and words[at + 1].text == ","
    return (
        closed
        and at > 1
        and len(words[at].text) == 2
        and words[at - 2].text.isalpha()
        and words[at - 2].text[0].isupper()
    )


def _is_no_count(words: Sequence[Token], first: int, last: int) -> bool:
    before = words[first - 1].lower if first else ""
    behind = words[last].lower if last < len(words) else ""
    if before in _MONEY_BEFORE or behind in _MONEY_BEHIND or behind in _MEASURES or behind.startswith("percent"):
        return True
    if behind in _LAWS:
        return True
    if behind in _LENGTHS and not _is_range_word(words, last + 1):
        return True
    if behind.partition("-")[0] in _MEASURES and "-" in behind:
        return True
    if before in ("a", "an") and words[last - 1].lower.endswith("m") and last == first + 1:
        return True  # "a 40m bridge"
    return _is_year(words, first, last, before, behind) or _is_glued(words, first, last)


def _is_range_word(words: Sequence[Token], at: int) -> bool:
    return at < len(words) and words[at].lower in ("range", "endurance", "distance", "altitude", "calibre", "caliber")


def _is_year(words: Sequence[Token], first: int, last: int, before: str, behind: str) -> bool:
    if last != first + 1:
        return False
    written = words[first].text
    if _YEAR.match(written):
        return True
    return bool(_ROUND_YEAR.match(written)) and (before in _YEAR_BEFORE or behind in (",", ".", ")", "") or first == 0)


def _is_glued(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether the number is a piece of a time, a date, an address: "10:30", "04/04/24", "news_190373"."""
    if words[first].lower[0].isalpha():
        return False
    before, word, behind = words[first - 1 : first], words[last - 1], words[last : last + 1]
    if before and before[0].text in _GLUE and before[0].stop == words[first].start and first > 1:
        return words[first - 2].stop == before[0].start
    if not behind or behind[0].text not in _GLUE or behind[0].start != word.stop:
        return False
    return last + 1 < len(words) and words[last + 1].start == behind[0].stop and words[last + 1].text[0].isalnum()


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
