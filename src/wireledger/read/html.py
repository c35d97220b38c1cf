"""Reads a web page: its report in blocks, what is around it as tail, and what the page says of itself.

The report's text is the page's runs of text in their order, joined by blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from resiliparse.parse.encoding import bytes_to_str, detect_encoding
from resiliparse.parse.html import HTMLTree

from wireledger.model import Block, BlockKind, Problem, Report, Span
from wireledger.read import marks
from wireledger.read.blocks import blocks_of
from wireledger.read.credits import agencies_in, people
from wireledger.read.dates import stated
from wireledger.read.draft import LIMIT, Draft, Raw
from wireledger.read.finish import report_of
from wireledger.read.metadata import Metadata, metadata_of
from wireledger.read.page import Run, runs_of
from wireledger.read.region import Region, kinds_of, loosened, region_of

_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype html|html|head|body|main|article|section|div|p|h1|table|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_LITTLE = 200


def recognises(head: bytes) -> bool:
    """Whether the bytes begin like a page, or like a piece of one."""
    return _START.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def read(raw: Raw) -> Iterator[Report | Problem]:
    """The one report of the page, or the problem with it."""
    content = raw.stream.read(LIMIT + 1)
    if len(content) > LIMIT:
        yield Problem("too-large", f"the page is longer than {LIMIT} bytes", raw.where)
        return
    yield page_report(decoded(content), raw.name, raw.url, raw.where)


def decoded(content: bytes) -> str:
    """A page's characters, by its own declaration or, without one, by its bytes."""
    return str(bytes_to_str(content, detect_encoding(content, from_html_meta=True) or "utf-8"))


def page_report(page: str, name: str, url: str | None, where: str) -> Report | Problem:
    """The report of a page; a `Problem` "no-text" when nothing on it can be read."""
    tree = HTMLTree.parse(page)
    if tree.body is None:
        return Problem("no-text", "the page has no body", where)
    said = metadata_of(tree)
    try:
        runs = loosened(runs_of(tree.body))
    except RecursionError:
        return Problem("too-deep", "the page's elements are nested too deeply to be read", where)
    region = region_of(runs, said.title, said.site)
    if said.body and _prose(runs, region) < _LITTLE < len(said.body):
        return report_of(_draft(name, url, said, said.body, blocks_of(said.body, said.title)))
    if not runs:
        return Problem("no-text", "the page has no text", where)
    kinds = kinds_of(runs, region)
    text = "\n\n".join(run.text for run in runs)
    return report_of(_with_page_day(_draft(name, url, said, text, _blocks(runs, kinds)), runs, kinds))


def blocks_of_piece(markup: str, title: str | None) -> tuple[str, tuple[Block, ...]]:
    """The text and blocks of a piece of markup that is all report, as feeds carry it; empty when it has no words."""
    tree = HTMLTree.parse(f"<body><article>{markup}</article></body>")
    runs = runs_of(tree.body) if tree.body is not None else []
    region = region_of(runs, title, None)
    whole = Region(region.headline, 0, len(runs))
    return "\n\n".join(run.text for run in runs), _blocks(runs, kinds_of(runs, whole))


def _prose(runs: list[Run], region: Region) -> int:
    return sum(len(run.text) for run in runs[region.start : region.stop] if not run.clutter)


def _draft(name: str, url: str | None, said: Metadata, text: str, blocks: tuple[Block, ...]) -> Draft:
    interval, basis, problems = stated(said.published, "page", name)
    return Draft(
        id=name,
        text=text,
        blocks=blocks,
        title=said.title,
        url=said.url or url,
        outlet=said.site,
        agency=next((house for line in said.authors for house in agencies_in(line)), None),
        authors=tuple(dict.fromkeys(name for line in said.authors for name in people(line))),
        language=said.language,
        published=interval,
        published_basis=basis,
        problems=problems,
    )


def _with_page_day(draft: Draft, runs: list[Run], kinds: list[tuple[BlockKind, int]]) -> Draft:
    """The draft with the day of the first dated <time> of the report, when nothing better is said."""
    if draft.published is not None:
        return draft
    for run, (kind, _) in zip(runs, kinds, strict=True):
        if kind == "dateline" and run.when:
            interval, basis, _ = stated(run.when, "page", draft.id)
            if interval is not None:
                return replace(draft, published=interval, published_basis=basis)
    return draft


def _blocks(runs: list[Run], kinds: list[tuple[BlockKind, int]]) -> tuple[Block, ...]:
    """A block for each run; a dateline or a live page's time at the start of one is a block of its own."""
    found: list[Block] = []
    start = 0
    live = sum(kind in ("bullet", "paragraph") and _opens_live(run) for run, (kind, _) in zip(runs, kinds, strict=True))
    openings = 2
    for run, (kind, depth) in zip(runs, kinds, strict=True):
        stop = start + len(run.text)
        cut = _dateline(run.text) if kind == "paragraph" and openings > 0 else 0
        if live >= 3 and kind in ("bullet", "paragraph") and _opens_live(run):
            kind, depth, cut = "paragraph", 0, _time(run.text)
        if cut:
            rest = len(run.text[cut:]) - len(run.text[cut:].lstrip(" :.–—-"))
            found.append(Block(Span(start, start + cut), "dateline"))
            found.append(Block(Span(start + cut + rest, stop), kind, depth))
        else:
            found.append(Block(Span(start + _mark(run.text, kind), stop), kind, depth))
        openings -= kind == "paragraph"
        start = stop + 2
    return tuple(found)


def _dateline(text: str) -> int:
    match = marks.DATELINE.match(text)
    return match.end("line") if match is not None and match.end() < len(text) else 0


def _time(text: str) -> int:
    match = marks.LIVE_TIME.match(text)
    return match.end() if match is not None else 0


def _opens_live(run: Run) -> bool:
    """Whether the run begins with a time of day and goes on."""
    cut = _time(run.text)
    return cut > 0 and bool(run.text[cut:].strip(" :.–—-"))


def _mark(text: str, kind: BlockKind) -> int:
    match = marks.BULLET.match(text) if kind == "bullet" else None
    return match.end() if match else 0
