"""wireledger judge: decisions with a name, that are told, taken back, written out and taken in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]
TEXTS = {
    "fen": ("2023-01-25", "OSLO - Norway will give Ukraine eight Leopard 2 tanks, the government said on Wednesday."),
    "moor": ("2023-01-27", "Norway will give Ukraine eight Leopard 2 tanks, its defence minister told parliament."),
    "dune": ("2023-02-20", "Denmark will give Ukraine 16 howitzers, the defence ministry in Copenhagen said."),
}


@pytest.fixture
def run(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """A command run in a folder of its own, by nobody."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WIRELEDGER_BY", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    return run


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    """A ledger of three reports: two of one gift, one of another."""
    path, made = tmp_path / "reports.jsonl", tmp_path / "ledger.sqlite"
    rows = [{"id": n, "text": text, "published": day, "source": n} for n, (day, text) in TEXTS.items()]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert run("ingest", path, "--ledger", made)[0] == 0
    return made


def pledges(run: Run, ledger: Path) -> list[dict[str, Any]]:
    """The pledges of the ledger as JSON has them."""
    return [json.loads(line) for line in entries(run, ledger).splitlines()]


def entries(run: Run, ledger: Path) -> str:
    """The pledges as they are exported."""
    return run("entries", "--kind", "pledge", "--ledger", ledger, "--format", "jsonl")[1]


def claims(run: Run, ledger: Path) -> dict[str, str]:
    """The claim of each report."""
    return {claim["report"]: claim["id"] for entry in pledges(run, ledger) for claim in entry["claims"]}


def test_nobody_decides_silently(run: Run, ledger: Path) -> None:
    code, told, fault = run("judge", "wrong", "e", "--ledger", ledger)
    assert (code, told) == (2, "")
    assert fault.startswith("wireledger: who decides? give your name by --by NAME, WIRELEDGER_BY")


