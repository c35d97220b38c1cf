"""What tests in a real browser share: the browser, and a ledger that is served to it."""

from __future__ import annotations

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
import uvicorn

from wireledger.pipeline import view_on
from wireledger.pipeline.book import StoreBook, StoreDesk
from wireledger.serve import app
from wireledger.serve.guard import Guard
from wireledger.store import Store

BROWSER = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), "")
ARGS = [
    *("--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"),
    *("--no-sandbox", "--disable-gpu"),
]
TOKEN = "a-token-that-nobody-guesses"


def or_skip() -> None:
    """Skip a module where no browser is; where CI is set it must be there."""
    if os.environ.get("CI") != "true":
        if not BROWSER:
            pytest.skip("no browser is installed", allow_module_level=True)
        pytest.importorskip("playwright.sync_api")


def launched(playwright: Any) -> Any:
    """The browser."""
    return playwright.chromium.launch(executable_path=BROWSER or None, args=ARGS)


@contextmanager
def served(store: Store, token: str | None = TOKEN, port: int = 0) -> Iterator[str]:
    """A ledger on a port; whoever has the token decides as ann."""
    desk = StoreDesk(store, "ann", lambda: datetime.now(UTC)) if token else None
    guard = Guard(token, lambda: datetime.now(UTC)) if token else None
    made = app(store, lambda known, true: view_on(store, known, true), desk or StoreBook(store), desk, guard)
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", port))
        taken.listen()
        server = uvicorn.Server(uvicorn.Config(made, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)
    if desk:
        desk.close()
