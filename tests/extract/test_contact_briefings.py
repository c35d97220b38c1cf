"""A briefing tells of a summit to come: "this summit" is not held on its day; at a summit it is."""

from __future__ import annotations

import pytest
from tests.extract.pledges_made import document, views

from wireledger.extract.contacts import contacts
from wireledger.model import Contact

TALK = (
    "MODERATOR: Good morning, everybody.",
    "SENIOR ADMINISTRATION OFFICIAL: I met President Hichilema at this summit of the African Union in Lusaka.",
    "Q: Why hold it now?",
    "SENIOR ADMINISTRATION OFFICIAL: Because of the African Union.",
)


@pytest.mark.parametrize(
    ("title", "dated"),
    [
        ("Background Press Call on the Leaders Summit", False),
        ("Press Briefing on the Leaders Summit", False),
        ("Remarks at the Leaders Summit", True),
    ],
)
def test_this_summit(title: str, dated: bool) -> None:
    made = document(*TALK, title=title)
    told = [claim.event for claim in contacts(made, views(made)) if isinstance(claim.event, Contact)]
    assert [event.when is not None for event in told if event.guests == ("african-union",)] == [dated]
