"""Reads a web archive (WARC): each page that a server answered with is a report, named by its address.

The archive's own dates say when a page was fetched, not when it was published, and date nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastwarc.warc import ArchiveIterator, WarcRecordType

from wireledger.model import Problem, Report
from wireledger.read.draft import LIMIT, Raw
from wireledger.read.html import decoded, page_report

_PAGES = ("text/html", "application/xhtml+xml")


def recognises(head: bytes) -> bool:
    """Whether the bytes begin like a WARC record."""
    return head.startswith(b"WARC/")


def read(raw: Raw) -> Iterator[Report | Problem]:
    """The pages in the order of the archive; answers that are no pages, or no success, are passed over."""
    records = ArchiveIterator(raw.stream, record_types=WarcRecordType.response, parse_http=True)
    for record in records:
        if record.http_content_type in _PAGES and _succeeded(record):
            url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
            where = f"{raw.where}: {url}"
            content = record.reader.read(LIMIT + 1)
            if len(content) > LIMIT:
                yield Problem("too-large", f"the page is longer than {LIMIT} bytes", where)
            elif not content.strip():
                yield Problem("no-text", "the page is empty", where)
            else:
                yield page_report(decoded(content), url or where, url or None, where)


def _succeeded(record: Any) -> bool:
    return record.http_headers is not None and record.http_headers.status_code == 200
