"""A hundred attacks in every stored field and name: none is more than words, on any page, picture, feed or table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from html.parser import HTMLParser
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import Response
from tests.serve.hostile import PAYLOADS, hostile, name

from wireledger.pipeline import view_on
from wireledger.pipeline.book import StoreBook
from wireledger.serve import app

SEEN_OF_A_KIND = 3  # addresses that are followed of each kind of page and payload-free shape
SEEN_OF_A_PAGE = 24  # and of each page, however its parameters are put together
OWN = ("/", "#", "?")
FORBIDDEN = {"iframe", "object", "embed", "base", "style", "frame", "applet", "math", "foreignobject", "animate", "set"}
ADDRESSES = {"href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset"}
FORMULA = re.compile(r"\s*[=+\-@\t\r]")
NUMBER = re.compile(r"[+-]?[\d.]+(e[+-]?\d+)?", re.IGNORECASE)


class Strict(HTMLParser):
    """Reads a page as a browser does and keeps what it must not have."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.links: list[str] = []
        self.told: list[str] = []

    def handle_data(self, data: str) -> None:
        self.told.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {key: value or "" for key, value in attrs}
        if tag in FORBIDDEN or (tag == "script" and not told.get("src", "").startswith("/static/")):
            self.faults.append(f"<{tag} {told}>")
        if tag == "meta" and "http-equiv" in told:
            self.faults.append(f"<meta {told}>")
        for key, value in told.items():
            if key.startswith("on") or key in ("style", "srcdoc", "ping"):
                self.faults.append(f"{tag} {key}={value}")
            if key in ADDRESSES and not self._fine(tag, key, value, told):
                self.faults.append(f"{tag} {key}={value}")
        if tag == "a" and "href" in told:
            self.links.append(told["href"])

    def _fine(self, tag: str, key: str, value: str, told: dict[str, str]) -> bool:
        """Whether an address is one of this site, or a source's own that is told nothing."""
        if value.startswith(OWN) and not value.startswith("//"):
            return True
        outside = tag == "a" and key == "href" and value.lower().startswith(("http://", "https://"))
        return outside and "noreferrer" in told.get("rel", "")


@pytest.fixture(scope="module")
def site() -> FastAPI:
    """The hostile ledger, read-only."""
    store = hostile()
    return app(store, lambda known, true: view_on(store, known, true), StoreBook(store))


@pytest.fixture(scope="module")
def client(site: FastAPI) -> TestClient:
    """Asks it."""
    return TestClient(site, raise_server_exceptions=True)


def faults_of(path: str, answer: Response) -> list[str]:
    """What an answer must not have, whatever kind it is."""
    found = [f"{path}: {header}" for header in answer.headers if header.lower().startswith("x-injected")]
    kind = answer.headers.get("content-type", "").partition(";")[0]
    if answer.headers.get("x-content-type-options") != "nosniff":
        found.append(f"{path}: its kind may be guessed")
    if "'unsafe-inline'" in answer.headers.get("content-security-policy", "'unsafe-inline'"):
        found.append(f"{path}: no policy")
    checked = CHECKS.get(kind)
    if checked is None:
        return found if answer.status_code in (204, 303, 307) else [*found, f"{path}: is {kind}"]
    return [*found, *(f"{path}: {fault}" for fault in checked(answer.content.decode("utf-8")))]


def html(text: str) -> Iterable[str]:
    parser = Strict()
    parser.feed(text)
    parser.close()
    return parser.faults


def xml(text: str) -> Iterable[str]:
    """Of pictures and feeds: nothing that runs; what a feed calls HTML is checked as such."""
    for element in ElementTree.fromstring(text).iter():
        tag = element.tag.rpartition("}")[2].lower()
        if tag in FORBIDDEN | {"script", "handler", "image", "use"}:
            yield f"<{tag}>"
        for key, value in element.attrib.items():
            plain = key.rpartition("}")[2].lower()
            if plain.startswith("on") or (plain in ADDRESSES and not re.match(r"(https?:/)?[/#?]", value)):
                yield f"{tag} {plain}={value}"
        if element.get("type") == "html":
            yield from html(element.text or "")


def table(text: str) -> Iterable[str]:
    for row in csv.reader(io.StringIO(text, newline="")):
        yield from (cell for cell in row if FORMULA.match(cell) and not NUMBER.fullmatch(cell))


def calendar(text: str) -> Iterable[str]:
    lines = text.replace("\r\n ", "").split("\r\n")
    yield from (line for line in lines if line.upper().startswith(("X-INJECTED", "ATTENDEE", "ATTACH")))
    if sum(line.startswith("BEGIN:") for line in lines) != sum(line.startswith("END:") for line in lines):
        yield "blocks that do not end"
    yield from (line for line in lines if line and not re.match(r"[A-Z-]+[;:]", line))


