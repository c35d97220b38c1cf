"""The review by keyboard alone: twenty decided, twenty taken back, also after a restart; read-only without a token."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browser.opened import TOKEN, or_skip, served
from tests.serve.ledger import made

from wireledger.store import Store, open_store

pytestmark = pytest.mark.browser
or_skip()

from playwright.sync_api import Browser, Page, expect  # noqa: E402

MANY = 20


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Store]:
    """The hand-made ledger in a file."""
    store = open_store(str(tmp_path / "ledger.sqlite"))
    yield made(store)
    store.close()


def enter(page: Page, base: str) -> None:
    page.goto(f"{base}/review")
    page.get_by_label("Token").focus()
    page.keyboard.type(TOKEN)
    page.keyboard.press("Enter")
    expect(page.get_by_text("you decide as ann")).to_be_visible()


def question(page: Page) -> str:
    return page.locator('input[name="question"]').first.get_attribute("value") or ""


def standing(page: Page) -> int:
    told = page.get_by_role("link", name=re.compile("decisions? stand")).inner_text()
    return int(told.split()[0])


def pressed(page: Page, key: str) -> float:
    """Press a key that decides; the seconds until the next page is there."""
    start = time.perf_counter()
    with page.expect_navigation(wait_until="domcontentloaded"):
        page.keyboard.press(key)
    return time.perf_counter() - start


def test_twenty_by_keyboard_and_twenty_back(page: Page, ledger: Store) -> None:
    with served(ledger) as base:
        enter(page, base)
        asked = []
        for n in range(MANY):
            asked.append(question(page))
            key = "s" if "~" in asked[-1] else "ax"[n % 2]
            assert pressed(page, key) < 5
            assert standing(page) == n + 1
        assert len(set(asked)) == MANY
        for n, before in enumerate(reversed(asked)):
            pressed(page, "u")
            assert standing(page) == MANY - 1 - n
            assert question(page) == before
        expect(page.get_by_role("status")).to_have_text("Taken back.")


def test_undone_after_a_restart(page: Page, tmp_path: Path) -> None:
    path = str(tmp_path / "again.sqlite")
    store = made(open_store(path))
    with served(store) as base:
        enter(page, base)
        first = question(page)
        pressed(page, "s" if "~" in first else "a")
        port = int(base.rpartition(":")[2])
    store.close()
    store = open_store(path)
    with served(store, port=port) as base:
        page.goto(f"{base}/review")
        assert standing(page) == 1  # the session outlives the restart too: its cookie is signed with the token
        pressed(page, "u")
        assert standing(page) == 0
        assert question(page) == first
    store.close()


def test_read_only_without_a_token(page: Page, ledger: Store) -> None:
    with served(ledger, token=None) as base:
        page.goto(f"{base}/review")
        expect(page.get_by_role("heading", name="Read-only")).to_be_visible()
        assert page.locator("main button").count() == 0
        for key in ("a", "x", "m", "s", "u"):
            page.keyboard.press(key)
        assert page.url == f"{base}/review"
        page.keyboard.press("?")
        expect(page.get_by_text("right: the words say this")).to_be_visible()


def test_a_change_by_keyboard(page: Page, ledger: Store) -> None:
    with served(ledger) as base:
        enter(page, base)
        while "~" in question(page) or not page.locator("dt", has_text=re.compile("^count$")).count():
            pressed(page, "n")
        pressed(page, "e")
        page.get_by_label("count").fill("77..")
        page.get_by_label("count").press("a")  # a key pressed while writing is written
        assert page.get_by_label("count").input_value() == "77..a"
        page.get_by_label("count").fill("77..")
        with page.expect_navigation():
            page.get_by_label("count").press("Enter")
        expect(page.get_by_role("status")).to_contain_text("Kept as changed")
        pressed(page, "u")
        assert "at least 77" not in page.inner_text("article")


def test_forms_do_without_scripts(ledger: Store, browser: Browser) -> None:
    with served(ledger) as base:
        page = browser.new_context(java_script_enabled=False).new_page()
        enter(page, base)
        button = "Two events" if "~" in question(page) else "Right"
        page.get_by_role("button", name=button).click()
        assert standing(page) == 1
        page.get_by_role("button", name="Undo").click()
        assert standing(page) == 0
        page.get_by_role("button", name="End the session").click()
        expect(page.get_by_role("heading", name="Read-only")).to_be_visible()
