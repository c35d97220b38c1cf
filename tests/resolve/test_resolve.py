"""What one line is, pledge by pledge, contact by contact: small cases of each rule."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.resolve.made import Wire, lines, member, money, pledge, said, visit

from wireledger.model import Judgement, Pledge
from wireledger.resolve import RULE, resolve


def test_nothing_comes_to_nothing() -> None:
    found = resolve((), (), ())
    assert (found.entries, found.voices, found.judgements) == ((), {}, ())


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        (pledge("a", "dk nl", "Leopard 2A4", 14), pledge("b", "nl dk", "Leopard 2 tanks", 14), True),
        (pledge("a", "dk", "Leopard 2", 14), pledge("b", "dk", "Leopard 1", 14), False),
        (pledge("a", "dk", "tanks", 14), pledge("b", "dk", "Leopard 1", 14), True),
        (pledge("a", "dk", "tanks", 14), pledge("b", "pl", "tanks", 14), False),
        (pledge("a", "dk", "tanks", 14), pledge("b", "dk", "tanks", 14, recipient="md"), False),
        (pledge("a", "dk", "tanks", 14), pledge("b", "", "tanks", 14), True),
        (pledge("a", "dk", "tanks", 14), pledge("b", "dk", "tanks", 14, recipient=None), True),
        (pledge("a", "dk", "howitzers", 8), pledge("b", "dk", "howitzers", 8, high=None), True),
        (pledge("a", "dk", "howitzers", 8), pledge("b", "dk", "howitzers", 30), False),
        (pledge("a", "dk", "howitzers", 8), pledge("b", "dk", "howitzers", 8, scope="extra"), True),
        (pledge("a", "dk", "howitzers", 8), pledge("b", "dk", "howitzers", 6, scope="extra"), False),
        (pledge("a", "dk", "howitzers", 8), pledge("b", "dk", "howitzers", 2, step="delivered"), True),
        (pledge("a", "dk", "shells", 80840), pledge("b", "dk", "shells", 80000, scope="earlier"), True),
        (pledge("a", "dk", "howitzers", 8, step="requested"), pledge("b", "dk", "howitzers", 8), True),
        (money("a", "us", 400, "aid"), money("b", "us", 400, "aid package"), True),
        (money("a", "us", 400, "aid"), money("b", "us", 900, "aid"), False),
        (money("a", "us", 400, "aid"), {**money("b", "us", 400, "aid"), "currency": "EUR"}, False),
    ],
)
def test_pledges_in_two_reports(first: dict[str, object], second: dict[str, object], one: bool) -> None:
    wire = Wire()
    wire.report("Ash", "2023-02-01", first)
    wire.report("Birch", "2023-02-02", second)
    assert len(wire.resolved().entries) == (1 if one else 2)


@pytest.mark.parametrize(("when", "one"), [("2023-01", True), (None, True), ("2024-04", False)])
def test_what_is_recalled_without_a_figure_was_not_done_long_after(when: str | None, one: bool) -> None:
    wire = Wire()
    wire.report("Ash", "2023-02-01", pledge("Oslo gives 5 howitzers.", "no", "howitzers", 5))
    recalled = pledge("Oslo approved howitzers.", "no", "howitzers", step="approved", scope="earlier", when=when)
    wire.report("Birch", "2024-05-01", recalled)
    assert len(wire.resolved().entries) == (1 if one else 2)


def test_a_withdrawal_closes_the_line() -> None:
    wire = Wire()
    wire.report("Ash", "2023-02-01", pledge("Bratislava floats 5 howitzers.", "sk", "howitzers", 5))
    wire.report("Ash", "2023-06-01", pledge("The cabinet drops the howitzers.", "sk", "howitzers", 5, step="withdrawn"))
    wire.report("Ash", "2023-09-01", pledge("Five howitzers after all.", "sk", "howitzers", 5))
    assert [(e.counts_in_totals, len(e.claims)) for e in wire.resolved().entries] == [(False, 2), (True, 1)]


@pytest.mark.parametrize(
    ("quote", "scope", "when", "furthest"),
    [
        ("Oslo gave $40m in one go in March.", "earlier", "2023-03", "approved"),
        ("Oslo gave $40m in one go.", "earlier", None, "delivered"),
        ("The $40m from Oslo arrived in May.", "earlier", "2023-05", "delivered"),
        ("The $40m from Oslo arrived in March.", "new", "2023-03", "delivered"),
    ],
)
def test_a_sum_given_in_the_month_it_was_decided_is_the_decision(
    quote: str, scope: str, when: str | None, furthest: str
) -> None:
    wire = Wire()
    wire.report("Ash", "2023-03-12", money("Oslo approves $40m.", "no", 40, "aid", step="approved", when="2023-03-12"))
    wire.report("Birch", "2023-06-02", money(quote, "no", 40, "aid", step="delivered", scope=scope, when=when))
    [entry] = wire.resolved().entries
    assert entry.steps[-1].step == furthest
    assert len(entry.claims) == 2


def test_things_counted_may_arrive_in_the_month_they_were_promised() -> None:
    wire = Wire()
    wire.report("Ash", "2023-03-12", pledge("Oslo will send 4 jets.", "no", "jets", 4, when="2023-03-12"))
    arrived = pledge("The 4 jets of March.", "no", "jets", 4, step="delivered", scope="earlier", when="2023-03")
    wire.report("Birch", "2023-06-02", arrived)
    [entry] = wire.resolved().entries
    assert [step.step for step in entry.steps] == ["promised", "delivered"]


def test_a_price_stands_on_the_line_of_its_item() -> None:
    wire = Wire()
    wire.report(
        "Ash", "2023-02-01", pledge("Oslo sends 8 tanks.", "no", "tanks", 8), money("They are worth $9m.", "no", 9)
    )
    [entry] = wire.resolved().entries
    assert isinstance(entry.event, Pledge)
    assert entry.event.money
    assert entry.event.money.low == 9


def test_items_are_part_of_the_package_told_before_them() -> None:
    wire = Wire()
    wire.report(
        "Ash",
        "2023-02-01",
        money("A package of $400m.", "us", 400, "package"),
        pledge("It holds 50 Bradleys.", "us", "Bradleys", 50),
    )
    package, item = sorted(wire.resolved().entries, key=lambda e: e.part_of or "")
    assert item.part_of == package.id


@pytest.mark.parametrize("step", ["floated", "requested", "refused", "withdrawn"])
def test_what_is_not_firm_does_not_count(step: str) -> None:
    wire = Wire()
    wire.report("Ash", "2023-02-01", pledge("Eight tanks, perhaps.", "no", "tanks", 8, step=step))
    assert [e.counts_in_totals for e in wire.resolved().entries] == [False]


def test_a_total_is_a_line_only_when_nothing_else_adds_up_to_it() -> None:
    total = pledge("Oslo has given 40 tanks so far.", "no", "tanks", 40, scope="total")
    alone, beside = Wire(), Wire()
    alone.report("Ash", "2023-02-02", total)
    beside.report("Ash", "2023-02-01", pledge("Oslo sends 8 tanks.", "no", "tanks", 8))
    beside.report("Birch", "2023-02-02", total)
    assert lines(alone.resolved().entries) == [("no", 40, 40, 1, 1)]
    assert lines(beside.resolved().entries) == [("no", 8, 8, 1, 1)]
    assert len(beside.resolved().entries[0].checks) == 1


def test_a_share_told_after_the_whole_is_a_check() -> None:
    wire = Wire()
    wire.report(
        "Ash",
        "2023-02-01",
        pledge("Oslo sends 8 tanks.", "no", "tanks", 8),
        pledge("The first three of them leave in May.", "no", "them", 3),
    )
    [entry] = wire.resolved().entries
    assert (len(entry.claims), len(entry.checks)) == (1, 1)


def test_a_planned_visit_and_the_visit_are_one() -> None:
    wire = Wire()
    wire.report("Ash", "2023-02-10", visit("Ann Ash will go to Kyiv.", "ann-ash", "Kyiv", "2023-02", mood="planned"))
    wire.report("Birch", "2023-02-20", visit("Ann Ash came to Kyiv.", "ann ash", "Kyiv", "2023-02-20"))
    wire.report("Cedar", "2023-03-20", visit("Ann Ash came to Kyiv.", "ann ash", "Kyiv", "2023-03-20"))
    wire.report("Cedar", "2023-02-20", visit("Bo Bay came to Kyiv.", "bo-bay", "Kyiv", "2023-02-20"))
    found = wire.resolved().entries
    assert [[s.step for s in e.steps] for e in found if len(e.claims) == 2] == [["planned", "held"]]
    assert sorted(len(e.claims) for e in found) == [1, 1, 2]


def test_a_contact_without_a_day_is_the_news_of_its_reports_day() -> None:
    wire = Wire()
    talks = visit("Ann Ash is to meet Bo Bay later.", "ann-ash", None, "", mood="planned")
    talks |= {"form": "meeting", "guests": ["ann-ash", "bo-bay"], "when": None}
    recalled = {**talks, "quote": "Ann Ash met Bo Bay in 2019.", "when": "2019", "mood": "asserted"}
    wire.report("Ash", "2023-02-10", talks)
    wire.report("Birch", "2023-02-10", {**talks, "quote": "Bo Bay and Ann Ash meet in the afternoon."})
    wire.report("Cedar", "2023-03-20", {**talks, "quote": "A meeting of Ash with Bay is planned."})
    wire.report("Dogwood", "2023-02-10", recalled)
    assert sorted(len(e.claims) for e in wire.resolved().entries) == [1, 1, 2]


def test_each_real_step_of_a_state_is_an_entry() -> None:
    wire = Wire()
    wire.report(
        "Ash",
        "2022-07-05",
        member("Canada ratified for Finland.", "fi", "approved", by="ca", when="2022-07-05"),
        member("Denmark followed.", "fi", "approved", by="dk", when="2022-07-05"),
        member("Finland had applied in May.", "fi", "applied", when="2022-05-18"),
    )
    wire.report(
        "Birch",
        "2022-07-06",
        member("Ottawa was first to approve.", "fi", "approved", by=["ca"]),
        member("Sweden waits.", "se", "applied", when="2022-05-18"),
    )
    assert sorted(len(e.claims) for e in wire.resolved().entries) == [1, 1, 1, 2]


def test_the_same_words_told_twice_are_one_statement() -> None:
    wire = Wire()
    for outlet in ("Ash", "Birch"):
        wire.report(
            outlet, "2023-02-01", said("'We will never yield an inch.'", "ann-ash", "We will never yield an inch")
        )
    wire.report("Cedar", "2023-02-01", said("'We may talk.'", "ann-ash", "We may talk about it one day"))
    assert [len(e.claims) for e in wire.resolved().entries] in ([2, 1], [1, 2])


def test_one_agency_and_one_outlet_are_one_voice() -> None:
    wire = Wire()
    for outlet, agency in (("Ash", "Northwire"), ("Birch", "Northwire"), ("Birch", None), ("Cedar", None)):
        quote = f"In the words of {outlet} and {agency}, Oslo sends 8 tanks."
        wire.report(outlet, "2023-02-01", pledge(quote, "no", "tanks", 8), agency=agency)
    assert [e.independent for e in wire.resolved().entries] == [2]


def test_ids_derive_from_the_earliest_claim() -> None:
    wire = Wire()
    wire.report("Ash", "2023-02-02", pledge("Oslo sends 8 tanks.", "no", "tanks", 8))
    before = wire.resolved().entries[0].id
    wire.report("Birch", "2023-02-03", pledge("Oslo sends 8 tanks.", "no", "tanks", 8))
    assert wire.resolved().entries[0].id == before
    wire.report("Cedar", "2023-02-01", pledge("Oslo sends 8 tanks.", "no", "tanks", 8))
    assert wire.resolved().entries[0].id != before


def test_figures_that_differ_are_shown_with_the_rule_that_chose() -> None:
    wire = Wire()
    for outlet, number in (("Ash", 12), ("Birch", 14), ("Cedar", 14)):
        wire.report(outlet, "2023-02-01", pledge(f"{outlet} counts {number} howitzers.", "de", "howitzers", number))
    [entry] = wire.resolved().entries
    assert lines([entry]) == [("de", 14, 14, 3, 3)]
    assert [(d.field, d.chosen_by) for d in entry.disagreements] == [("count", "most independent voices")]


def test_a_persons_different_beats_every_same() -> None:
    wire = Wire()
    for outlet in ("Ash", "Birch", "Cedar"):
        wire.report(outlet, "2023-02-01", pledge(f"{outlet} counts 8 tanks.", "no", "tanks", 8))
    one, two, three = (c.id for c in wire.claims)
    apart = Judgement(one, three, "different", "ann", ("another gift",), datetime(2023, 3, 1, tzinfo=UTC))
    chain = [Judgement(one, two, "same", "bo", ()), Judgement(two, three, "same", "bo", ())]
    for judgements in ([apart], [*chain, apart], [apart, *chain]):
        entries = resolve(wire.reports, wire.claims, judgements).entries
        assert sorted(len(e.claims) for e in entries) == [1, 2]
        assert not any({one, three} <= set(e.claims) for e in entries)


def test_a_persons_same_beats_the_rules() -> None:
    wire = Wire()
    wire.report("Ash", "2023-02-01", pledge("Oslo sends 8 tanks.", "no", "tanks", 8))
    wire.report("Birch", "2023-02-01", pledge("Oslo sends 30 trucks.", "no", "trucks", 30))
    judged = Judgement(*(c.id for c in wire.claims), "same", "ann", ("they are one",))
    assert [len(e.claims) for e in resolve(wire.reports, wire.claims, [judged]).entries] == [2]


def test_every_joined_claim_has_a_reason() -> None:
    wire = Wire()
    for outlet in ("Ash", "Birch"):
        wire.report(outlet, "2023-02-01", pledge(f"{outlet} counts 8 tanks.", "no", "tanks", 8))
    [made] = wire.resolved().judgements
    assert (made.verdict, made.by) == ("same", RULE)
    assert "figures agree" in made.why


def test_copies_of_a_sentence_are_one_line_whatever_was_read_of_its_parties() -> None:
    wire = Wire()
    for end, whom in (("", "ua"), (", the smallest so far", "us"), ("", "ua")):
        quote = f"The secretary opened the long morning of talks with a package worth 250 million dollars{end}."
        wire.report(f"Outlet {len(wire.reports)}", "2023-02-01", money(quote, "us", 250, "package", recipient=whom))
    [entry] = wire.resolved().entries
    assert isinstance(entry.event, Pledge)
    assert (entry.event.recipient, entry.independent) == ("ua", 1)


def test_a_sum_that_came_together_over_time_is_a_total_by_its_words() -> None:
    wire = Wire()
    quotes = "Oslo adds $5m of aid.", "Since the start of the war it has given $90m."
    wire.report("Ash", "2023-02-01", *(money(q, "no", n, "aid") for q, n in zip(quotes, (5, 90), strict=True)))
    [entry] = wire.resolved().entries
    assert (len(entry.claims), len(entry.checks)) == (1, 1)
