"""Takes pictures of every kind of page of the sample ledger, wide, middle and narrow, light and dark.

    python scripts/pictures.py build/pictures                  # what `make pictures` does
    python scripts/pictures.py build/pictures --only matrix entry --widths 360
    python scripts/pictures.py build/pictures --readme         # and those that the README shows, into docs/pictures

Needs a browser that is there already (on Debian: apt-get install chromium).
"""

from __future__ import annotations

import argparse
import re
import secrets
import socket
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shutil import which

import uvicorn
from playwright.sync_api import Browser, Error, Page, sync_playwright

from wireledger.cli.demo import samples
from wireledger.pipeline import Work, ingest, view_on
from wireledger.pipeline.book import StoreDesk
from wireledger.serve import app
from wireledger.serve.guard import Guard
from wireledger.store import Store, open_store

README = Path(__file__).parents[1] / "docs" / "pictures"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
WIDTHS, SCHEMES = (1440, 768, 360), ("light", "dark")
NOW = datetime(2025, 1, 1, tzinfo=UTC)  # the moment the ledger is said to be made: the same pictures every time
STARTS = {
    "front": "/",
    "search": "/search?q=leopard",
    "pledges-asked": "/pledges?doubt=yes&order=voices",
    "at-another-day": "/pledges?as-of=2023-06-01&known-on=2023-06-01",
    "diff-of-days": "/diff?from=2023-04-01&to=2023-05-01",
    "in-german": "/?lang=de",
    "refused": "/entries?nope=1",
    "nowhere": "/nowhere",
}
"""Pages that are not found by walking the links, by the names of their pictures."""
BEST = "/pledges?order=voices"  # the entry that most voices tell stands first
MADE = re.compile(r"\.(json|csv|svg|png|atom|ics)\b")  # addresses that are no page


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where pictures go, and of what: names of pages (none: all), widths of the window."""

    folder: Path
    only: Sequence[str] = ()
    widths: Sequence[int] = WIDTHS


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pictures; returns 2 where no browser is installed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where they go")
    parser.add_argument("--only", nargs="+", default=(), metavar="NAME", help="names of pages, as the files have them")
    parser.add_argument("--widths", nargs="+", type=int, default=WIDTHS, metavar="N", help="default: 1440 768 360")
    parser.add_argument("--readme", action="store_true", help="also those that the README shows")
    asked = parser.parse_args(arguments)
    with _ledger() as store, _served(store) as (base, token), sync_playwright() as playwright:
        try:
            there = next(filter(None, map(which, BROWSERS)), None)
            browser = playwright.chromium.launch(executable_path=there, args=ARGS)
        except Error:
            print("no browser: install chromium (on Debian: apt-get install chromium)", file=sys.stderr)
            return 2
        paths = _kinds(browser, base, token)
        taken = _taken(browser, base, paths, Wanted(asked.folder, asked.only, asked.widths), token)
        print(f"{taken} pictures of {len(paths)} kinds of page in {asked.folder}")
        if asked.readme:
            _for_readme(browser, base, paths)
        browser.close()
    return 0


@contextmanager
def _ledger() -> Iterator[Store]:
    with (
        samples() as folder,
        tempfile.TemporaryDirectory(prefix="wireledger-") as scratch,
        closing(open_store(str(Path(scratch) / "samples.sqlite"))) as store,
    ):
        parts = sorted(str(path) for path in folder.iterdir() if path.is_dir() and not path.name.startswith("_"))
        ingest(parts, store, NOW, Work())
        yield store


@contextmanager
def _served(store: Store) -> Iterator[tuple[str, str]]:
    """The ledger on a free port, and the token with which one may decide."""
    token = secrets.token_hex(16)
    desk = StoreDesk(store, "ann", lambda: NOW)
    made = app(store, lambda known, true: view_on(store, known, true), desk, desk, Guard(token, lambda: NOW))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        server = uvicorn.Server(uvicorn.Config(made, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{taken.getsockname()[1]}", token
        server.should_exit = True
        thread.join(10)
    desk.close()


def _kinds(browser: Browser, base: str, token: str) -> dict[str, str]:
    """One address of each kind of page, by the name of its picture: those that the site links to, and STARTS."""
    page = _entered(browser, base, token, 1440, "light")
    found, seen = dict(STARTS), {"static", "search"}
    queue = ["/", BEST]
    for path in queue:
        page.goto(base + path)
        for link in page.eval_on_selector_all("a[href^='/']", "all => all.map(a => a.getAttribute('href'))"):
            kind = re.sub(r"[^a-z]+", "-", link.partition("?")[0].partition("#")[0].strip("/").partition("/")[0])
            if kind and kind not in seen and not MADE.search(link):
                seen.add(kind)
                found[kind] = link
                queue.append(link)
    found |= _deeper(page, base)
    page.context.close()
    return found


def _deeper(page: Page, base: str) -> dict[str, str]:
    """The best told entry, the words of its first figure, and a question with all that can be changed."""
    page.goto(base + BEST)
    entry = page.locator("main a[href^='/entry/']").first.get_attribute("href") or ""
    page.goto(base + entry)
    words = page.locator("h1 a.figure").first.get_attribute("href") or ""
    claim = words.partition("claim=")[2].partition("&")[0].partition("#")[0]
    return {"entry": entry, "report-words": words, "review-change": f"/review?at={claim}&change=1"}


def _taken(browser: Browser, base: str, paths: Mapping[str, str], wanted: Wanted, token: str) -> int:
    wanted.folder.mkdir(parents=True, exist_ok=True)
    number = 0
    for scheme in SCHEMES:
        for width in wanted.widths:
            page = _entered(browser, base, token, width, scheme)
            for name, path in sorted(paths.items(), key=lambda one: ("lang=" in one[1], one[0])):  # a language stays
                if not wanted.only or name in wanted.only:
                    page.goto(base + path)
                    page.screenshot(path=wanted.folder / f"{name}-{width}-{scheme}.png", full_page=True)
                    number += 1
            page.context.close()
    return number


def _entered(browser: Browser, base: str, token: str, width: int, scheme: str) -> Page:
    """A page of somebody who may decide."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{base}/review")
    page.fill("input[name=token]", token)
    page.keyboard.press("Enter")
    page.wait_for_selector("text=you decide as ann")
    return page


def _for_readme(browser: Browser, base: str, paths: Mapping[str, str]) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 760}, color_scheme="light")
    for name, kind in SHOWN.items():
        page.goto(base + paths[kind])
        page.screenshot(path=README / f"{name}.png")


SHOWN = {"list": "pledges", "matrix": "matrix", "report": "report-words"}
"""What the README shows: the names of the files and of the pages."""


if __name__ == "__main__":
    sys.exit(main())
