"""Ways a user walks in a real browser: from a word to its sentence, a filter handed on, a phone, keys, no scripts."""

from __future__ import annotations

from typing import Any

import pytest
from tests.browser.opened import or_skip

pytestmark = pytest.mark.browser
or_skip()

from playwright.sync_api import Browser, Page, Response, expect  # noqa: E402

FIRST = 60_000  # bytes of the first page with all that it brings
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
PRESSES = 80  # of a key, until something that is there must have been reached


def opened(browser: Browser, **options: Any) -> Page:
    """A page of somebody who was never here."""
    return browser.new_context(**({"viewport": {"width": 1280, "height": 800}} | options)).new_page()


def words_of(page: Page) -> str:
    """The words that a link into a report leads to, and that they are seen."""
    page.wait_for_url("**/report/*#words")
    words = page.locator("#words")
    expect(words).to_be_in_viewport()
    return words.inner_text()


def sideways(page: Page) -> int:
    """By how much the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


def entries_of(page: Page) -> list[str]:
    """The entries that a list links to, in its order."""
    links = page.eval_on_selector_all("main a[href^='/entry/']", "all => all.map(a => a.getAttribute('href'))")
    return list(dict.fromkeys(links))


def pressed_until(page: Page, key: str, wanted: str) -> None:
    """Press a key until what has the focus is a wanted thing."""
    for _ in range(PRESSES):
        page.keyboard.press(key)
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"{wanted} is not reached by {key} on {page.url}")


def test_from_a_search_to_an_entry_to_its_sentence(base: str, browser: Browser) -> None:
    page = opened(browser)
    page.goto(base)
    page.get_by_role("searchbox").fill("leopard 2a4")
    page.get_by_role("button", name="Find").click()
    page.wait_for_url("**/search?q=leopard*")
    found = page.locator("section", has=page.locator("#entries"))
    found.locator("a[href^='/entry/']").first.click()
    page.wait_for_url("**/entry/*")
    figure = page.locator("h1 a.figure").first
    told = figure.inner_text()
    figure.click()
    assert words_of(page) == told
    assert "Leopard 2A4" in page.locator("p:has(#words)").inner_text()


def test_a_filter_is_handed_on_by_its_address(base: str, browser: Browser) -> None:
    page = opened(browser)
    page.goto(f"{base}/pledges")
    everything = entries_of(page)
    page.locator("select[name=donor]").select_option("nl")
    page.get_by_text("More filters").click()
    page.locator("select[name=order]").select_option("count")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/pledges?donor=nl&order=count")
    mine = entries_of(page)
    assert 0 < len(mine) < len(everything)
    other = opened(browser, color_scheme="dark", viewport={"width": 360, "height": 740})
    other.goto(page.url)
    assert entries_of(other) == mine
    assert other.locator("select[name=donor]").input_value() == "nl"
    assert other.locator("select[name=order]").input_value() == "count"


def test_another_day_goes_with_the_user(base: str, browser: Browser) -> None:
    page = opened(browser)
    page.goto(f"{base}/pledges?order=count")
    page.locator("details.clock summary").click()
    page.locator("input[name=known-on]").fill("2023-05-01")
    page.locator("details.clock button").click()
    page.wait_for_url("**/pledges?*known-on=2023-05-01*")
    page.locator("main a[href^='/entry/']").first.click()
    page.wait_for_url("**/entry/*known-on=2023-05-01*")
    page.locator("h1 a.figure").first.click()
    page.wait_for_url("**/report/*known-on=2023-05-01*#words")
    expect(page.locator("details.clock")).to_have_attribute("data-set", "")


def test_on_a_phone(base: str, browser: Browser) -> None:
    page = opened(browser, **PHONE)
    page.goto(base)
    assert sideways(page) <= 0
    page.get_by_role("searchbox").fill("leopard")
    page.get_by_role("button", name="Find").tap()
    page.wait_for_url("**/search?q=leopard")
    assert sideways(page) <= 0
    page.locator("section", has=page.locator("#entries")).locator("a[href^='/entry/']").first.tap()
    page.wait_for_url("**/entry/*")
    assert sideways(page) <= 0
    page.locator("h1 a.figure").first.tap()
    assert words_of(page)
    assert sideways(page) <= 0


def test_by_keys_alone(base: str, browser: Browser) -> None:
    page = opened(browser)
    page.goto(base)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    pressed_until(page, "Tab", "input[type=search]")
    page.keyboard.type("leopard 2a4")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=leopard*")
    pressed_until(page, "Tab", "main .rows a[href^='/entry/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/entry/*")
    pressed_until(page, "Tab", "h1 a.figure")
    page.keyboard.press("Enter")
    assert words_of(page)


def test_without_scripts(base: str, browser: Browser) -> None:
    page = opened(browser, java_script_enabled=False)
    page.goto(f"{base}/pledges")
    page.get_by_label("Words").fill("leopard 2a4 netherlands")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/pledges?*q=leopard*")
    page.locator("main a[href^='/entry/']").first.click()
    page.wait_for_url("**/entry/*")
    page.locator("h1 a.figure").first.click()
    assert words_of(page)
    page.locator("details.clock summary").click()
    page.locator("input[name=known-on]").fill("2024-01-01")
    page.locator("details.clock button").click()
    page.wait_for_url("**/report/*known-on=2024-01-01*")


def test_the_first_page_is_light_and_asks_nobody_else(base: str, browser: Browser) -> None:
    page = opened(browser)
    came: list[Response] = []
    page.on("response", lambda answer: came.extend([answer]))
    page.goto(base, wait_until="networkidle")
    assert all(one.url.startswith(base) for one in came)
    assert sum(len(one.body()) for one in came) <= FIRST
    kinds = {one.request.resource_type for one in came}
    assert {"document", "stylesheet", "script"} <= kinds
    policy = came[0].headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
