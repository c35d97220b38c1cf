"""Pictures add what counts, count and sum apart, tell what has no figure, and lead to the pledges behind each part."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as Tree
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.resolve.made import Wire, money, pledge
from tests.serve.views import asking

from wireledger.lexicon.parties import states
from wireledger.serve.pictures import FORMS, KINDS
from wireledger.serve.pictures.tiles import tiles

SVG = "{http://www.w3.org/2000/svg}"


def gifts() -> Wire:
    """Tanks of two donors together and of one alone, guns without a number, a sum, a delivery and a request."""
    wire = Wire()
    both = pledge("Oslo and Copenhagen give 14 tanks.", "no dk", "tanks", 14, category="tank", when="2023-01-10")
    wire.report("Fen Post", "2023-01-10", both)
    wire.report(
        "Fen Post", "2023-02-03", pledge("Oslo gives at least 8 guns.", "no", "guns", 8, high=None, category="howitzer")
    )
    wire.report("Fen Post", "2023-02-04", pledge("Rome gives some guns.", "it", "guns", category="howitzer"))
    wire.report(
        "Fen Post", "2023-03-05", money("Rome gives 5 million dollars.", "it", 5_000_000, "aid", category="aid")
    )
    came = pledge(
        "Oslo's guns, 3 of them, arrived.", "no", "guns", 3, step="delivered", category="howitzer", when="2023-05-02"
    )
    wire.report("Fen Post", "2023-05-03", came)
    wire.report(
        "Fen Post",
        "2023-06-01",
        pledge("Kyiv asks Paris for tanks.", "fr", "tanks", 30, step="requested", category="tank"),
    )
    return wire


@pytest.fixture(scope="module")
def asks() -> TestClient:
    """Asks the ledger of the gifts."""
    return asking(gifts())


def cells(asks: TestClient, **asked: str) -> dict[tuple[Any, ...], dict[str, Any]]:
    found = asks.get("/matrix.json", params=asked).json()["matrix"]
    return {(one["donor"], one["category"]): one for one in found}


def ends(cell: dict[str, Any], name: str) -> tuple[float | None, float | None]:
    return cell[f"{name}_low"], cell[f"{name}_high"]


def test_things_are_counted_with_their_bounds_and_joint_gifts_are_nobodys_alone(asks: TestClient) -> None:
    found = cells(asks, measure="count")
    assert ends(found["no", "tank"], "promised") == ends(found["dk", "tank"], "promised") == (0, 14)
    assert found["no", "tank"]["joint"] == 1
    guns = found["no", "howitzer"]
    assert (ends(guns, "promised"), ends(guns, "delivered"), ends(guns, "open")) == ((8, None), (3, 3), (5, None))
    assert (found["it", "howitzer"]["unknown"], ends(found["it", "howitzer"], "promised")) == (1, (0, 0))
    assert ("it", "aid") not in found
    assert ("fr", "tank") not in found


def test_money_stands_apart_by_currency(asks: TestClient) -> None:
    assert {key: ends(one, "promised") for key, one in cells(asks, measure="usd").items()} == {
        ("it", "aid"): (5_000_000, 5_000_000)
    }
    assert cells(asks, measure="eur") == {}


def test_pledges_are_counted_once_for_each_donor_and_once_in_all(asks: TestClient) -> None:
    told = asks.get("/matrix.json").json()
    assert (told["fitting"], told["counting"]) == (5, 4)
    assert {key: one["pledges"] for key, one in cells(asks).items()} == {
        ("no", "tank"): 1, ("dk", "tank"): 1, ("no", "howitzer"): 1, ("it", "howitzer"): 1, ("it", "aid"): 1,
    }  # fmt: skip
    assert ends(cells(asks)["no", "howitzer"], "delivered") == (1, 1)


@pytest.mark.parametrize("asked", [{}, {"measure": "usd"}, {"donor": "no"}, {"from": "2023-01-01", "to": "2023-02-01"}])
def test_each_cell_opens_its_pledges(asks: TestClient, asked: dict[str, str]) -> None:
    found = cells(asks, **asked)
    assert found
    page = asks.get("/matrix", params=asked).text
    for (donor, category), one in found.items():
        path, _, query = one["link"].partition("?")
        listed = asks.get(f"{path}.json?{query}").json()["entries"]
        assert len(listed) == one["pledges"]
        assert all(donor in e["donors"] and e["category"] == category and e["counts_in_totals"] for e in listed)
        assert f'href="{one["link"].replace("&", "&amp;")}"' in page


def test_filters_and_clocks_narrow_every_picture(asks: TestClient) -> None:
    assert set(cells(asks, recipient="ua", category="artillery")) == {("no", "howitzer"), ("it", "howitzer")}
    assert set(cells(asks, donor="dk")) == {("dk", "tank")}
    early = cells(asks, **{"known-on": "2023-02-03", "measure": "count"})
    assert set(early) == {("no", "tank"), ("dk", "tank"), ("no", "howitzer")}
    assert ends(early["no", "howitzer"], "delivered") == (0, 0)
    for name in KINDS:
        assert asks.get(f"/{name}.json", params={"known-on": "2022-01-01"}).json()["counting"] == 0
        assert "No pledge that counts fits" in asks.get(f"/{name}", params={"counts": "no"}).text


def test_the_timeline_tells_apart_when_it_was_told_and_when_it_happened(asks: TestClient) -> None:
    told = {(one["period"], one["step"]): one for one in asks.get("/timeline.json").json()["timeline"]}
    assert {key: one["pledges"] for key, one in told.items()} == {
        ("2023-01", "promised"): 1, ("2023-02", "promised"): 2, ("2023-03", "promised"): 1, ("2023-05", "delivered"): 1,
    }  # fmt: skip
    for one in told.values():
        assert len(asks.get(one["link"].replace("/pledges", "/pledges.json")).json()["entries"]) == one["pledges"]
    happened = asks.get("/timeline.json", params={"day": "happened"}).json()
    assert {(one["period"], one["step"]) for one in happened["timeline"]} == {
        ("2023-01", "promised"),
        ("2023-05", "delivered"),
    }
    assert "3 steps whose month no report tells" in happened["notes"][0]
    years = asks.get("/timeline.json", params={"per": "year", "measure": "count"}).json()["timeline"]
    assert [(one["period"], one["step"], one["amount_low"]) for one in years] == [
        ("2023", "delivered", 3), ("2023", "promised", 8),
    ]  # fmt: skip


def test_the_map_has_a_tile_for_every_state_and_none_twice(asks: TestClient) -> None:
    assert set(tiles()) == {state.code for state in states()}
    assert len(set(tiles().values())) == len(tiles())
    page = asks.get("/map").text
    for code in ("NO", "FJ"):
        assert f">{code}</text>" in page
    assert {one["party"] for one in asks.get("/map.json", params={"by": "recipient"}).json()["map"]} == {"ua"}


def test_who_is_not_told_is_said_and_leads_to_the_pledges() -> None:
    wire = Wire()
    wire.report(
        "Fen Post", "2023-01-10", pledge("Someone gives 8 tanks.", "", "tanks", 8, category="tank", recipient=None)
    )
    asks = asking(wire)
    for by in ("donor", "recipient"):
        (one,) = asks.get("/map.json", params={"by": by}).json()["map"]
        assert one["party"] is None
        assert len(asks.get(one["link"].replace("/pledges", "/pledges.json")).json()["entries"]) == 1
        assert f"{by} not told" in asks.get("/map", params={"by": by}).text


@pytest.mark.parametrize("name", KINDS)
def test_a_picture_has_words_and_is_a_file_and_a_table(asks: TestClient, name: str) -> None:
    page = asks.get(f"/{name}").text
    assert re.search(rf'<svg class="picture" role="group" [^>]*aria-labelledby="{name}-title {name}-told">', page)
    root = Tree.fromstring(asks.get(f"/{name}.svg").text)
    assert root.find(f"{SVG}title") is not None
    assert len((root.find(f"{SVG}desc").text or "").split()) > 5  # type: ignore[union-attr]
    assert not [one for one in root.iter() if "class" in one.attrib]
    rows = list(csv.DictReader(io.StringIO(asks.get(f"/{name}.csv").text)))
    assert len(rows) == len(asks.get(f"/{name}.json").json()[name])
    assert page.count("<tr>") >= 2


@pytest.mark.parametrize("name", KINDS)
def test_what_cannot_be_drawn_is_told(asks: TestClient, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for form in ("", *(f".{form}" for form in FORMS)):
        for asked in ({"order": "count"}, {"doner": "no"}, {"measure": "tons of it"}):
            answer = asks.get(f"/{name}{form}", params=asked)
            assert answer.status_code == 400
            assert next(iter(asked)) in answer.text
    monkeypatch.setitem(__import__("sys").modules, "resvg_py", None)
    answer = asks.get(f"/{name}.png")
    assert answer.status_code == 501
    assert "wireledger[png]" in answer.text


@pytest.mark.parametrize("name", KINDS)
def test_a_picture_is_saved_as_png(asks: TestClient, name: str) -> None:
    pytest.importorskip("resvg_py")
    answer = asks.get(f"/{name}.png")
    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG\r\n")


def test_the_list_leads_to_its_pictures(asks: TestClient) -> None:
    page = asks.get("/pledges", params={"donor": "no", "order": "count"}).text
    for name in KINDS:
        assert f'href="/{name}?donor=no"' in page
    assert 'href="/matrix">Pictures<' in asks.get("/").text
