"""The labelled reports: all are read, and no labelled claim is cut by a block's edge."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from wireledger.model import Report, day
from wireledger.read import reports


def test_every_relevant_report_is_read(shared: Path) -> None:
    for report in reports([str(shared / "reports" / "relevant.jsonl")]):
        assert isinstance(report, Report), report
        assert {problem.code for problem in report.problems} <= {"language", "undated"}
        end = 0
        for block in report.blocks:
            assert end <= block.span.start < block.span.stop <= len(report.text)
            end = block.span.stop


@pytest.mark.parametrize("name", ["news-dev.jsonl", "ledger-dev.jsonl"])
def test_no_labelled_claim_is_cut_or_left_in_the_tail(shared: Path, name: str) -> None:
    path = shared / "gold" / name
    labelled = {record["id"]: record for record in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    for report in reports([str(path)]):
        assert isinstance(report, Report)
        for claim in labelled[report.id].get("claims", ()):
            start = report.text.find(claim["quote"])
            inside = [
                b.kind for b in report.blocks if b.span.start <= start and start + len(claim["quote"]) <= b.span.stop
            ]
            assert inside in (["paragraph"], ["bullet"], ["list_header"], ["turn"], ["headline"]), claim["quote"]


def test_the_day_of_a_story_without_one_is_worked_out(shared: Path) -> None:
    (report,) = reports([str(shared / "reports" / "000_2d8a035573f4066f.txt")])
    assert isinstance(report, Report)
    assert report.source.published == day(date(2023, 4, 20))
    assert report.source.agency == "AP"
    assert len(report.source.authors) == 2
