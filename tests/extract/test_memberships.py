"""Who joins, wants into, or is kept out of an alliance, against a table of phrases."""

from __future__ import annotations

import pytest
from tests.extract.told import Row, claims, rows, shown

from wireledger.extract.memberships import memberships
from wireledger.model import MEMBERSHIP_STEPS, Membership

TABLES = ("phrases", "world", "more", "wordings", "ways")
ROWS = [row for name in TABLES for row in rows(f"membership_{name}.tsv")]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_phrases(row: Row) -> None:
    assert tuple(shown(claim) for claim in claims(memberships, row.text)) == row.readings


def test_the_table_is_wide() -> None:
    assert len(ROWS) >= 60
    assert sum(not row.readings for row in ROWS) >= 12


def test_every_step_is_tried() -> None:
    events = [claim.event for row in ROWS for claim in claims(memberships, row.text)]
    assert {event.step for event in events if isinstance(event, Membership)} == set(MEMBERSHIP_STEPS)


@pytest.mark.parametrize("row", [r for r in ROWS if r.readings], ids=str)
def test_every_field_has_its_words(row: Row) -> None:
    for claim in claims(memberships, row.text):
        event, names = claim.event, {f.name for f in claim.evidence.fields}
        assert isinstance(event, Membership)
        assert {"member", "alliance", "step"} <= names
        assert ("by" in names) == bool(event.by)
        assert ("when" in names) == (event.when is not None)
        assert claim.rule == f"memberships/{event.step}"
        assert 0 < claim.confidence < 1


def test_the_state_and_the_alliance_are_carried() -> None:
    text = "Sweden has applied to join NATO. Its accession was ratified by Hungary in March."
    applied, approved = claims(memberships, text)
    assert shown(approved) == "se in nato  approved  by hu asserted 2023-03-01..2023-04-01"
    assert {f.name for f in approved.evidence.fields if f.carried} >= {"alliance"}
    assert not any(f.carried for f in applied.evidence.fields)


def test_who_we_and_they_are_is_told_by_the_title() -> None:
    title = "Readout of President Joe Biden's Meeting with Prime Minister Mark Rutte of the Netherlands"
    text = "The two met in March. As NATO Allies, they discussed the coast."
    assert [shown(c) for c in claims(memberships, text, title)] == [
        "us in nato  is_member asserted ?",
        "nl in nato  is_member asserted ?",
    ]
    told = claims(memberships, "We will stand firm as a NATO member.", "Remarks by Prime Minister Trudeau")
    assert [shown(c) for c in told] == ["ca in nato  is_member asserted ?"]


def test_only_members_of_that_day_act_as_members() -> None:
    assert not claims(memberships, "Austria and Malta will drill as NATO Allies.")


def test_the_alliance_of_the_title_is_meant() -> None:
    told = claims(memberships, "We back Croatia's accession.", "Statement by Prime Minister Trudeau on NATO")
    assert [shown(c) for c in told] == ["hr in nato  supported  by ca asserted 2023-04-20"]
    assert any(field.name == "alliance" and field.carried for field in told[0].evidence.fields)
    assert not claims(memberships, "We back Croatia's accession.", "Statement by Prime Minister Trudeau")


def test_a_month_that_lies_behind_is_the_last_one() -> None:
    (told,) = claims(memberships, "After applying to join NATO in May, Sweden changed its laws.")
    assert shown(told) == "se in nato  applied asserted 2022-05-01..2022-06-01"
