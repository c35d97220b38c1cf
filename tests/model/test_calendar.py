"""Under which date, month or year a told time is filed, and that the days themselves are kept."""

from __future__ import annotations

from datetime import date

import pytest

from wireledger.model.calendar import filed_under
from wireledger.model.claim import Claim, Evidence, Field
from wireledger.model.days import Days, Interval
from wireledger.model.event import Contact
from wireledger.model.span import Span
from wireledger.model.wire import claim_from_json, claim_to_json


def _interval(told: str) -> Interval:
    start, stop = told.split("..")
    return Interval(date.fromisoformat(start), date.fromisoformat(stop))


@pytest.mark.parametrize(
    ("words", "told", "filed"),
    [
        ("on Tuesday", "2023-05-02..2023-05-03", "2023-05-02..2023-05-03"),
        ("May 9-11", "2023-05-09..2023-05-12", "2023-05-09..2023-05-10"),
        ("from 30 May to 2 June", "2023-05-30..2023-06-03", "2023-05-30..2023-05-31"),
        ("between the 3rd and the 5th of May", "2023-05-03..2023-05-06", "2023-05-03..2023-05-04"),
        ("from Tuesday to Thursday", "2023-05-09..2023-05-12", "2023-05-09..2023-05-10"),
        ("last week", "2023-05-08..2023-05-15", "2023-05-01..2023-06-01"),
        ("over the weekend", "2023-05-06..2023-05-08", "2023-05-01..2023-06-01"),
        ("last week", "2023-05-29..2023-06-05", "2023-05-29..2023-06-05"),
        ("later this month", "2023-05-17..2023-06-01", "2023-05-01..2023-06-01"),
        ("in May", "2023-05-01..2023-06-01", "2023-05-01..2023-06-01"),
        ("this summer", "2023-06-01..2023-09-01", "2023-01-01..2024-01-01"),
        ("later this year", "2023-05-17..2024-01-01", "2023-01-01..2024-01-01"),
        ("this winter", "2023-12-01..2024-03-01", "2023-12-01..2024-03-01"),
        ("in recent months", "2023-03-01..2023-06-01", "2023-03-01..2023-06-01"),
        ("in 2023", "2023-01-01..2024-01-01", "2023-01-01..2024-01-01"),
    ],
)
def test_a_time_is_filed_under_one_date_month_or_year(words: str, told: str, filed: str) -> None:
    assert filed_under(Days(words, _interval(told))) == _interval(filed)


def test_what_took_place_within_told_days_is_not_filed_under_the_first_of_them() -> None:
    trip = Days("May 9-11", _interval("2023-05-09..2023-05-12"))
    assert filed_under(trip, in_part=True) == _interval("2023-05-01..2023-06-01")


def test_open_and_unknown_days_stay_as_told() -> None:
    since = Interval(date(2023, 5, 1), None)
    assert filed_under(Days("since May", since)) == since
    assert filed_under(Days("one day", None)) is None


@pytest.mark.parametrize(("carried", "first"), [(False, "2023-05-09"), (True, "2023-05-01")])
def test_the_days_themselves_come_back_from_json(carried: bool, first: str) -> None:
    days = Days("May 9-11", _interval("2023-05-09..2023-05-12"))
    where = Evidence("r", Span(0, 8), "She came", 0, (Field("when", (Span(0, 3),), carried),))
    claim = Claim(where, Contact("visit", ("ann-ash",), (), None, days), "asserted", "given", 1.0)
    shape = claim_to_json(claim)
    assert shape["when"]["from"] == first
    assert shape["when"]["told"] == {"from": "2023-05-09", "to": "2023-05-12"}
    again = claim_from_json(shape)
    assert again.event == claim.event
    assert claim_to_json(again) == shape


def test_days_that_are_a_date_are_told_once() -> None:
    days = Days("Tuesday", _interval("2023-05-02..2023-05-03"))
    where = Evidence("r", Span(0, 8), "She came", 0, ())
    claim = Claim(where, Contact("visit", (), (), None, days), "asserted", "x", 1.0)
    assert "told" not in claim_to_json(claim)["when"]
