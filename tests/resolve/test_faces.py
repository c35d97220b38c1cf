"""A face tells of a line what the line itself tells, and what it does not tell it fetches."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from tests.resolve.test_laws import WIRES, wire_of

from wireledger.resolve.cluster import gathered
from wireledger.resolve.compare import compared
from wireledger.resolve.echoes import voices
from wireledger.resolve.faces import FETCHED, Face, face_of, listed
from wireledger.resolve.judged import Judged
from wireledger.resolve.line import Line
from wireledger.resolve.told import told_of


def lines_and_claims(drawn: list[Any]) -> tuple[list[Line], list[Any]]:
    wire = wire_of(drawn)
    told = told_of({r.id: r for r in wire.reports}, wire.claims, voices(wire.reports))
    return gathered(told, Judged(())).lines, told


@settings(max_examples=80, deadline=None)
@given(WIRES)
def test_a_face_is_held_against_every_claim_as_its_line_is(drawn: list[Any]) -> None:
    lines, told = lines_and_claims(drawn)
    for line in lines:
        for claim in told:
            if claim.claim.kind == line.first.claim.kind:
                face = Face(face_of(line), lambda line=line: line)
                assert compared(claim, face) == compared(claim, line)
                assert (face.order, face.firm, face.package) == (line.order, line.firm, line.package)


@settings(max_examples=40, deadline=None)
@given(WIRES)
def test_a_face_tells_all_but_the_claims_themselves(drawn: list[Any]) -> None:
    def never() -> Line:
        raise AssertionError("the claims were asked for")

    for line in lines_and_claims(drawn)[0]:
        seen = listed(line)
        face, told = vars(Face(face_of(line), never)), vars(seen)
        assert {name: face[name] for name in told.keys() - FETCHED} == {n: told[n] for n in told.keys() - FETCHED}
        assert face["last"] == seen.told[-1].order
