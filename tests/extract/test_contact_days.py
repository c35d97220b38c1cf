"""On which days contacts take place that hang on what else a report tells: a table of short reports."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.extract.told import claims, shown

from wireledger.extract.contacts import contacts

LINES = Path(__file__).with_name("contact_days.tsv").read_text(encoding="utf-8").splitlines()[1:]
TABLE = [line.split("\t") for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize(("title", "text", "readings"), TABLE)
def test_days_that_hang_on_the_report(title: str, text: str, readings: str) -> None:
    told = [shown(claim) for claim in claims(contacts, text.replace(" / ", "\n\n"), title or None)]
    assert told == [reading for reading in readings.split("; ") if reading]
