"""In a real browser a field that is pointed at or has the focus outlines its words in the report, and back."""

from __future__ import annotations

import pytest
from tests.browser.opened import or_skip

pytestmark = pytest.mark.browser
or_skip()

from playwright.sync_api import Page, expect  # noqa: E402


def test_a_field_and_its_words_are_outlined_together(base: str, page: Page) -> None:
    page.goto(f"{base}/report/north-sea-post-leopards.txt")
    field = page.locator("aside a.tie", has_text="at least 14").first
    name = field.get_attribute("data-tie")
    words = page.locator(f'.text a[data-tie~="{name}"]').first
    expect(words).to_have_text("at least 14")
    field.hover()
    expect(words).to_have_class("tied")
    page.mouse.move(0, 0)
    expect(words).not_to_have_class("tied")
    words.focus()
    expect(field).to_have_class("tie f-low tied")
    page.keyboard.press("Tab")
    expect(field).not_to_have_class("tie f-low tied")
    words.click()
    page.wait_for_url("**field=low*")
    expect(page.locator("#words")).to_have_text("at least 14")
