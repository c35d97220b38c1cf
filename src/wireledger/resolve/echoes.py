"""Which reports carry one text: exact and near copies, cut, retitled or with their paragraphs moved, are one voice.

Only what the report itself says is compared: headlines, bylines and tails are left out. Paragraphs that look alike
(MinHash, LSH) only nominate two reports; that they are copies is decided by how much of the shorter one stands in the
longer one, so that the order of paragraphs and what was cut do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rensa import RMinHash, RMinHashLSH

from wireledger.model import Report
from wireledger.resolve.groups import Groups

SHINGLE = 4  # words
COPY = 0.55  # share of the shorter text's shingles that must stand in the longer one
LEAST = 12  # shingles; shorter texts are copies only when they are equal
PERMUTATIONS, BANDS = 64, 16
CROWD = 40  # reports that share one paragraph: each is compared with that many before it, no more
_OUTSIDE = frozenset({"headline", "byline", "dateline", "tail"})
_WORD = re.compile(r"\w+")
_DATELINE = re.compile(r"^[^\n.]{0,60}?\([^)\n]{2,30}\)\s*[-–—]+\s*")


@dataclass(frozen=True, slots=True)
class _Body:
    report: str
    paragraphs: tuple[frozenset[str], ...]
    shingles: frozenset[str]


def voices(reports: Iterable[Report]) -> dict[str, str]:
    """The voice of each report (by id): copies of one text share one, named after the first of their ids."""
    bodies = [_body(report) for report in sorted(reports, key=lambda r: r.id)]
    groups = Groups(body.report for body in bodies)
    for one, other in _nominated(bodies):
        if groups.root(one.report) != groups.root(other.report) and contained(one.shingles, other.shingles) >= COPY:
            groups.join(one.report, other.report)
    return {body.report: groups.root(body.report) for body in bodies}


def contained(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller set that stands in the larger one; 0 for sets too small to tell, unless equal."""
    if one == other and one:
        return 1.0
    small = min(len(one), len(other))
    return len(one & other) / small if small >= LEAST else 0.0


def _nominated(bodies: list[_Body]) -> Iterator[tuple[_Body, _Body]]:
    """Pairs of reports that share a paragraph, or nearly; each pair once."""
    index = RMinHashLSH(threshold=0.5, num_perm=PERMUTATIONS, num_bands=BANDS)
    owner: list[int] = []
    for number, body in enumerate(bodies):
        near: set[int] = set()
        for paragraph in body.paragraphs:
            sketch = RMinHash(num_perm=PERMUTATIONS, seed=1)
            sketch.update(sorted(paragraph))
            near |= {owner[key] for key in sorted(index.query(sketch))[-CROWD:]}
            index.insert(len(owner), sketch)
            owner.append(number)
        yield from ((bodies[other], body) for other in sorted(near - {number}))


def _body(report: Report) -> _Body:
    texts = [b.span.of(report.text) for b in report.blocks if b.kind not in _OUTSIDE]
    texts = texts or re.split(r"\n\s*\n", report.text)
    words = [_WORD.findall(_DATELINE.sub("", text).lower()) for text in texts]
    paragraphs = tuple(s for w in words if (s := frozenset(_shingles(w))))
    return _Body(report.id, paragraphs, frozenset().union(*paragraphs))


def _shingles(words: list[str]) -> Iterator[str]:
    if len(words) < SHINGLE:
        return
    for start in range(len(words) - SHINGLE + 1):
        yield " ".join(words[start : start + SHINGLE])
