"""Work runs in order, in bounded memory, and one bad value stops nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count, islice

import pytest

from wireledger.engine import each, grouped
from wireledger.engine.each import AHEAD, CHUNK
from wireledger.model import Problem


def half(value: int) -> int:
    if value % 2:
        raise ValueError(f"{value} is odd")
    return value // 2


def die_on_five(value: int) -> int:
    if value == 5:
        os._exit(1)
    return value


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_values(jobs: int) -> None:
    assert list(each(half, range(0, 100, 2), jobs)) == list(range(50))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_value_that_fails_becomes_one_problem(jobs: int) -> None:
    told = list(each(half, [2, 3, *range(4, 60, 2)], jobs, name="value {}".format))
    assert told[:3] == [1, Problem("failed", "could not be worked on: ValueError: 3 is odd", "value 3"), 2]
    assert told[3:] == list(range(3, 30))


@pytest.mark.parametrize("jobs", [1, 2])
def test_values_are_taken_no_faster_than_results(jobs: int) -> None:
    taken = []

    def endless() -> Iterator[int]:
        for value in count(step=2):
            taken.append(value)
            yield value

    results = each(half, endless(), jobs)
    assert list(islice(results, 3)) == [0, 1, 2]
    assert len(taken) <= (2 * AHEAD + 1) * CHUNK


@pytest.mark.slow
def test_a_process_that_dies_takes_only_its_own_value_along() -> None:
    told = list(each(die_on_five, range(40), 2))
    assert [value for value in told if not isinstance(value, Problem)] == [n for n in range(40) if n != 5]
    assert told[5] == Problem("failed", "the process that worked on it died", "5")


def test_grouped_keeps_the_order_of_keys_and_values() -> None:
    assert list(grouped(len, ["aa", "b", "cc", "d"]).items()) == [(2, ["aa", "cc"]), (1, ["b", "d"])]
