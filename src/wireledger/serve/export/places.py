"""Which addresses of the pages become files, and which: names that any host and any file system can keep."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

PAGES: Mapping[str, tuple[str, ...]] = {
    "": (),
    **dict.fromkeys(("pledges", "contacts", "statements", "memberships", "reports", "parties"), ("after",)),
    "meetings": ("after", "body"),
    "changes": ("until",),
    "problems": ("after", "code"),
    **dict.fromkeys(("due", "about", "honesty", "matrix", "timeline", "map"), ()),
    "party": ("part", "about", "after"),
    **dict.fromkeys(("entry", "meeting"), ()),
}
"""The first part of each address that is a page of the site, and the parameters that its pages may have."""
SINGLE = {"party": 1, "entry": 1, "meeting": 2, "report": 1}
"""Pages of one thing, and how many names tell which."""
DATA = (".json", ".csv", ".svg", ".png", ".ics", ".atom")
"""What is no page."""
SAFE = re.compile(r"[a-z0-9](?:[a-z0-9_-]|\.(?!\.|$)){0,79}")
LONGEST = 60  # characters of a readable name


@dataclass(frozen=True, slots=True)
class Place:
    """Where a link leads in the site: the address that is asked, its file, and the part of it (or "")."""

    address: str
    file: str
    part: str = ""


def place_of(link: str) -> Place | None:
    """The place of a link of a page; None where it leads to nothing that is a file."""
    parts = urlsplit(link)
    kind, _, rest = parts.path.removeprefix("/").partition("/")
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    if kind == "report" and rest:
        return _words(rest, dict(pairs), parts.fragment)
    if parts.path.endswith(DATA):
        return None
    names = [unquote(name, errors="replace") for name in _named(kind, rest)]
    known = PAGES.get(kind)
    if known is None or len(names) != SINGLE.get(kind, 0) or any(name not in known for name, _ in pairs):
        return None
    query = f"?{parts.query}" if parts.query else ""
    told = "".join(f"--{name}-{value}" for name, value in pairs)
    stem = "/".join([kind or "index", *(safe(name) for name in names)])
    file = f"{stem}{safe_tail(told)}.html" if told else f"{stem}.html"
    return Place(parts.path + query, file, parts.fragment)


def report_file(report: str) -> str:
    """The file of a report."""
    return f"report/{safe(report)}.html"


def part_of(claim: str, field: str | None = None) -> str:
    """The part of a report's file in which the words of a claim, or of a field of it, stand."""
    return "-".join(["c", safe(claim), *([safe(field)] if field else [])])


def safe(name: str) -> str:
    """A name as part of a file's: itself where it is plain, else its readable part and what tells it from others."""
    return name if SAFE.fullmatch(name) and len(name) <= LONGEST else _with_digest(name)


def safe_tail(told: str) -> str:
    """The end of a file's name that parameters make."""
    return "--" + _with_digest(told.removeprefix("--"))


def _with_digest(name: str) -> str:
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[: LONGEST - 20].strip("-")
    return f"{plain}-{digest}" if plain else digest


def _named(kind: str, rest: str) -> list[str]:
    """The names of an address; a party's may have slashes of its own."""
    if not rest:
        return []
    return [rest] if SINGLE.get(kind, 0) == 1 else rest.split("/")


def _words(rest: str, asked: Mapping[str, str], fragment: str) -> Place | None:
    report = unquote(rest, errors="replace")
    part = part_of(asked["claim"], asked.get("field")) if "claim" in asked else fragment
    return Place(f"/report/{rest}", report_file(report), part) if set(asked) <= {"claim", "field"} else None
