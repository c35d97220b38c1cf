"""Reads news reports: files, folders, standard input and web addresses become reports with their blocks marked."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from wireledger.model import Problem, Report
from wireledger.read import feed, html, jsonl, text, warc
from wireledger.read.draft import Raw
from wireledger.read.errors import InputError
from wireledger.read.finish import dated
from wireledger.read.inputs import opened

__all__ = ["READERS", "InputError", "Reader", "dated", "reports"]


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: whether the first bytes are of it, and the reports in an input of it."""

    name: str
    recognises: Callable[[bytes], bool]
    read: Callable[[Raw], Iterator[Report | Problem]]


READERS = (
    Reader("jsonl", jsonl.recognises, jsonl.read),
    Reader("warc", warc.recognises, warc.read),
    Reader("feed", feed.recognises, feed.read),
    Reader("html", html.recognises, html.read),
    Reader("text", text.recognises, text.read),
)
"""Tried in order; the first that recognises an input reads it."""


def reports(inputs: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Report | Problem]:
    """The reports in `inputs` (a file, a folder, an http address, "-" for `stdin`), in order.

    What is wrong with one report or file is a `Problem` in its place, and the reading goes on. Raises `InputError` when
    something named is missing or cannot be read.
    """
    for raw in opened(inputs, stdin):
        if isinstance(raw, Problem):
            yield raw
        else:
            yield from _read(raw)


def _read(raw: Raw) -> Iterator[Report | Problem]:
    if not raw.head:
        yield Problem("no-text", "the file is empty", raw.where)
        return
    if not warc.recognises(raw.head) and _is_binary(raw.head):
        yield Problem("binary", "not a text: a picture, document or archive; give the text or the page", raw.where)
        return
    reader = next(reader for reader in READERS if reader.recognises(raw.head))
    try:
        yield from reader.read(raw)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield Problem("bad-gzip", f"cannot be unpacked: {error}", raw.where)


def _is_binary(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return b"\0" in head or head.startswith((b"%PDF", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff"))
