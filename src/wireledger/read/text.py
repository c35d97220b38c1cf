"""Reads a plain text: one file is one report, its name the file's."""

from __future__ import annotations

from collections.abc import Iterator

from wireledger.model import Problem, Report
from wireledger.read.blocks import blocks_of
from wireledger.read.draft import LIMIT, Draft, Raw
from wireledger.read.finish import report_of

_BOMS = (b"\xff\xfe", b"\xfe\xff")


def recognises(head: bytes) -> bool:
    """Whether there is anything at all: what is not binary and of no other format is a text; this reader comes last."""
    return bool(head)


def read(raw: Raw) -> Iterator[Report | Problem]:
    """The one report, or the problem with it."""
    content = raw.stream.read(LIMIT + 1)
    if len(content) > LIMIT:
        yield Problem("too-large", f"the text is longer than {LIMIT} bytes", raw.where)
        return
    try:
        text = content.decode("utf-16" if content.startswith(_BOMS) else "utf-8-sig")
    except UnicodeDecodeError as error:
        yield Problem("undecodable", f"byte {error.start} is not UTF-8; save the file as UTF-8", raw.where)
        return
    if not text.strip():
        yield Problem("no-text", "the file is empty", raw.where)
        return
    yield report_of(Draft(id=raw.name, text=text, blocks=blocks_of(text), url=raw.url))
