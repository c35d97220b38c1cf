"""The register: members, counts and the cover of a guarantee on a day."""

from __future__ import annotations

from datetime import date

import pytest

from wireledger.lexicon.parties import members
from wireledger.lexicon.register import (
    count_on,
    counts_during,
    covered_by,
    covered_on,
    guarantees,
    joined_as,
    source_of,
    standing,
)
from wireledger.read.counting import NAMES


@pytest.mark.parametrize(
    ("alliance", "day", "count"),
    [
        ("nato", date(1949, 8, 23), 0),
        ("nato", date(1949, 8, 24), 12),
        ("nato", date(1999, 3, 12), 19),
        ("nato", date(2004, 3, 29), 26),
        ("nato", date(2020, 3, 27), 30),
        ("nato", date(2023, 4, 3), 30),
        ("nato", date(2023, 4, 4), 31),
        ("nato", date(2024, 3, 7), 32),
        ("eu", date(2013, 7, 1), 28),
        ("eu", date(2020, 2, 1), 27),
        ("g7", date(2023, 1, 1), 7),
    ],
)
def test_how_many_members_there_are(alliance: str, day: date, count: int) -> None:
    assert count_on(alliance, day) == len(members(alliance, day)) == count


def test_how_a_state_stands() -> None:
    steps = [standing("nato", "fi", day) for day in (date(2022, 5, 1), date(2022, 6, 1), date(2022, 7, 1))]
    assert [held.step if held else None for held in steps] == [None, "applied", "invited"]
    now = standing("nato", "fi", date(2023, 4, 4))
    assert now is not None
    assert (now.step, now.start) == ("joined", date(2023, 4, 4))


def test_who_is_covered_and_why() -> None:
    told = {c.guarantee.alliance: c for c in covered_by("fi", date(2023, 4, 3))}
    assert not told["nato"].covered
    assert told["nato"].why.startswith("invited since 2022-06-29, not a member of nato: Article 5")
    assert told["eu"].covered
    assert told["eu"].since == date(2009, 12, 1)
    (after,) = (c for c in covered_by("fi", date(2023, 4, 4)) if c.guarantee.alliance == "nato")
    assert (after.covered, after.since) == (True, date(2023, 4, 4))


def test_all_members_are_covered_and_nobody_before_the_treaty() -> None:
    covered = covered_on("nato", date(2024, 3, 7))
    assert len(covered) == 32
    assert all(c.covered and "member of nato since" in c.why for c in covered)
    assert not covered_on("eu", date(2009, 11, 30))
    assert all(g.start <= date(2010, 1, 1) for g in guarantees())


def test_a_member_that_suspended_its_part_is_told_as_one() -> None:
    (cover,) = covered_on("csto", date(2024, 3, 1))[:1]
    assert cover.state == "am"
    assert cover.why.endswith("has suspended its part since 2024-02-23")


def test_how_many_there_were_while_it_changed_and_as_which_one_a_state_came() -> None:
    assert counts_during("nato", date(2023, 1, 1), date(2024, 12, 31)) == (30, 31, 32)
    assert counts_during("nato", date(2023, 4, 4), date(2023, 4, 5)) == (31,)
    finland, bulgaria = joined_as("nato", "fi"), joined_as("nato", "bg")
    assert finland is not None
    assert (finland.day, finland.first, finland.last) == (date(2023, 4, 4), 31, 31)
    assert bulgaria is not None
    assert (bulgaria.first, bulgaria.last) == (20, 26)  # seven came on one day
    assert joined_as("nato", "ua") is None


def test_every_register_that_counts_are_held_against_has_its_source() -> None:
    for alliance in NAMES:
        assert len(source_of(alliance)) > 20
        assert count_on(alliance, date(2023, 6, 1)) > 0
