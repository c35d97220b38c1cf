"""Entries are asked for by kind, parties, item, step and days."""

from __future__ import annotations

from datetime import date

import pytest

from wireledger.model import Contact, Entry, Interval, Pledge, Step, day
from wireledger.pipeline.question import Question

TANKS = Entry(
    "e1",
    Pledge(("dk", "nl"), "ua", ("ua",), "Leopard 2A4 tanks", "tank", "leopard-2a4", None, None, "delivered", "new"),
    (
        Step("promised", day(date(2023, 4, 20)), 14, None, ("c1",)),
        Step("delivered", Interval(date(2024, 1, 1), date(2024, 5, 1)), 2, 2, ("c2",)),
    ),
    ("c1", "c2"),
    1,
    True,
)
VISIT = Entry(
    "e2", Contact("visit", ("jens stoltenberg",), (), "Kyiv"), (Step("held", None, None, None, ()),), (), 1, False
)


@pytest.mark.parametrize(
    "question",
    [
        Question(),
        Question(kind="pledge", donor="nl", recipient="ua"),
        Question(item="leopard 2"),
        Question(item="Leopard-2a4"),
        Question(item="tank", step="promised"),
        Question(days=day(date(2024, 2, 1))),
        Question(days=Interval(None, date(2023, 4, 21))),
    ],
)
def test_what_fits(question: Question) -> None:
    assert question.fits(TANKS)


@pytest.mark.parametrize(
    "question",
    [
        Question(kind="contact"),
        Question(donor="de"),
        Question(recipient="pl"),
        Question(item="leopard 1"),
        Question(step="withdrawn"),
        Question(days=Interval(None, date(2023, 4, 20))),
        Question(days=day(date(2024, 5, 1))),
    ],
)
def test_what_does_not_fit(question: Question) -> None:
    assert not question.fits(TANKS)


def test_what_is_not_known_fits_nothing() -> None:
    assert not Question(days=Interval(date(2000, 1, 1), None)).fits(VISIT)
    assert not Question(donor="us").fits(VISIT)
    assert Question(kind="contact").fits(VISIT)
