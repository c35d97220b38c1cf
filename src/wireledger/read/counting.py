"""Finds where a text tells how many members an alliance has: "NATO's 31 members", "the 27-nation bloc", "28 of 30".

Only words that count all of them are found: "all 27 EU states" but not "the 22 EU countries", which may be some. The
phrases are tried around each number that a word for members is near to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from wireledger.model import Span

NAMES = {
    "nato": r"NATO|Nato|North Atlantic Treaty Organi[sz]ation|North Atlantic [Aa]lliance",
    "eu": r"EU|European Union",
    "eurozone": r"[Ee]urozone|[Ee]uro [Zz]one",
    "csto": r"CSTO|Collective Security Treaty Organi[sz]ation",
    "asean": r"ASEAN|Asean|Association of South-?[Ee]ast Asian Nations",
    "g7": r"G7|Group of Seven",
    "brics": r"BRICS|Brics",
    "sco": r"SCO|Shanghai Cooperation Organi[sz]ation",
    "ecowas": r"ECOWAS|Ecowas|Economic Community of West African States",
    "gcc": r"GCC|Gulf Cooperation Council",
}
GENERIC = {
    "alliance": ("nato", "csto"),
    "bloc": ("eu", "asean", "csto", "ecowas", "brics", "gcc", "sco"),
    "union": ("eu",),
    "grouping": ("asean", "g7", "brics", "sco"),
    "club": ("eu", "g7", "brics"),
}
"""What a word may mean where the text names it: never another's alliance."""

_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_RANKS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth".split()
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40}
_CARDINALS = {word: n for n, word in enumerate((*_UNITS, *_TEENS), 1)} | _TENS
_ORDINALS = {word: n for n, word in enumerate(_RANKS, 1)} | {"twentieth": 20, "thirtieth": 30, "fortieth": 40}
for _ten, _tens in _TENS.items():
    _CARDINALS |= {f"{_ten}-{word}": _tens + n for n, word in enumerate(_UNITS, 1)}
    _ORDINALS |= {f"{_ten}-{word}": _tens + n for n, word in enumerate(_RANKS[:9], 1)}


def _either(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_N = rf"(?P<n>\b(?:\d{{1,2}}|(?i:{_either(_CARDINALS)})))"
_NTH = rf"(?P<n>\b(?:\d{{1,2}}(?:st|nd|rd|th)|(?i:{_either(_ORDINALS)})))"
_NAMED = "|".join(NAMES.values())
_LED = r"(?:(?:military|defen[cs]e|security|political|Western|transatlantic|trans-Atlantic|European|trading) ){0,2}"
_WHAT = rf"{_LED}(?P<what>{'|'.join(GENERIC)})"
_O = rf"(?:(?P<o>\b(?:{_NAMED}))|\b[Tt]he {_WHAT})\b"
_BARE = rf"(?:(?P<o>{_NAMED})|{_WHAT})\b"
_MEMBERS = r"member (?:states|countries|nations|governments|parliaments)|members|allies"
_STATES = rf"(?:{_MEMBERS}|countries|nations|states)\b"
_HEADS = (
    r"(?:leaders|governments|(?:national )?parliaments|legislatures|capitals|ambassadors|heads of (?:state|government)"
    r"|(?:foreign|defen[cs]e|finance|interior|energy) ministers)\b"
)
_ANY = rf"(?:(?:current|present|existing|sovereign) )?(?:{_STATES}|{_HEADS})"
_EACH = r"(?:member|nation|country|state)"
_ONE = r"(?:member(?: state| country| nation)?|ally|country|nation|state)\b(?! to (?!join))"
_PART = r"(?!,? (?:that|which|who|whose|of|in|with|on|to|voted|taking|bordering|contributing|meeting)\b)"
_WHO = r"(?!,? (?:that|which|who|whose|in|with|on|taking|bordering|contributing|meeting)\b)"
_NOW = r"(?:(?:now|which|that|currently|today|already) )*"
_GROW = (
    r"\b(?:br(?:ing|ings|inging|ought)|t(?:ake|akes|aking|ook)|rais(?:e|es|ing|ed)|expand(?:s|ing|ed)?"
    r"|enlarg(?:es|ing|ed)|increas(?:es|ing|ed)|gr(?:ow|ows|owing|ew))"
)
_SIZE = r"(?:membership|number of (?:members|member states)|members|ranks)"
_SOME = rf"(?:\d{{1,2}}|(?i:{_either(_CARDINALS)})|all but \w+|most|none|each|every one|any|half)"
_VOTING = rf"(?:{_MEMBERS}|(?:national )?parliaments|legislatures)\b"
_HAS = (
    r"(?:has grown to|grew to|has|have|with|counts|numbers|comprises|comprising|unites|includes|(?:is )?made up of"
    r"|consist(?:s|ing) of|stands at|of)"
)
_KINDS = "alliance|bloc|union|grouping|group|organi[sz]ation|club|pact"

_NAMING = (
    rf"{_O}['’]s? (?:now )?{_N} {_ANY}{_PART}",
    rf"\b[Aa]ll (?:of )?(?:the )?{_N} (?:of )?{_BARE}(?:['’]s?)? {_ANY}{_WHO}",
    rf"\b[Aa]ll (?:of )?(?:the )?{_N} {_ANY} (?:of|in) (?:the )?{_BARE}",
    rf"\b[Tt]he {_N} member(?:s| states| countries| nations) of (?:the )?{_BARE}",
    rf"{_N} {_STATES} (?:that|which|who) (?:make up|form|belong to) (?:the )?{_BARE}",
    rf"{_N}[- ]{_EACH}(?:[- ]strong)? {_BARE}",
    rf"{_N}-strong {_BARE}",
    rf"\b{_BARE},? (?:is |now |as )?(?:an?|the) {_N}-(?:{_EACH}|strong)(?:-strong)? {_LED}(?:{_KINDS})\b",
    rf"\b{_BARE},? {_NOW}{_HAS} {_NOW}{_N} (?:sovereign )?{_STATES}{_PART}",
    rf"{_GROW} (?:the )?{_BARE}(?:['’]s?)? {_SIZE} (?:from \w+(?:-\w+)? )?(?:up )?to {_N}\b(?! per| %)",
    rf"{_GROW} (?:the |its )?{_SIZE} (?:of|in) (?:the )?{_BARE} (?:from \w+(?:-\w+)? )?(?:up )?to {_N}\b(?! per| %)",
    rf"{_GROW} (?:the )?{_BARE} (?:from \w+(?:-\w+)? (?:{_STATES} )?)?to {_N} {_STATES}",
    rf"\b(?:{_SOME}) of (?:the )?{_N} {_BARE} {_VOTING}",
    rf"\b(?:{_SOME}) of (?:the )?{_N} {_VOTING} of (?:the )?{_BARE}",
)
_LEAVING_OPEN = (
    rf"\b(?:{_SOME}) of (?:the |its )?{_N} {_VOTING}{_PART}",
    rf"\b[Aa]ll (?:of )?(?:the |its )?{_N} (?:current |existing )?(?:{_VOTING}|countries\b|nations\b|leaders\b){_PART}",
)
_RANKING = (
    rf"{_O}['’]s? {_NTH} (?:and (?:newest|latest) )?{_ONE}",
    rf"\b[Tt]he {_NTH} (?:and (?:newest|latest) )?{_ONE} (?:of|in|to join) (?:the )?{_BARE}",
    rf"\b(?:became|becomes|become|becoming|as) (?:the|its) {_NTH} (?:{_BARE} )?{_ONE}(?! (?:of|in))",
)
_PROBE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?|(?i:{_either(_CARDINALS | _ORDINALS)}))\b(?=[-\s]|[.,;](?:\s|$))", re.ASCII
)
_BACK, _ON = 120, 90


