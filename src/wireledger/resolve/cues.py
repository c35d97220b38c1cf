"""Words in and just before a quote by which a claim tells that it is a price, a share, or drawn from a larger sum."""

from __future__ import annotations

import re
from functools import lru_cache

PRICE = re.compile(r"\b(worth|cost\w*|bills?|pric\w+|value[ds]?|contract|order|at an expense|paid|pay)\b")
SHARE = re.compile(
    r"\b(of (them|those|these|which|that sum|the sum|it|the total)|remain\w+|the rest|the others?|"
    r"(the|a) (first|second|third|last|final) (\w+ ){0,2}(payment|transfer|tranche|instal?lment|shipment|batch)|"
    r"the first|payment|tranche|instal?lments?)\b"
)
INSTALMENT = re.compile(r"\b(payments?|tranches?|instal?lments?|disbursements?)\b")
RUNNING = re.compile(
    r"\b(since the (start|beginning|outbreak|invasion|war|full-scale)|since (january|february) 20\d\d|in total|"
    r"all told|all in all|altogether|adds? up to|with this step|brings? (the|its|their|our) (total|overall)|"
    r"(since|between) 20\d\d|by (its|their) own count|the sum of|the larger figure|everything)\b"
)
MORE = re.compile(r"\b(more(?! than)|others?|another|additional|further|extra)\b")
REMAINING = re.compile(r"\b(remain\w*|the rest)\b")
FURTHER = re.compile(r"\s+(more(?! than)|others?|further|additional)\b")
REST = re.compile(r"\b(the rest|the others|the remaind\w+|(\w+ )?others)\b")
RAISED = re.compile(r"\b(targets?|goals?|quota|raised|doubl\w+|tripl\w+|are now to|is now to|now stands at)\b")
RESTATED = re.compile(
    r"\b((put|puts|gave|gives|set) (the|its|their) (\w+ )?(value|figure|sum|bill|total)|value[sd]? (it|them) at)\b"
)
ALL = re.compile(r"(?<!\bin )\b(all(?! in all| told| (types|kinds|sorts))|every|both|in full|entire)\b")
PACKAGE = re.compile(r"\b(packages?|drawdowns?|aid|assistance|help|tranche)\b")
ENVELOPE = re.compile(
    r"\b((a|per|each|every) year(?! (ago|before|earlier|later|after|since|on)\b)|yearly|annual(ly)?|set aside|"
    r"budget\w*|ceiling|licen[cs]e[sd]?|cleared the export|"
    r"export (permit|approval)s?|envelope|framework|until 20\d\d|by 20\d\d)\b"
)
BUYER = re.compile(
    r"\b(\w+?)(?:['’]s)? (?:(?:has|have|had) )?(?:itself )?"
    r"(?:ordered|bought|purchased|own (?:order|purchase|contract)s?)\b"
)
SO_FAR = re.compile(r"\b(by now|so far|to date|until now|up to now)\b")
SALE = re.compile(r"\b(sells?|sold|sales?|buys? from|reduced price|discount\w*|of the price|at cost|purchase price)\b")


def priced(words: str, lead: str) -> bool:
    """Whether a sum is told as the price of something."""
    return bool(PRICE.search(words) or PRICE.search(lead)) and not PACKAGE.search(words)


@lru_cache(maxsize=65536)
def more(words: str) -> bool:
    """Whether something is told as coming on top of what was told before."""
    return bool(MORE.search(words))


@lru_cache(maxsize=65536)
def further(words: str) -> bool:
    """Whether what stands before these words is told as coming on top: "four" before " more of them"."""
    return bool(FURTHER.match(words))


@lru_cache(maxsize=65536)
def rest(words: str) -> bool:
    """Whether something is told as what is left beside what was told before."""
    return bool(REST.search(words))


@lru_cache(maxsize=65536)
def remaining(words: str) -> bool:
    """Whether something is told as what remains of a whole."""
    return bool(REMAINING.search(words))


@lru_cache(maxsize=65536)
def raised(words: str) -> bool:
    """Whether a figure is told as a target that was changed."""
    return bool(RAISED.search(words))


@lru_cache(maxsize=65536)
def restated(words: str) -> bool:
    """Whether another figure is put on what was told before."""
    return bool(RESTATED.search(words))


@lru_cache(maxsize=65536)
def complete(words: str) -> bool:
    """Whether something is told of the whole."""
    return bool(ALL.search(words))


@lru_cache(maxsize=65536)
def running(words: str) -> bool:
    """Whether a sum is told as what has come together over time."""
    return bool(RUNNING.search(words))


@lru_cache(maxsize=65536)
def instalment(words: str) -> bool:
    """Whether money is told as one of several payments."""
    return bool(INSTALMENT.search(words))


@lru_cache(maxsize=65536)
def share(words: str) -> bool:
    """Whether something is told as a part of what was told before."""
    return bool(SHARE.search(words))


@lru_cache(maxsize=65536)
def envelope(words: str) -> bool:
    """Whether a sum or count is a ceiling that gifts are drawn from."""
    return bool(ENVELOPE.search(words))


@lru_cache(maxsize=65536)
def so_far(words: str) -> bool:
    """Whether something is told as what has come together up to then."""
    return bool(SO_FAR.search(words))


@lru_cache(maxsize=65536)
def buyers(words: str) -> tuple[str, ...]:
    """The names told to have ordered or bought something: "Kyiv has ordered" -> ("kyiv",)."""
    return tuple(BUYER.findall(words))


@lru_cache(maxsize=65536)
def sale(words: str) -> bool:
    """Whether something is sold, not given."""
    return bool(SALE.search(words))
