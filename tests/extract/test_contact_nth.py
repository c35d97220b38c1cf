"""Which of its kind a contact is told to be; every line was written before the reader saw it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests.extract.pledges_made import document, views

from wireledger.extract.contacts import contacts
from wireledger.model import Contact, Nth

LINES = list(csv.DictReader((Path(__file__).parent / "contact_nth.tsv").open(encoding="utf-8"), delimiter="\t"))


def told(text: str) -> list[tuple[Nth, str]]:
    """What is told of the contacts of a text of 10 July 2024, each with its words as the text has them."""
    made = document(text)
    found = []
    for claim in contacts(made, views(made)):
        event = claim.event
        assert isinstance(event, Contact)
        spans = [span for field in claim.evidence.fields if field.name == "nth" for span in field.spans]
        assert bool(spans) == (event.nth is not None)
        if event.nth is not None:
            found.append((event.nth, made.report.text[spans[0].start : spans[0].stop]))
    return found


def shown(nth: Nth) -> str:
    """From when is counted: the day, "?" where it is not known, nothing where none is told."""
    if nth.since is None:
        return ""
    return str(nth.since.interval.start) if nth.since.interval is not None else "?"


@pytest.mark.parametrize("line", LINES, ids=[line["text"][:70] for line in LINES])
def test_which_of_its_kind(line: dict[str, str]) -> None:
    found = told(line["text"])
    if line["number"] == "0":
        assert found == []
        return
    assert len(found) == 1
    nth, words = found[0]
    assert words == line["words"]
    assert (str(nth.number), shown(nth), str(nth.within or ""), nth.whose) == (
        line["number"],
        line["since"],
        line["within"],
        line["whose"],
    )


def test_there_are_forty_phrases() -> None:
    assert len(LINES) >= 40
