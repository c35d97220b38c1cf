"""Versions of one report: the newest speaks, the older ones stay and show."""

from __future__ import annotations

from dataclasses import replace

from tests.resolve.made import Wire, pledge

from wireledger.model import Entry, Pledge
from wireledger.resolve import resolve, voices

URL = "https://post.example/tanks"


def versions(*told: tuple[str, int, str]) -> Wire:
    """Reports of one outlet and URL, each on its day, with a count of tanks in its own words."""
    wire = Wire()
    for on, count, words in told:
        wire.report("Post", on, pledge(words, "dk", "Leopard 2 tanks", count))
    wire.reports[:] = [replace(r, source=replace(r.source, url=URL)) for r in wire.reports]
    return wire


def counted(entries: tuple[Entry, ...]) -> list[tuple[float | None, bool]]:
    return [
        (e.event.quantity.low, e.counts_in_totals) for e in entries if isinstance(e.event, Pledge) and e.event.quantity
    ]


def test_a_corrected_figure_is_the_one_that_stands() -> None:
    entries = versions(("2023-02-01", 12, "It gives 12."), ("2023-02-02", 14, "It gives 14.")).resolved().entries
    (entry,) = entries
    assert counted(entries) == [(14, True)]
    assert [(d.field, d.chosen_by) for d in entry.disagreements] == [("count", "the newest version of the report")]
    assert len(entry.claims) == 2
    assert entry.independent == 1


def test_what_only_an_older_version_tells_stays_and_does_not_count() -> None:
    wire = versions(("2023-02-01", 12, "It gives 12."), ("2023-02-02", 90, "It gives 90 instead."))
    assert sorted(counted(wire.resolved().entries)) == [(12, False), (90, True)]


def test_the_day_says_which_is_newest_and_other_reports_count_as_before() -> None:
    wire = versions(("2023-02-02", 14, "It gives 14."), ("2023-02-01", 12, "It gives 12."))
    assert counted(wire.resolved().entries) == [(14, True)]
    wire.report("Herald", "2023-02-01", pledge("Twelve it is.", "dk", "Leopard 2 tanks", 12))
    wire.report("Courier", "2023-02-01", pledge("A dozen of them.", "dk", "Leopard 2 tanks", 12))
    assert counted(wire.resolved().entries) == [(12, True)]


def test_versions_are_one_voice_also_those_of_one_id() -> None:
    wire = versions(("2023-02-01", 12, "It gives 12."), ("2023-02-02", 14, "It gives 14."))
    first = replace(wire.reports[0], source=replace(wire.reports[0].source, url=None))
    later = replace(first, id=f"{first.id}@0123abcd", text="Quite another text it is now.")
    assert voices([first, later]) == {first.id: first.id, later.id: first.id}
    assert set(voices(wire.reports).values()) == {"r01"}


def test_the_same_text_twice_under_one_url_changes_nothing() -> None:
    wire = versions(("2023-02-01", 12, "It gives 12."), ("2023-02-02", 12, "It gives 12."))
    assert counted(resolve(wire.reports, wire.claims).entries) == [(12, True)]
