"""Finds the report on a page and says what each run of text is; all else is tail.

The report stands in the innermost element that holds nearly all the page's prose outside clutter, and between the
headline and that element. Of several articles with headlines of their own the first is taken.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from wireledger.model import BlockKind
from wireledger.read import marks
from wireledger.read.clutter import is_surely_clutter
from wireledger.read.page import Run

_PROSE = (60, 20, 1)
_MOST = 0.85
_LITTLE = 200
_AUTHOR = frozenset(("author", "byline", "authors", "writer"))
_DATE = frozenset(("date", "dateline", "timestamp", "published", "pubdate", "datetime", "dateposted"))
_CAPTION = frozenset(("caption", "figcaption", "credit", "photocredit", "figure"))
_LEAD = marks.words("standfirst lead lede deck dek subtitle summary subheadline intro abstract")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Region:
    """Where the report is among the runs: the headline's place (None: not on the page) and the body, half-open."""

    headline: int | None
    start: int
    stop: int


def loosened(runs: list[Run]) -> list[Run]:
    """The runs as they are, or, when hardly any prose stands outside clutter, with only sure clutter as clutter."""
    if sum(len(run.text) for run in runs if _is_prose(run)) >= _LITTLE:
        return runs
    return [replace(run, clutter=any(is_surely_clutter(e.tag, e.names) for e in run.path)) for run in runs]


def region_of(runs: list[Run], title: str | None, site: str | None) -> Region:
    """The report's place; an empty body when the page has no prose."""
    root = _root(runs)
    within = [i for i, run in enumerate(runs) if root is not None and any(e.number == root for e in run.path)]
    start, stop = (within[0], within[-1] + 1) if within else (0, 0)
    return Region(_headline(runs, start, stop, (title, site)), start, stop)


def kinds_of(runs: list[Run], region: Region) -> list[tuple[BlockKind, int]]:
    """The kind and depth of each run."""
    kinds = [_kind(runs[i], i, region) for i in range(len(runs))]
    for i in range(len(runs) - 1):
        heads = kinds[i][0] == "paragraph" and runs[i].text.endswith(":")
        heads = heads or (kinds[i][0] == "headline" and i != region.headline)
        if heads and kinds[i + 1][0] == "bullet":
            kinds[i] = ("list_header", 0)
    return kinds


def _root(runs: list[Run]) -> int | None:
    """The number of the element that holds the report's prose; on a page of short lines, all its lines."""
    return next((root for least in _PROSE if (root := _heaviest(runs, least)) is not None), None)


def _heaviest(runs: list[Run], least: int) -> int | None:
    weight: Counter[int] = Counter()
    depth: dict[int, int] = {}
    total = 0
    for run in _first_article(runs):
        if _is_prose(run, least):
            total += len(run.text)
            for level, element in enumerate(run.path):
                weight[element.number] += len(run.text)
                depth[element.number] = level
    held = [number for number, chars in weight.items() if chars >= _MOST * total]
    inner = [n for n in held if not _is_leaf(n, runs)]
    return max(inner or held, key=lambda number: depth[number], default=None)


def _is_leaf(number: int, runs: list[Run]) -> bool:
    """Whether the element is a paragraph or the like, and not what holds paragraphs."""
    return any(run.path and run.path[-1].number == number and run.tag in ("p", "li", "blockquote") for run in runs)


def _first_article(runs: list[Run]) -> list[Run]:
    """The runs of the first article with a main heading, when several have one; else all."""
    numbers: dict[int, None] = {}
    for run in runs:
        if run.tag == "h1" and not run.clutter:
            for element in run.path:
                if element.tag == "article":
                    numbers.setdefault(element.number)
    if len(numbers) < 2:
        return runs
    first = next(iter(numbers))
    return [run for run in runs if any(element.number == first for element in run.path)]


