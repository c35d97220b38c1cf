"""Ways a user walks in a browser: two days compared, a state to a sentence, a brief printed, a site of files."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.browser.opened import or_skip, served
from tests.resolve.made import Wire, pledge, said
from tests.serve.ledger import made

from wireledger.lexicon.parties import states as lexicon_states
from wireledger.pipeline import view_on
from wireledger.pipeline.book import StoreBook
from wireledger.serve.export import Asks, write_site
from wireledger.store import MemoryStore, Store

pytestmark = pytest.mark.browser
or_skip()

from playwright.sync_api import Page  # noqa: E402


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


def test_the_brief_of_a_meeting_prints_on_one_page(page: Page) -> None:
    with served(_crowded(), token=None) as base:
        page.goto(f"{base}/parties")
        page.get_by_role("link", name="Meetings of forums and alliances").click()
        page.get_by_role("link", name="Ukraine Defense Contact Group, 21 April 2023").click()
        assert page.locator("#pledged").inner_text().upper().endswith("(40)")
        sheet = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1


@pytest.fixture(scope="module", autouse=True)
def disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hand-made ledger as files, written before any browser runs."""
    store, folder = made(), tmp_path_factory.mktemp("disk") / "public"
    write_site(store, lambda known, true: view_on(store, known, true), StoreBook(store), folder, Asks())
    return folder


def test_a_site_of_files_is_walked_from_the_disk(disk: Path, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((disk / "index.html").as_uri())
    page.get_by_role("link", name="Pledges", exact=True).click()
    page.locator("tr", has_text="2A4").first.get_by_role("link", name="the entry").click()
    assert page.locator("h1 a.figure").first.inner_text() == "at least 14"
    page.locator("h1 a.figure").first.click()
    words = page.locator(":target")
    assert "at least 14" in words.inner_text()
    assert page.locator(".quoted", has=words).locator("blockquote").is_visible()
    page.locator(".quoted", has=words).get_by_role("link", name="the entry").click()
    page.wait_for_url("**/entry/*.html")
    assert all(url.startswith("file://") for url in asked)


def _crowded() -> Store:
    """A ledger of one meeting with forty pledges of thirty states, each due, and forty statements."""
    wire, states = Wire(), [state.code for state in lexicon_states()[:30]]
    due = {"text": "in May", "from": "2023-05-01", "to": "2023-06-01"}
    gathering = {"kind": "contact", "quote": "The group met in Ramstein.", "form": "meeting", "guests": ["udcg"],
                 "hosts": [], "place": "Ramstein", "when": "2023-04-21"}  # fmt: skip
    told: list[dict[str, Any]] = [gathering]
    for n in range(40):
        giver, item = states[n % 30], f"lorries of the kind {n} with spare parts and training"
        quote = f"{giver} promised {n + 2} {item}."
        told.append(pledge(quote, giver, item, n + 2, forum="udcg", when="2023-04-21", due=due, category=f"kind-{n}"))
        words = f"words number {n}, which go on for some time and then for some more until the line is full"
        told.append({**said(f"{giver} said {words}.", giver, words), "when": "2023-04-21"})
    wire.report("Fen Post", "2023-04-21", *told)
    found, store, on = wire.resolved(), MemoryStore(), datetime(2024, 1, 1, tzinfo=UTC)
    for report in wire.reports:
        store.add(report, wire.claims, on)
    store.replace(found.entries, on, found.voices)
    return store
