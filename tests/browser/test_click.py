"""In a real browser a click on a figure lands on the words it was read from."""

from __future__ import annotations

import pytest
from tests.browser.opened import or_skip

pytestmark = pytest.mark.browser
or_skip()

from playwright.sync_api import Page  # noqa: E402


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