def _compiled(phrases: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(phrase.replace(" ", r"\s+").replace(r"[-\s+]", r"[-\s]")) for phrase in phrases)


_PHRASES = (
    *((pattern, "count") for pattern in _compiled(_NAMING)),
    *((pattern, "open") for pattern in _compiled(_LEAVING_OPEN)),
    *((pattern, "rank") for pattern in _compiled(_RANKING)),
)
_NAME_OF = {code: re.compile(rf"\b(?:{names})\b".replace(" ", r"\s+")) for code, names in NAMES.items()}
_ANY_NAME = re.compile(rf"\b(?:{_NAMED})\b".replace(" ", r"\s+"))


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of members told at `span`, or with `rank` the place of a member among them ("the 31st member").

    `may_mean` are the alliances it can be told of; `named` tells that the words themselves name the one.
    """

    number: int
    span: Span
    may_mean: tuple[str, ...]
    named: bool
    rank: bool


def counts(text: str) -> Iterator[Counted]:
    """The numbers of members a text tells, in the order of the text, each once."""
    if _ANY_NAME.search(text) is None:
        return
    for probe in _PROBE.finditer(text):
        found = _told(text, probe)
        if found is not None:
            yield found


def named_at(text: str) -> Iterator[tuple[int, str]]:
    """Where an alliance is named, and which."""
    hits = ((match.start(), code) for code, names in _NAME_OF.items() for match in names.finditer(text))
    return chain(sorted(hits))


def _told(text: str, probe: re.Match[str]) -> Counted | None:
    left, right = max(0, probe.start() - _BACK), min(len(text), probe.end() + _ON)
    for pattern, kind in _PHRASES:
        for match in pattern.finditer(text, left, right):
            if match.start("n") == probe.start():
                given = match.groupdict()
                code = next(
                    (c for c, names in _NAME_OF.items() if given.get("o") and names.fullmatch(given["o"])), None
                )
                may_mean = (code,) if code else GENERIC.get(given.get("what") or "", tuple(NAMES))
                span = Span(match.start(), match.end())
                return Counted(_value(match["n"]), span, may_mean, code is not None, kind == "rank")
    return None


def _value(words: str) -> int:
    digits = re.match(r"\d+", words)
    return int(digits[0]) if digits else (_CARDINALS | _ORDINALS)[words.lower()]
