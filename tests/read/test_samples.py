"""The sample reports that ship with the project: what a reader should find stands in the report, not in its tail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import wireledger
from wireledger.model import Report
from wireledger.read import reports

SAMPLES = Path(wireledger.__file__).parent / "samples"


@pytest.mark.parametrize("folder", sorted(path.parent.name for path in SAMPLES.glob("*/expected.jsonl")))
def test_every_expected_claim_stands_in_one_block(folder: str) -> None:
    found = {report.id: report for report in reports([str(SAMPLES / folder)]) if isinstance(report, Report)}
    for line in (SAMPLES / folder / "expected.jsonl").read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        if not claim.get("quote"):
            continue
        report = found[claim["report"]]
        if any(block.span.of(report.text) == claim["quote"] for block in report.blocks if block.kind == "tail"):
            continue  # the title of another story, linked to from this one
        kinds = [block.kind for block in report.blocks if claim["quote"] in block.span.of(report.text)]
        assert any(kind not in ("tail", "byline", "dateline") for kind in kinds), (
            claim["report"],
            claim["quote"],
            kinds,
        )
