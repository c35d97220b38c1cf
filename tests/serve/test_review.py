"""The review: what would change most first; forms decide, go on and take back; nothing is lost."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient
from tests.serve.desk import Site, filled, ticking

from wireledger.pipeline.book import StoreBook
from wireledger.serve import app
from wireledger.store import MemoryStore, open_store


@pytest.fixture
def site() -> Site:
    """A site of which the browser has the token."""
    made = Site()
    assert made.enter().status_code == 200
    return made


def asked(page: str) -> str:
    found = re.search(r'name="question" value="([^"]+)"', page)
    assert found
    return found[1]


def sentence(page: str) -> str:
    found = re.search(r'<article class="question".*?<p class="sentence">(?:<a[^>]*>)?([^<]+)<', page, re.S)
    assert found
    return found[1]


def test_the_weightiest_question_comes_first(site: Site) -> None:
    first = site.client.get("/review").text
    assert "Is this one event, or two?" in first
    assert sentence(first) == "Norway gives Ukraine 8 Leopard 2 tanks"
    told = site.client.get("/review.json").json()
    weights = [question["weight"] for question in told["questions"]]
    assert weights == sorted(weights, reverse=True)
    assert len(weights) == told["total"] == 9  # four pledges, each also a statement, and two entries of eight tanks
    assert [q["why"] for q in told["questions"]].count("alike") == 1


def test_a_decision_is_kept_and_the_next_is_asked(site: Site) -> None:
    before = asked(site.client.get(site.at()).text)
    page = site.post("right").text
    assert "Kept as right" in page
    assert asked(page) != before
    assert site.standing() == ["right"]
    (decision,) = site.desk.decisions()
    assert (decision.judgement.by, decision.judgement.left) == ("ann", before)
    site.desk.close()


def test_all_is_decided_and_taken_back_one_by_one(site: Site) -> None:
    done = []
    for _ in range(9):
        page = site.client.get("/review").text
        done.append(asked(page))
        site.post("different" if "~" in done[-1] else "right", "/review")
    assert "Nothing waits here" in site.client.get("/review").text
    assert len(site.standing()) == 9
    for left, question in enumerate(reversed(done)):
        assert asked(site.undo().text) == question
        assert len(site.standing()) == 8 - left
    assert "Nothing of yours is left" in site.undo().text
    site.desk.close()


def test_a_wrong_claim_leaves_its_entry_and_comes_back(site: Site) -> None:
    site.post("wrong")
    site.desk.close()
    assert not [e for e in site.store.entries() if "es" in getattr(e.event, "donors", ())]
    again = Site(site.store, ticking())
    again.clock = site.clock
    again.enter()
    again.undo()
    again.desk.close()
    assert [e for e in site.store.entries() if "es" in getattr(e.event, "donors", ())]


def test_a_change_is_shown_with_what_was_read(site: Site) -> None:
    question = asked(site.client.get(site.at()).text)
    form = site.fields(f"/review?at={question}&change=1")
    told = {**form, "field.money": "..25000000000 EUR", "words": "€20 billion"}
    assert "Kept as changed" in site.client.post("/review/change", data=told).text
    page = site.client.get(f"/review?at={question}").text
    assert sentence(page) == "Spain gives Ukraine up to EUR 25 billion for repairs"
    assert "It had been read as <q>Spain gives Ukraine EUR 20 billion for repairs</q>" in page
    site.desk.close()


@pytest.mark.parametrize(
    ("values", "words", "message"),
    [
        ({"field.money": "lots"}, "€20 billion", "is no amount"),
        ({"field.colour": "red"}, "€20 billion", "has no field"),
        ({"field.money": "5 EUR"}, "words from elsewhere", "do not stand in report"),
        ({}, "€20 billion", "othing is changed"),
        ({"field.step": "dreamt"}, "€20 billion", "cannot be changed so"),
    ],
)
def test_a_change_that_cannot_be_is_told(site: Site, values: dict[str, str], words: str, message: str) -> None:
    question = asked(site.client.get(site.at()).text)
    form = {**site.fields(f"/review?at={question}&change=1"), **values, "words": words}
    answer = site.client.post("/review/change", data=form)
    assert answer.status_code == 400
    assert message in answer.text
    assert site.standing() == []


def test_two_entries_become_one_and_part_again(site: Site) -> None:
    (pair,) = [q["question"] for q in site.client.get("/review.json").json()["questions"] if "~" in q["question"]]
    page = site.client.get(f"/review?at={pair}").text
    assert page.count("<blockquote>") == 2
    site.post("same", f"/review?at={pair}")
    site.desk.close()
    assert sum("no" in getattr(e.event, "donors", ()) for e in site.store.entries()) == 1


def test_what_was_not_seen_is_not_decided(site: Site) -> None:
    assert site.post("right", seen="0123456789abcdef").status_code == 409
    assert site.post("same").status_code == 400  # a claim alone is no pair
    assert site.post("right", question="nobody").status_code == 404
    assert site.standing() == []


def test_a_question_can_be_left_for_later(site: Site) -> None:
    first = asked(site.client.get("/review").text)
    second = asked(site.client.get(f"/review?after={first}").text)
    assert second != first
    assert asked(site.post("right", f"/review?after={first}").text) not in (first, second)
    assert site.client.get("/review?colour=red").status_code == 400
    site.desk.close()


def test_the_log_tells_all_and_takes_back_any(site: Site) -> None:
    for _ in range(3):
        site.post("right" if "~" not in site.fields()["question"] else "different", "/review")
    first = site.desk.decisions()[0].judgement
    log = site.client.get("/review/log").text
    assert log.count('class="badge v-') == 3
    form = {"form": site.fields()["form"], "judgement": first.id, "back": "log"}
    assert "taken back" in site.client.post("/review/undo", data=form).text
    assert len(site.standing()) == 2
    assert site.client.post("/review/undo", data=form).status_code == 409
    undoing = site.desk.decisions()[-1].judgement
    site.client.post("/review/undo", data={**form, "judgement": undoing.id})
    assert len(site.standing()) == 3
    told = site.client.get("/review/log.json").json()
    assert told["total"] == 5
    assert [d["verdict"] for d in told["decisions"]][:2] == ["undone", "undone"]
    assert site.client.get("/review/log.csv").text.splitlines()[0].startswith("id,verdict,by,when,stands")
    site.desk.close()


def test_decisions_outlive_the_site(tmp_path: object) -> None:
    path = f"{tmp_path}/ledger.sqlite"
    site = Site(filled(open_store(path)))
    site.enter()
    site.post("wrong")
    site.desk.close()
    site.store.close()
    again = Site(open_store(path), site.clock)
    again.enter()
    assert again.standing() == ["wrong"]
    assert "Taken back" in again.undo().text
    assert again.standing() == []
    again.desk.close()
    again.store.close()


def test_others_are_not_undone(site: Site) -> None:
    site.post("right")
    other = Site(site.store, site.clock)
    other.desk.by = "ben"
    other.enter()
    assert "Nothing of yours is left" in other.undo().text
    assert site.standing() == other.standing() == ["right"]
    site.desk.close()


def test_without_a_token_all_is_read_only() -> None:
    store = filled(MemoryStore())
    client = TestClient(app(store, book=StoreBook(store)))
    page = client.get("/review").text
    assert "Read-only" in page
    assert "without a token" in page
    assert "<button" not in page.split("<main")[1]
    for path in ("/review", "/review/change", "/review/undo", "/review/enter", "/review/leave"):
        assert client.post(path, data={"token": "x", "form": "x"}).status_code == 403
    assert not [judgement for judgement in store.judgements() if judgement.by != "rule"]


def test_the_way_to_the_review_stands_on_every_page(site: Site) -> None:
    for path in ("/", "/about", "/reports", "/review/log"):
        assert '<a href="/review"' in site.client.get(path).text.split("</header>")[0]


def test_pages_show_a_claim_as_it_was_judged_with_the_first_reading_beside_it(site: Site) -> None:
    key = site.at().rpartition("=")[2]
    words = {"field.money": "25000000000 EUR", "words": "€20 billion"}
    site.client.post("/review/change", data={**site.fields(f"{site.at()}&change=1"), **words})
    site.desk.close()
    report = site.client.get(f"/report/tarn?claim={key}").text
    assert "Spain gives Ukraine EUR 25 billion for repairs" in report
    assert "Judged changed by ann" in report
    assert "<q>Spain gives Ukraine EUR 20 billion for repairs</q>" in report
    entry = site.client.get(f"/entry/e{key}").text
    assert "<q>Spain gives Ukraine EUR 20 billion for repairs</q>" in entry
    (told,) = [c for c in site.client.get("/report/tarn.json").json()["claims"] if c["id"] == key]
    assert told["money_low"] == 25_000_000_000
    judged = site.client.get(f"/entry/e{key}.json").json()["judged"][key]
    assert judged["as_read"]["money_low"] == 20_000_000_000
    assert [j["verdict"] for j in judged["judgements"]] == ["changed"]


def test_a_wrong_claim_is_shown_as_wrong_in_its_report(site: Site) -> None:
    key = site.at().rpartition("=")[2]
    site.post("wrong")
    report = site.client.get("/report/tarn").text
    assert "Judged wrong by ann" in report
    assert site.client.get("/report/tarn.json").json()["judged"][key]["wrong"] is True
    assert "Judged wrong" in site.client.get(f"/report/tarn?claim={key}").text
    site.desk.close()
