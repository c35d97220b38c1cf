"""A hundred attacks in every stored field, opened in a real browser: nothing runs, nothing is asked of another host."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from tests.browser.opened import TOKEN, or_skip, served
from tests.serve.hostile import PAYLOADS, hostile, name

pytestmark = pytest.mark.browser
or_skip()

from playwright.sync_api import Browser, Page  # noqa: E402

LISTS = (
    *("/", "/entries?limit=500", "/pledges?limit=500", "/contacts?limit=500", "/statements?limit=500"),
    *(
        "/memberships?limit=500",
        "/reports?limit=500",
        "/problems?limit=500",
        "/parties",
        "/meetings",
        "/changes",
        "/due",
    ),
    *("/review", "/review/log?limit=500", "/about", "/honesty", "/docs"),
)


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    """The hostile ledger, served."""
    with served(hostile()) as address:
        yield address


@pytest.fixture(scope="module")
def opened(base: str, browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page of somebody who may decide, and what it did that no page of words does."""
    page = browser.new_page()
    did: list[str] = []
    page.on("dialog", lambda dialog: (did.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("console", lambda said: did.append(said.text) if "Content Security Policy" in said.text else None)
    page.on("pageerror", lambda error: did.append(str(error)))
    page.on("request", lambda asked: did.append(asked.url) if not asked.url.startswith(base) else None)
    page.on("popup", lambda _: did.append("a window"))
    page.goto(f"{base}/review")
    page.fill("input[name=token]", TOKEN)
    page.keyboard.press("Enter")
    page.wait_for_selector("text=you decide as ann")
    yield page, did
    page.close()


def test_no_list_runs_anything(base: str, opened: tuple[Page, list[str]]) -> None:
    page, did = opened
    found = 0
    for path in LISTS:
        answer = page.goto(base + path)
        assert answer
        assert answer.status in (200, 404), path
        found += answer.status == 200
        page.mouse.move(300, 300)
        page.keyboard.press("Tab")
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert found >= 9
    assert did == []


def test_no_report_entry_or_question_runs_anything(base: str, opened: tuple[Page, list[str]]) -> None:
    page, did = opened
    for number, bad in enumerate(PAYLOADS):
        report = quote(name(number, bad), safe="")
        answer = page.goto(f"{base}/report/{report}")
        assert answer
        assert answer.status == 200, bad
        links = page.eval_on_selector_all("a[href^='/entry/'], a[href*='claim=']", "all => all.map(a => a.href)")
        assert links
        page.goto(links[0])
        if number % 4 == 0:
            claim = links[0].partition("claim=")[2].partition("#")[0].partition("&")[0]
            page.goto(f"{base}/review?at={claim}&change=1")
            page.goto(links[-1])
            page.hover("main")
    assert did == []
