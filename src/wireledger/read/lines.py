"""Cuts plain text into paragraphs, telling hard-wrapped lines from lines that are paragraphs.

A blank line always ends a paragraph. A single line break ends one unless the text is wrapped at a width and the next
word would not have fitted on the line, or the break falls in the middle of a sentence; a line right below a bullet's
words goes on with the bullet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from wireledger.read.marks import closed

_MARK = re.compile(r"(?:[-*•◦▪●‣·▸►]|\\-|\\\*)[ \t\u00a0]+\S|#{1,6} \S|Q[\s\u00a0]{2,}\S")
_NAMED = re.compile(r"[A-Z]{2}[A-Z.' -]{1,40}:\s")
_BULLET = re.compile(r"[-*•◦▪●‣·▸►][ \t\u00a0]+(?=\S)")
_NUMBER = re.compile(r"(?:\d{1,2}|[a-z])\\?[.)][ \t\u00a0]+\S")
_ENDS = ".!?…:;"
_BROKEN_OFF = ("—", "–", "-", ")", "]", '"', "”")
_WIDEST = 90
_NARROWEST = 45


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Characters `start` to `stop` of a text, without outer blanks; `apart`: a blank line follows.

    `indent` is in columns.
    """

    start: int
    stop: int
    words: str
    indent: int
    apart: bool


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    words: str
    indent: int
    chunk: int


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of `text` in order; none is empty."""
    lines = list(_lines(text))
    width = _width(lines)
    found: list[Paragraph] = []
    first = 0
    for position in range(1, len(lines) + 1):
        hangs = position < len(lines) and _hangs(lines[first], lines[position - 1], lines[position])
        if position == len(lines) or (not hangs and _breaks(lines[position - 1], lines[position], width)):
            found.append(_paragraph(text, lines, first, position))
            first = position
    return found


def _lines(text: str) -> Iterator[_Line]:
    chunk = 0
    start = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            indent = len(line) - len(line.lstrip())
            yield _Line(start + indent, words, indent, chunk)
        else:
            chunk += 1
        start += len(line) + 1


def _width(lines: list[_Line]) -> int | None:
    """The column at which the text is wrapped, or None when each line is a paragraph."""
    pairs = [(one, two) for one, two in pairwise(lines) if one.chunk == two.chunk]
    if not pairs:
        return None
    narrow = [line for line in lines if len(line.words) + line.indent <= _WIDEST]
    if len(narrow) < 0.85 * len(lines):
        return None
    width = max((len(line.words) + line.indent for line in narrow if "://" not in line.words), default=0)
    loose = sum(1 for one, two in pairs if not closed(one.words, _ENDS) and not _opens(two.words))
    return width if width >= _NARROWEST and loose >= 0.4 * len(pairs) else None


def _hangs(opening: _Line, one: _Line, two: _Line) -> bool:
    """Whether a line goes on with a bullet: it stands right below the bullet's words, not below its mark."""
    mark = _BULLET.match(opening.words)
    if mark is None or one.chunk != two.chunk or _MARK.match(two.words) or _NUMBER.match(two.words):
        return False
    return two.indent == opening.indent + mark.end()


def _breaks(one: _Line, two: _Line, width: int | None) -> bool:
    if one.chunk != two.chunk or _MARK.match(two.words) or one.words.startswith("#"):
        return True
    ended = closed(one.words, _ENDS)
    if _NAMED.match(two.words):
        return ended or one.words.endswith(_BROKEN_OFF) or _fits(one, two, width)
    if ended and _NUMBER.match(two.words):
        return True
    if not ended and two.words[0].islower():
        return False
    return _fits(one, two, width)


def _opens(words: str) -> bool:
    return _MARK.match(words) is not None or _NAMED.match(words) is not None


def _fits(one: _Line, two: _Line, width: int | None) -> bool:
    """Whether the first word of a line had room on the line before, so that it was not wrapped."""
    word = two.words.split(None, 1)[0]
    return width is None or one.indent + len(one.words) + 1 + len(word) <= width


def _paragraph(text: str, lines: list[_Line], first: int, stop: int) -> Paragraph:
    start = lines[first].start
    last = lines[stop - 1]
    end = last.start + len(last.words)
    apart = stop == len(lines) or lines[stop].chunk != last.chunk
    return Paragraph(start, end, text[start:end], lines[first].indent, apart)
