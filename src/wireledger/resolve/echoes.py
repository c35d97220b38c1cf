"""Which reports carry one text: exact and near copies, cut, retitled or with their paragraphs moved, are one voice.

Only what the report itself says is compared: headlines, bylines and tails are left out. Paragraphs that look alike
(the smallest numbers of their shingles: minhash) only nominate two reports; that they are copies is decided by how
much of the shorter one stands in the longer one, so that the order of paragraphs and what was cut do not matter.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from zlib import adler32, crc32

from wireledger.model import Report
from wireledger.resolve.articles import article_of
from wireledger.resolve.groups import Groups

SHINGLE = 4  # words
COPY = 0.55  # share of the shorter text's shingles that must stand in the longer one
LEAST = 12  # shingles; shorter texts are copies only when they are equal
SMALLEST = 4  # shingles of a paragraph by which it is found
CROWD = 40  # reports found by one shingle, the first by id: copies of a text find them, boilerplate costs no more
HALF = 1 << 31  # moves 32 bits to around zero, so that two such numbers make one of 64 bits with a sign
_OUTSIDE = frozenset({"headline", "byline", "dateline", "tail"})
_WORD = re.compile(r"\w+")
_DATELINE = re.compile(r"^[^\n.]{0,60}?\([^)\n]{2,30}\)\s*[-–—]+\s*")


def voices(reports: Iterable[Report]) -> dict[str, str]:
    """The voice of each report (by id): copies of one text, and versions of one report, share one.

    It is named after the first of their ids.
    """
    given = sorted(reports, key=lambda r: r.id)
    names = [report.id for report in given]
    groups = Groups(names)
    index = _Index()
    first: dict[str, str] = {}
    for report in given:
        groups.join(report.id, first.setdefault(article_of(report), report.id))
    for number, report in enumerate(given):
        for other, shared in index.near(report, number):
            if shared >= COPY and groups.root(names[other]) != groups.root(names[number]):
                groups.join(names[other], names[number])
    return {name: groups.root(name) for name in names}


def echo_marks(report: Report) -> set[int]:
    """The numbers under which copies of a report's text are found."""
    return _marks(_paragraphs(report))


def shingles(report: Report) -> frozenset[int]:
    """Numbers that stand for all words of a text, four at a time."""
    return _whole(_paragraphs(report))


def contained(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the smaller set that stands in the larger one; 0 for sets too small to tell, unless equal."""
    if one == other and one:
        return 1.0
    small = min(len(one), len(other))
    return len(one & other) / small if small >= LEAST else 0.0


class _Index:
    """Reports by their paragraphs. A report costs the same to look up however many there are.

    Of a text only numbers that stand for its shingles are kept: a million reports are many.
    """

    def __init__(self) -> None:
        self._listed: dict[int, array[int]] = {}
        self._texts: list[array[int]] = []

    def near(self, report: Report, number: int) -> Iterator[tuple[int, float]]:
        """The reports listed before that share a paragraph, or nearly, and how much of the text; lists this one."""
        near: set[int] = set()
        paragraphs = _paragraphs(report)
        for mark in _marks(paragraphs):
            listed = self._listed.setdefault(mark, array("L"))
            near.update(listed)
            if len(listed) < CROWD:
                listed.append(number)
        mine = _whole(paragraphs)
        self._texts.append(array("q", mine))
        yield from ((other, contained(mine, frozenset(self._texts[other]))) for other in sorted(near))


def _marks(paragraphs: list[set[int]]) -> set[int]:
    """The smallest numbers of each paragraph."""
    return {number for paragraph in paragraphs for number in nsmallest(SMALLEST, paragraph)}


def _whole(paragraphs: list[set[int]]) -> frozenset[int]:
    return frozenset().union(*paragraphs)


def _paragraphs(report: Report) -> list[set[int]]:
    """The shingles of each paragraph of what the report itself says, as numbers that tell nothing of their words."""
    texts = [b.span.of(report.text) for b in report.blocks if b.kind not in _OUTSIDE]
    texts = texts or re.split(r"\n\s*\n", report.text)
    paragraphs = (set(_shingles(_WORD.findall(_DATELINE.sub("", text).lower()))) for text in texts)
    return [some for some in paragraphs if some]


def _shingles(words: list[str]) -> Iterator[int]:
    for start in range(len(words) - SHINGLE + 1):
        shingle = " ".join(words[start : start + SHINGLE]).encode("utf-8", "surrogatepass")
        yield (crc32(shingle) - HALF) << 32 | adler32(shingle)