def nothing(text: str) -> Iterable[str]:  # JSON and plain text run nowhere while their kind is not guessed
    return ()


CHECKS = {
    "text/html": html,
    "application/xhtml+xml": xml,
    "image/svg+xml": xml,
    "application/atom+xml": xml,
    "application/rss+xml": xml,
    "text/csv": table,
    "text/calendar": calendar,
    "application/json": nothing,
    "application/feed+json": nothing,
    "text/plain": nothing,
    "text/javascript": nothing,
    "text/css": nothing,
}


def shape(path: str) -> str:
    """The kind of page an address opens: its route, and the names of its parameters."""
    parts = urlsplit(path)
    suffix = re.search(r"\.(json|csv|svg|png|atom|ics)$", parts.path)
    head = "/".join(parts.path.split("/")[:2])
    names = ",".join(sorted({pair.partition("=")[0] for pair in parts.query.split("&")}))
    return f"{head}{suffix.group() if suffix else ''}?{names}"


def test_every_page_that_a_walk_reaches_holds_words_only(client: TestClient) -> None:
    starts = ["/", "/entries?limit=500", "/reports?limit=500", "/problems?limit=500", "/review", "/review/log", "/docs"]
    waiting, seen, counted = [*starts], set(starts), dict.fromkeys(map(shape, starts), 1)
    faults: list[str] = []
    while waiting:
        path = waiting.pop()
        answer = client.get(path)
        assert answer.status_code < 500, (path, answer.text[:300])
        faults += faults_of(path, answer) if "image/png" not in answer.headers.get("content-type", "") else []
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        parser = Strict()
        parser.feed(answer.text)
        for link in parser.links:
            target = link if link.startswith("/") else path.partition("?")[0] + link
            target = target.partition("#")[0]
            kind = shape(target)
            head = kind.partition("?")[0]
            full = counted.get(kind, 0) >= SEEN_OF_A_KIND or counted.get(head, 0) >= SEEN_OF_A_PAGE
            if link.startswith(("/", "?")) and target not in seen and not full:
                counted[kind], counted[head] = counted.get(kind, 0) + 1, counted.get(head, 0) + 1
                seen.add(target)
                waiting.append(target)
    assert faults == []
    assert len({kind.partition("?")[0] for kind in counted}) >= 10


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_every_payload_is_words_on_its_own_pages(client: TestClient, number: int) -> None:
    bad = PAYLOADS[number]
    report = quote(quote(name(number, bad), safe=""), safe="")  # the client of tests unquotes an address twice
    told = client.get(f"/report/{report}.json").json()
    assert told["id"] == name(number, bad)
    faults = faults_of("report.json", client.get(f"/report/{report}.json"))
    claims = [claim["id"] for claim in told["claims"]]
    assert len(claims) == 4
    pages = [f"/report/{report}", *(f"/report/{report}?claim={claim}&field=low" for claim in claims)]
    pages += [f"/entry/e{claim}{suffix}" for claim in claims for suffix in ("", ".json")]
    pages += [f"/review?at={claim}" for claim in claims]
    for path in pages:
        answer = client.get(path)
        assert answer.status_code == 200, path
        faults += faults_of(path, answer)
    page = Strict()
    page.feed(client.get(pages[0]).text)
    assert " ".join(bad.split()) in " ".join("".join(page.told).split())
    assert faults == []


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_every_payload_is_words_when_an_address_carries_it(client: TestClient, number: int) -> None:
    bad = quote(PAYLOADS[number], safe="")
    faults = []
    for path in (f"/?q={bad}", f"/entries?donor={bad}", f"/?{bad}=1", f"/entry/{bad}", f"/{bad}", f"/review?at={bad}"):
        answer = client.get(path, headers={"Accept-Language": PAYLOADS[number].encode("ascii", "ignore").strip()})
        assert answer.status_code in (200, 400, 404), path
        faults += faults_of(path, answer)
    assert faults == []


def test_every_table_is_safe_in_a_spreadsheet(client: TestClient) -> None:
    routes = [path for path in client.get("/openapi.json").json()["paths"] if path.endswith(".csv") and "{" not in path]
    assert {"/entries.csv", "/review.csv", "/review/log.csv", "/honesty.csv"} <= set(routes)
    faults = []
    for path in routes:
        answer = client.get(path, params={"limit": 500} if path == "/entries.csv" else {})
        if answer.status_code == 400:  # a table that asks for days first
            answer = client.get(path, params={"from": "2023-01-01", "to": "2023-12-01"})
        assert answer.status_code == 200, (path, answer.text)
        faults += faults_of(path, answer)
    assert faults == []
