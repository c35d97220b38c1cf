"""Numbers of members that are not those of the day: "NATO's 31 members" in a report of 2022, when there were 30.

Only words that count all of them are checked ("all 27 EU members", "the 30-nation alliance"); a number that was right
a month before or is right a month later agrees, and so does one that is said of a past year or of what is to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from wireledger.lexicon.register import count_on
from wireledger.model import Interval, Problem, Span
from wireledger.read.draft import Draft

_UNITS = "one two three four five six seven eight nine ten eleven twelve".split()
_TENS = {"twenty": 20, "thirty": 30}
_WORDS = "|".join((*(f"{ten}(?:-(?:{'|'.join(_UNITS[:9])}))?" for ten in _TENS), *_UNITS))
_NUMBER = rf"(?P<n>\d{{1,2}}|(?:{_WORDS}))"
_NAMES = {
    "nato": r"NATO|Nato",
    "eu": r"EU|European Union",
    "csto": r"CSTO|Collective Security Treaty Organi[sz]ation",
    "asean": r"ASEAN|Asean",
    "g7": r"G7|Group of Seven",
}
_MEMBERS = r"(?:member (?:states|countries|nations)|members|allies|countries|nations|states)\b"
_PART = r"(?! (?:that|which|who|of|in|with|on|to|have|voted)\b)"
_GENERIC = {"alliance": "nato", "bloc": "eu", "union": "eu"}
_AHEAD = re.compile(r"\b(?:will|would|once|if|after|until|before|could|become|then|when)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NEAR = timedelta(30)
_SLIP = 6  # a generic "bloc" of another size is another bloc


def _patterns() -> Iterator[tuple[str | None, re.Pattern[str]]]:
    for code, name in _NAMES.items():
        yield code, re.compile(rf"\b(?:{name})['’]s {_NUMBER} {_MEMBERS}{_PART}")
        yield code, re.compile(rf"\b[Aa]ll (?:of the )?{_NUMBER} (?:{name}) {_MEMBERS}{_PART}")
        yield code, re.compile(rf"\b[Aa]ll (?:of the )?{_NUMBER} {_MEMBERS} (?:of|in) (?:the )?(?:{name})\b")
        yield code, re.compile(rf"\b{_NUMBER}-(?:member|nation|country|state)(?:-strong)? (?:{name})\b")
        yield code, re.compile(rf"\b(?:{name}),? (?:now |which |currently )?(?:has|with|counts) {_NUMBER} members\b")
    yield None, re.compile(rf"\b{_NUMBER}-(?:member|nation|country|state) (?P<what>alliance|bloc|union)\b")
    yield None, re.compile(rf"\b[Tt]he (?P<what>alliance|bloc|union)['’]s {_NUMBER} {_MEMBERS}{_PART}")


_PATTERNS = tuple(_patterns())


def miscounted(draft: Draft, published: Interval | None) -> Iterator[Problem]:
    """The counts of members of a report that are not those of its day, each a Problem with its place."""
    today = published.start if published is not None else None
    if today is None:
        return
    for given, pattern in _PATTERNS:
        for match in pattern.finditer(draft.text):
            code = given or _meant(draft.text, match["what"])
            number = _number(match["n"].lower())
            likely = given is not None or (code is not None and abs(number - count_on(code, today)) <= _SLIP)
            if code is not None and likely and not _agrees(code, number, today, _sentence(draft.text, match)):
                place = Span(match.start(), match.end())
                told = (
                    f"'{place.of(draft.text)}': on {today} the register of {code} has {count_on(code, today)} members"
                )
                yield Problem("member-count", told, draft.id, place)


def _meant(text: str, word: str) -> str | None:
    """Which alliance a generic word means: the one the report names, where it is the only one of its kind."""
    code = _GENERIC[word]
    return code if re.search(rf"\b(?:{_NAMES[code]})\b", text) else None


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    ten, _, unit = words.partition("-")
    if ten in _TENS:
        return _TENS[ten] + (_UNITS.index(unit) + 1 if unit else 0)
    return _UNITS.index(words) + 1


def _agrees(code: str, number: int, today: date, sentence: str) -> bool:
    """Whether a count is right near the day, or is not said of that day."""
    if any(int(year) != today.year for year in _YEAR.findall(sentence)):
        return True
    right = {count_on(code, day) for day in (today - _NEAR, today, today + _NEAR)}
    return number in right or bool(_AHEAD.search(sentence))


def _sentence(text: str, match: re.Match[str]) -> str:
    """The sentence around a match, roughly: between full stops and blank lines."""
    start = max(text.rfind(mark, 0, match.start()) for mark in (". ", ".\n", "\n\n")) + 1
    stops = [at for mark in (". ", ".\n", "\n\n") if (at := text.find(mark, match.end())) >= 0]
    return text[start : min(stops, default=len(text))]
