"""The register on the command line."""

from __future__ import annotations

import json

from click.testing import CliRunner

from wireledger.cli.register import verb


def test_the_members_of_an_alliance_on_a_day() -> None:
    told = CliRunner().invoke(verb, ["nato", "--on", "2023-04-04"])
    assert told.exit_code == 0
    first, *lines = told.output.splitlines()
    assert first == "nato on 2023-04-04: 31 members"
    assert len(lines) == 31
    assert any("fi  joined since 2023-04-04  covered: member of nato since 2023-04-04" in line for line in lines)


def test_how_a_state_stands_to_each() -> None:
    told = CliRunner().invoke(verb, ["fi", "--on", "2022-07-01", "--format", "jsonl"])
    rows = {row["alliance"]: row for row in map(json.loads, told.output.splitlines())}
    assert (rows["nato"]["step"], rows["nato"]["covered"]) == ("invited", False)
    assert (rows["eu"]["step"], rows["eu"]["covered"]) == ("joined", True)
    assert rows["csto"]["step"] is None


def test_what_is_not_in_the_register_is_a_mistake() -> None:
    told = CliRunner().invoke(verb, ["natu"])
    assert told.exit_code == 2
    assert "did you mean 'nato'" in told.output
