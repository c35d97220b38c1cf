"""The day a report was published, and on what ground."""

from __future__ import annotations

from datetime import date

import pytest

from wireledger.model import Interval, Problem, Report, day
from wireledger.read.blocks import blocks_of
from wireledger.read.dates import full_dates, stated
from wireledger.read.draft import Draft
from wireledger.read.finish import report_of

PHOTO = "Trucks wait at the quay, Tuesday, March 7, 2023. (Ida Holm via CW)"


def read(text: str, url: str | None = None) -> Report:
    return report_of(Draft("r", text, blocks_of(text), url=url))


@pytest.mark.parametrize(
    "line", ["Published 20 April 2023", "April 20, 2023", "Thursday, Apr. 20, 2023", "20.04.2023 14:05", "2023-04-20"]
)
def test_a_printed_date_line(line: str) -> None:
    report = read(f"Ten boats leave the harbour today\n\n{line}\n\nThe town sends boats.")
    assert report.source.published == day(date(2023, 4, 20))
    assert "printed" in (report.source.published_basis or "")


def test_published_goes_before_updated() -> None:
    report = read("Updated: 22 April 2023\n\nPublished: 20 April 2023\n\nThe town sends boats.")
    assert report.source.published == day(date(2023, 4, 20))


def test_a_date_that_can_be_two_is_a_problem() -> None:
    report = read("Ten boats leave the harbour today\n\n04/05/2023\n\nThe town sends boats.")
    assert report.source.published is None
    assert {"ambiguous-date", "undated"} <= {problem.code for problem in report.problems}


def test_a_day_worked_out_from_photo_and_weekdays() -> None:
    text = f"{PHOTO}\n\nThe mayor visited the quay on Wednesday.\n\nOn Friday, she will meet others.\n\n©2025 Gazette"
    source = read(text).source
    assert source.published == day(date(2023, 3, 8))
    assert "2023-03-10" in (source.published_basis or "")
    assert "rivals: 2023-03-15" in (source.published_basis or "")


def test_a_photo_without_weekday_may_be_old() -> None:
    text = "Trucks at the quay, March 7, 2023. Photo: Ida Holm\n\nThe mayor visited the quay on Wednesday."
    report = read(text)
    assert report.source.published == Interval(date(2023, 3, 8), None)
    assert [problem.code for problem in report.problems] == ["undated"]


def test_a_dated_event_after_the_photo_leaves_the_day_open() -> None:
    text = f"{PHOTO}\n\nThe mayor visited the quay on Wednesday.\n\nThe pact was signed on June 2, 2023, she said."
    assert read(text).source.published == Interval(date(2023, 6, 2), None)


def test_a_dateline_without_year() -> None:
    text = f"{PHOTO}\n\nNORTHPORT, March 9 (CW) — The mayor visited the quay."
    assert read(text).source.published == day(date(2023, 3, 9))


def test_a_rights_line_dates_nothing() -> None:
    report = read("The town sends boats, the mayor said on Monday.\n\n© 2024 Quay Gazette. All rights reserved.")
    assert report.source.published is None
    assert [problem.code for problem in report.problems] == ["undated"]


def test_the_day_in_an_address() -> None:
    report = read("The town sends boats.", url="https://gazette.example/2023/04/20/boats")
    assert report.source.published == day(date(2023, 4, 20))


def test_weekday_and_date_that_disagree() -> None:
    text = "April 20, 2023\n\nThe town sent boats on Friday, April 14, 2023, and on Monday, April 18, 2023."
    problems = read(text).problems
    assert [(one.code, one.span and one.span.of(text)) for one in problems] == [
        ("weekday-date", "Monday, April 18, 2023")
    ]


@pytest.mark.parametrize(
    ("words", "disagrees"),
    [
        ("Tuesday, April 18", False),
        ("Monday, April 18", True),
        ("Tuesday 18 April", False),
        ("Monday 18 April", True),
        ("Saturday, Dec. 31", False),  # of last year
        ("Thursday, 4 January", False),  # of next year; this year's was a Wednesday
        ("Monday, April 17-18", False),
        ("Monday, April 17, 2023", False),
    ],
)
def test_a_weekday_and_a_date_without_year(words: str, disagrees: bool) -> None:
    problems = read(f"May 20, 2023\n\nThe town sent boats on {words}.").problems
    found = [one.code for one in problems if one.code == "weekday-date"]
    assert found == (["weekday-date"] if disagrees else [])


@pytest.mark.parametrize(
    ("value", "start", "stop"),
    [
        ("2023-04-20T23:30:00-05:00", date(2023, 4, 20), date(2023, 4, 21)),
        ("Thu, 20 Apr 2023 10:00:00 GMT", date(2023, 4, 20), date(2023, 4, 21)),
        ("2023-04", date(2023, 4, 1), date(2023, 5, 1)),
        ("2023", date(2023, 1, 1), date(2024, 1, 1)),
    ],
)
def test_stated_days(value: str, start: date, stop: date) -> None:
    assert stated(value, "given", "r") == (Interval(start, stop), "given", ())


@pytest.mark.parametrize("value", ["yesterday", "2023-13-01", "31.02.2023", 7])
def test_what_is_no_date_is_a_problem(value: object) -> None:
    interval, _, (problem,) = stated(value, "given", "r")
    assert interval is None
    assert isinstance(problem, Problem)
    assert problem.code == "bad-date"


@pytest.mark.parametrize("words", ["2 May 2023", "May 2, 2023", "2nd of May 2023", "Tuesday, May 2nd, 2023"])
def test_full_dates(words: str) -> None:
    text = f"Signed on {words}, in Northport"
    (found,) = full_dates(text)
    assert found.day == date(2023, 5, 2)
    assert text[found.start : found.stop] == words


@pytest.mark.parametrize("words", ["31 June 2023", "in May of that year", "room 2023", "May 2023"])
def test_no_full_date(words: str) -> None:
    assert list(full_dates(words)) == []
