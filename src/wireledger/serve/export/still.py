"""A page as a file: its links lead to files, and what only works with a server is left out.

Pages are made by our own templates, in which every text is escaped: a tag ends at the first ">", links never stand in
links and forms never in forms.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape

from wireledger.serve.export.places import Place, place_of

Found = Callable[[Place], None]
"""Told of every place that a page links to."""

SERVED = (
    re.compile(r"<script\b[^>]*>.*?</script>\s*", re.DOTALL),
    re.compile(r'<link rel="alternate"[^>]*>\s*'),
    re.compile(r'<details class="clock".*?</details>\s*', re.DOTALL),
    re.compile(r"<form\b.*?</form>\s*", re.DOTALL),
)
"""What a file has no use for: scripts, feeds, the choice of clocks, forms."""
HEADER = re.compile(r'<header class="top">.*?</header>', re.DOTALL)
FOOTER = re.compile(r"<footer>.*?</footer>", re.DOTALL)
LISTED = re.compile(r'<(nav|ul)\b[^>]*class="[^"]*\b(?:pages|ready|tabs)\b[^"]*"[^>]*>.*?</\1>\s*', re.DOTALL)
ANCHOR = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
LINKED = re.compile(r'(<(?:link|img|image|use)\b[^>]*?\s(?:href|src)=")(/[^"]*)(")')
NEXT = re.compile(r'<a rel="next" href="([^"]*)"')
HREF = re.compile(r'\shref="([^"]*)"')
DRAWN = ("<title", "<text", "<rect", "<path", "<circle", "<g")


@dataclass(frozen=True, slots=True)
class Around:
    """What a page becomes: the file `here`, with another footer, behind the file of the page `before` it."""

    here: str
    footer: str
    before: str | None = None


def still(html: str, around: Around, found: Found) -> str:
    """The page as a file; `found` is told where it leads."""
    here = around.here
    for served in SERVED:
        html = served.sub("", html)
    html = FOOTER.sub(lambda _: around.footer, html)
    html = HEADER.sub(lambda top: ANCHOR.sub(_kept, top.group()), html)
    html = ANCHOR.sub(lambda link: _link(link, around, found), html)
    html = LISTED.sub(lambda one: one.group() if "<a " in one.group() else "", html)
    return LINKED.sub(lambda tag: f"{tag[1]}{relative(unescape(tag[2]).removeprefix('/'), here)}{tag[3]}", html)


def relative(file: str, here: str, part: str = "") -> str:
    """The way from one file to another, or to a part of it."""
    way = posixpath.relpath(file, posixpath.dirname(here) or ".")
    return escape(f"{way}#{part}" if part else way)


def following(html: str) -> Place | None:
    """Where the page leads that follows this one in a list; None for the last one."""
    link = NEXT.search(html)
    return place_of(unescape(link[1])) if link else None


def _link(link: re.Match[str], around: Around, found: Found) -> str:
    attributes, inner = link.groups()
    href = HREF.search(attributes)
    target = unescape(href[1]) if href else ""
    if href is None or not target.startswith(("/", "?")):
        return link.group()
    if 'rel="prev"' in attributes:  # asks for the rows before one: as a file that is the page this one follows
        return f'<a rel="prev" href="{relative(around.before, around.here)}">{inner}</a>' if around.before else ""
    place = place_of(target) if target.startswith("/") else None
    if place is None:
        return _bare(inner)
    found(place)
    way = f' href="{relative(place.file, around.here, place.part)}"'
    return f"<a{attributes[: href.start()]}{way}{attributes[href.end() :]}>{inner}</a>"


def _kept(link: re.Match[str]) -> str:
    """A link of the navigation, or nothing where it leads to no file."""
    href = HREF.search(link[1])
    return link.group() if href and place_of(unescape(href[1])) else ""


def _bare(inner: str) -> str:
    """What was linked, without its link."""
    tag = "g" if inner.lstrip().startswith(DRAWN) else "span"
    return f"<{tag}>{inner}</{tag}>"
