"""The reader of pledges on people sent, bare counts, own currencies, what has come, and joint givers."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.extract.pledges_made import document, views

from wireledger.extract.pledges import pledges
from wireledger.model import Pledge

ROWS = (Path(__file__).parent / "pledges_more.tsv").read_text(encoding="utf-8").splitlines()[1:]


def read(text: str) -> list[Pledge]:
    made = document(*text.split(" / "))
    return [claim.event for claim in pledges(made, views(made)) if isinstance(claim.event, Pledge)]


def cells(pledge: Pledge) -> list[str]:
    counted, money = pledge.quantity, pledge.money
    low, high = (counted.low, counted.high) if counted else (None, None)
    return [
        pledge.item or "",
        ",".join(pledge.donors),
        pledge.recipient or "",
        "" if low is None else f"{low:g}",
        "" if high is None else f"{high:g}",
        (money.currency or "") if money else "",
        pledge.step,
        pledge.scope,
    ]


@pytest.mark.parametrize("row", ROWS)
def test_what_is_pledged_is_read(row: str) -> None:
    text, *expected = row.split("\t")
    assert expected in [cells(pledge) for pledge in read(text)]


def test_what_is_spent_on_oneself_or_told_of_long_ago_is_no_help() -> None:
    assert not read("Sweden's new budget sets aside 27 billion kronor for its armed forces.")
    assert not read("In 1941 the United States lent Britain 50 old destroyers.")
