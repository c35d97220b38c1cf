"""The header of a list: whether it is one, and what its bullets hang on."""

from __future__ import annotations

import pytest
from tests.extract.pledges_made import claims, document, only_view, views

from wireledger.extract.clauses import clauses
from wireledger.extract.headers import header_package, opens_list
from wireledger.extract.memory import Package, memory
from wireledger.model import Mood, PledgeStep, Scope


def package(text: str) -> Package | None:
    """The package of the last sentence of a report of these paragraphs (parted by slashes)."""
    made = document(*text.split(" / "))
    seen = views(made)
    return header_package(clauses(seen[-1]), memory(made, seen, []))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Canada will provide Haiti with the following:", True),
        ("The package includes:", True),
        ("The weather this week:", True),
        ("Canada will provide Haiti with boats.", False),
        ("Ottawa: boats are on their way.", False),
    ],
)
def test_a_header_ends_in_a_colon(sentence: str, expected: bool) -> None:
    assert opens_list(only_view(sentence)) == expected


@pytest.mark.parametrize(
    ("header", "step", "mood"),
    [
        ("Canada will provide Haiti with the following:", "promised", "asserted"),
        ("Canada has pledged to Haiti:", "promised", "asserted"),
        ("Canada has donated to Haiti:", "delivered", "asserted"),
        ("Parliament in Ottawa approved for Haiti:", "approved", "asserted"),
        ("Haiti has requested from Canada:", "requested", "hypothetical"),
        ("Canada may send Haiti the following:", "floated", "hypothetical"),
        ("Canada will not send Haiti the following:", "refused", "denied"),
        pytest.param(
            "Canada has suspended deliveries to Haiti of:",
            "withdrawn",
            "asserted",
            marks=pytest.mark.xfail(strict=True, reason="a noun of help comes before a weak verb that governs it"),
        ),
        ("Canada's pledges to Haiti:", "promised", "asserted"),
        ("Canada's donations to Haiti:", "delivered", "asserted"),
        ("Canadian shipments to Haiti:", "in_transit", "asserted"),
        ("Contracts signed by Haiti:", "contracted", "asserted"),
    ],
)
def test_a_header_tells_how_far_its_list_came(header: str, step: PledgeStep, mood: Mood) -> None:
    found = package(header)
    assert found is not None
    assert (found.step, found.mood, found.sentence) == (step, mood, 0)


@pytest.mark.parametrize("header", ["The weather in Haiti this week:", "The premier said in Ottawa:", "Questions:"])
def test_a_header_without_a_word_of_help_opens_no_package(header: str) -> None:
    assert package(header) is None


@pytest.mark.parametrize(
    ("header", "scope"),
    [
        ("Canada will send to Haiti:", "new"),
        ("Canada's donations to Haiti to date:", "total"),
        ("Canada has so far given to Haiti:", "total"),
        ("Canada had given to Haiti:", "earlier"),
    ],
)
def test_a_header_tells_the_scope(header: str, scope: Scope) -> None:
    found = package(header)
    assert found is not None
    assert found.scope == scope


def test_a_header_tells_who_gives_to_whom() -> None:
    found = package("Canada will provide Haiti with the following:")
    assert found is not None
    assert found.donors is not None
    assert found.recipient is not None
    assert (found.donors.codes, found.recipient.codes) == (("ca",), ("ht",))
    text = "Canada will provide Haiti with the following:"
    assert [span.of(text) for span in (*found.donors.spans, *found.recipient.spans)] == ["Canada", "Haiti"]


def test_a_header_without_names_takes_them_from_the_report() -> None:
    found = package("Japan gave Palau two boats. / Japan promised Palau help. / Earlier donations include:")
    assert found is not None
    assert found.donors is None or found.donors.codes == ("jp",)
    assert found.recipient is not None
    assert found.recipient.codes == ("pw",)


def test_paragraphs_under_a_header_are_not_its_bullets() -> None:
    found = claims("Canada will provide Haiti with the following:", "The harvest was good in Ottawa.")
    assert found == []
