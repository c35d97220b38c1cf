"""Places: each name stands once, in a known country, and is no name of a state."""

from __future__ import annotations

from collections import Counter

import pytest

from wireledger.lexicon.parties import states
from wireledger.lexicon.places import places


def test_each_name_is_one_place() -> None:
    counts = Counter(name for place in places() for name in (place.name, *place.aliases))
    assert [name for name, count in counts.items() if count > 1] == []


def test_places_lie_in_known_countries() -> None:
    assert {place.country for place in places() if place.country} <= {state.code for state in states()}
    assert {place.kind for place in places()} <= {"city", "base", "building", "region", "site"}


def test_states_are_no_places_and_capitals_are_in_their_state() -> None:
    found = {name: place.country for place in places() for name in (place.name, *place.aliases)}
    for state in states():
        assert not found.keys() & {state.name, *state.aliases, *state.demonyms}
        assert {found[capital] for capital in state.capitals} <= {state.code}


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Ramstein air base", "de"), ("Rzeszów", "pl"), ("Bürgenstock", "ch"), ("Skrydstrup", "dk"), ("Kharkov", "ua"),
        ("Camp David", "us"), ("Crimea", "ua"), ("Black Sea", None), ("Kiev", "ua"),
    ],
)  # fmt: skip
def test_places(name: str, country: str | None) -> None:
    assert [p.country for p in places() if name in (p.name, *p.aliases)] == [country]
