"""What a page says of itself: title, day, authors, site and language from JSON-LD, meta elements and links."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_ARTICLES = ("Article", "Report", "BlogPosting", "LiveBlogPosting", "NewsArticle", "PressRelease", "WebPage")
_PUBLISHED = (
    "article:published_time og:published_time datepublished parsely-pub-date sailthru.date pubdate publishdate"
    " publish-date dc.date.issued dcterms.issued dcterms.created dc.date dcterms.date date"
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's own word; each is None, or empty, where the page does not say. `published` is as written."""

    title: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    site: str | None = None
    url: str | None = None
    language: str | None = None
    body: str | None = None


def metadata_of(tree: Any) -> Metadata:
    """The metadata of a parsed page."""
    meta = _meta(tree)
    linked = _linked_data(tree)
    site = meta.get("og:site_name") or _name(linked.get("publisher")) or meta.get("application-name")
    title = _word(linked.get("headline")) or meta.get("og:title") or _title(tree.title, site)
    author = _names(linked.get("author")) or _names(meta.get("author") or meta.get("article:author"))
    root = tree.document.query_selector("html")
    dates = (meta[key] for key in _PUBLISHED.split() if meta.get(key))
    return Metadata(
        title=title,
        published=_word(linked.get("datePublished")) or next(dates, None),
        authors=tuple(name for name in author if "://" not in name),
        site=site,
        url=_canonical(tree) or meta.get("og:url") or _word(linked.get("url")),
        language=_word(linked.get("inLanguage")) or (root.getattr("lang") if root is not None else None) or None,
        body=_word(linked.get("articleBody")),
    )


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.document.query_selector_all("meta"):
        key = node.getattr("property") or node.getattr("name") or node.getattr("itemprop")
        value = " ".join((node.getattr("content") or "").split())
        if key and value:
            found.setdefault(key.lower(), value)
    return found


def _linked_data(tree: Any) -> dict[str, Any]:
    """The first JSON-LD object that is an article, or an empty one; what is no JSON is passed over."""
    best: dict[str, Any] = {}
    for node in tree.document.query_selector_all('script[type="application/ld+json"]'):
        try:
            parsed = json.loads(node.text or node.inner_html or "")
        except (ValueError, RecursionError):
            continue
        for record in _objects(parsed):
            kinds = record.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and name.endswith(_ARTICLES) for name in names):
                if "WebPage" not in names:
                    return record
                best = best or record
    return best


def _objects(parsed: Any) -> Iterator[dict[str, Any]]:
    for record in parsed if isinstance(parsed, list) else [parsed]:
        if isinstance(record, dict):
            yield record
            for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                inner = record.get(key)
                if isinstance(inner, (list, dict)):
                    yield from (one for one in (inner if isinstance(inner, list) else [inner]) if isinstance(one, dict))


def _canonical(tree: Any) -> str | None:
    node = tree.document.query_selector('link[rel="canonical"]')
    return node.getattr("href") or None if node is not None else None


def _title(words: str | None, site: str | None) -> str | None:
    """The page's title without the site's name at its end."""
    title = " ".join((words or "").split())
    for mark in (" | ", " - ", " – ", " — ", " :: "):
        head, _, last = title.rpartition(mark)
        if head and (last == site or (mark == " | " and site is None)):
            return head
    return title or None


def _names(value: Any) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(dict.fromkeys(name for one in value for name in _names(one)))
    name = _name(value)
    return (name,) if name else ()


def _name(value: Any) -> str | None:
    return _word(value.get("name") if isinstance(value, dict) else value)


def _word(value: Any) -> str | None:
    if isinstance(value, list):
        value = next(iter(value), None)
    return value.strip() or None if isinstance(value, str) else None
