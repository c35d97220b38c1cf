"""Reads a feed (RSS, Atom and their dialects): each entry is a report, with the text the feed gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import feedparser  # type: ignore[import-untyped]

from wireledger.model import Problem, Report
from wireledger.read.blocks import blocks_of
from wireledger.read.credits import people
from wireledger.read.dates import stated
from wireledger.read.draft import LIMIT, Draft, Raw
from wireledger.read.finish import report_of
from wireledger.read.html import blocks_of_piece

_START = re.compile(
    rb"\s*(?:<\?xml.*?\?>\s*|<!--.*?-->\s*|<\?xml-stylesheet.*?\?>\s*|<!DOCTYPE rss[^>]*>\s*)*"
    rb"<(?:rss|feed|rdf:RDF)\b",
    re.DOTALL,
)


def recognises(head: bytes) -> bool:
    """Whether the bytes begin like a feed."""
    return _START.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def read(raw: Raw) -> Iterator[Report | Problem]:
    """The feed's entries in its order; an entry without words is a problem."""
    content = raw.stream.read(LIMIT + 1)
    if len(content) > LIMIT:
        yield Problem("too-large", f"the feed is longer than {LIMIT} bytes", raw.where)
        return
    parsed = feedparser.parse(content, sanitize_html=False)
    if parsed.get("bozo") and not parsed.entries:
        yield Problem("bad-feed", f"not a feed that can be read: {parsed.get('bozo_exception')}", raw.where)
        return
    outlet = _words(parsed.feed.get("title"))
    language = _words(parsed.feed.get("language"))
    for number, entry in enumerate(parsed.entries, 1):
        yield _report(entry, f"{raw.where}#{number}", outlet, language)


def _report(entry: Any, where: str, outlet: str | None, language: str | None) -> Report | Problem:
    title = _words(entry.get("title"))
    markup = _markup(entry)
    text, blocks = blocks_of_piece(markup, title) if "<" in markup else (markup, blocks_of(markup, title))
    if not text.strip():
        return Problem("no-text", "the entry has no text", where)
    link = _words(entry.get("link"))
    said = entry.get("published") or entry.get("updated")
    published, basis, problems = stated(said, "given", link or where)
    return report_of(
        Draft(
            id=_words(entry.get("id")) or link or where,
            text=text,
            blocks=blocks,
            title=title,
            url=link,
            outlet=_words((entry.get("source") or {}).get("title")) or outlet,
            authors=people(entry.get("author") or ""),
            language=language,
            published=published,
            published_basis=basis,
            problems=problems,
        )
    )


def _markup(entry: Any) -> str:
    """The longest of what the entry gives as its content or summary."""
    given = [str(content.get("value") or "") for content in entry.get("content") or ()]
    return max([*given, str(entry.get("summary") or "")], key=len)


def _words(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
