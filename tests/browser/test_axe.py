"""No page has a fault that keeps people out: the rules of axe, light and dark; keys reach all; twice as large holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.browser.opened import TOKEN, or_skip, served
from tests.serve.ledger import made

from wireledger.store import MemoryStore, Store

pytestmark = pytest.mark.browser
or_skip()
axe_playwright = pytest.importorskip("axe_playwright_python.sync_playwright")

from playwright.sync_api import Browser, BrowserContext, Page  # noqa: E402

STARTS = (
    *(
        "/",
        "/entries",
        "/pledges",
        "/contacts",
        "/statements",
        "/memberships",
        "/parties",
        "/meetings",
        "/changes",
        "/due",
        "/reports",
    ),
    *(
        "/problems",
        "/about",
        "/docs",
        "/honesty",
        "/review",
        "/review/log",
        "/entries?doubt=yes",
        "/nowhere",
        "/?nope=1",
    ),
    *("/matrix", "/timeline", "/map", "/matrix?measure=count", "/timeline?day=happened", "/map?by=recipient"),
    *("/entries?as-of=2024-03-01", "/?lang=de", "/review?lang=uk", "/about?lang=en"),
)
KINDS = re.compile(r"^(/[^/?#]*)")
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
FOCUSED = """() => {
  const one = document.activeElement;
  const box = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  return { name: one.outerHTML.slice(0, 120), body: one === document.body, seen: box.width > 0 && box.height > 0,
    outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 };
}"""
REACHABLE = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
  .filter((one) => !one.disabled && one.type !== 'hidden' && one.checkVisibility()).length"""
CUT = """() => [...document.querySelectorAll('body *')].filter((one) =>
  ['hidden', 'clip'].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1
  && !one.matches('.hidden, input, select')).map((one) => one.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def store() -> Store:
    """The hand-made ledger."""
    return made(MemoryStore())


@pytest.fixture(scope="module")
def base(store: Store) -> Iterator[str]:
    """It, served."""
    with served(store) as address:
        yield address


def entered(browser: Browser, base: str, **options: Any) -> BrowserContext:
    context = browser.new_context(**options)
    page = context.new_page()
    page.goto(f"{base}/review")
    page.fill("input[name=token]", TOKEN)
    page.keyboard.press("Enter")
    page.wait_for_selector("text=you decide as ann")
    page.close()
    return context


def addresses(page: Page, base: str, store: Store) -> list[str]:
    """One page of each kind that the site links to, and the pages of single things."""
    entries = {entry.kind: entry for entry in store.entries()}
    differ = next(entry for entry in store.entries() if entry.disagreements)
    claim = next(iter(store.claims()))
    found = dict.fromkeys([*STARTS, f"/entry/{differ.id}", *(f"/entry/{entry.id}" for entry in entries.values())])
    found |= dict.fromkeys([f"/report/{claim.evidence.report}", f"/report/{claim.evidence.report}?claim={claim.id}"])
    found |= dict.fromkeys([f"/review?at={claim.id}", f"/review?at={claim.id}&change=1"])
    known = {kind[1] for path in found if (kind := KINDS.match(path))}
    for path in list(found):
        page.goto(base + path)
        for link in page.eval_on_selector_all("a[href^='/']", "all => all.map(a => a.getAttribute('href'))"):
            kind = KINDS.match(link.partition("#")[0])
            if kind and kind[1] not in known and not re.search(r"\.(json|csv|svg|png|atom|ics)\b", link):
                known.add(kind[1])
                found[link.partition("#")[0]] = None
    return list(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_no_kind_of_page_breaks_a_rule(base: str, browser: Browser, store: Store, scheme: str, width: int) -> None:
    context = entered(browser, base, color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    axe = axe_playwright.Axe()
    paths = addresses(page, base, store)
    faults = []
    for path in paths:
        page.goto(base + path)
        if page.url.endswith((".json", ".csv")):
            continue
        for fault in axe.run(page, options=RULES).response["violations"]:
            where = [node["html"][:140] for node in fault["nodes"][:3]]
            faults.append(f"{path} {fault['id']}: {fault['help']} {where}")
    context.close()
    assert len(paths) >= 20
    assert faults == [], "\n".join(faults)


def test_keys_reach_all_and_the_focus_is_seen(base: str, browser: Browser, store: Store) -> None:
    context = entered(browser, base, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    faults = []
    for path in addresses(page, base, store):
        page.goto(base + path)
        wanted, reached = page.evaluate(REACHABLE), set()
        for _ in range(min(wanted, 60)):
            page.keyboard.press("Tab")
            told = page.evaluate(FOCUSED)
            if told["body"]:
                break
            reached.add(told["name"])
            part_of_a_date = 'type="date"' in told["name"]  # the browser marks the part of a date that is written
            if not (told["seen"] and (told["outline"] or part_of_a_date)):
                faults.append(f"{path}: {told}")
        if not reached or (wanted <= 60 and len(reached) < min(wanted, 60) * 0.5):
            faults.append(f"{path}: {len(reached)} of {wanted} reached")
    context.close()
    assert faults == [], "\n".join(faults)


def test_twice_as_large_nothing_is_cut_off(base: str, browser: Browser, store: Store) -> None:
    context = entered(browser, base, viewport={"width": 640, "height": 450}, device_scale_factor=2)
    page = context.new_page()
    faults = []
    for path in addresses(page, base, store):
        for width in (640, 320):  # a window of 1280 at 200 and at 400 percent
            page.set_viewport_size({"width": width, "height": 450})
            page.goto(base + path)
            wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            if wider > 0:
                faults.append(f"{path} at {width}: {wider} too wide")
            faults += [f"{path} at {width}: {cut} is cut off" for cut in page.evaluate(CUT)]
    context.close()
    assert faults == [], "\n".join(faults)
