"""What may be one event is compared: claims that are alike in thing or in days share a key, however many there are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.resolve.made import Wire, pledge, visit

from wireledger.lexicon.equipment import family_of, models
from wireledger.resolve import echoes
from wireledger.resolve.block import family, keys, questions
from wireledger.resolve.line import Line
from wireledger.resolve.reasons_contact import days
from wireledger.resolve.things import likeness
from wireledger.resolve.told import Told, told_of

ITEMS = [
    "Leopard 2",
    "Leopard 2A4 tanks",
    "Leopard 1",
    "tanks",
    "battle tanks",
    "F-16s",
    "jets",
    "ferries",
    "arms",
    None,
]
DAY = date(2023, 2, 1)
SPANS = st.one_of(st.none(), st.tuples(st.integers(-200, 200), st.sampled_from([1, 1, 2, 30, 61, 62, 63, 365])))


def two(*shapes: tuple[str, dict[str, Any]]) -> tuple[Told, Told]:
    """Two claims of two reports on these days."""
    wire = Wire()
    for outlet, (on, shape) in zip("AB", shapes, strict=True):
        wire.report(outlet, on, shape)
    known = {report.id: report for report in wire.reports}
    first, second = sorted(
        told_of(known, wire.claims, echoes.voices(wire.reports)), key=lambda told: told.claim.evidence.report
    )
    return first, second


def meet(first: Told, second: Told) -> bool:
    return bool({*keys(first)} & {*questions(second)})


def test_models_that_are_kinds_of_each_other_are_of_one_family() -> None:
    for model in models():
        assert {family(wider) for wider in family_of(model)} == {family(model)}
        assert all(family(other) == family(model) for other in models() if other.startswith(f"{model}-"))
    assert len({family(model) for model in ("leopard-1", "bradley", "f-16")}) == 3


@settings(deadline=None)
@given(st.sampled_from(ITEMS), st.sampled_from(ITEMS))
def test_gifts_of_one_giver_meet_where_their_things_are_alike(one: str | None, other: str | None) -> None:
    first, second = two(
        ("2023-02-01", pledge("It gives them.", "de", one)), ("2023-05-01", pledge("They give.", "de", other))
    )
    if likeness(first.thing, second.thing) in ("same", "kind"):
        assert meet(first, second)
    families = [{family(model) for model in told.thing.models} for told in (first, second)]
    if all(families):
        assert meet(first, second) == (families[0] == families[1])


@settings(max_examples=300, deadline=None)
@given(SPANS, SPANS, st.integers(-60, 60))
def test_contacts_meet_where_their_days_do_not_speak_against_it(one: Any, other: Any, apart: int) -> None:
    told = [_visit(one), _visit(other)]
    first, second = two(("2023-02-01", told[0]), ((DAY + timedelta(apart)).isoformat(), told[1]))
    found = days(second, Line(first))
    assert meet(first, second) or (found is not None and found.forbids)


def test_visits_of_other_months_are_not_compared() -> None:
    first, second = two(
        ("2023-02-01", visit("She came.", "ann-ash", "Kyiv", {"text": "x", "from": "2023-02-01", "to": "2023-02-02"})),
        ("2023-05-01", visit("She came.", "ann-ash", "Kyiv", {"text": "x", "from": "2023-05-01", "to": "2023-05-02"})),
    )
    assert not meet(first, second)


def _visit(span: tuple[int, int] | None) -> dict[str, Any]:
    if span is None:
        return visit("She came.", "ann-ash", "Kyiv", None)
    start = DAY + timedelta(span[0])
    when = {"text": "then", "from": start.isoformat(), "to": (start + timedelta(span[1])).isoformat()}
    return visit("She came.", "ann-ash", "Kyiv", when)
