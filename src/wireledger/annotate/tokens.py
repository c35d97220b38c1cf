"""Words, numbers and marks of a text, with their places.

Possessive "'s" stands apart; compounds with hyphens ("German-made", "F-16s", "mid-2024") are one token, as are
numbers with their separators and suffix ("1,600", "60 000", "1,8", "1.2bn", "155mm", "20th") and abbreviations with
their full stop ("Mr.", "U.S."). A currency's code stands apart from the number it is glued to.
"""

from __future__ import annotations

import re

from wireledger.annotate.plain import plain
from wireledger.model import Token

_CODES = "USD|EUR|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|ISK|PLN|CZK|HUF|JPY|UAH|RON|BGN|HRK|KRW|TWD|CNY|TRY|INR"
_PATTERN = r"""
      [A-Za-z]+(?=[ ,])                                               # most words; the rest is about the others
    | (?:[A-Z]\.){2,}(?:-[A-Za-z]+)*                                  # U.S.  U.K.-led
    | (?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|Capt|Adm|Sen|Rep|Gov|Prof|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec
       |No|Jr|Sr|Brig|vs|approx|Inc|Ltd|Corp|Mt)\.(?=\s)
    | [ap]\.m\. | (?:pp?|[Nn]os?|[Aa]rts?|[Ff]igs?|[Pp]ara)\.(?=\s?\d)
    | [A-Z]\.(?=\s[A-Z])                                              # a middle initial
    | (?:[A-Z]{1,3}|Can|Cdn|Aus|Mex|Bds)?\$ | [€£¥₴]
    | (?:CODES)(?=\d)
    | \d{1,3}(?:[ ]000)+(?![.,]?\d|\w)                                 # 60 000
    | \d{1,3}(?:[ ]\d{3}){2,}(?![.,]?\d|\w|[ -]?mm)                    # 5 337 753
    | (?:(?<=[$€£])|(?<=[$€£][ ])|(?<=(?:CODES)[ ]))\d{1,3}(?:[ ]\d{3})+(?![.,]?\d|\w)     # EUR 337 753
    | \d{1,3}(?:[ ]\d{3})+(?=[ ](?:CODES)\b)                            # 484 969 USD
    | \d+(?:[,']\d{3})+(?:\.\d+)?[A-Za-z]*(?:-(?:\d+(?:,\d{3})+|[A-Za-z]+))*   # 1,600  1'600  1,000-2,000
    | \d{1,3}(?:\.\d{3}){2,}(?![.,]?\d|\w)                             # 1.250.000
    | \d{1,3},\d{1,2}(?:[A-Za-z]+)?(?![,.]?\d|\w)                      # 1,8  1,8bn
    | \d+(?:\.\d+)?(?:[A-Za-z]+\d*[A-Za-z]*)?                           # 14  1.2bn  155mm  2A4
       (?:-(?:\d+(?:,\d{3})+|\d+\.\d+|[A-Za-z0-9]+))*                   # 6-month  2023-24  1-1.5
    | [^\W\d_]+\d+[^\W_]*(?:-[^\W_]+)*                                # M1A1  T72
    | [^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*(?:-[^\W_]+(?:'(?!s\b)[^\W\d_]+)*)*   # words and compounds
    | '[sS]\b
    | ,,(?=\w) | <<(?=\w) | (?<=\S)>>                                   # typed for „ and «
    | \S
    """
_TOKEN = re.compile(_PATTERN.replace("CODES", _CODES), re.VERBOSE)
_TYPED = {",,": '"', "<<": '"', ">>": '"'}


def tokens(text: str, start: int, stop: int) -> list[Token]:
    """The tokens of `text` from `start` to `stop`, with offsets in `text`."""
    smooth = plain(text, start, stop)
    words = _TOKEN.findall(smooth.text)
    place = smooth.text.index
    starts: list[int] = []
    at = 0
    for word in words:
        at = place(word, at)
        starts.append(at)
        at += len(word)
    if smooth.offsets is None:
        return [_token(w, start + at, start + at + len(w)) for w, at in zip(words, starts, strict=True)]
    back = smooth.original
    return [_token(w, back(at), back(at + len(w) - 1) + 1) for w, at in zip(words, starts, strict=True)]


def _token(word: str, start: int, stop: int) -> Token:
    written = _TYPED.get(word, word)
    return Token(written, written.lower(), start, stop)


def split(words: str) -> tuple[str, ...]:
    """The tokens of a surface of the lexicon, as they stand in a text made plain."""
    if words.isascii() and words.isalpha():
        return (words,)
    return tuple(_TOKEN.findall(plain(words, 0, len(words)).text))
