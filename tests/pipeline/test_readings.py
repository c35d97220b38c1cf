"""Reports and what was read in them stay together and in order, whatever is set aside between them."""

from __future__ import annotations

import pytest

from wireledger.extract import Findings
from wireledger.model import Block, Problem, Report, Source, Span
from wireledger.pipeline.explaining import explained
from wireledger.pipeline.reading import Reading, claims_of, readings

REPORTS = [Report(f"r{n}", f"text {n}", Source()) for n in range(40)]
ASIDE = Problem("no-text", "the file is empty", "empty.txt")


def no_claims(report: Report) -> Findings:
    if report.id == "r3":
        raise ValueError("unheard of")
    return Findings(())


@pytest.mark.parametrize("jobs", [1, 2])
def test_everything_comes_in_order(jobs: int) -> None:
    stream = [ASIDE, *REPORTS[:5], ASIDE, ASIDE, *REPORTS[5:], ASIDE]
    told = list(readings(stream, jobs, no_claims))
    assert [one.report if isinstance(one, Reading) else one for one in told] == stream


def test_a_report_that_cannot_be_read_is_a_problem_of_its_own() -> None:
    told = {one.report.id: one.claims for one in readings(REPORTS, 1, no_claims) if isinstance(one, Reading)}
    assert isinstance(told["r3"], Problem)
    assert told["r3"].where == "r3"
    assert all(claims == () for report, claims in told.items() if report != "r3")


def test_a_stream_of_problems_passes_through() -> None:
    assert list(readings([ASIDE, ASIDE], 1, no_claims)) == [ASIDE, ASIDE]


def test_no_claim_is_read_from_what_is_not_the_report() -> None:
    text = "Denmark will send Ukraine 19 F-16 jets."
    report = Report("r", text, Source(), blocks=(Block(Span(0, len(text)), "tail"),))
    assert claims_of(report) == ()
    assert "no claim was read in r" in explained(report)
