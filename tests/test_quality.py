"""The floors of quality only rise, and the labelled reports they speak of are pinned."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from eval.floors import FLOORS, Figure, lifted, sha256

TOML = """slack = 0.005

[measure.news.at_least]
"found.f1" = 0.5
"strict.f1" = 0.5

[measure.news.at_most]
"over" = 0.3

[measure.other.at_least]
"found.f1" = 0.1
"""


def test_floors_rise_and_ceilings_sink_and_nothing_is_loosened() -> None:
    figures = [
        Figure("news", "found.f1", "at_least", 0.5, 0.6),
        Figure("news", "strict.f1", "at_least", 0.5, 0.4),
        Figure("news", "over", "at_most", 0.3, 0.1),
    ]
    told = tomllib.loads(lifted(TOML, figures, 0.005))["measure"]
    assert told["news"] == {"at_least": {"found.f1": 0.595, "strict.f1": 0.5}, "at_most": {"over": 0.105}}
    assert told["other"] == {"at_least": {"found.f1": 0.1}}


def test_a_figure_holds_on_its_side_of_the_bound() -> None:
    assert Figure("news", "f1", "at_least", 0.5, 0.5).holds
    assert not Figure("news", "f1", "at_least", 0.5, 0.49).holds
    assert Figure("news", "over", "at_most", 0.3, 0.3).holds
    assert not Figure("news", "over", "at_most", 0.3, 0.31).holds


@pytest.mark.parametrize("name", tomllib.loads(FLOORS.read_text(encoding="utf-8"))["sha256"])
def test_the_labelled_reports_are_those_that_were_measured(name: str, shared: Path) -> None:
    assert sha256(shared / name) == tomllib.loads(FLOORS.read_text(encoding="utf-8"))["sha256"][name]
