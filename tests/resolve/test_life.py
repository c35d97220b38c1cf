"""The life of a pledge: its steps with their days, and what the ledger held of it on any day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.resolve.made import Wire, pledge
from tests.serve.views import view_of

from wireledger.model import Entry, Pledge, Quantity
from wireledger.serve.view import as_of

GUNS = "Zuzana 2 howitzers"


def told(wire: Wire, on: str, words: str, low: int | None = 16, **more: Any) -> None:
    wire.report(f"Outlet {on}", on, pledge(words, "sk", GUNS, low, **{"when": on, **more}))


def life() -> Wire:
    """Floated, promised, raised, delivered in part, withdrawn; then promised anew."""
    wire = Wire()
    told(wire, "2023-01-10", "Bratislava may give 16 Zuzana guns.", step="floated")
    told(wire, "2023-02-10", "Bratislava will give 16 Zuzana guns.")
    told(wire, "2023-04-10", "The gift is raised: 20 Zuzana guns are now to go.", 20)
    told(wire, "2023-06-10", "Two of the Zuzana guns arrived.", 2, step="delivered")
    told(wire, "2023-10-10", "Bratislava takes back what is left of the 20 Zuzana guns.", 20, step="withdrawn")
    told(wire, "2024-02-10", "Bratislava will give 4 Zuzana guns.", 4)
    return wire


def steps(entry: Entry) -> list[tuple[str, str, float | None]]:
    return [(s.step, str(s.when.start) if s.when else "?", s.low) for s in entry.steps]


def test_steps_are_a_history_and_a_withdrawal_closes_the_line() -> None:
    old, fresh = view_of(life()).entries
    assert steps(old) == [
        ("floated", "2023-01-10", 16),
        ("promised", "2023-02-10", 16),
        ("promised", "2023-04-10", 20),
        ("delivered", "2023-06-10", 2),
        ("withdrawn", "2023-10-10", 20),
    ]
    assert steps(fresh) == [("promised", "2024-02-10", 4)]
    assert [old.counts_in_totals, fresh.counts_in_totals] == [False, True]


def true_on(day: str, known: str | None = None) -> list[tuple[str, float | None, bool]]:
    """Step, count and whether it counts, of each pledge that stood on a day (as far as was known on another)."""
    view = as_of(view_of(life(), known), date.fromisoformat(day))
    return [
        (e.steps[-1].step, e.event.quantity.low if e.event.quantity else None, e.counts_in_totals)
        for e in view.entries
        if isinstance(e.event, Pledge)
    ]


def test_what_was_true_on_a_day() -> None:
    assert true_on("2023-01-09") == []
    assert true_on("2023-01-10") == [("floated", 16, False)]
    assert true_on("2023-03-01") == [("promised", 16, True)]
    assert true_on("2023-05-01") == [("promised", 20, True)]
    assert true_on("2023-07-01") == [("delivered", 20, True)]
    assert true_on("2023-11-01") == [("withdrawn", 20, False)]
    assert true_on("2024-03-01") == [("withdrawn", 20, False), ("promised", 4, True)]


def test_what_was_true_as_far_as_was_known() -> None:
    assert true_on("2023-07-01", known="2023-05-01") == [("promised", 20, True)]
    assert true_on("2023-03-01", known="2023-05-01") == [("promised", 16, True)]
    assert true_on("2023-03-01", known="2023-02-09") == [("floated", 16, False)]


def test_time_alone_changes_no_step() -> None:
    assert true_on("2030-01-01", known="2023-05-01") == [("promised", 20, True)]


def test_the_newest_version_of_a_page_speaks_and_the_older_stays() -> None:
    wire = Wire()
    for on, low in (("2023-02-10", 12), ("2023-02-11", 14)):
        told(wire, on, f"Bratislava will give {low} Zuzana guns.", low, when="2023-02-10")
    wire.reports = [replace(r, source=replace(r.source, url="https://fen.example/guns")) for r in wire.reports]
    (entry,) = view_of(wire).entries
    assert isinstance(entry.event, Pledge)
    assert entry.event.quantity == Quantity(14, 14)
    (doubt,) = entry.disagreements
    assert (doubt.field, [value for value, _ in doubt.values]) == ("count", ["[12, 12]", "[14, 14]"])