def test_the_name_comes_from_the_command_the_environment_or_a_file(
    run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    claim = claims(run, ledger)["dune"]

    def decided_by(*more: object) -> str:
        assert run("judge", "--ledger", ledger, "right", claim, *more)[0] == 0
        return str(json.loads(run("judge", "log", "--ledger", ledger, "--format", "jsonl")[1].splitlines()[-1])["by"])

    (tmp_path / "home" / "wireledger").mkdir(parents=True)
    (tmp_path / "home" / "wireledger" / "config.toml").write_text('by = "Cid"\n')
    assert decided_by() == "Cid"
    (tmp_path / ".wireledger.toml").write_text('by = "Bea"\n')
    assert decided_by() == "Bea"
    monkeypatch.setenv("WIRELEDGER_BY", "Ann")
    assert decided_by() == "Ann"
    assert decided_by("--by", "Dot") == "Dot"


def test_entries_are_parted_and_joined_again(run: Run, ledger: Path) -> None:
    before = entries(run, ledger)
    held = claims(run, ledger)
    code, told, summary = run("judge", "different", held["fen"], held["moor"], "--ledger", ledger, "--by", "ann")
    assert (code, len(pledges(run, ledger))) == (0, 3)
    assert told.startswith("j")
    assert "1 judgements recorded" in summary
    assert run("judge", "undo", told.split()[0], "--ledger", ledger, "--by", "ann")[0] == 0
    assert entries(run, ledger) == before
    parted = [entry["id"] for entry in pledges(run, ledger)]
    assert run("judge", "same", *parted, "--ledger", ledger, "--by", "ann", "--why", "a test")[0] == 0
    (one,) = pledges(run, ledger)
    assert len(one["claims"]) == 3
    assert "judged the same" in one["why"]


def test_a_claim_is_changed_in_the_words_of_its_report(run: Run, ledger: Path) -> None:
    claim = claims(run, ledger)["dune"]
    change = ("judge", "changed", claim, "--ledger", ledger, "--by", "ann", "--set")
    code, _, fault = run(*change, "count=14..", "--words", "at least 14")
    assert (code, "do not stand in report dune" in fault) == (2, True)
    assert run(*change, "count=60..16", "--words", "16")[0] == 2
    assert run(*change, "colour=red", "--words", "16")[0] == 2
    assert run(*change, "count=16..", "--set", "donors=dk,nl", "--words", "16 howitzers")[0] == 0
    entry = next(e for e in pledges(run, ledger) if e["claims"][0]["id"] == claim)
    assert (entry["low"], entry["high"], entry["donors"]) == (16, None, ["dk", "nl"])
    assert 'high = null, low = 16  in the words "16 howitzers"' in run("judge", "list", "--ledger", ledger)[1]
    shown = run("show", entry["id"], "--ledger", ledger)[1]
    assert "judged changed by ann" in shown


def test_decisions_in_bulk_are_told_before_they_are_made(run: Run, ledger: Path) -> None:
    before = entries(run, ledger)
    bulk = ("judge", "wrong", "--donor", "no", "--kind", "pledge", "--ledger", ledger, "--by", "ann")
    _, told, summary = run(*bulk, "--dry-run")
    assert (len(told.splitlines()), "nothing was" in summary, entries(run, ledger)) == (4, True, before)
    assert run(*bulk)[0] == 0
    assert [entry["donors"] for entry in pledges(run, ledger)] == [["dk"]]
    assert run("judge", "undo", "--verdict", "wrong", "--of", "ann", "--ledger", ledger, "--by", "ben")[0] == 0
    assert entries(run, ledger) == before
    code, _, fault = run("judge", "wrong", "--donor", "zz", "--ledger", ledger, "--by", "ann")
    assert (code, "nothing fits" in fault) == (2, True)


def test_undoing_everything_returns_to_the_start(run: Run, ledger: Path) -> None:
    before = entries(run, ledger)
    held = claims(run, ledger)
    who = ("--ledger", ledger, "--by", "ann")
    run("judge", "different", held["fen"], held["moor"], *who)
    run("judge", "changed", held["dune"], "--set", "count=6", "--words", "16", *who)
    run("judge", "wrong", held["moor"], *who)
    assert entries(run, ledger) != before
    run("judge", "undo", "--last", "1", *who)
    run("judge", "undo", "--all", *who)
    assert entries(run, ledger) == before
    assert run("judge", "list", "--ledger", ledger)[1:] == ("", "no decisions\n")
    assert run("judge", "log", "--ledger", ledger)[1].count("(taken back)") == 3


def test_decisions_move_to_another_ledger_as_one_plain_file(run: Run, ledger: Path, tmp_path: Path) -> None:
    held = claims(run, ledger)
    who = ("--ledger", ledger, "--by", "ann")
    run("judge", "different", held["fen"], held["moor"], *who)
    run("judge", "changed", held["dune"], "--set", "count=6", "--words", "16", *who)
    run("judge", "undo", "--last", "1", *who)
    book, other = tmp_path / "book.jsonl", tmp_path / "other.sqlite"
    assert run("judge", "export", "-o", book, "--ledger", ledger)[0] == 0
    rows = [json.loads(line) for line in book.read_text().splitlines()]
    assert [row["verdict"] for row in rows] == ["different", "changed", "undone"]
    assert rows[1]["claims"][0]["quote"] in TEXTS["dune"][1]
    run("ingest", tmp_path / "reports.jsonl", "--ledger", other)
    assert run("judge", "import", book, "--ledger", other)[0] == 0
    assert entries(run, other) == entries(run, ledger)
    assert "0 judgements taken in, 3 known already" in run("judge", "import", book, "--ledger", other)[2]
    run("judge", "export", "-o", tmp_path / "again.jsonl", "--ledger", other)
    assert (tmp_path / "again.jsonl").read_bytes() == book.read_bytes()


def test_lines_that_are_no_decisions_are_left_out_and_told(run: Run, ledger: Path, tmp_path: Path) -> None:
    book = tmp_path / "book.jsonl"
    book.write_text('{"verdict": "odd", "by": "ann"}\nnothing\n{"verdict": "same", "by": "", "claims": []}\n')
    code, _, told = run("judge", "import", book, "--ledger", ledger)
    assert code == 1
    assert [line.split(" is no decision: ")[0][-1] for line in told.splitlines()[:3]] == ["1", "2", "3"]
    assert run("judge", "import", tmp_path / "none.jsonl", "--ledger", ledger)[0] == 4


def test_an_action_nobody_knows_is_answered_with_the_nearest(run: Run, ledger: Path) -> None:
    code, _, fault = run("judge", "rong", "--ledger", ledger)
    assert (code, "did you mean 'wrong'?" in fault) == (2, True)
    assert "Missing option '--ledger'" in run("judge", "list")[2]


@pytest.mark.parametrize("action", "same different right wrong changed undo list log export import".split())
def test_every_action_shows_examples(action: str, run: Run) -> None:
    code, told, _ = run("judge", action, "--help")
    assert code == 0
    assert f"wireledger judge {action}" in told.partition("Examples:")[2]
