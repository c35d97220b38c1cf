"""Answers as bytes: pages, JSON and CSV, whatever characters a report may hold."""

from __future__ import annotations

import json
from typing import Any

from fastapi import Response

from wireledger.serve.cells import tamed

POLICY = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def page(html: str, status: int = 200) -> Response:
    """A page; half a surrogate pair, which UTF-8 has no bytes for, is written as a reference."""
    return Response(html.encode("utf-8", "xmlcharrefreplace"), status, media_type="text/html; charset=utf-8")


def data(value: Any, status: int = 200) -> Response:
    """A JSON answer; half a surrogate pair is written as an escape."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Response(text.encode("utf-8", "backslashreplace"), status, media_type="application/json")


def csv_file(text: str, name: str) -> Response:
    """A table to save; no cell of it is a formula."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(tamed(text).encode("utf-8", "replace"), headers=headers, media_type="text/csv; charset=utf-8")
