"""When a pledge was made: days of its sentence, of its package, and days that belong to something else."""

from __future__ import annotations

import pytest
from tests.extract.pledges_made import claims

from wireledger.model import Field, Interval
from wireledger.model.show import interval_text

# Told on Wednesday, 10 July 2024.
SAID = [
    ("Norway on Tuesday announced 20 boats for Georgia.", "2024-07-09"),
    ("Norway will send Georgia 20 boats, the ministry announced on Tuesday.", "2024-07-09"),
    ("Norway announced on Tuesday that it would send 20 boats to Georgia by Friday.", "2024-07-09"),
    ("Norway promised Georgia 20 boats on 3 July 2024.", "2024-07-03"),
    ("Norway announced 20 boats for Georgia earlier this month.", "2024-07-01..2024-07-10"),
    ("Norway recalled the 20 boats which it had promised Georgia in May.", "2024-05-01..2024-06-01"),
    ("Norway promised Georgia 20 boats on Tuesday, after the attack on Tbilisi on Monday.", "2024-07-09"),
    ("Following an attack on Tbilisi on Monday, Norway promised Georgia 20 boats on Tuesday.", "2024-07-09"),
    ("OSLO, July 9 - Norway said on Monday it would send Georgia 20 boats.", "2024-07-08"),
]
NOT_SAID = [
    "Norway, which was attacked by hackers on Sunday, promised Georgia 20 boats.",
    "Norway will send 20 boats to Georgia, which Russia invaded in August 2008.",
    "Germany delivered the 14 radars, which were promised in May, to Georgia.",
    "After Monday's strikes on Tbilisi, Norway promised Georgia 20 boats.",
]


def when(*paragraphs: str) -> tuple[Interval | None, Field | None]:
    """The days of the last pledge told, and the field that says where they stand."""
    claim, pledge = claims(*paragraphs)[-1]
    field = next((field for field in claim.evidence.fields if field.name == "when"), None)
    return pledge.when.interval if pledge.when else None, field


@pytest.mark.parametrize(("sentence", "days"), SAID)
def test_the_days_a_sentence_tells_a_pledge_with(sentence: str, days: str) -> None:
    interval, field = when(sentence)
    assert interval_text(interval) == days
    assert field is not None
    assert not field.carried


@pytest.mark.parametrize("sentence", NOT_SAID)
def test_days_of_something_else_date_no_pledge(sentence: str) -> None:
    assert when(sentence) == (None, None)


def test_a_line_of_a_package_was_announced_with_it() -> None:
    interval, field = when("On Tuesday, Norway announced 20 boats for Georgia.", "The package includes 14 radars.")
    assert interval_text(interval) == "2024-07-09"
    assert field is not None
    assert field.carried
    assert [(span.start, span.stop) for span in field.spans] == [(3, 10)]


def test_a_line_of_a_package_of_a_whole_year_has_no_day() -> None:
    whole = "Norway announced aid of 40 million euros for Georgia in 2023."
    assert when(whole, "The package includes 14 radars.") == (None, None)
