"""What lines add up to: intervals that hold however the sums are split, with the lines behind each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.resolve.made import Wire, money, pledge
from tests.serve.views import view_of

from wireledger.model import Entry, Money, Pledge, Quantity, Step, day
from wireledger.serve.lines import DIMENSIONS, Grouping
from wireledger.serve.ranges import Range, added
from wireledger.serve.rates import rates_of
from wireledger.serve.told_totals import total_text, total_to_json
from wireledger.serve.totals import Total, totals
from wireledger.serve.view import View

GUNS = "howitzers"


def summed(view: View, *by: str, donor: str | None = None) -> dict[tuple[object, ...], Total]:
    """The totals of a view, by key and measure."""
    entries = [e for e in view.entries if donor is None or (isinstance(e.event, Pledge) and donor in e.event.donors)]
    found = totals(entries, view, Grouping(by, donor))
    return {(*total.key, total.measure.of): total for total in found}


def guns() -> Wire:
    wire = Wire()
    pool = pledge("Three states give 16 guns.", "dk no de", GUNS, 16, category="howitzer", when="2022-10-02")
    wire.report("Fen Post", "2022-10-02", pool)
    wire.report(
        "Fen Post", "2023-01-10", pledge("Paris gives at least 6 guns.", "fr", GUNS, 6, high=None, category="howitzer")
    )
    wire.report("Fen Post", "2023-02-10", pledge("Rome gives guns.", "it", GUNS, category="howitzer"))
    part = pledge("Two of the 16 guns arrived.", "dk no de", GUNS, 2, step="delivered", category="howitzer")
    wire.report("Moor Mail", "2023-07-31", {**part, "when": "2023-07-30"})
    return wire


def test_bounds_are_kept_and_unknown_lines_are_counted() -> None:
    (total,) = summed(view_of(guns())).values()
    assert (total.amount, total.unknown, len(total.lines)) == (Range(22, None), 1, 3)
    assert total.arrived == Range(2, 2)
    told = total_to_json(total, ())
    assert (told["low"], told["high"], told["unknown"], told["delivered_low"]) == (22, None, 1, 2)
    assert [line["known"] for line in told["entries"]] == [True, True, False]


def test_what_is_open_is_what_was_promised_and_has_not_arrived() -> None:
    total = summed(view_of(guns()), "donor")["de+dk+no", "howitzer"]
    told = total_to_json(total, ("donor",))
    assert (told["donor"], told["low"], told["delivered_low"], told["open_low"], told["open_high"]) == (
        "de+dk+no", 16, 2, 14, 14,
    )  # fmt: skip


def test_joint_donors_count_once_and_their_shares_are_unknown() -> None:
    view = view_of(guns())
    assert summed(view, "donor")["de+dk+no", "howitzer"].amount == Range(16, 16)
    (own,) = summed(view, donor="dk").values()
    assert (own.amount, own.joint) == (Range(0, 16), 1)
    assert "joint, share unknown" in total_text(own, ())


def test_steps_stand_side_by_side() -> None:
    found = summed(view_of(guns()), "step")
    assert found["promised", "howitzer"].amount == Range(22, None)
    assert found["delivered", "howitzer"].amount == Range(2, 2)
    months = summed(view_of(guns()), "step", "month")
    assert months["delivered", "2023-07", "howitzer"].amount == Range(2, 2)
    assert months["promised", "2022-10", "howitzer"].amount == Range(16, 16)
    assert len(months["promised", None, "howitzer"].lines) == 2


def test_parts_told_at_different_times_may_be_counts_that_run_on() -> None:
    wire = guns()
    later = pledge("Six of the 16 guns arrived.", "dk no de", GUNS, 6, step="delivered", category="howitzer")
    wire.report("Moor Mail", "2023-10-31", {**later, "when": "2023-10-30"})
    assert summed(view_of(wire), "donor")["de+dk+no", "howitzer"].arrived == Range(6, 8)


def test_the_price_of_an_item_is_inside_the_sum_of_its_package() -> None:
    wire = Wire()
    wire.report(
        "Bay Bulletin",
        "2023-07-07",
        money("A package of 500 million dollars.", "us", 500_000_000, "package"),
        pledge("It has 4 radars worth 90 million dollars.", "us", "radars", 4, category="radar", money_low=90_000_000,
               money_high=90_000_000, currency="USD"),
    )  # fmt: skip
    view = view_of(wire)
    radars = next(e for e in view.entries if isinstance(e.event, Pledge) and e.event.quantity)
    package = next(e for e in view.entries if e is not radars)
    held = replace(view, entries=(package, replace(radars, part_of=package.id)))
    assert summed(held)[("USD",)].amount == Range(500_000_000, 500_000_000)
    assert summed(replace(view, entries=(replace(radars, part_of=None),)))[("USD",)].amount.low == 90_000_000


def test_what_may_be_told_twice_widens_the_sum() -> None:
    view = view_of(guns())
    first, second, third = view.entries
    doubled = replace(view, entries=(first, replace(second, possible_duplicate_of=first.id), third))
    (total,) = summed(doubled).values()
    assert (total.amount, total.doubtful) == (Range(16, None), 1)
    parted = replace(view, entries=(replace(first, counts_in_totals=False), doubled.entries[1], third))
    assert summed(parted)[("howitzer",)].amount == Range(6, None)


TABLE = "Date,USD,DKK,\n2023-07-10,1.10,7.45,\n2023-07-07,1.25,N/A,\n"


def test_money_is_shown_in_another_currency_at_the_rate_of_its_day() -> None:
    wire = Wire()
    wire.report("Bay Bulletin", "2023-07-09", money("A package of 500 dollars.", "us", 500, "package"))
    wire.report("Bay Bulletin", "2022-01-09", money("Guns for 20 dollars.", "ca", 20, "package"))
    view = view_of(wire)
    (total,) = totals(view.entries, view, Grouping(), rates_of(TABLE.splitlines(), "EUR"))
    assert (total.measure.of, total.amount, total.unconverted) == ("EUR", Range(400, 400), 1)
    assert [line.rate for line in total.lines] == ["none", "0.8 of 2023-07-07"]
    (fixed,) = totals(view.entries, view, Grouping(), rates_of(TABLE.splitlines(), "EUR", date(2023, 7, 10)))
    assert round(fixed.amount.low, 6) == round(520 / 1.1, 6)
    assert [e.event.money.currency for e in view.entries] == ["USD", "USD"]  # type: ignore[union-attr]


AMOUNTS = st.sampled_from([(None, None), (3, 3), (14, None), (None, 20), (5, 9), (0, 0)])


@st.composite
def ledgers(draw: st.DrawFn) -> View:
    """A few lines of any kind, some perhaps told twice, some inside others."""
    entries: list[Entry] = []
    for number in range(draw(st.integers(0, 7))):
        count, sum_ = draw(AMOUNTS), draw(AMOUNTS)
        donors = tuple(draw(st.sampled_from(["dk", "dk nl", "nl", ""])).split())
        step = draw(st.sampled_from(["promised", "delivered", "approved"]))
        when = draw(st.sampled_from([None, day(date(2023, 1, 3)), day(date(2023, 2, 3))]))
        kind, currency = draw(st.sampled_from(["tank", "howitzer", None])), draw(st.sampled_from(["USD", "EUR", None]))
        whom, figures = draw(st.sampled_from(["ua", "md", None])), (Quantity(*count), Money(*sum_, currency))
        others: Any = st.sampled_from([None, *(e.id for e in entries)])
        entry = Entry(
            f"e{number}",
            Pledge(donors, whom, (), "x", kind, None, *figures, step, "new"),  # type: ignore[arg-type]
            (Step(step, when, *count, ()),),
            (),
            1,
            draw(st.booleans()),
            part_of=draw(others),
            possible_duplicate_of=draw(others),
            first_reported=draw(st.sampled_from([None, date(2023, 1, 4)])),
        )
        entries.append(entry)
    return View(tuple(entries), {}, {}, {})


@settings(max_examples=150, deadline=None)
@given(ledgers(), st.lists(st.sampled_from([d for d in DIMENSIONS if d != "step"]), unique=True, max_size=4))
def test_sums_hold_under_every_split(view: View, by: list[str]) -> None:
    whole = totals(view.entries, view, Grouping())
    parts = totals(view.entries, view, Grouping(tuple(by)))
    for total in whole:
        same = [part for part in parts if part.measure == total.measure]
        assert added(part.amount for part in same) == total.amount
        assert added(part.arrived for part in same) == total.arrived
        assert sum(part.unknown for part in same) == total.unknown
        lines = [line.entry.id for part in same for line in part.lines]
        assert sorted(lines) == sorted(line.entry.id for line in total.lines)
    for total in (*whole, *parts):
        assert added(line.amount for line in total.lines if line.amount) == total.amount
        assert total.amount.high is None or total.amount.low <= total.amount.high


@settings(max_examples=100, deadline=None)
@given(ledgers(), st.sampled_from(["dk", "nl"]))
def test_what_one_donor_gave_lies_within_what_all_gave(view: View, donor: str) -> None:
    everything = {total.measure: total.amount for total in totals(view.entries, view, Grouping())}
    own = [e for e in view.entries if isinstance(e.event, Pledge) and donor in e.event.donors]
    for total in totals(own, view, Grouping((), donor)):
        assert total.amount.low <= everything[total.measure].low
        most = everything[total.measure].high
        assert most is None or (total.amount.high is not None and total.amount.high <= most)
