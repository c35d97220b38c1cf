"""In a real browser a click on a figure lands on the words it was read from."""

from __future__ import annotations

import os
import shutil
import socket
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from tests.serve.ledger import made

from wireledger.serve import app

pytestmark = pytest.mark.browser
BROWSER = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), "")
if os.environ.get("CI") != "true":
    if not BROWSER:
        pytest.skip("no browser is installed", allow_module_level=True)
    pytest.importorskip("playwright.sync_api")

from playwright.sync_api import Page, sync_playwright  # noqa: E402

ARGS = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    """The hand-made ledger, served on a free port."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        server = uvicorn.Server(uvicorn.Config(app(made()), log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def page() -> Iterator[Page]:
    """A page that fails the test when it logs an error, such as a breach of the content policy."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=BROWSER or None, args=[*ARGS, "--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        errors: list[str] = []
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        yield page
        browser.close()
        assert errors == []


def test_a_figure_opens_the_marked_sentence(base: str, page: Page) -> None:
    page.goto(f"{base}/entries")
    page.get_by_label("Words").fill("leopard 2a4 netherlands")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/entries?q=*")
    assert "donor" not in page.url, "empty filters are left out of the address"
    page.get_by_role("link", name="at least 14", exact=True).first.click()
    words = page.locator("#words")
    assert words.inner_text() == "at least 14"
    assert "focus" in (words.get_attribute("class") or "")
    box = words.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 800
    assert "Leopard 2A4" in page.locator("p:has(#words)").inner_text()


@pytest.mark.parametrize("width", [360, 1440])
def test_no_page_is_wider_than_the_window(base: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for path in (
        "/",
        "/entries",
        "/pledges",
        "/reports",
        "/problems",
        "/about",
        "/docs",
        "/report/north-sea-post-leopards.txt",
    ):
        page.goto(base + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.goto(f"{base}/entries?q=2a4&donor=nl")
    page.get_by_role("link", name="independent voices").first.click()
    page.wait_for_url("**/entry/*")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
