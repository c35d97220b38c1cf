"""Words for a time that name no days: "soon", "as quickly as possible", "over several years", "longer-term"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from wireledger.extract.view import View
from wireledger.model import Days

_SOME = r"(?:several|many|a few|a number of|some|two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2})"
_UNIT = r"(?:days?|weeks?|months?|years?|decades?)"
_PATTERN = re.compile(
    r"(?<![\w-])(?:"
    r"as (?:soon|quickly|fast|rapidly|swiftly|early) as (?:possible|practicable|we can|they can|it can)"
    r"|(?:very |fairly |quite )?soon(?! after| as|er)"
    r"|shortly(?! after| before)|immediately(?! after| before)|right away|straight away|without (?:further )?delay"
    r"|in due course|in the (?:near|foreseeable|immediate) future"
    r"|(?:in|over|for) the (?:short|medium|long|longer|near)(?: |-)term|in the long run"
    r"|(?:over|for|during|in) the (?:remainder|rest) of (?:his|her|its|their|the) [a-z]+(?: in office)?"
    r"|(?:over|across|spread over|phased over|during|within|in) (?:a period of )?"
    rf"{_SOME} (?:more )?{_UNIT}(?! of| ago| later)"
    rf"|over (?:{_UNIT})(?= [.,;]|$)"
    r"|(?:over|in|during) the course of (?:the|this|next) (?:coming )?[a-z]+"
    r"|once [a-z ]{2,50}? (?:is|are|have been|has been) (?:ready|trained|complete|completed|available|finished|done)"
    r"|(?:when|once|as soon as) (?:ready|available)"
    r"|now(?= [.;]|$)"
    r")(?![\w-])"
)
_ADJECTIVES = re.compile(
    r"(?<![\w-])(?:immediate|(?:long|longer|short|shorter|medium|near)-term|near-future|multi-?year)(?![\w-])"
)


class Vague(NamedTuple):
    """Such words at tokens `first` up to `last`; `adjective` where they stand with a noun."""

    first: int
    last: int
    days: Days
    adjective: bool


def vague_times(view: View) -> Iterator[Vague]:
    """All such words of a sentence in order of kind and place."""
    starts: dict[int, int] = {}
    stops: dict[int, int] = {}
    length = 0
    for position, token in enumerate(view.sentence.tokens):
        starts[length] = position
        length += len(token.lower)
        stops[length] = position + 1
        length += 1
    line = " ".join(token.lower for token in view.sentence.tokens)
    for pattern, adjective in ((_PATTERN, False), (_ADJECTIVES, True)):
        for match in pattern.finditer(line):
            first, last = starts.get(match.start()), stops.get(match.end())
            if first is not None and last is not None:
                yield Vague(first, last, Days(view.text(first, last), None, "unknown"), adjective)
