"""States, bodies, organisations, groups, memberships and currencies: codes fit together, names mean one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

import pytest

from wireledger.lexicon.parties import (
    State,
    bodies,
    currencies,
    groups,
    members,
    memberships,
    organisations,
    states,
)

STATES = {state.code for state in states()}
ORGANISATIONS = {organisation.code for organisation in organisations()}


def _names(state: State) -> tuple[str, ...]:
    return (state.name, *state.aliases, *state.demonyms, *state.capitals)


def _shared(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for surface, code in pairs:
        found[surface].add(code)
    return {surface: codes for surface, codes in found.items() if len(codes) > 1}


def test_codes_are_given_once() -> None:
    assert len(STATES) == len(states()) >= 197
    assert len(ORGANISATIONS) == len(organisations())
    assert len({g.code for g in groups()}) == len(groups())
    assert len({c.code for c in currencies()}) == len(currencies())
    assert not ORGANISATIONS & STATES
    assert not ORGANISATIONS & {g.code for g in groups()}


def test_a_name_of_two_states_is_flagged_with_both() -> None:
    shared = _shared((name, state.code) for state in states() for name in _names(state))
    doubtful = {(name, state.code) for state in states() for name in state.doubtful}
    assert [(name, code) for name, codes in shared.items() for code in codes if (name, code) not in doubtful] == []
    assert set(shared) == {"Congolese", "Dominican", "Dominicans"}


def test_doubtful_names_are_names() -> None:
    for state in states():
        assert set(state.doubtful) <= set(_names(state))


def test_names_are_written_once_and_clean() -> None:
    for state in states():
        assert len(set(_names(state))) == len(_names(state)), state
        assert all(name == name.strip() and name for name in _names(state))


@pytest.mark.parametrize(
    ("surface", "code"),
    [
        ("Britain", "gb"), ("Holland", "nl"), ("Kiev", "ua"), ("Kyiv", "ua"), ("Briton", "gb"), ("Danes", "dk"),
        ("US", "us"), ("U.S.", "us"), ("Washington", "us"), ("Czechia", "cz"), ("Türkiye", "tr"), ("Taipei", "tw"),
        ("The Hague", "nl"), ("ROK", "kr"), ("Pristina", "xk"), ("Holy See", "va"), ("Palestinian", "ps"),
    ],
)  # fmt: skip
def test_names_of_states(surface: str, code: str) -> None:
    assert [state.code for state in states() if surface in _names(state)] == [code]


def test_the_word_us_is_no_state() -> None:
    assert not any("us" in _names(state) for state in states())


def test_names_that_are_often_something_else_are_ambiguous() -> None:
    assert {s.name for s in states() if s.ambiguous} == {"Georgia", "Jordan", "Chad", "Turkey", "Guinea", "Niger"}


def test_bodies_act_for_states_and_mean_one() -> None:
    assert {body.acts_for for body in bodies()} <= STATES
    assert _shared((body.surface, body.acts_for) for body in bodies()) == {}
    assert len({body.surface for body in bodies()}) == len(bodies())
    assert all(body.start < body.stop for body in bodies() if body.start and body.stop)


@pytest.mark.parametrize(
    ("surface", "code"),
    [("Pentagon", "us"), ("Downing Street", "gb"), ("Kremlin", "ru"), ("Bundestag", "de"), ("Verkhovna Rada", "ua")],
)
def test_bodies(surface: str, code: str) -> None:
    assert [body.acts_for for body in bodies() if body.surface == surface] == [code]


def test_organisations_act_for_known_parties() -> None:
    assert {o.acts_for for o in organisations() if o.acts_for} <= ORGANISATIONS | STATES
    assert _shared((name, o.code) for o in organisations() for name in (o.name, *o.aliases, *o.generic)) == {}


def test_no_name_is_a_state_and_something_else() -> None:
    of_states = {name for state in states() for name in _names(state)}
    others = {body.surface for body in bodies()} | {s for g in groups() for s in g.surfaces}
    others |= {name for o in organisations() for name in (o.name, *o.aliases, *o.generic)}
    assert of_states & others == set()


def test_groups_have_known_members_and_surfaces_of_their_own() -> None:
    assert {member for group in groups() for member in group.members} <= STATES
    assert _shared((surface, group.code) for group in groups() for surface in group.surfaces) == {}
    assert {g.code: set(g.members) for g in groups()}["nordic"] == {"dk", "fi", "is", "no", "se"}


def test_memberships_are_of_known_states_and_alliances_in_order() -> None:
    for membership in memberships():
        assert membership.member in STATES
        assert membership.alliance in ORGANISATIONS | {"eurozone"}
        assert membership.start
        assert membership.stop is None or membership.start < membership.stop


@pytest.mark.parametrize(("on", "count"), [("2022-01-01", 30), ("2023-05-01", 31), ("2024-05-01", 32)])
def test_nato_grows(on: str, count: int) -> None:
    assert len(members("nato", date.fromisoformat(on))) == count


@pytest.mark.parametrize(
    ("alliance", "member", "first", "before"),
    [("nato", "fi", "2023-04-04", "2023-04-03"), ("nato", "se", "2024-03-07", "2024-03-06")],
)
def test_members_from_the_day_they_join(alliance: str, member: str, first: str, before: str) -> None:
    assert member in members(alliance, date.fromisoformat(first))
    assert member not in members(alliance, date.fromisoformat(before))


def test_the_union_has_27_members_since_britain_left() -> None:
    assert len(members("eu", date(2025, 11, 1))) == 27
    assert "gb" in members("eu", date(2020, 1, 31))
    assert "gb" not in members("eu", date(2020, 2, 1))


def test_other_alliances() -> None:
    assert members("csto", date(2023, 1, 1)) == {"am", "by", "kg", "kz", "ru", "tj"}
    assert members("g7", date(2023, 1, 1)) == {"ca", "de", "fr", "gb", "it", "jp", "us"}
    assert len(members("caricom", date(2024, 1, 1))) == 14
    assert members("contact-group", date(2024, 1, 1)) == frozenset()


def test_currencies_belong_to_states_and_symbols_mean_one() -> None:
    assert {c.state for c in currencies() if c.state} <= STATES
    symbols = _shared((symbol, c.code) for c in currencies() for symbol in c.symbols)
    assert symbols == {}
    by_code = {c.code: c for c in currencies()}
    assert {"NOK", "DKK", "SEK"} <= {code for code, c in by_code.items() if "kroner" in c.words}
    assert next(c.code for c in currencies() if "dollars" in c.words) == "USD"
