"""The page of measured errors tells what the committed files say, and nothing typed by hand."""

from __future__ import annotations

import csv
import io
import re

from eval.tell import TOLD, written
from fastapi.testclient import TestClient

from wireledger.serve.honesty import measured


def test_what_is_told_is_what_was_measured() -> None:
    assert TOLD.read_text(encoding="utf-8") == written(), "write it anew with: python eval/tell.py"


def test_every_figure_of_the_page_is_one_of_the_files(client: TestClient) -> None:
    page = client.get("/honesty").text
    figures = measured()["check"]["figures"]
    for name in ("kinds.pledge.found.f1", "kinds.membership.strict.f1"):
        assert f"{round(figures[name] * 100)}%" in page
    rows = re.findall(r'<th scope="row">\d+% to \d+%</th><td class="n">(\d+)</td>', page)
    assert [int(row) for row in rows] == [int(one["claims"]) for one in measured()["bins"]]
    told = set(re.findall(r"<h2[^>]*>([^<]+)</h2>", page))
    assert {"What is not measured", "How to read a number"} <= told


def test_it_is_data_too(client: TestClient) -> None:
    assert client.get("/honesty.json").json() == measured()
    rows = list(csv.reader(io.StringIO(client.get("/honesty.csv").text)))
    assert rows[0] == ["where", "bound", "figure", "value"]
    assert ["check", "measured", "quotes_misplaced", "0.0"] in rows
    assert client.get("/honesty?colour=red").status_code == 400
