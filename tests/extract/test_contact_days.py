"""On which days contacts take place that hang on what else a report tells: a table of short reports."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.extract.told import claims, shown, transcript

from wireledger.extract.contacts import contacts

LINES = Path(__file__).with_name("contact_days.tsv").read_text(encoding="utf-8").splitlines()[1:]
TABLE = [line.split("\t") for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize(("title", "text", "readings"), TABLE)
def test_days_that_hang_on_the_report(title: str, text: str, readings: str) -> None:
    told = [shown(claim) for claim in claims(contacts, text.replace(" / ", "\n\n"), title or None)]
    assert told == [reading for reading in readings.split("; ") if reading]


def test_what_those_who_speak_look_forward_to_is_of_the_day_of_the_speech() -> None:
    title = "Remarks by President Biden and Prime Minister Kaja Kallas of Estonia Before Bilateral Meeting"
    turns = (
        "PRESIDENT BIDEN:  I look forward to our discussions.",
        "PRIME MINISTER KALLAS:  We are so happy to be here at the White House.",
    )
    told = [shown(claim) for claim in contacts(*transcript(title, *turns))]
    assert told == [
        "meeting  joe-biden+kaja-kallas planned 2023-04-20",
        "visit  kaja-kallas  in White House asserted 2023-04-20",
    ]


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("Rose Garden", "  in Rose Garden"),
        ("Palace of Moncloa", "  in Palace of Moncloa"),
        ("Oval Office", "  in Oval Office"),
        ("Via Teleconference", ""),
    ],
)
def test_a_speech_is_given_where_the_line_above_it_says(opening: str, place: str) -> None:
    title = "Remarks by President Biden and Prime Minister Kaja Kallas Before Bilateral Meeting"
    (greeted,) = contacts(*transcript(title, "PRESIDENT BIDEN:  It is good to have you back.", opening=opening))
    assert shown(greeted) == f"visit  kaja-kallas{place} asserted 2023-04-20"
