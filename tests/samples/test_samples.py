"""The sample reports are many, say that they were written for the project, and hold what is expected of them."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from eval.samples import FLOORS, SAMPLES, Sample, clustered, clutter, expectations, samples, scored

FOLDERS = sorted(path.parent for path in SAMPLES.glob("*/expected.jsonl"))
MUST = tomllib.loads((SAMPLES / "must.toml").read_text(encoding="utf-8"))


@cache
def read() -> tuple[Sample, ...]:
    return tuple(samples())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_folder_says_that_its_reports_were_written_for_the_project(folder: Path) -> None:
    told = " ".join((folder / "README.md").read_text(encoding="utf-8").split())
    assert "were written for the project" in told
    assert "not be cited as news" in told


def test_two_coalitions_are_told_of_in_many_reports() -> None:
    told = Counter("ht" if _is_on_haiti(sample) else "ua" for sample in read())
    assert told["ua"] >= 80
    assert told["ht"] >= 12


def _is_on_haiti(sample: Sample) -> bool:
    return any("ht" in (claim.get("recipient"), claim.get("member")) for claim in sample.expected)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_expected_quote_stands_in_its_report(folder: Path) -> None:
    texts = {sample.report.id: sample.report.text for sample in read()}
    lost = [
        claim["quote"]
        for report, claims in expectations(folder).items()
        for claim in claims
        if claim["quote"] not in texts.get(report, "")
    ]
    assert not lost


def test_no_expected_quote_stands_only_beside_the_story() -> None:
    """Related links and comments are not read, so nothing may be expected of them."""
    beside = [
        (sample.report.id, claim["quote"])
        for sample in read()
        for claim in sample.expected
        if not any(
            claim["quote"] in block.span.of(sample.report.text)
            for block in sample.report.blocks
            if block.kind != "tail"
        )
    ]
    assert not beside


def test_an_event_is_of_one_kind_and_helps_one_party() -> None:
    """One name is one ledger entry in all folders: where its claims tell these fields, they tell one value."""
    seen: dict[tuple[str, str], set[str]] = {}
    for sample in read():
        for claim in sample.expected:
            for field in ("kind", "recipient", "member", "alliance", "form"):
                if claim["event"] is not None and claim.get(field) is not None:
                    seen.setdefault((claim["event"], field), set()).add(claim[field])
    assert {key: told for key, told in seen.items() if len(told) > 1} == {}


def test_nothing_is_read_from_what_stands_beside_the_story() -> None:
    assert clutter(read()) == []


def test_the_ledger_of_the_samples_is_asked_for_much() -> None:
    assert len(MUST["must"]) >= 30
    assert len(MUST["must_not"]) >= 12
    assert {row.get("recipient") for row in MUST["must"]} >= {"ua", "ht"}


def test_the_reader_holds_its_floors_on_the_samples(shared: Path) -> None:
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["floors"]
    figures = scored(read()).figures | clustered(read()).figures
    fell = {name: (figures[name], limit) for name, limit in floors.items() if figures[name] < limit}
    assert not fell
