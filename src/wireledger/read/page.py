"""Walks a web page and takes its text in runs: stretches between block elements, with what surrounds them.

Scripts, styles and hidden parts are left out. White space is folded; a line break ends a run unless it falls in the
middle of a sentence. The cells of a plain table's row are one run, parted by " | ".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from wireledger.read.clutter import is_clutter, names_of
from wireledger.read.marks import closed, words

_INLINE = words(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q s samp small span strike"
    " strong sub sup time tt u var wbr"
)
_SKIPPED = words(
    "script style noscript template svg canvas iframe object embed audio video input textarea select option button head"
    " datalist map math meta link"
)
_KEPT_INSIDE = words("p figcaption li h1 h2 h3 h4 h5 h6 blockquote td")
_BLOCKS_IN_CELL = "p, div, table, ul, ol, h1, h2, h3, article, section"
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_APART = frozenset(("author", "byline", "date", "dateline", "timestamp", "published"))
_FOLD = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Run:
    """One stretch of a page's text. `path` are the elements around it, outermost first, as (index, tag, names)."""

    text: str
    linked: int
    path: tuple[Element, ...]
    clutter: bool
    when: str | None = None

    @property
    def tag(self) -> str:
        """The innermost block element's tag."""
        return self.path[-1].tag if self.path else ""

    def inside(self, *tags: str) -> bool:
        """Whether one of the elements around it has one of these tags."""
        return any(element.tag in tags for element in self.path)

    def named(self, wanted: frozenset[str]) -> bool:
        """Whether one of the three innermost elements has one of these words in its class, id or itemprop."""
        return any(not wanted.isdisjoint(element.names) for element in self.path[-3:])


@dataclass(frozen=True, slots=True)
class Element:
    """An element around a run: its number in the walk, its tag, and the words of its class, id, role and itemprop."""

    number: int
    tag: str
    names: frozenset[str]


@dataclass(slots=True)
class _Walk:
    runs: list[Run] = field(default_factory=list)
    path: list[Element] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    when: str | None = None
    clutter: int = 0
    count: int = 0
    in_link: int = 0

    def flush(self) -> None:
        text = _FOLD.sub(" ", "".join(self.parts))
        lines = list(_lines(text))
        size = max(1, sum(len(line) for line in lines))
        for line in lines:
            linked = round(self.linked * len(line) / size)
            self.runs.append(Run(line, linked, tuple(self.path), self.clutter > 0, self.when))
        self.parts.clear()
        self.linked = 0
        self.when = None


def runs_of(body: Any) -> list[Run]:
    """The runs of a parsed page's body element, in the order of the page."""
    walk = _Walk()
    _enter(walk, body)
    walk.flush()
    return walk.runs


def _enter(walk: _Walk, node: Any) -> None:
    child = node.first_child
    while child is not None:
        tag = child.tag
        if tag == "#text":
            _text(walk, child.value or "", in_pre=walk.path[-1].tag == "pre" if walk.path else False)
        elif tag and not tag.startswith("#") and tag not in _SKIPPED and not _is_hidden(child):
            _element(walk, child, tag)
        child = child.next


def _element(walk: _Walk, node: Any, tag: str) -> None:
    if tag == "br":
        walk.parts.append("\n")
        return
    names = names_of(node)
    cell = tag in ("td", "th") and node.query_selector(_BLOCKS_IN_CELL) is None and _is_plain_row(node)
    if cell:
        if walk.parts:
            walk.parts.append(" | ")
        _enter(walk, node)
    elif tag in _INLINE and not _stands_apart(walk, tag, names):
        _inline(walk, node, tag)
    else:
        _block(walk, node, tag, names)


def _inline(walk: _Walk, node: Any, tag: str) -> None:
    if tag == "time" and walk.when is None:
        walk.when = node.getattr("datetime") or None
    walk.in_link += tag == "a"
    if tag == "a":
        walk.parts.append("\u2063")
    _enter(walk, node)
    walk.in_link -= tag == "a"


def _block(walk: _Walk, node: Any, tag: str, names: frozenset[str]) -> None:
    walk.flush()
    walk.count += 1
    clutter = is_clutter(node, tag, names, inside_article=any(element.tag == "article" for element in walk.path))
    walk.path.append(Element(walk.count, tag, names))
    walk.clutter += clutter
    if tag == "time":
        walk.when = node.getattr("datetime") or None
    _enter(walk, node)
    walk.flush()
    walk.clutter -= clutter
    walk.path.pop()


def _text(walk: _Walk, value: str, in_pre: bool) -> None:
    shown = value if in_pre else value.replace("\n", " ")
    shown = shown.replace("\r", " ").replace("\u00a0", " ").replace("\u00ad", "").replace("\u200b", "")
    if walk.in_link:
        walk.linked += len(shown.strip())
    walk.parts.append(shown)


def _lines(text: str) -> Iterator[str]:
    """The lines of a run's text; a break in the middle of a sentence is none."""
    pending = ""
    for piece in _joined_links(text).split("\n"):
        line = piece.strip()
        if not line:
            if pending:
                yield pending
            pending = ""
        elif pending and not closed(pending, ".!?…:;") and line[0].islower():
            pending = f"{pending} {line}"
        else:
            if pending:
                yield pending
            pending = line
    if pending:
        yield pending


def _joined_links(text: str) -> str:
    """The text with a blank before a link that would run into the word before it ("Read also" + "Ten ships")."""
    if "\u2063" not in text:
        return text
    return re.sub(r"(?<=[\w.!?)])\u2063(?=[A-Z0-9])", " ", text).replace("\u2063", "")


def _stands_apart(walk: _Walk, tag: str, names: frozenset[str]) -> bool:
    """Whether an inline element is a line of its own: a time or an author outside any paragraph."""
    if tag not in ("time", "span", "a") or any(element.tag in _KEPT_INSIDE for element in walk.path[-2:]):
        return False
    return tag == "time" or not _APART.isdisjoint(names)


def _is_plain_row(cell: Any) -> bool:
    row = cell.parent
    return row is not None and row.tag == "tr" and row.query_selector(_BLOCKS_IN_CELL) is None


def _is_hidden(node: Any) -> bool:
    return node.hasattr("hidden") or _HIDDEN.search(node.getattr("style") or "") is not None
