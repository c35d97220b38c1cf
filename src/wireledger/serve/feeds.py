"""What reports added, as feeds to follow: Atom (RFC 4287) and JSON Feed 1.1, for any filter of the lists."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from fastapi import APIRouter, Request, Response

from wireledger.serve.added import Added
from wireledger.serve.clocks import Clocks
from wireledger.serve.follow import FEEDS
from wireledger.serve.links import entry_link, with_query, words_link
from wireledger.serve.newly import Newly, asked_of, days_of, source_of, step_words
from wireledger.serve.phrases import plain
from wireledger.serve.query import Ledger
from wireledger.serve.words import language, told, word

ATOM = "http://www.w3.org/2005/Atom"
LONGEST = 160  # characters of a title
Absolute = Callable[[str], str]


def feeds(ledger: Ledger) -> APIRouter:
    """Both feeds of the additions; `limit` tells about how many of the latest they hold, by whole days."""
    router = APIRouter()

    @router.get(FEEDS["atom"])
    def atom(request: Request) -> Response:
        """What reports added, the latest first, as an Atom feed; takes what /changes takes but `until`."""
        asked = _asked(request)
        made = _atom(_feed(ledger, asked, request))
        return Response(made, media_type="application/atom+xml; charset=utf-8")

    @router.get(FEEDS["json"])
    def json_feed(request: Request) -> Response:
        """The same as JSON Feed 1.1."""
        told_ = json.dumps(_feed(ledger, _asked(request), request), ensure_ascii=False)
        return Response(told_.encode("utf-8", "backslashreplace"), media_type="application/feed+json")

    return router


def _asked(request: Request) -> Newly:
    """What an address asks; a feed is always of the latest. Raises BadQuestion."""
    return asked_of(request, without=("until",))


def _feed(ledger: Ledger, asked: Newly, request: Request) -> dict[str, Any]:
    """The feed in the shape of JSON Feed 1.1."""
    query = asked.query() | asked.at.query
    absolute: Absolute = lambda path: urljoin(str(request.base_url), path)  # noqa: E731
    found = days_of(ledger, asked).found
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(asked),
        "description": word("changes.lead"),
        "language": language(),
        "home_page_url": absolute(with_query("/changes", query)),
        "feed_url": absolute(with_query(FEEDS["json"], query)),
        "items": [_item(one, ledger, asked.at, absolute) for one in found],
    }


def _title(asked: Newly) -> str:
    parts = [f"{name}: {value}" for name, value in asked.query().items() if name != "limit"]
    return " · ".join([word("site"), word("changes.title"), *parts])


def _item(one: Added, ledger: Ledger, at: Clocks, absolute: Absolute) -> dict[str, Any]:
    claim, source = ledger.claim_at(at)(one.claims[0]), source_of(ledger, one.report)
    sentence = plain(one.entry.event)
    lines = [sentence, step_words(one), f"“{claim.evidence.quote}”" if claim else "", source]
    return {
        "id": f"urn:uuid:{one.id}",
        "url": absolute(with_query(entry_link(one.entry.id), at.query)),
        "external_url": absolute(words_link(one.report, one.claims[0])),
        "title": _short(f"{told('added', one.what)}: {sentence}"),
        "content_text": "\n".join(line for line in lines if line),
        "date_published": _moment(one.day),
        "authors": [{"name": source}],
        "tags": [one.entry.kind, one.what, *([one.step.step] if one.step else [])],
    }


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _moment(day: date) -> str:
    """A day of the known clock as a moment; the ledger knows no hour."""
    return f"{day.isoformat()}T00:00:00Z"


def _atom(feed: dict[str, Any]) -> bytes:
    root = Element("feed", {"xmlns": ATOM, "xml:lang": feed["language"]})
    own = feed["feed_url"].replace(FEEDS["json"], FEEDS["atom"], 1)
    _text(root, "id", f"urn:uuid:{uuid5(NAMESPACE_URL, own)}")
    _text(root, "title", feed["title"])
    _text(root, "subtitle", feed["description"])
    # a feed without entries has not changed since before any report
    _text(root, "updated", max((item["date_published"] for item in feed["items"]), default=_moment(date(1970, 1, 1))))
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": own})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed["home_page_url"]})
    for item in feed["items"]:
        _entry(root, item)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, "unicode").encode(
        "utf-8", "replace"
    )


def _entry(root: Element, item: dict[str, Any]) -> None:
    entry = SubElement(root, "entry")
    _text(entry, "id", item["id"])
    _text(entry, "title", item["title"])
    _text(entry, "updated", item["date_published"])
    _text(entry, "published", item["date_published"])
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": item["url"]})
    SubElement(entry, "link", {"rel": "related", "type": "text/html", "href": item["external_url"]})
    author = SubElement(entry, "author")
    _text(author, "name", item["authors"][0]["name"])
    for tag in item["tags"]:
        SubElement(entry, "category", {"term": _allowed(tag)})
    _text(entry, "content", item["content_text"])


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _allowed(text)


def _allowed(text: str) -> str:
    """The text without the characters that XML 1.0 has no way to write."""
    return "".join(
        c if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff" else "�" for c in text
    )
