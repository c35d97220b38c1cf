"""Contacts told from every side, over many countries: who took part, where, and whether it took place."""

from __future__ import annotations

import pytest
from tests.extract.told import Row, claims, rows

from wireledger.extract.contacts import contacts
from wireledger.model import Claim, Contact

ROWS = rows("contact_sides.tsv")


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_sides(row: Row) -> None:
    assert sorted(_shown(c) for c in claims(contacts, row.text)) == sorted(map(_sorted_sides, row.readings))


def test_the_table_is_wide() -> None:
    assert len(ROWS) >= 290
    assert sum(not row.readings for row in ROWS) >= 50


def _shown(claim: Claim) -> str:
    """The form, the sides in the order of the alphabet, the place and the mood; days have their own table."""
    event = claim.event
    assert isinstance(event, Contact)
    hosts = ("at", "+".join(sorted(event.hosts))) if event.hosts else ()
    place = ("in", event.place) if event.place else ()
    return " ".join((event.form, "+".join(sorted(event.guests)), *hosts, *place, claim.mood))


def _sorted_sides(reading: str) -> str:
    form, guests, *rest = reading.split(" ")
    return " ".join((form, "+".join(sorted(guests.split("+"))), *rest))
