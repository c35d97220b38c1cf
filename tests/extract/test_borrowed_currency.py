"""A bare sum whose currency the report named before: where that stood, said here or carried."""

from __future__ import annotations

from tests.extract.pledges_made import claims

from wireledger.model import Claim, Field

EUROS = "The European Union promised 2 billion euros for Moldova."


def currency_of(claim: Claim) -> Field | None:
    return next((field for field in claim.evidence.fields if field.name == "currency"), None)


def test_a_currency_named_in_another_sentence_is_carried_from_there() -> None:
    _, (claim, pledge) = claims(EUROS, "Brussels approved another 33 billion in loans for Ukraine.")
    field = currency_of(claim)
    assert pledge.money is not None
    assert pledge.money.currency == "EUR"
    assert field is not None
    assert field.carried
    assert [EUROS[s.start : s.stop] for s in field.spans] == ["2 billion euros"]


def test_of_several_places_the_last_that_names_it_is_told() -> None:
    between = "Denmark added 5 million euros for Moldova."
    *_, (claim, _) = claims(EUROS, between, "Brussels approved another 33 billion in loans for Ukraine.")
    field = currency_of(claim)
    assert field is not None
    (span,) = field.spans
    assert span.start == len(EUROS) + 2 + between.index("5 million")


def test_a_currency_named_in_the_sentence_itself_is_said_there() -> None:
    told = claims("Of 60 billion dollars for Ukraine, Washington approved 33 billion in loans.")
    fields = [field for claim, _ in told if (field := currency_of(claim))]
    assert [field.carried for field in fields] == [False]


def test_a_sum_that_names_its_currency_borrows_none() -> None:
    ((claim, _),) = claims(EUROS)
    assert currency_of(claim) is None
