"""Names that may mean several things: settled with the reason, or a problem where the text speaks for several."""

from __future__ import annotations

import io
import json

import pytest

from wireledger.model import Report
from wireledger.read import reports
from wireledger.read.namesakes import namesakes


@pytest.mark.parametrize(
    ("text", "taken_for"),
    [
        ("Georgia asked for a loan, and Tbilisi waits.", "the country: the text also names 'Tbilisi'"),
        (
            "Georgia asked for a loan. Georgia’s parliament sits.",
            "the country: the text also names 'Georgia’s parliament'",
        ),
        ("Georgia voted late; Atlanta voted early.", "the US state: the text also names 'Atlanta'"),
        (
            "Georgia trains there. Tbilisi, Batumi, a Georgian colonel and a guest from Savannah.",
            "the country: the text also names 'Tbilisi', 'Batumi', 'Georgian'",
        ),
    ],
)
def test_a_name_is_settled_by_what_else_is_named(text: str, taken_for: str) -> None:
    problems, (check,) = namesakes(text, "r")
    assert not problems
    assert check.span.of(text) == "Georgia"
    assert check.message == f"'Georgia' is taken for {taken_for}"


def test_signs_for_several_leave_it_open() -> None:
    text = "Flights to Georgia leave from Tbilisi and from Atlanta."
    (problem,), checks = namesakes(text, "r")
    assert not checks
    assert (problem.code, problem.where) == ("namesake", "r")
    assert problem.message == "'Georgia' may mean several things here: the text also names 'Tbilisi', 'Atlanta'"


@pytest.mark.parametrize(
    "text", ["Georgia asked for a loan.", "Atlanta and Tbilisi have trams.", "Ann Georgiadis sang."]
)
def test_without_a_name_or_a_sign_there_is_nothing_to_tell(text: str) -> None:
    assert namesakes(text, "r") == ((), ())


def test_a_report_carries_both() -> None:
    line = json.dumps({"id": "a", "text": "Georgia has a port, and Batumi is it."}).encode()
    (report,) = reports(["-"], io.BytesIO(line + b"\n"))
    assert isinstance(report, Report)
    assert [check.code for check in report.checks] == ["namesake"]
