"""Judgements as JSON objects that people can review, and judgements back from them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from wireledger.model.claim import Claim
from wireledger.model.event import KINDS
from wireledger.model.ledger import VERDICTS, Judgement, Spot

Json = dict[str, Any]
PAIRS = ("same", "different")


def judgement_to_json(judgement: Judgement, claims: Mapping[str, Claim]) -> Json:
    """A judgement with the places of its claims and, where the ledger knows them, their words."""
    j = judgement
    shape: Json = {"id": j.id, "verdict": j.verdict, "by": j.by, "when": j.when.isoformat() if j.when else None}
    shape["why"] = [*j.why]
    if j.verdict == "undone":
        shape["undoes"] = j.left
    spots = {spot.claim: spot for spot in j.spots}
    names = [j.left, j.right] if j.verdict in PAIRS else [*spots] if j.verdict == "undone" else [j.left]
    shape["claims"] = [_claim(name, spots.get(name), claims.get(name)) for name in names]
    if j.values or j.words:
        shape |= {"values": {name: json.loads(value) for name, value in j.values}, "words": j.words}
    return shape


def judgement_from_json(shape: Mapping[str, Any]) -> Judgement:
    """The judgement a JSON object tells; ValueError names what is missing or wrong."""
    try:
        verdict, by, when = shape["verdict"], shape["by"], shape.get("when")
        if verdict not in VERDICTS:
            raise ValueError(f"no verdict is called {verdict!r}")
        if not isinstance(by, str) or not by.strip():
            raise ValueError("a judgement needs the name of who decided it (by)")
        claims = [_spotted(claim) for claim in shape.get("claims") or ()]
        names = [shape["undoes"]] if verdict == "undone" else [name for name, _ in claims]
        if len(names) != (2 if verdict in PAIRS else 1):
            raise ValueError(f"the verdict {verdict!r} names {len(names)} claims")
        values = tuple((n, json.dumps(v, ensure_ascii=False)) for n, v in sorted((shape.get("values") or {}).items()))
        spots = tuple(spot for _, spot in claims if spot)
        made = datetime.fromisoformat(when) if when else None
        if made and made.tzinfo is None:
            raise ValueError(f"the moment {when!r} has no time zone")
        right = names[1] if verdict in PAIRS else ""
        return Judgement(
            names[0], right, verdict, by, tuple(shape.get("why") or ()), made, values, shape.get("words") or "", spots
        )
    except KeyError as missing:
        raise ValueError(f"a judgement needs the field {missing}") from None
    except (TypeError, AttributeError) as wrong:
        raise ValueError(f"a judgement has a field of a wrong type: {wrong}") from None


def _claim(name: str, spot: Spot | None, claim: Claim | None) -> Json:
    if spot is None and claim is not None:
        spot = Spot(claim.evidence.report, claim.kind, claim.evidence.anchor, claim.ordinal)
    shape: Json = {"id": name}
    if spot:
        shape |= {"report": spot.report, "kind": spot.kind, "anchor": spot.anchor, "ordinal": spot.ordinal}
    return {**shape, "quote": claim.evidence.quote} if claim else shape


def _spotted(shape: Mapping[str, Any]) -> tuple[str, Spot | None]:
    if "report" not in shape:
        return str(shape["id"]), None
    kind, anchor, ordinal = shape["kind"], shape["anchor"], shape.get("ordinal", 0)
    if kind not in KINDS or not isinstance(anchor, int) or not isinstance(ordinal, int):
        raise ValueError(f"no claim stands at kind {kind!r}, anchor {anchor!r}")
    spot = Spot(str(shape["report"]), kind, anchor, ordinal)
    return spot.claim, spot
