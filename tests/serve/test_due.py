"""What is due: a time that passed without a report is "no report found", never "broken"."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.resolve.made import Wire, pledge
from tests.serve.views import view_of

from wireledger.serve.days import told_interval_words
from wireledger.serve.due import due, due_row, due_text, due_to_json
from wireledger.serve.view import View

TANKS = "Leopard 2 tanks"
SPRING = {"text": "by spring", "from": "2023-03-01", "to": "2023-06-01"}
AUTUMN = {"text": "in autumn", "from": "2023-09-01", "to": "2023-12-01"}


def wire(*more: tuple[str, dict[str, Any]]) -> Wire:
    made = Wire()
    promise = pledge("Oslo will give 8 Leopard 2 by spring.", "no", TANKS, 8, due=SPRING, when="2023-02-14")
    made.report("Fen Post", "2023-02-14", promise)
    for on, told in more:
        made.report("Moor Mail", on, told)
    return made


def standings(view: View, *days: str) -> list[str]:
    return [one.standing for on in days for one in due(view.entries, view, date.fromisoformat(on))]


def test_a_time_comes_is_there_and_passes() -> None:
    view = view_of(wire())
    assert standings(view, "2023-02-28", "2023-03-01", "2023-05-31", "2023-06-01", "2030-01-01") == [
        "to come", "due", "due", "no report found", "no report found",
    ]  # fmt: skip
    (one,) = due(view.entries, view, date(2023, 7, 1))
    assert '"Oslo will give 8 Leopard 2 by spring."  [r01]' in due_text(one, view)
    assert "broken" not in due_text(one, view)
    assert due_to_json(one, view)["told_by"]["report"] == "r01"
    assert (due_row(one, view)["due_from"], due_row(one, view)["due_text"]) == ("2023-03-01", "by spring")


def test_what_arrived_is_delivered_or_in_part() -> None:
    part = pledge("Oslo has handed over two of the 8 Leopard 2.", "no", TANKS, 2, step="delivered")
    whole = pledge("Oslo has handed over all 8 Leopard 2.", "no", TANKS, 8, step="delivered")
    assert standings(view_of(wire(("2023-04-01", part))), "2023-07-01") == ["in part"]
    assert standings(view_of(wire(("2023-04-01", part), ("2023-05-01", whole))), "2023-07-01") == ["delivered"]


def test_a_time_that_was_changed_shows_the_one_before() -> None:
    later = pledge("The 8 Leopard 2 of Oslo will come in autumn.", "no", TANKS, 8, due=AUTUMN)
    view = view_of(wire(("2023-05-20", later)))
    (one,) = due(view.entries, view, date(2023, 7, 1))
    assert (one.standing, one.earlier) == ("to come", ("2023-03-01..2023-06-01",))
    (entry,) = view.entries
    assert [(d.field, d.chosen_by) for d in entry.disagreements] == [("due", "the last to be told")]


def test_what_was_withdrawn_is_not_due() -> None:
    off = pledge("Oslo will not give the 8 Leopard 2 after all.", "no", TANKS, 8, step="withdrawn")
    assert standings(view_of(wire(("2023-04-01", off))), "2023-07-01") == []


def test_what_nobody_promised_is_not_due() -> None:
    made = Wire()
    made.report(
        "Fen Post", "2023-02-14", pledge("Kyiv asks Oslo for tanks.", "no", TANKS, 8, due=SPRING, step="requested")
    )
    assert standings(view_of(made), "2023-07-01") == []


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("2024-12-02..2025-01-01", "2 December to 31 December 2024"),
        ("2024-12-01..2025-01-01", "December 2024"),
        ("2024-05-28", "28 May 2024"),
        ("..2024-05-28", "until 27 May 2024"),
        ("2024-05-28..", "from 28 May 2024 on"),
        ("?", "day not known"),
    ],
)
def test_days_that_were_told_before_are_told_in_words(told: str, words: str) -> None:
    assert told_interval_words(told) == words
