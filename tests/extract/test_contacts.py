"""Visits, meetings and calls against a table of phrases, and what their claims must show."""

from __future__ import annotations

from datetime import date

import pytest
from tests.extract.told import ON, Row, claims, rows, shown

from wireledger.annotate import annotate
from wireledger.extract.contacts import contacts
from wireledger.extract.view import view
from wireledger.model import Claim, Contact, Report, Source, day

ROWS = rows("contact_phrases.tsv")
STORY = (
    "Emmanuel Macron visited Warsaw on Tuesday. "
    "The visit, two days after Olaf Scholz went to Warsaw, was short. "
    "He will travel to Prague on Friday."
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_phrases(row: Row) -> None:
    assert tuple(shown(claim) for claim in claims(contacts, row.text)) == row.readings


def test_the_table_is_wide() -> None:
    assert len(ROWS) >= 60
    assert sum(not row.readings for row in ROWS) >= 12


@pytest.mark.parametrize("row", [r for r in ROWS if r.readings], ids=str)
def test_every_field_has_its_words(row: Row) -> None:
    for claim in claims(contacts, row.text):
        event, fields = claim.event, {f.name: f for f in claim.evidence.fields}
        assert isinstance(event, Contact)
        assert claim.evidence.quote == claim.evidence.span.of(row.text)
        assert "form" in fields
        assert ("place" in fields) == (event.place is not None)
        assert ("when" in fields) == (event.when is not None)
        if event.place is not None:
            assert fields["place"].spans[0].of(row.text) == event.place
        assert len(claim.trace) >= 4
        assert 0 < claim.confidence < 1


def test_what_is_only_pointed_to_is_carried() -> None:
    first, again, other, ahead = claims(contacts, STORY)
    carried = [{f.name for f in c.evidence.fields if f.carried} for c in (first, again, other, ahead)]
    assert carried[0] == set()
    assert carried[1] >= {"place", "when"}
    assert carried[2] == set()
    assert carried[3] == {"guests"}
    assert isinstance(ahead.event, Contact)
    assert ahead.event.guests == ("emmanuel-macron",)


def test_a_visit_dates_the_one_it_followed() -> None:
    (other,) = [c for c in claims(contacts, STORY) if shown(c).startswith("visit  olaf-scholz  in Warsaw")]
    assert shown(other) == "visit  olaf-scholz  in Warsaw asserted 2023-04-16"


def test_the_title_tells_who_i_is() -> None:
    text = "I just spoke with Prime Minister Sanna Marin."
    (claim,) = claims(contacts, text, "Remarks by President Joe Biden")
    assert shown(claim) == "call  joe-biden+sanna-marin asserted 2023-04-20"


def test_names_lead_to_ids() -> None:
    (claim,) = claims(contacts, "Joe Biden met Mette Frederiksen in Rome.")
    assert dict(claim.names) == {"Joe Biden": "joe-biden", "Mette Frederiksen": "mette-frederiksen"}


def test_our_summit_is_that_of_the_alliance() -> None:
    told = claims(contacts, "NATO has grown. At our summit in Riga in March, we agreed on it.", "Remarks by Petr Pavel")
    assert [_guests(claim) for claim in told] == [("nato",)]


def test_who_stands_in_a_ministrys_title_holds_an_office() -> None:
    text = "Deputy Head for Maps Ida Holm travelled to Riga on Monday."
    page = Source(url="https://www.state.gov/x", published=day(ON))
    for title, expected in (
        ("Statement on Deputy Advisor Ida Holm’s Travel to Riga", [("ida-holm",)]),
        ("News of the day", []),
    ):
        document = annotate(Report("r", text, page, title))
        found = contacts(document, [view(sentence) for sentence in document.sentences])
        assert [_guests(claim) for claim in found] == expected


def test_the_call_of_a_readout_is_the_one_it_told() -> None:
    text = "Petr Pavel spoke by phone with Kaja Kallas on Monday. On the call were also Ida Holm and Giorgia Meloni."
    told = [claim.event for claim in claims(contacts, text, "Readout of the call of Petr Pavel")]
    assert len(told) == 2
    assert {e.when.interval for e in told if isinstance(e, Contact) and e.when} == {day(date(2023, 4, 17))}
    assert all(isinstance(e, Contact) and e.when for e in told)


def _guests(claim: Claim) -> tuple[str, ...]:
    assert isinstance(claim.event, Contact)
    return claim.event.guests
