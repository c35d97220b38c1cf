"""Addresses of the pages."""

from __future__ import annotations

from urllib.parse import quote, urlencode


def entry_link(entry: str) -> str:
    """The page of an entry."""
    return f"/entry/{_part(entry)}"


def party_link(code: str) -> str:
    """The page of a party."""
    return f"/party/{_part(code)}"


def meeting_link(body: str, days: str) -> str:
    """The brief of a meeting of a body, by its days."""
    return f"/meeting/{_part(body)}/{_part(days)}"


def report_link(report: str) -> str:
    """The page of a report; ids may look like paths."""
    plain = all(part.strip(".") for part in report.split("/"))
    return f"/report/{quote(report, safe='/', errors='replace') if plain else _part(report)}"


def words_link(report: str, claim: str, field: str | None = None) -> str:
    """The place in a report where a claim, or one field of it, is written."""
    asked = {"claim": claim, "field": field} if field else {"claim": claim}
    return f"{report_link(report)}?{urlencode(asked, errors='replace')}#words"


def with_query(path: str, asked: dict[str, str]) -> str:
    """A path with its parameters, in their order."""
    return f"{path}?{urlencode(asked, errors='replace')}" if asked else path


def web_link(url: str | None) -> str | None:
    """A source's own address where a browser may follow it; None for anything but http and https."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def _part(text: str) -> str:
    return quote(text, safe="", errors="replace")
