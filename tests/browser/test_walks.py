"""Ways a user walks in a real browser: two days compared, and from a state to an entry to its sentence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.browser.opened import launched, or_skip, served
from tests.serve.ledger import made

pytestmark = pytest.mark.browser
or_skip()

from playwright.sync_api import Page, sync_playwright  # noqa: E402


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    """The hand-made ledger, read-only."""
    with served(made(), token=None) as address:
        yield address


@pytest.fixture
def page() -> Iterator[Page]:
    """A page that fails the test when it logs an error."""
    with sync_playwright() as playwright:
        browser = launched(playwright)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        errors: list[str] = []
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        yield page
        browser.close()
        assert errors == []


def test_two_days_are_compared_and_the_report_is_opened(base: str, page: Page) -> None:
    page.goto(base)
    page.get_by_role("link", name="Changes", exact=True).click()
    page.get_by_role("link", name="Compare two days").click()
    page.get_by_label("First day").fill("2023-04-01")
    page.get_by_label("Second day").fill("2023-05-01")
    page.get_by_role("button", name="Compare").click()
    page.wait_for_url("**/diff?from=2023-04-01&to=2023-05-01*")
    first = page.locator("li.row").first
    quote = first.locator("blockquote").first.inner_text()
    first.locator(".meta a").first.click()
    page.wait_for_url("**/report/*")
    assert " ".join(quote.split()) in " ".join(page.locator("main").inner_text().split())


def test_from_a_state_to_an_entry_to_its_sentence(base: str, page: Page) -> None:
    page.goto(f"{base}/parties")
    page.get_by_label("Name").fill("netherl")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="Netherlands", exact=True).click()
    assert page.locator("h1").inner_text() == "Netherlands"
    gives = page.locator("section", has=page.locator("#gives"))
    gives.locator("a.meta").first.click()
    page.wait_for_url("**/entry/*")
    page.locator("h1 a.figure").first.click()
    page.wait_for_url("**/report/*#words")
    assert page.locator("#words").is_visible()
