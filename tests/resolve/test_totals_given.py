"""A total is held against the lines of its donors and recipient, wherever they stand and whatever they came to tell."""

from __future__ import annotations

from tests.resolve.made import Wire, money, pledge

TOTAL = {"scope": "total"}


def checked(wire: Wire) -> dict[str, int]:
    """How many totals check the line that a report tells first."""
    report = {claim.id: claim.evidence.report for claim in wire.claims}
    return {report[entry.claims[0]]: len(entry.checks) for entry in wire.resolved().entries}


def test_only_lines_of_its_donors_and_recipient_are_checked() -> None:
    wire = Wire()
    for name, whom in (("dk", "ua"), ("nl", "ua"), ("dk", "md"), ("dk nl", "ua")):
        count = 40 if name == "dk nl" else 6
        wire.report(f"Post {name} {whom}", "2023-02-01", pledge("Tanks.", name, "Leopard 2", count, recipient=whom))
    wire.report("Herald", "2023-03-01", pledge("In all 24.", "dk", "Leopard 2", 24, **TOTAL))
    assert checked(wire) == {"r01": 1, "r02": 0, "r03": 0, "r04": 1}


def test_a_total_of_an_alliance_or_of_nobody_named_is_held_against_all() -> None:
    for donors in ("nato-members", ""):
        wire = Wire()
        for name in ("dk", "nl"):
            wire.report(f"Post {name}", "2023-02-01", pledge("Tanks.", name, "Leopard 2", 6))
        wire.report("Herald", "2023-03-01", pledge("In all 24.", donors, "Leopard 2", 24, **TOTAL))
        assert checked(wire) == {"r01": 1, "r02": 1}


def test_lines_without_a_recipient_are_found_too() -> None:
    wire = Wire()
    wire.report("Post", "2023-02-01", money("It gives 50 m.", "dk", 50_000_000, "aid", recipient=None))
    wire.report("Herald", "2023-03-01", money("In all 90 m.", "dk", 90_000_000, "aid", **TOTAL))
    assert checked(wire) == {"r01": 1}
