"""Nobody writes without the token, from another site, or with a form of another session."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.serve.desk import START, TOKEN, Site

from wireledger.serve.asked_review import LARGEST
from wireledger.serve.guard import LASTS


@pytest.fixture
def site() -> Site:
    """A site of which the browser has not yet the token."""
    return Site()


def refused(site: Site, form: dict[str, str], **headers: str) -> int:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    status = site.client.post("/review", data=form, headers=told).status_code
    assert site.standing() == []
    return status


def test_only_the_token_opens(site: Site) -> None:
    for wrong in ("", "x", TOKEN[:-1], TOKEN + "x", "ä" * 30):
        assert site.enter(wrong).status_code == 403
        assert "wireledger" not in site.client.cookies
    assert "you decide as ann" in site.enter().text


def test_the_cookie_cannot_be_read_or_sent_by_other_sites(site: Site) -> None:
    answer = site.client.post("/review/enter", data={"token": TOKEN}, follow_redirects=False)
    told = answer.headers["set-cookie"].lower()
    assert "httponly" in told
    assert "samesite=strict" in told
    assert TOKEN not in told
    page = site.client.get("/review")
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "same-origin"  # or the browser would not tell where a form comes from


def test_a_form_without_a_session_is_refused(site: Site) -> None:
    site.enter()
    form = {**site.fields(site.at()), "verdict": "right"}
    site.client.cookies.clear()
    assert refused(site, form) == 403
    for cookie in ("x", "1.x.y", "..", "9999999999.abc.def", "nonsense.nonsense.nonsense", "é.é.é"):
        assert refused(site, form, Cookie=f"wireledger={cookie.encode('ascii', 'ignore').decode()}") == 403


def test_a_form_of_another_session_or_site_is_refused(site: Site) -> None:
    site.enter()
    form = {**site.fields(site.at()), "verdict": "right"}
    assert refused(site, {**form, "form": ""}) == 403
    assert refused(site, {**form, "form": "0" * 64}) == 403
    assert refused(site, form, Origin="https://elsewhere.example") == 403
    assert refused(site, form, Origin="null") == 403
    assert refused(site, form, Sec_Fetch_Site="cross-site") == 403
    assert refused(site, form, Sec_Fetch_Site="same-site") == 403
    other = Site(site.store, site.clock)
    other.enter()
    assert refused(site, {**form, "form": other.fields()["form"]}) == 403
    answer = site.client.post("/review", data=form, headers={"Origin": "http://testserver"})
    assert answer.status_code == 200
    assert site.standing() == ["right"]
    site.desk.close()


def test_the_token_is_not_asked_from_elsewhere(site: Site) -> None:
    answer = site.client.post("/review/enter", data={"token": TOKEN}, headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 403
    assert "wireledger" not in site.client.cookies


def test_a_session_ends(site: Site) -> None:
    site.enter()
    form = {**site.fields(site.at()), "verdict": "right"}
    site.clock = iter([START + timedelta(seconds=LASTS + 60)] * 10)
    assert refused(site, form) == 403


def test_a_session_is_left(site: Site) -> None:
    site.enter()
    form = {**site.fields(site.at()), "verdict": "right"}
    assert "Read-only" in site.client.post("/review/leave", data={"form": form["form"]}).text
    assert refused(site, form) == 403


def test_forms_are_small_and_plain(site: Site) -> None:
    site.enter()
    form = {**site.fields(site.at()), "verdict": "right"}
    assert refused(site, {**form, "more": "x" * LARGEST}) == 400
    assert site.client.post("/review", json=form).status_code == 400
    doubled = "&".join(f"{name}={value}" for name, value in form.items()) + "&verdict=wrong"
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert site.client.post("/review", content=doubled, headers=kind).status_code == 400
    assert site.standing() == []
