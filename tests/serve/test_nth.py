"""What reports tell of how often something happened, against what the ledger holds on that day."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.resolve.made import Wire, visit

from wireledger.model import Contact, Entry
from wireledger.serve.nth import Counted, counted, problem, problems

GUEST = "olaf-scholz"


def nth(number: int, words: str, **more: Any) -> dict[str, Any]:
    """Which of its kind a visit is told to be."""
    return {"number": number, "words": words, "since": None, "within": None, "whose": "guest", **more}


def held(*days: str, guest: str = GUEST, place: str = "Kyiv") -> Wire:
    """A wire that told of visits on these days."""
    wire = Wire()
    for on in days:
        wire.report(f"Bay Bulletin {on}", on, visit(f"{guest} was in {place}.", guest, place, on))
    return wire


def told(wire: Wire, on: str, which: dict[str, Any], guest: str = GUEST, place: str = "Kyiv") -> list[Entry]:
    """All entries once a visit is told with what it is said to be; the new one is the last."""
    wire.report("Cape Chronicle", on, {**visit(f"{guest} came to {place}.", guest, place, on), "nth": which})
    return sorted(wire.resolved().entries, key=lambda e: e.event.when.interval.start)  # type: ignore[union-attr]


def bearing(entries: list[Entry]) -> tuple[str, int]:
    """What the ledger holds against the last entry's told count."""
    found = counted(entries[-1], entries)
    assert isinstance(found, Counted)
    return found.bearing, len(found.before)


SINCE_2022 = {"text": "since 2022", "from": "2022-01-01", "to": None}


@pytest.mark.parametrize(
    ("days", "which", "shown"),
    [
        (["2022-06-16"], nth(1, "his first visit since 2022", since=SINCE_2022), ("agrees", 0)),
        (["2022-06-16", "2023-03-01"], nth(1, "his first visit since 2022", since=SINCE_2022), ("more", 1)),
        ([], nth(1, "his first visit since 2022", since=SINCE_2022), ("open", 0)),
        (["2024-05-20"], nth(2, "his second trip in a month", within=31), ("agrees", 1)),
        (["2024-05-20", "2024-06-01"], nth(2, "his second trip in a month", within=31), ("more", 2)),
        (["2024-03-20"], nth(2, "his second trip in a month", within=31), ("open", 0)),
        (["2022-06-16"], nth(1, "his first-ever trip"), ("more", 1)),
        ([], nth(1, "his first-ever trip"), ("open", 0)),
        (["2022-06-16"], nth(1, "his first since the war", since={"text": "since the war", "from": None, "to": None}),
         ("open", 0)),
    ],
)  # fmt: skip
def test_a_told_count_is_held_against_the_ledger(
    days: list[str], which: dict[str, Any], shown: tuple[str, int]
) -> None:
    assert bearing(told(held(*days), "2024-06-11", which)) == shown


def test_another_guest_or_another_land_does_not_count() -> None:
    wire = held("2023-03-01", guest="petr-pavel")
    wire.report("Dune Dispatch", "2023-04-01", visit("Scholz was in Warsaw.", GUEST, "Warsaw", "2023-04-01"))
    assert bearing(told(wire, "2024-06-11", nth(1, "his first-ever trip")))[1] == 0


def test_anybody_of_the_state_counts_where_the_state_is_told_of() -> None:
    wire = held("2023-03-01", guest="annalena-baerbock")
    entries = told(wire, "2024-06-11", nth(1, "the first German visit since 2022", since=SINCE_2022, whose="state"))
    assert bearing(entries) == ("more", 1)


def test_what_was_only_planned_counts_nothing() -> None:
    wire = Wire()
    plan = {**visit("Scholz will be in Kyiv.", GUEST, "Kyiv", "2023-03-01"), "mood": "planned"}
    wire.report("Bay Bulletin", "2023-02-01", plan)
    assert bearing(told(wire, "2024-06-11", nth(1, "his first-ever trip")))[0] == "open"


def test_what_speaks_against_it_is_a_problem_that_names_the_others() -> None:
    entries = told(
        held("2022-06-16", "2023-03-01"), "2024-06-11", nth(1, "his first visit since 2022", since=SINCE_2022)
    )
    found = problem(entries[-1], counted(entries[-1], entries))
    assert found is not None
    assert (found.code, found.where) == ("more-than-told", entries[-1].id)
    assert entries[1].id in found.message
    assert [*problems(entries)] == [found]


def test_a_ledger_that_knew_less_had_nothing_against_it() -> None:
    entries = told(
        held("2022-06-16", "2023-03-01"), "2024-06-11", nth(1, "his first visit since 2022", since=SINCE_2022)
    )
    assert bearing([entries[0], entries[-1]]) == ("agrees", 0)


def test_who_tells_no_count_is_not_checked() -> None:
    (entry,) = held("2022-06-16").resolved().entries
    assert isinstance(entry.event, Contact)
    assert counted(entry, [entry]) is None
    assert counted(replace(entry, event=replace(entry.event, nth=None)), []) is None