def _is_prose(run: Run, least: int = _PROSE[0]) -> bool:
    if run.clutter or len(run.text) < least or run.linked > 0.5 * len(run.text) or run.tag in _HEADINGS:
        return run.tag == "li" and not run.clutter and run.linked == 0 and len(run.text) > 20
    return not (marks.FOOTER.match(run.text) or marks.FURNITURE.match(run.text) or run.inside("figcaption"))


def _headline(runs: list[Run], start: int, stop: int, names: tuple[str | None, str | None]) -> int | None:
    """The main heading in the body, else the nearest before it, else a heading with the words of the page's title."""
    title, site = names
    mains = [i for i, run in enumerate(runs[:stop]) if run.tag == "h1" and not _same(run.text, site)]
    inside = [i for i in mains if i >= start]
    if inside or mains:
        return inside[0] if inside else mains[-1]
    return next((i for i, run in enumerate(runs[:stop]) if not run.clutter and _same(run.text, title)), None)


def _kind(run: Run, place: int, region: Region) -> tuple[BlockKind, int]:
    if place == region.headline:
        return "headline", 0
    first = region.start if region.headline is None else min(region.start, region.headline)
    inside = region.start <= place < region.stop
    heading = region.headline is not None and place < region.headline
    if run.clutter or marks.COMMENTS.match(run.text):
        return "tail", 0
    label = _label(run, region.headline is not None and 0 < place - region.headline <= 2)
    if label is not None:
        near = first - 4 <= place < region.stop + 2
        return (label, 0) if near and not (place >= region.stop and label == "caption") else ("tail", 0)
    if heading or not first <= place < region.stop or _is_furniture(run):
        return "tail", 0
    return _of_body(run) if inside else _above_body(run)


def _label(run: Run, first_words: bool) -> BlockKind | None:
    """Byline, dateline or caption by the element's name or by the words; None for anything else.

    Names alone are a byline among the first words under the headline.
    """
    text = run.text
    if run.inside("figure", "figcaption") or (run.named(_CAPTION) and len(text) < 400):
        return "caption"
    if run.tag == "time" or marks.DATE_LINE.match(text) or (run.when and len(text) < 60):
        return "dateline"
    if len(text) < 200 and (marks.BYLINE.match(text) or marks.CREDIT.match(text)):
        return "byline"
    if len(text) < 120 and run.tag not in _HEADINGS and run.named(_AUTHOR) and not marks.closed(text):
        return "byline"
    if first_words and len(text) < 60 and marks.PERSON_NAMES.match(text):
        return "byline"
    if len(text) < 80 and run.named(_DATE) and any(char.isdigit() for char in text):
        return "dateline"
    if len(text) < 700 and (marks.photo_credit(text) or marks.CAPTION_START.match(text)):
        return "caption"
    return None


def _of_body(run: Run) -> tuple[BlockKind, int]:
    text = run.text
    depth = sum(element.tag in ("ul", "ol") for element in run.path)
    if run.inside("li") and depth:
        return "bullet", depth - 1
    if run.tag in _HEADINGS:
        return "headline", max(1, int(run.tag[1]) - 1)
    if marks.TURN.match(text):
        return "turn", 0
    return ("bullet", 0) if marks.BULLET.match(text) else ("paragraph", 0)


def _above_body(run: Run) -> tuple[BlockKind, int]:
    """Between headline and body only a lead is part of the report."""
    lead = run.named(_LEAD) or (run.tag == "p" and len(run.text) > 40) or len(run.text) > 100
    return ("paragraph", 0) if lead else ("tail", 0)


def _is_furniture(run: Run) -> bool:
    text = run.text.strip()
    if marks.FURNITURE.match(text) or marks.FOOTER.match(text):
        return True
    if marks.LINKS_START.match(text):
        return True
    return run.linked >= 0.75 * len(text) and (len(text) < 200 or run.inside("li"))


def _same(one: str, two: str | None) -> bool:
    return two is not None and " ".join(one.split()).casefold() == " ".join(two.split()).casefold()
