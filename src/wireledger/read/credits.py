"""Who wrote a text, and the agency whose text an outlet only carries.

An agency is found in the credit after a dateline ("KYIV (AP) —"), in a signature ("– A B, AP News"), in "via Reuters"
and "Reuters contributed to this report"; house names that end in Press, News or Wire are taken as agencies from a
dateline's brackets and from bylines, so that one nobody has listed is found too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wireledger.model import Block
from wireledger.read import marks

_AGENCIES = {
    "ap": "AP",
    "ap news": "AP",
    "associated press": "AP",
    "the associated press": "AP",
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "agence france presse": "AFP",
    "dpa": "dpa",
    "dpa international": "dpa",
    "deutsche presse-agentur": "dpa",
    "pa": "PA Media",
    "pa media": "PA Media",
    "press association": "PA Media",
    "ansa": "ANSA",
    "efe": "EFE",
    "ukrinform": "Ukrinform",
    "interfax": "Interfax",
    "interfax-ukraine": "Interfax-Ukraine",
    "tass": "TASS",
    "itar-tass": "TASS",
    "ria": "RIA",
    "ria novosti": "RIA",
    "xinhua": "Xinhua",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "jiji": "Jiji",
    "jiji press": "Jiji",
    "yonhap": "Yonhap",
    "cp": "CP",
    "the canadian press": "CP",
    "canadian press": "CP",
    "upi": "UPI",
    "aap": "AAP",
    "pap": "PAP",
    "ctk": "CTK",
    "ntb": "NTB",
    "tt": "TT",
    "ritzau": "Ritzau",
    "stt": "STT",
    "bns": "BNS",
    "elta": "ELTA",
    "leta": "LETA",
    "belga": "Belga",
    "anp": "ANP",
    "apa": "APA",
    "lusa": "Lusa",
    "anadolu": "Anadolu",
    "bloomberg": "Bloomberg",
}
_KNOWN = "|".join(re.escape(name) for name in sorted(_AGENCIES, key=len, reverse=True) if len(name) > 2)
_VIA = re.compile(
    rf"\b(?:via|[Ss]ource:|[Dd]istributed by|[Pp]rovided by) (?P<agency>{_KNOWN}|AP|PA|CP)\b", re.IGNORECASE
)
_CONTRIBUTED = re.compile(rf"\b(?P<agency>{_KNOWN}|AP)\b[^.]{{0,40}}\bcontributed\b", re.IGNORECASE)
_HOUSE = re.compile(
    r"[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3} (?:Press|News|Wire|Agency|Newswire|Media)"
    r"(?: (?:Agency|Service))?$|[A-Z]\w+wire$"
)
_NOT_AGENCIES = frozenset({"updated", "update", "live", "video", "opinion", "exclusive", "analysis", "d-", "r-"})
_BY = re.compile(r"^(?:(?:[Ww]ritten |[Rr]eporting |[Ss]tory )?[Bb][Yy]:? |[–—-] ?)")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|[Cc]opyright) ?(?:[Cc]opyright )?(?:(?:19|20)\d\d(?:[–-]\d{2,4})?,? )?(?:by )?"
    r"(?P<outlet>[A-Z][\w'’&-]*(?: (?!Ltd|Inc|LLC|GmbH|All\b|Rights)[A-Z][\w'’&-]*){0,4})"
)
_AND = re.compile(r",? and | & ")


def agency_of(text: str, blocks: Iterable[Block]) -> str | None:
    """The agency whose text this is, as its own name ("AP News" is "AP"), or None."""
    return next(_agencies(text, blocks), None)


def authors_of(text: str, blocks: Iterable[Block]) -> tuple[str, ...]:
    """The names in the bylines and signatures, in order, each once."""
    lines = (block.span.of(text) for block in blocks if block.kind == "byline")
    return tuple(dict.fromkeys(name for line in lines for name in people(line)))


def people(byline: str) -> tuple[str, ...]:
    """The names in a byline ("By A B and C D", "A B, Oslo", "– A B, Some Paper"), without house or place."""
    if marks.CREDIT.match(byline):
        return ()
    listed, _ = _parts(byline)
    return tuple(
        name for name in listed if " " in name and marks.PERSON_NAMES.match(name) and agency_name(name) is None
    )


def outlet_of(text: str, blocks: Iterable[Block]) -> str | None:
    """The outlet by the rights line at the page's foot ("© 2024 Some Paper, Oslo") or the house in the byline."""
    named: str | None = None
    for block in blocks:
        words = block.span.of(text) if block.kind in ("tail", "byline") else ""
        if block.kind == "tail" and (match := _RIGHTS.search(words)):
            return match["outlet"] if _AGENCIES.get(match["outlet"].casefold()) is None else named
        if block.kind == "byline" and named is None and not marks.CREDIT.match(words):
            house = _parts(words)[1]
            named = house if house and " " in house and agency_name(house) is None else None
    return named


def _parts(byline: str) -> tuple[tuple[str, ...], str | None]:
    """The people and, after the last comma, the house or place; "A B, C D and E F" are three people."""
    words = _BY.sub("", " ".join(byline.split()))
    head, comma, last = (part.strip() for part in words.rpartition(","))
    if not comma:
        head, comma, last = (part.strip() for part in words.partition(" for "))
    if not comma or _AND.search(last):
        return tuple(_AND.split(re.sub(r", ?(?!and )", " and ", words))) if _AND.search(words) else (words,), None
    return tuple(part for piece in head.split(",") for part in _AND.split(piece.strip())), last


def agencies_in(words: str) -> Iterator[str]:
    """Houses named beside the people in a byline; a line of thanks ("... contributed") names none."""
    if marks.CREDIT.match(words) is None:
        for part in re.split(r"[,|]| and | with | for | of ", _BY.sub("", words)):
            known = agency_name(part)
            if known is not None:
                yield known


def agency_name(words: str) -> str | None:
    """The agency that `words` name, known or by the form of the name; None when they name none."""
    name = " ".join(words.split()).strip(" .,/|")
    known = _AGENCIES.get(name.casefold())
    if known is not None:
        return known
    return name if _HOUSE.match(name) else None


def _agencies(text: str, blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        words = block.span.of(text) if block.kind in ("dateline", "byline", "tail") else ""
        if block.kind == "dateline":
            yield from _dateline(words)
        elif words:
            yield from agencies_in(words) if block.kind == "byline" else ()
            for match in (_VIA.search(words), _CONTRIBUTED.search(words)):
                if match is not None:
                    yield _AGENCIES[match["agency"].casefold()]


def _dateline(words: str) -> Iterator[str]:
    match = marks.DATELINE.match(words)
    if match is None:
        return
    credit = match["agency"] or words.rstrip(" \u00a0—–-:")
    known = agency_name(credit)
    if known is not None:
        yield known
    elif match["agency"] and credit.casefold() not in _NOT_AGENCIES and not any(c.isdigit() for c in credit):
        yield credit
