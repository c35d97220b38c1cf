"""What persons decide wins, follows its claim within the sentence, and can be taken back at any depth."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.resolve.made import Wire, lines, pledge

from wireledger.model import Claim, Judgement, Pledge, Quantity, Span, Spot
from wireledger.resolve import corrected, resolve

NOON = datetime(2024, 1, 1, 12, tzinfo=UTC)


def wire() -> Wire:
    made = Wire()
    made.report("Fen Post", "2023-01-25", pledge("Oslo gives 8 Leopard 2.", "no", "Leopard 2 tanks", 8))
    made.report("Moor Mail", "2023-01-26", pledge("Norway gives eight tanks.", "no", "Leopard 2 tanks", 8))
    return made


def spot(claim: Claim) -> Spot:
    return Spot(claim.evidence.report, claim.kind, claim.evidence.anchor, claim.ordinal)


def judged(verdict: str, *claims: Claim, minute: int = 0, **values: object) -> Judgement:
    names = [claim.id for claim in claims]
    told = tuple((name, json.dumps(value)) for name, value in values.items())
    when = NOON + timedelta(minutes=minute)
    spots = tuple(spot(claim) for claim in claims)
    return Judgement(names[0], "".join(names[1:]), verdict, "ann", (), when, told, "", spots)  # type: ignore[arg-type]


def taken_back(judgement: Judgement, minute: int) -> Judgement:
    return Judgement(judgement.id, "", "undone", "ann", (), NOON + timedelta(minutes=minute))


def found(made: Wire, *judgements: Judgement) -> list[tuple[str, float | None, float | None, int, int]]:
    return lines(resolve(made.reports, made.claims, judgements).entries)


def test_what_is_judged_wrong_stands_in_no_entry() -> None:
    made = wire()
    assert found(made, judged("wrong", made.claims[0])) == [("no", 8, 8, 1, 1)]
    assert found(made, *(judged("wrong", claim) for claim in made.claims)) == []


def test_the_last_verdict_on_a_claim_stands() -> None:
    made = wire()
    one = made.claims[0]
    wrong, right = judged("wrong", one), judged("right", one, minute=1)
    assert found(made, right, wrong) == [("no", 8, 8, 2, 2)]


def test_a_changed_claim_has_the_new_values_and_stays_where_it_is() -> None:
    made = wire()
    fixes = [judged("changed", claim, low=9, high=None) for claim in made.claims]
    resolved = resolve(made.reports, made.claims, fixes)
    assert lines(resolved.entries) == [("no", 9, None, 2, 2)]
    assert [c.id for c in resolved.claims] == [c.id for c in made.claims]


def test_undoing_goes_to_any_depth() -> None:
    made = wire()
    book = [judged("different", *made.claims)]
    apart, together = [("no", 8, 8, 1, 1)] * 2, [("no", 8, 8, 2, 2)]
    for minute in range(1, 8):
        assert found(made, *book) == (apart if minute % 2 else together)
        book.append(taken_back(book[-1], minute))


def test_an_old_decision_stands_again_when_a_newer_one_is_taken_back() -> None:
    made = wire()
    first, second = judged("different", *made.claims), judged("same", *made.claims, minute=1)
    assert found(made, first, second) == [("no", 8, 8, 2, 2)]
    assert found(made, first, second, taken_back(second, 2)) == [("no", 8, 8, 1, 1)] * 2


def reread(claim: Claim, anchor: int, **changes: object) -> Claim:
    return replace(claim, evidence=replace(claim.evidence, anchor=anchor), **changes)  # type: ignore[arg-type]


def test_a_judgement_follows_its_claim_within_the_sentence() -> None:
    made = wire()
    apart = judged("different", *made.claims)
    made.claims[0] = reread(made.claims[0], 11)
    assert found(made, apart) == [("no", 8, 8, 1, 1)] * 2


def test_two_claims_that_fit_a_judgement_are_a_problem() -> None:
    made = wire()
    wrong = judged("wrong", made.claims[0])
    made.claims = [reread(made.claims[0], 5), reread(made.claims[0], 11), made.claims[1]]
    resolved = resolve(made.reports, made.claims, [wrong])
    assert sum(len(e.claims) for e in resolved.entries) == 3
    assert [(p.code, p.where, p.span) for p in resolved.problems] == [("judgement-adrift", "r01", Span(0, 22))]
    assert "2 claims fit" in resolved.problems[0].message


def test_a_judgement_whose_claim_is_read_no_more_is_a_problem() -> None:
    made = wire()
    wrong = judged("wrong", made.claims.pop(0))
    assert "no claim is read" in resolve(made.reports, made.claims, [wrong]).problems[0].message


def test_a_judgement_on_a_report_that_is_not_there_waits() -> None:
    made = wire()
    wrong = judged("wrong", made.claims.pop(0))
    assert resolve(made.reports[1:], made.claims, [wrong]).problems == ()


def test_what_was_judged_right_keeps_its_values_when_it_is_read_anew() -> None:
    made = wire()
    right = [judged("right", claim, low=8, high=8, recipient="ua") for claim in made.claims]
    event = made.claims[0].event
    assert isinstance(event, Pledge)
    made.claims = [
        replace(claim, event=replace(event, quantity=Quantity(80, 80), recipient="md")) for claim in made.claims
    ]
    (entry,) = resolve(made.reports, made.claims, right).entries
    assert isinstance(entry.event, Pledge)
    assert (entry.event.quantity, entry.event.recipient, entry.event.recipients) == (Quantity(8, 8), "ua", ("ua",))


def test_a_count_can_be_taken_away() -> None:
    event = corrected(wire().claims[0], {"low": None, "high": None}).event
    assert isinstance(event, Pledge)
    assert event.quantity is None


def test_values_that_no_claim_can_have_are_a_problem() -> None:
    made = wire()
    dreamt = judged("changed", made.claims[0], step="dreamt")
    told = resolve(made.reports, made.claims, [dreamt])
    assert [(problem.code, problem.where) for problem in told.problems] == [("judgement-unfit", "r01")]
    assert len(told.entries) == 1
