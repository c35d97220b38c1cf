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
_AND = re.compile(r",? and |, | & ")


def agency_of(text: str, blocks: Iterable[Block]) -> str | None:
    """The agency whose text this is, as its own name ("AP News" is "AP"), or None."""
    return next(_agencies(text, blocks), None)


def authors_of(text: str, blocks: Iterable[Block]) -> tuple[str, ...]:
    """The names in the bylines and signatures, in order, each once."""
    lines = (block.span.of(text) for block in blocks if block.kind == "byline")
    return tuple(dict.fromkeys(name for line in lines for name in people(line)))


def people(byline: str) -> tuple[str, ...]:
    """The names in a byline that an element marks as one ("Dana Whitlow and A. B. Orr", "By ..."), houses left out."""
    match = marks.BYLINE.match(byline)
    if match:
        words = match["by"] or match["signed"]
    else:
        words = "" if marks.CREDIT.match(byline) else re.sub(r"^[Bb][Yy]:? ", "", byline)
    names = (name.strip() for part in re.split(r"[,|]", words) for name in _AND.split(part))
    return tuple(name for name in names if " " in name and marks.PERSON_NAMES.match(name) and agency_name(name) is None)


def agencies_in(words: str) -> Iterator[str]:
    """Houses named beside the people in a byline; a line of thanks ("... contributed") names none."""
    if marks.CREDIT.match(words) is None:
        for part in re.split(r"[,|]| and | with | for | of ", words):
            known = agency_name(re.sub(r"^(?:[Bb][Yy]|[–—-]) ?", "", part.strip()))
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
