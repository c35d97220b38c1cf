"""Persons and their terms of office: ids fit together, days are in order, one at a time where there can be only one."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from wireledger.lexicon.offices import Office, holders, offices, offices_of, persons
from wireledger.lexicon.parties import organisations, states

SOLE = {
    "president", "prime-minister", "chancellor", "monarch", "foreign-minister", "defence-minister", "finance-minister",
    "secretary-general", "high-representative", "commission-president", "council-president", "supreme-leader",
    "national-security-adviser", "chief-of-defence", "commander-in-chief", "joint-chiefs", "saceur", "vice-president",
    "parliament-speaker", "pope",
}  # fmt: skip
PARTIES = {state.code for state in states()} | {organisation.code for organisation in organisations()}


def test_persons_are_listed_once_under_names_of_their_own() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for person in persons():
        for name in (person.name, *person.aliases):
            owners[name].add(person.id)
    assert len({p.id for p in persons()}) == len(persons())
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_persons_are_well_formed() -> None:
    codes = {state.code for state in states()}
    for person in persons():
        assert person.id.isascii()
        assert person.id == person.id.lower()
        assert person.country is None or person.country in codes
        assert person.surname in person.name, person


def test_offices_are_of_known_persons_and_parties_in_order() -> None:
    ids = {person.id for person in persons()}
    for office in offices():
        assert office.person in ids
        assert office.of in PARTIES
        assert office.start is None or office.stop is None or office.start < office.stop
        assert office.source in ("reference", "general")


def test_sole_offices_have_one_holder_at_a_time() -> None:
    terms: dict[tuple[str, str], list[Office]] = defaultdict(list)
    for office in offices():
        if office.office in SOLE and office.start:
            terms[office.office, office.of].append(office)
    for held in terms.values():
        ordered = sorted(held, key=lambda o: o.start or date.min)
        overlaps = [(a, b) for a, b in pairwise(ordered) if a.stop is None or (b.start and b.start < a.stop)]
        assert overlaps == []


@pytest.mark.parametrize(
    ("office", "of", "on", "person"),
    [
        ("president", "us", "2023-02-03", "joe-biden"),
        ("president", "us", "2025-03-01", "donald-trump"),
        ("president", "ua", "2022-02-24", "volodymyr-zelensky"),
        ("chancellor", "de", "2022-02-27", "olaf-scholz"),
        ("defence-minister", "de", "2023-01-18", "christine-lambrecht"),
        ("defence-minister", "de", "2023-01-19", "boris-pistorius"),
        ("defence-minister", "ua", "2024-01-01", "rustem-umerov"),
        ("defence-minister", "ru", "2024-05-11", "sergei-shoigu"),
        ("defence-minister", "us", "2022-06-15", "lloyd-austin"),
        ("prime-minister", "gb", "2022-10-01", "liz-truss"),
        ("prime-minister", "dk", "2023-08-20", "mette-frederiksen"),
        ("secretary-general", "nato", "2024-09-30", "jens-stoltenberg"),
        ("secretary-general", "nato", "2024-10-01", "mark-rutte"),
        ("high-representative", "eu", "2022-05-01", "josep-borrell"),
        ("president", "kr", "2023-07-15", "yoon-suk-yeol"),
        ("prime-minister", "jp", "2023-03-21", "fumio-kishida"),
    ],
)
def test_holders_on_a_day(office: str, of: str, on: str, person: str) -> None:
    assert holders(office, of, date.fromisoformat(on)) == (person,)


def test_nobody_holds_an_empty_or_unknown_office() -> None:
    assert holders("parliament-speaker", "us", date(2023, 10, 10)) == ()
    assert holders("prime-minister", "us", date(2023, 10, 10)) == ()


def test_a_person_moves_from_office_to_office() -> None:
    def sides(person: str, on: date) -> set[tuple[str, str]]:
        return {(office.office, office.of) for office in offices_of(person, on)}

    assert sides("mark-rutte", date(2023, 1, 1)) == {("prime-minister", "nl")}
    assert sides("mark-rutte", date(2025, 1, 1)) == {("secretary-general", "nato")}
    assert sides("mark-rutte", date(2024, 8, 1)) == set()
    assert sides("david-cameron", date(2024, 1, 1)) == {("foreign-minister", "gb")}
    assert ("security-council-deputy-chair", "ru") in sides("dmitry-medvedev", date(2023, 1, 1))
    assert sides("nobody-at-all", date(2023, 1, 1)) == set()


@pytest.mark.parametrize(
    ("written", "person"),
    [
        ("Volodymyr Zelenskiy", "volodymyr-zelensky"),
        ("Joseph R. Biden, Jr.", "joe-biden"),
        ("Viktor Orban", "viktor-orban"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("Antonio Guterres", "antonio-guterres"),
        ("Sergii Marchenko", "serhiy-marchenko"),
    ],
)
def test_spellings(written: str, person: str) -> None:
    assert [p.id for p in persons() if written in (p.name, *p.aliases)] == [person]


@pytest.mark.parametrize(
    ("person", "surname"),
    [("xi-jinping", "Xi"), ("ursula-von-der-leyen", "von der Leyen"), ("jonas-gahr-store", "Støre")],
)
def test_surnames(person: str, surname: str) -> None:
    assert [p.surname for p in persons() if p.id == person] == [surname]
