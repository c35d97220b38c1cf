"""What a ledger must hold is asserted entry by entry."""

from __future__ import annotations

import pytest

from wireledger.cli.must import has, outcomes

ENTRY = {
    "id": "e1",
    "kind": "pledge",
    "donors": ["dk", "nl"],
    "recipient": "ua",
    "item": "refurbished Leopard 2A4 tanks",
    "low": 14,
    "high": None,
    "steps": [
        {"step": "approved", "when": None},
        {"step": "promised", "when": {"from": "2023-04-20", "to": "2023-04-21"}},
    ],
    "claims": [{"report": "a"}, {"report": "b"}, {"report": "b"}],
    "disagreements": [{"field": "low"}],
}


@pytest.mark.parametrize(
    "asked",
    [
        {"donors": ["nl", "dk"]},
        {"item": "leopard 2a4"},
        {"low": 14, "high": "open"},
        {"step": "promised"},
        {"steps": ["approved"]},
        {"on": "2023-04-20"},
        {"sources": 2},
        {"differ": "low"},
    ],
)
def test_an_entry_has_what_is_asked(asked: dict[str, object]) -> None:
    assert has(ENTRY, asked)


@pytest.mark.parametrize(
    "asked",
    [
        {"donors": ["dk"]},
        {"item": "leopard 1"},
        {"high": 14},
        {"low": "open"},
        {"step": "approved"},
        {"steps": ["delivered"]},
        {"on": "2023-04-21"},
        {"sources": 3},
        {"differ": "item"},
        {"currency": "EUR"},
    ],
)
def test_an_entry_has_not_what_it_lacks(asked: dict[str, object]) -> None:
    assert not has(ENTRY, asked)


def test_must_is_exactly_one_and_must_not_is_none() -> None:
    toml = """
        [[must]]
        what = "fourteen tanks"
        low = 14
        [[must]]
        what = "forty tanks"
        low = 40
        [[must_not]]
        what = "a gift to Romania"
        recipient = "ro"
    """
    twice = [ENTRY, {**ENTRY, "id": "e2"}]
    assert [(o.holds, o.why) for o in outcomes(toml, [ENTRY])] == [(True, ""), (False, "no entry"), (True, "")]
    assert next((o.holds, o.why) for o in outcomes(toml, twice)) == (False, "2 entries: e1, e2")
