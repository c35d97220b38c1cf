"""Opposed claims stand side by side, each in its speaker's words; the ledger gives no verdict."""

from __future__ import annotations

from tests.resolve.made import Wire, said
from tests.serve.views import asking

ACCUSED = "Ghana's planes had struck the port of Lome"
DENIED = "that it had struck the port"


def wire() -> Wire:
    """Togo accuses and Ghana denies, told by two outlets; Togo says it once more later."""
    told = Wire()
    accused, denied = said(f"Togo said {ACCUSED}.", "tg", ACCUSED, "gh"), said(f"Ghana denied {DENIED}.", "gh", DENIED)
    told.report("Fen Post", "2024-06-11", accused, {**denied, "about": ["tg"]})
    told.report("Marsh Mail", "2024-06-12", accused)
    told.report("Bay Bulletin", "2024-09-01", said("Togo says the planes came again.", "tg", "the planes came", "gh"))
    return told


def test_each_speaker_keeps_the_words() -> None:
    found = asking(wire()).get("/entries.json", params={"kind": "statement"}).json()["entries"]
    assert sorted((e["speaker"], e["words"]) for e in found) == [
        ("gh", DENIED),
        ("tg", ACCUSED),
        ("tg", "the planes came"),
    ]
    assert all(e["disagreements"] == [] and e["possible_duplicate_of"] is None for e in found)


def test_positions_of_one_speaker_on_one_party_are_a_thread() -> None:
    page = asking(wire()).get("/party/tg").text
    assert ACCUSED.replace("'", "&#39;") in page
    assert "the planes came" in page
    assert "the port of Lome" in page
    assert "verdict" not in page.lower()
