"""Web archives: the pages in them are reports, whatever else they hold."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from wireledger.model import Report
from wireledger.read import reports

PAGE = b"<html><body><h1>Boats leave</h1><p>The town sends ten boats to the valley, the mayor said.</p></body></html>"


def record(url: str, status: str, kind: str) -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n".encode() + PAGE
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-01-01T00:00:00Z\r\n"
    head += "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
    head += f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    return head.encode() + answer + b"\r\n\r\n"


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_pages_of_an_archive(tmp_path: Path, pack: type) -> None:
    path = tmp_path / "archive"
    records = [("https://quay.example/1", "200 OK", "text/html"), ("https://quay.example/2", "404 Gone", "text/html")]
    records += [("https://quay.example/3", "200 OK", "image/png"), ("https://quay.example/4", "200 OK", "text/html")]
    path.write_bytes(b"".join(pack(record(*one)) for one in records))
    found = list(reports([str(path)]))
    assert [report.id for report in found if isinstance(report, Report)] == [
        "https://quay.example/1",
        "https://quay.example/4",
    ]
    assert all(isinstance(report, Report) and report.source.published is None for report in found)
