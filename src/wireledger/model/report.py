"""One text as read at one place, never changed afterwards, and what is doubtful about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

from wireledger.model.days import Interval
from wireledger.model.span import Span

BlockKind = Literal["headline", "byline", "dateline", "paragraph", "list_header", "bullet", "caption", "turn", "tail"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong or doubtful in the data: it travels, is counted and is shown.

    `code` is a short stable slug ("undated", "no-text"), `message` one sentence, `where` the report or file.
    """

    code: str
    message: str
    where: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """Words of a report that were held against what is known and agree with it: a `Problem` that there is not.

    `code` is that of the problem it would be, `message` one sentence, `span` where the words stand.
    """

    code: str
    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """Who published a report, where and when.

    `agency` is whose text the outlet only carries ("AP"); `speaks_for` the party whose page it is: "we" is then theirs.
    `published` is None when unknown; `published_basis` says where it came from ("given", "page", or the reason it was
    worked out from the text).
    """

    outlet: str | None = None
    url: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    speaks_for: str | None = None
    published: Interval | None = None
    published_basis: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text with one function on the page; `depth` is how deep a bullet is nested."""

    span: Span
    kind: BlockKind
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """One text at one place. `text` is stored unchanged; `blocks` cover what is written in it, in order.

    Tail blocks are what is not the report: comment forms, related links, addresses. No claim is read from them.
    """

    id: str
    text: str
    source: Source
    title: str | None = None
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    checks: tuple[Check, ...] = field(default=())

    @property
    def digest(self) -> str:
        """SHA-256 of the text: equal digests are copies."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
