"""What was true on a day, and what the sources had told by a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from wireledger.model import Claim, Entry, Evidence, Interval, Pledge, Quantity, Report, Source, Span, Step, day
from wireledger.pipeline.views import View, as_of, current, known_on
from wireledger.store import MemoryStore

NOW = datetime(2024, 1, 1, tzinfo=UTC)
PLEDGE = Pledge(("no",), "ua", ("ua",), "Leopard 2 tanks", "tank", "leopard-2", Quantity(8, 8), None, "promised", "new")


def told(report: str, published: Interval | None, step: str = "promised") -> tuple[Report, Claim]:
    text = f"Norway and eight tanks: {step}."
    where = Evidence(report, Span(0, len(text)), text, 0)
    return Report(report, text, Source(published=published)), Claim(
        where, replace(PLEDGE, step=step), "asserted", "r", 1.0
    )


def ledger(*rows: tuple[Report, Claim]) -> MemoryStore:
    store = MemoryStore()
    for report, claim in rows:
        store.add(report, [claim], NOW)
    return store


def test_a_report_counts_from_its_last_possible_day() -> None:
    store = ledger(told("dated", day(date(2023, 2, 14))), told("wide", Interval(date(2023, 2, 1), date(2023, 3, 1))))
    reports = {
        on: sorted({claim.evidence.report for claim in known_on(store, date.fromisoformat(on)).claims.values()})
        for on in ("2023-02-13", "2023-02-14", "2023-02-27", "2023-02-28")
    }
    assert reports == {
        "2023-02-13": [],
        "2023-02-14": ["dated"],
        "2023-02-27": ["dated"],
        "2023-02-28": ["dated", "wide"],
    }


def test_a_report_without_a_day_is_counted_and_left_out() -> None:
    view = known_on(ledger(told("undated", None), told("open", Interval(date(2023, 1, 1), None))), date(2030, 1, 1))
    assert (view.entries, view.undated) == ((), 2)


def test_what_is_known_in_the_end_is_all_that_is_dated() -> None:
    store = ledger(told("a", day(date(2023, 2, 14))), told("b", day(date(2023, 3, 20)), "delivered"))
    view = known_on(store, date(2030, 1, 1))
    assert set(view.claims) == set(current(store).claims)
    assert {claim for entry in view.entries for claim in entry.claims} == set(view.claims)


def entry(*steps: Step) -> Entry:
    last = replace(PLEDGE, step=steps[-1].step)
    return Entry("e", last, steps, ("c1",), 1, last.step != "withdrawn")


def view_of(one: Entry, published: date | None = None) -> View:
    _, claim = told("r", None)
    return View((one,), {"c1": claim}, {}, {"r": published})


PROMISED = Step("promised", day(date(2023, 2, 14)), 8, 8, ())
DELIVERED = Step("delivered", Interval(date(2023, 3, 1), date(2023, 4, 1)), 8, 8, ())
WITHDRAWN = Step("withdrawn", day(date(2023, 3, 1)), None, None, ())


def test_an_entry_has_the_steps_it_had_taken() -> None:
    view = view_of(entry(PROMISED, DELIVERED))
    assert as_of(view, date(2023, 2, 13)).entries == ()
    (then,) = as_of(view, date(2023, 3, 30)).entries
    assert (then.steps, then.event) == ((PROMISED,), PLEDGE)
    assert as_of(view, date(2023, 3, 31)).entries == view.entries


def test_what_was_withdrawn_later_counted_until_then() -> None:
    view = view_of(entry(PROMISED, WITHDRAWN))
    assert [one.counts_in_totals for one in as_of(view, date(2023, 2, 20)).entries] == [True]
    assert [one.counts_in_totals for one in as_of(view, date(2023, 3, 20)).entries] == [False]


def test_a_step_without_a_day_was_taken_by_the_day_a_report_told_of_it() -> None:
    undated = entry(Step("promised", None, 8, 8, ("c1",)))
    assert as_of(view_of(undated, date(2023, 2, 15)), date(2023, 2, 14)).entries == ()
    assert as_of(view_of(undated, date(2023, 2, 15)), date(2023, 2, 15)).entries == (undated,)
    assert as_of(view_of(undated), date(2030, 1, 1)).entries == ()
