"""What a reader has found so far, before the report is made of it; and the bytes it was found in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from wireledger.model import Block, Interval, Problem

LIMIT = 20_000_000
"""The most bytes one report may have (a line of a JSONL file, a page, a text)."""


@dataclass(frozen=True, slots=True)
class Raw:
    """An open input: the report's `name`, `where` it is as shown to people, its first bytes and all its bytes."""

    name: str
    where: str
    head: bytes
    stream: BinaryIO
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A report in the making: what the page or the record says; everything else is still to be worked out."""

    id: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    speaks_for: str | None = None
    language: str | None = None
    published: Interval | None = None
    published_basis: str | None = None
    problems: tuple[Problem, ...] = ()
