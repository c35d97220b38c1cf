"""Claims that somebody else read are taken line by line; what is wrong with one is told, and the others stay."""

from __future__ import annotations

import json
from typing import Any

from wireledger.model import Claim, Problem, Report, Source
from wireledger.pipeline.given import given_claims, misplaced

TEXT = "Oslo will send eight tanks. Oslo will send four guns."


def line(**other: Any) -> str:
    quote = "Oslo will send eight tanks."
    shape = {"kind": "pledge", "report": "r1", "start": 0, "stop": len(quote), "quote": quote, "mood": "asserted"}
    return json.dumps({**shape, "donors": ["no"], "item": "tanks", "low": 8, "high": 8, "step": "promised", **other})


def test_claims_come_under_their_report() -> None:
    given = given_claims([line(), "", line(report="r2")], "claims.jsonl")
    assert {report: len(claims) for report, claims in given.claims.items()} == {"r1": 1, "r2": 1}
    assert given.problems == ()


def test_a_line_that_is_no_claim_is_named() -> None:
    given = given_claims([line(), "{", "[]", line(kind="rumour")], "claims.jsonl")
    assert len(given.claims["r1"]) == 1
    assert [(p.code, p.where) for p in given.problems] == [("bad-claim", f"claims.jsonl:{n}") for n in (2, 3, 4)]


def test_claims_at_one_place_have_ids_of_their_own() -> None:
    given = given_claims([line(), line(item="guns"), line(item="shells")], "claims.jsonl")
    assert len({claim.id for claim in given.claims["r1"]}) == 3


def test_a_quote_that_stands_elsewhere_is_a_problem() -> None:
    report = Report("r1", TEXT, Source())
    (right,) = given_claims([line()], "f").claims["r1"]
    (wrong,) = given_claims([line(start=1, stop=28)], "f").claims["r1"]
    told = list(misplaced(report, [right, wrong]))
    assert isinstance(told[0], Claim)
    assert isinstance(told[1], Problem)
    assert told[1].code == "misplaced"
