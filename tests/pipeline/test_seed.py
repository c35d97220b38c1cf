"""The article the project began from: what a careful reader takes from it, and what must not come out of it.

The article itself is read from the shared folder; here stand only its facts.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from wireledger.model import Claim, Contact, Membership, Pledge, Report, Statement
from wireledger.model.wire import event_to_json
from wireledger.pipeline import claims_of
from wireledger.read import reports

NAME = "000_2d8a035573f4066f.txt"


@pytest.fixture(scope="module")
def report(shared: Path) -> Report:
    return next(r for r in reports([str(shared / "reports" / NAME)]) if isinstance(r, Report))


@pytest.fixture(scope="module")
def claims(report: Report) -> tuple[Claim, ...]:
    return claims_of(report)


def pledge(claim: Claim, donors: set[str], model: str | None, low: float | None) -> bool:
    event = claim.event
    if not isinstance(event, Pledge) or set(event.donors) != donors or event.recipient not in ("ua", None):
        return False
    count = event.quantity
    return event.model == model and (count.low if count else None) == low and (count is None or count.high is None)


def on(claim: Claim, day: str, until: str | None = None) -> bool:
    event = claim.event
    when = event.when.interval if event.when else None
    first = date.fromisoformat(day)
    last = date.fromisoformat(until) if until else date.fromordinal(first.toordinal() + 1)
    return when is not None and (when.start, when.stop) == (first, last)


def leopards_2(c: Claim) -> bool:
    event = c.event
    if not pledge(c, {"dk", "nl"}, "leopard-2", 14) or not isinstance(event, Pledge):
        return False
    due = event.due.interval if event.due else None
    starts = due is not None and due.start == date(2024, 1, 1)
    return starts and (event.step, event.scope) == ("promised", "new") and on(c, "2023-04-20")


def leopards_1(c: Claim) -> bool:
    event = c.event
    told = isinstance(event, Pledge) and (event.step, event.scope, event.due) == ("promised", "earlier", None)
    return told and pledge(c, {"dk", "nl", "de"}, "leopard-1a5", 100)


def helps(donors: Iterable[set[str]], word: str) -> Callable[[Claim], bool]:
    def fits(c: Claim) -> bool:
        e = c.event
        if not isinstance(e, Pledge) or set(e.donors) not in donors or e.recipient != "ua" or e.quantity or e.money:
            return False
        return e.step in ("in_transit", "delivered") and word in (e.item or "")

    return fits


def contact(form: str, guests: set[str], place: str, mood: str) -> Callable[[Claim], bool]:
    def fits(c: Claim) -> bool:
        e = c.event
        named = isinstance(e, Contact) and e.form == form and guests <= set(e.guests) and place in (e.place or "")
        return named and c.mood == mood

    return fits


def membership(member: str, step: str, mood: str = "asserted") -> Callable[[Claim], bool]:
    def fits(c: Claim) -> bool:
        e = c.event
        return isinstance(e, Membership) and (e.member, e.alliance, e.step, c.mood) == (member, "nato", step, mood)

    return fits


def statement(speaker: str, words: str, direct: bool = False) -> Callable[[Claim], bool]:
    def fits(c: Claim) -> bool:
        e = c.event
        told = isinstance(e, Statement) and e.speaker == speaker and words in e.words
        return told and (not direct or (isinstance(e, Statement) and e.direct))

    return fits


def every(found: tuple[Claim, ...], *wanted: Callable[[Claim], bool]) -> bool:
    return all(any(fits(c) for c in found) for fits in wanted)


ORGANISATION = ({"nato"},)
MEMBERS = ({"nato-members"},)
RECORDS: dict[str, Callable[[tuple[Claim, ...]], bool]] = {
    "PLG1": lambda cs: every(cs, leopards_2),
    "PLG2": lambda cs: every(cs, leopards_1),
    "SUP1": lambda cs: every(
        cs, *(helps(ORGANISATION, w) for w in ("generators", "medical equipment", "tents", "uniforms"))
    ),
    "SUP2": lambda cs: every(cs, *(helps(MEMBERS, w) for w in ("weapons", "ammunition", "training"))),
    "VIS1": lambda cs: any(
        contact("visit", {"jens-stoltenberg"}, "Ukraine", "asserted")(c) and on(c, "2023-04-20") for c in cs
    ),
    "VIS2": lambda cs: any(
        contact("visit", {"vladimir-putin"}, "Ukraine", "asserted")(c) and on(c, "2023-04-18") for c in cs
    ),
    "VIS3": lambda cs: any(
        contact("visit", {"jens-stoltenberg"}, "Kyiv", "asserted")(c) and not on(c, "2023-04-20") for c in cs
    ),
    "EVT2": lambda cs: any(
        contact("meeting", {"jens-stoltenberg", "lloyd-austin"}, "Ramstein", "planned")(c) and on(c, "2023-04-21")
        for c in cs
    ),
    "EVT3": lambda cs: any(
        contact("meeting", {"joe-biden"}, "Vilnius", "planned")(c) and on(c, "2023-07-01", "2023-08-01") for c in cs
    ),
    "MEM1": lambda cs: any(membership("fi", "joined")(c) and on(c, "2023-04-01", "2023-04-20") for c in cs),
    "MEM3": lambda cs: every(cs, membership("se", "joined", "planned")),
    "MEM4": lambda cs: any(membership("ua", "supported")(c) and on(c, "2008-01-01", "2009-01-01") for c in cs),
    "MEM5": lambda cs: any(membership("ua", "supported")(c) and "Stoltenberg" in (c.said_by or "") for c in cs),
    "STM1": lambda cs: every(cs, statement("ru", "must not be allowed to join"), membership("ua", "opposed")),
    "STM2": lambda cs: every(cs, statement("dmitry-peskov", "remains one of the goals")),
    "STM3": lambda cs: any(
        statement("dmitry-peskov", "serious, significant threat", direct=True)(c) and on(c, "2023-04-20") for c in cs
    ),
    "STM4": lambda cs: every(cs, statement("nato", "poses no threat")),
}


def test_the_day_is_worked_out(report: Report) -> None:
    published = report.source.published
    assert published is not None
    assert (published.start, published.stop) == (date(2023, 4, 20), date(2023, 4, 21))
    assert report.source.agency == "AP"


def test_what_a_careful_reader_takes(claims: tuple[Claim, ...]) -> None:
    missed = [name for name, holds in RECORDS.items() if not holds(claims)]
    assert not missed, f"not read: {', '.join(missed)}"


def test_every_quote_is_its_slice(report: Report, claims: tuple[Claim, ...]) -> None:
    assert claims
    assert all(c.evidence.quote == c.evidence.span.of(report.text) for c in claims)


def test_what_must_not_appear(report: Report, claims: tuple[Claim, ...]) -> None:
    tail = min(b.span.start for b in report.blocks if b.kind == "tail")
    assert all(c.evidence.span.stop <= tail for c in claims), "something was read from the page's tail"
    for c in claims:
        e = c.event
        if isinstance(e, Pledge):
            _no_wrong_pledge(e)
        if isinstance(e, Contact):
            assert not ({"joe-biden", "lloyd-austin"} & set(e.guests) and "Ukrain" in (e.place or ""))
            assert not ("vladimir-putin" in e.guests and "Kyiv" in (e.place or ""))
            assert not {"volodymyr-zelensky", "ua", "lt", "de"} & set(e.guests)
            assert not ("Ramstein" in (e.place or "") and c.mood == "asserted")
            assert "Washington" not in (e.place or "")
        if isinstance(e, Membership):
            assert not (e.member == "se" and e.step in ("joined", "is_member") and c.mood == "asserted")
            assert not (e.member == "ua" and e.step in ("joined", "is_member") and c.mood != "denied")
        if isinstance(e, Statement) and "threat" in e.words:
            assert e.speaker is not None


def _no_wrong_pledge(e: Pledge) -> None:
    item = (e.item or "").lower()
    count = e.quantity
    if "tank" in item or "leopard" in item:
        assert e.step not in ("delivered", "in_transit")
        assert count is not None
        assert count.high is None
        assert count.low in (14, 100)
        assert not (count.low == 14 and "de" in e.donors)
        assert not (count.low == 100 and e.due is not None)
    assert "warplane" not in item
    assert "howitzer" not in item
    if set(e.donors) == {"nato"}:
        assert not any(word in item for word in ("weapon", "tank", "ammunition", "training"))


def test_the_same_article_as_a_page(report: Report, claims: tuple[Claim, ...], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(_page(report), encoding="utf-8")
    again = next(r for r in reports([str(page)]) if isinstance(r, Report))
    assert again.source.published == report.source.published
    assert [_told(c) for c in claims_of(again)] == [_told(c) for c in claims]


def _told(claim: Claim) -> str:
    """What a claim tells, without its places; a page has plain spaces where the text has no-break ones."""
    told = claim.kind, event_to_json(claim.event), claim.mood, claim.said_by, claim.rule, claim.evidence.quote
    return repr(told).replace(r"\xa0", " ")


def _page(report: Report) -> str:
    """The article's blocks as the page of a made-up site, with all that surrounds an article there."""
    kept = [b for b in report.blocks if b.kind != "tail"]
    body = "\n".join(_tag(b.kind, html.escape(b.span.of(report.text))) for b in kept[1:])
    title = html.escape(kept[0].span.of(report.text))
    return f"""<!doctype html><html lang="en"><head><title>{title} | Security Wire</title>
<meta property="og:site_name" content="Global Security Wire"></head><body>
<nav><a href="/">Home</a> <a href="/tanks">France sends Kyiv 50 tanks</a></nav>
<div class="cookie-banner">We use cookies. <button>Accept</button></div>
<main><article><h1>{title}</h1>{body}
<aside class="related"><h3>Related stories</h3><ul><li><a href="/a">Italy pledges 20 howitzers to Ukraine</a></li>
<li><a href="/b">Olaf Scholz visits Kyiv</a></li></ul></aside></article></main>
<section id="comments"><h3>2 comments</h3><div class="comment">Poland has given Ukraine 999 tanks!</div></section>
<form class="newsletter"><label>Sign up for our newsletter</label><input></form>
<footer>©2024 Global Security Wire. All Rights Reserved. Washington, D.C.</footer></body></html>"""


def _tag(kind: str, text: str) -> str:
    if kind == "caption":
        return f"<figure><img src='p.jpg' alt=''><figcaption>{text}</figcaption></figure>"
    return f'<p class="byline">{text}</p>' if kind == "byline" else f"<p>{text}</p>"
