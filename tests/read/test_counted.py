"""Counts of members against the register of the report's day, or of the day the text gives."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from wireledger.model import Check, Problem, Report, day
from wireledger.read import reports
from wireledger.read.counted import counted

PHRASES = list(csv.DictReader((Path(__file__).parent / "member_counts.tsv").open(encoding="utf-8"), delimiter="\t"))


def _held(text: str, on: str) -> list[tuple[str, Problem | Check]]:
    problems, checks = counted(text, "r", day(date.fromisoformat(on)) if on != "-" else None)
    return [*(("wrong", p) for p in problems), *(("agrees", c) for c in checks)]


def test_the_phrases_are_many() -> None:
    verdicts = [row["verdict"] for row in PHRASES]
    assert len(PHRASES) >= 60
    assert min(verdicts.count(name) for name in ("agrees", "wrong", "none")) >= 15


@pytest.mark.parametrize("row", PHRASES, ids=[row["text"] for row in PHRASES])
def test_a_told_number_of_members_is_held_against_the_register(row: dict[str, str]) -> None:
    found = _held(row["text"], row["on"])
    if row["verdict"] == "none":
        assert not found
    else:
        ((verdict, one),) = found
        assert (verdict, one.code) == (row["verdict"], "member-count")
        assert f"tells {row['number']}: " in one.message


def test_a_problem_names_both_figures_the_day_and_the_source() -> None:
    ((_, problem),) = _held("Yesterday all 28 EU states signed.", "2023-06-01")
    assert isinstance(problem, Problem)
    assert problem.span is not None
    assert problem.span.of("Yesterday all 28 EU states signed.") == "all 28 EU states"
    assert problem.message == (
        "'all 28 EU states' tells 28: the register of eu has on 2023-06-01 27 members (the treaties of accession to the"
        " European Union and the agreement by which the United Kingdom left it)"
    )


def test_the_place_of_a_member_is_told_with_the_day_it_joined() -> None:
    ((_, problem),) = _held("Finland became the 32nd member of NATO.", "2023-04-05")
    assert "by the register of nato fi joined on 2023-04-04 as number 31 (" in problem.message


def test_the_eve_of_a_change_may_be_told_as_if_it_were_the_day() -> None:
    assert [verdict for verdict, _ in _held("NATO's 31 members cheered.", "2023-04-03")] == ["agrees"]
    assert [verdict for verdict, _ in _held("NATO's 30 members cheered.", "2023-04-20")] == ["wrong"]


def test_a_report_carries_its_problems_and_its_checks() -> None:
    line = b'{"id": "a", "published": "2023-06-01", "text": "NATO\'s 31 allies met. All 28 EU states signed."}\n'
    (report,) = reports(["-"], io.BytesIO(line))
    assert isinstance(report, Report)
    assert [problem.code for problem in report.problems] == ["member-count"]
    assert [check.span.of(report.text) for check in report.checks] == ["NATO's 31 allies"]
