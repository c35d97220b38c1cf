"""Takes the pictures of the README: the list, an entry and a report, in a browser that is there already.

    python scripts/shots.py --ledger ledger.sqlite [--list PATH] [--entry PATH] [--report PATH] [--out docs/pictures]

Paths are addresses of the pages ("/entry/..."). Left out, the best told entry with a figure and its words are taken.
"""

from __future__ import annotations

import argparse
import re
import shutil
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from urllib.request import urlopen

import uvicorn
from playwright.sync_api import sync_playwright

from wireledger.model import Entry, Pledge
from wireledger.serve import app
from wireledger.store import Store, open_store

ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
SIZE = {"width": 1280, "height": 860}


def main() -> int:
    """Write the pictures; returns 2 where no browser is installed."""
    asked = arguments()
    browser = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := which(name))), None)
    if browser is None:
        print("no browser: install chromium (on Debian: apt-get install chromium)", file=sys.stderr)
        return 2
    asked.out.mkdir(parents=True, exist_ok=True)
    store = open_store(asked.ledger, create=False)
    with served(store) as base:
        entry = asked.entry or f"/entry/{best(store).id}"
        pages = {"list": asked.list, "entry": entry, "report": asked.report or words_of(base + entry)}
        take(browser, base, pages, asked.out)
    store.close()
    return 0


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--ledger", required=True, help="path of the ledger")
    parser.add_argument("--list", default="/pledges", metavar="PATH")
    parser.add_argument("--entry", metavar="PATH")
    parser.add_argument("--report", metavar="PATH")
    parser.add_argument("--out", type=Path, default=Path("docs/pictures"), metavar="FOLDER")
    return parser.parse_args()


def which(name: str) -> str | None:
    """The path of a program."""
    return shutil.which(name)


def best(store: Store) -> Entry:
    """The pledge with a figure that most independent voices tell."""
    pledges = [e for e in store.entries() if isinstance(e.event, Pledge) and e.event.quantity]
    if not pledges:
        raise SystemExit("the ledger has no pledge with a figure: name pages with --entry and --report")
    return max(pledges, key=lambda e: (e.independent, len(e.claims)))


def words_of(address: str) -> str:
    """Where the figure of an entry's page leads."""
    with urlopen(address) as answer:
        found = re.search(r'class="figure" href="([^"]+)"', answer.read().decode("utf-8"))
    if found is None:
        raise SystemExit(f"{address} shows no figure: name a report with --report")
    return unescape(found.group(1))


@contextmanager
def served(store: Store) -> Iterator[str]:
    """The ledger on a free port."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        server = uvicorn.Server(uvicorn.Config(app(store), log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


def take(browser: str, base: str, pages: dict[str, str], out: Path) -> None:
    """One picture of each page, at twice the resolution."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=ARGS)
        view = chromium.new_page(viewport=SIZE, device_scale_factor=2, color_scheme="light")
        for name, path in pages.items():
            view.goto(base + path, wait_until="networkidle")
            view.screenshot(path=out / f"{name}.png")
            print(out / f"{name}.png")
        chromium.close()


if __name__ == "__main__":
    sys.exit(main())
