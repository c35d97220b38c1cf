"""Counts of members against the register of the report's day."""

from __future__ import annotations

from datetime import date

import pytest

from wireledger.model import day
from wireledger.read.counted import miscounted
from wireledger.read.draft import Draft

WRONG = [
    ("All 31 NATO members agreed.", date(2022, 5, 1)),
    ("NATO's 28 allies met.", date(2023, 6, 1)),
    ("The 29-member NATO met.", date(2023, 6, 1)),
    ("The EU's 28 member states agreed.", date(2023, 6, 1)),
    ("All twenty-eight EU countries agreed.", date(2023, 6, 1)),
    ("NATO now has 29 members.", date(2023, 6, 1)),
    ("NATO met. The 30-nation alliance agreed.", date(2023, 9, 1)),
    ("The EU met. The bloc's 28 members agreed.", date(2023, 9, 1)),
    ("All 30 members of NATO agreed.", date(2024, 9, 1)),
]
RIGHT = [
    ("All 30 NATO members agreed.", date(2022, 5, 1)),
    ("All 31 NATO members agreed.", date(2023, 6, 1)),
    ("The EU's 27 member states agreed.", date(2023, 6, 1)),
    ("NATO's 30 allies met.", date(2023, 4, 10)),  # changed within the month
    ("NATO will be an alliance with 32 members: NATO's 32 members will meet.", date(2023, 4, 10)),
    ("In 2004, all 26 NATO members agreed.", date(2023, 6, 1)),
    ("All 22 NATO members that are in the union agreed.", date(2023, 6, 1)),
    ("The EU met. The five-member bloc of the east agreed.", date(2023, 6, 1)),
    ("The 12-member union of weavers agreed.", date(2023, 6, 1)),
    ("The 22 EU countries agreed.", date(2023, 6, 1)),
]


@pytest.mark.parametrize(("text", "on"), WRONG)
def test_a_count_that_is_not_that_of_the_day_is_a_problem(text: str, on: date) -> None:
    (problem,) = miscounted(Draft("r", text, ()), day(on))
    assert problem.code == "member-count"
    assert problem.span is not None
    assert any(c.isdigit() for c in problem.span.of(text)) or "twenty" in problem.span.of(text)


@pytest.mark.parametrize(("text", "on"), RIGHT)
def test_a_count_that_is_right_or_of_another_time_is_none(text: str, on: date) -> None:
    assert not list(miscounted(Draft("r", text, ()), day(on)))


def test_without_a_day_nothing_is_checked() -> None:
    assert not list(miscounted(Draft("r", WRONG[0][0], ()), None))
