"""The verbs do what the contract says, with its exit codes, one line a fault and examples in every help."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from wireledger.cli import VERBS
from wireledger.store import open_store

Run = Callable[..., tuple[int, str, str]]
REPORT = (
    "KYIV, April 20 - Denmark and the Netherlands will buy at least 14 refurbished Leopard 2A4 tanks for Ukraine, "
    "the two defence ministries announced on Thursday.\n\n"
    "The first of them are to be delivered in early 2024, the ministries told reporters in Copenhagen.\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    row = {"id": "r1", "text": REPORT, "published": "2023-04-20", "source": "North Sea Post"}
    path.write_text(json.dumps(row) + "\n")
    return path


@pytest.fixture
def ledger(run: Run, report: Path, tmp_path: Path) -> Path:
    path = tmp_path / "ledger.sqlite"
    assert run("ingest", report, "--ledger", path)[0] == 0
    return path


@pytest.mark.parametrize("verb", VERBS)
def test_every_help_has_examples(verb: str, run: Run) -> None:
    code, told, _ = run(verb, "--help")
    assert code == 0
    assert f"wireledger {verb}" in told.partition("Examples:")[2]


def test_claims_stand_where_they_say(run: Run, report: Path) -> None:
    code, told, summary = run("claims", report, "--format", "jsonl")
    claims = [json.loads(line) for line in told.splitlines()]
    assert code == 0
    assert claims
    assert all(REPORT[claim["start"] : claim["stop"]] == claim["quote"] for claim in claims)
    assert f"1 reports, {len(claims)} claims" in summary
    tanks = [claim for claim in claims if claim["kind"] == "pledge" and claim["low"] == 14]
    assert [(set(claim["donors"]), claim["high"]) for claim in tanks] == [({"dk", "nl"}, None)]


def test_the_suffix_of_the_file_tells_the_format(run: Run, report: Path, tmp_path: Path) -> None:
    assert run("claims", report, "-o", tmp_path / "out.jsonl")[0] == 0
    assert run("claims", report, "-o", tmp_path / "out.txt")[0] == 0
    assert json.loads((tmp_path / "out.jsonl").read_text().splitlines()[0])["report"] == "r1"
    assert "pledge  dk+nl -> ua" in (tmp_path / "out.txt").read_text()


def test_what_is_set_aside_is_told_and_is_exit_code_1(run: Run, report: Path) -> None:
    report.write_text(report.read_text() + "{not a report\n")
    code, told, summary = run("claims", report, "--format", "jsonl")
    assert (code, bool(told)) == (1, True)
    assert summary.startswith("set aside: ")


def test_ingesting_again_adds_nothing(run: Run, report: Path, ledger: Path) -> None:
    code, _, summary = run("ingest", report, "--ledger", ledger)
    assert code == 0
    assert "0 added, 1 already there" in summary
    assert "0 opened, 0 closed" in summary


def test_given_claims_take_the_place_of_reading(run: Run, report: Path, tmp_path: Path) -> None:
    given, ledger = tmp_path / "claims.jsonl", tmp_path / "given.sqlite"
    quote = REPORT[: REPORT.index(" for Ukraine")]
    claim = {"kind": "pledge", "report": "r1", "start": 0, "stop": len(quote), "quote": quote, "mood": "asserted"}
    given.write_text(json.dumps({**claim, "donors": ["xx"], "item": "tanks", "low": 14, "step": "promised"}))
    assert run("ingest", report, "--ledger", ledger, "--claims", given)[0] == 0
    _, told, _ = run("entries", "--ledger", ledger, "--format", "jsonl")
    assert [json.loads(line)["donors"] for line in told.splitlines()] == [["xx"]]


def test_entries_answer_what_is_asked(run: Run, ledger: Path) -> None:
    def tanks(*question: str) -> int:
        code, told, _ = run("entries", "--ledger", ledger, "--format", "jsonl", *question)
        assert code == 0
        return sum(json.loads(line).get("low") == 14 for line in told.splitlines())

    assert tanks() == 1
    assert (
        tanks("--kind", "pledge", "--donor", "DK", "--recipient", "ua", "--item", "leopard 2", "--step", "promised")
        == 1
    )
    assert tanks("--donor", "de") == 0
    assert tanks("--known-on", "2023-04-19") == 0
    assert tanks("--known-on", "2023-04-20") == 1
    assert tanks("--as-of", "2023-04-01") == 0
    assert tanks("--as-of", "2023-04-20", "--known-on", "2023-04-20") == 1


def test_a_donor_that_nobody_knows_gets_a_suggestion(run: Run, ledger: Path) -> None:
    code, told, noted = run("entries", "--ledger", ledger, "--donor", "dkk")
    assert (code, told) == (0, "")
    assert "did you mean 'dk'?" in noted


def test_entries_as_a_table(run: Run, ledger: Path, tmp_path: Path) -> None:
    assert (
        run("entries", "--ledger", ledger, "--kind", "pledge", "--item", "leopard", "-o", tmp_path / "out.csv")[0] == 0
    )
    (row,) = csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text()))
    assert (row["donors"], row["low"], row["high"], row["counts_in_totals"]) == ("dk;nl", "14", "", "true")


def test_voices_are_listed_for_each_report(run: Run, ledger: Path) -> None:
    _, told, _ = run("entries", "--ledger", ledger, "--voices", "--format", "jsonl")
    assert [sorted(json.loads(line)) for line in told.splitlines()] == [["report", "voice"]]


def test_an_entry_is_shown_by_the_start_of_its_id(run: Run, ledger: Path) -> None:
    _, told, _ = run("entries", "--ledger", ledger, "--item", "leopard", "--format", "jsonl")
    entry = json.loads(told)
    code, told, _ = run("show", entry["id"][:6], "--ledger", ledger)
    assert code == 0
    assert " ".join(entry["claims"][0]["quote"].split()) in told
    _, told, _ = run("show", entry["id"], "--ledger", ledger, "--format", "jsonl")
    assert json.loads(told)["recorded"]


def test_a_told_count_is_shown_with_what_the_ledger_holds(run: Run, tmp_path: Path) -> None:
    text = "Olaf Scholz visited Kyiv on {}, his first visit since 2019."
    for day in ("2023-03-01", "2024-06-11"):
        (tmp_path / f"{day}.json").write_text(
            json.dumps({"id": day, "published": day, "text": text.format(day), "source": f"Fen Post {day}"})
        )
    run("ingest", *sorted(tmp_path.glob("*.json")), "--ledger", tmp_path / "l.sqlite")
    _, told, _ = run("entries", "--ledger", tmp_path / "l.sqlite", "--kind", "contact", "--format", "jsonl")
    first, second = (json.loads(line) for line in told.splitlines())
    assert second["nth"]["words"] == "his first visit since 2019"
    _, told, _ = run("show", second["id"], "--ledger", tmp_path / "l.sqlite")
    assert "problem more-than-told" in told
    assert first["id"] in told


def test_explain_shows_how_words_were_read(run: Run, report: Path) -> None:
    code, told, _ = run("explain", "Norway will send Ukraine eight Leopard 2 tanks.")
    assert code == 0
    assert "no -> ua" in told
    assert len(told.splitlines()) > 3, "the rows of the trace"
    assert "14.. " in run("explain", report)[1]
    assert "no claim was read" in run("explain", "Nothing happened.")[1]


def test_explain_tells_what_was_held_against_the_register(run: Run) -> None:
    words = "All 28 EU states signed on Tuesday, July 5. NATO's 31 members did not."
    assert "member-count" not in run("explain", words)[1]  # without a day there is nothing to hold it against
    told = run("explain", words, "--published", "2023-07-10")[1]
    assert (
        "problem (member-count): 'All 28 EU states' tells 28: the register of eu has on 2023-07-10 27 members" in told
    )
    assert "checked (member-count): 'NATO's 31 members' tells 31" in told
    assert "problem (weekday-date): 'Tuesday, July 5' was a Wednesday" in told
    assert "problem (undated)" not in told


@pytest.mark.parametrize("verb", ["claims", "explain"])
def test_a_second_reader_that_is_not_installed_is_told_at_once(
    verb: str, run: Run, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wireledger.cli.options.parser_there", lambda: False)
    code, told, fault = run(verb, report, "--parse")
    assert (code, told) == (4, "")
    assert "pip install 'wireledger[parse]'" in fault


def test_doctor_finds_what_is_needed(run: Run) -> None:
    code, told, _ = run("doctor")
    assert code == 0
    assert all(word in told for word in ("Python", "SQLite", "click", "lexicon", "parquet"))


def test_doctor_names_what_is_wrong_in_a_ledger_and_mends_it(run: Run, ledger: Path) -> None:
    code, told, _ = run("doctor", "--ledger", ledger)
    assert (code, "entries are what its claims come to" in told) == (0, True)
    with closing(open_store(str(ledger))) as store:
        entry = next(entry for entry in store.entries() if entry.kind == "pledge")
        store.amend([replace(entry, independent=9)], datetime.now(UTC), {})
    code, told, _ = run("doctor", "--ledger", ledger)
    assert (code, entry.id in told) == (3, True)
    assert "1 entries opened, 1 closed" in run("doctor", "--ledger", ledger, "--mend")[1]
    assert run("doctor", "--ledger", ledger)[0] == 0
    assert run("doctor", "--mend")[0] == 2


def test_without_a_verb_the_help_is_shown(run: Run) -> None:
    code, _, told = run()
    assert code == 2
    assert all(verb in told for verb in VERBS)
    assert run("--version")[:1] == (0,)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["clams", "x"], 2, "did you mean 'claims'?"),
        (["claims"], 2, "missing argument"),
        (["claims", "x", "--fromat", "text"], 2, "--format"),
        (["claims", "x", "--format", "jsnl"], 2, "did you mean 'jsonl'?"),
        (["claims", "not-there.txt"], 4, "not-there.txt"),
        (["claims", "{report}", "-o", "no-such-folder/out.jsonl"], 4, "no-such-folder/out.jsonl"),
        (["claims", "{report}", "-o", "out.xlsx"], 2, "--format"),
        (["entries", "--ledger", "not-there.sqlite"], 4, "not-there.sqlite"),
        (["entries", "--ledger", "{report}"], 4, "not a wireledger ledger"),
        (["entries", "--ledger", "{ledger}", "--known-on", "yesterday"], 2, "2023-04-20"),
        (["entries", "--ledger", "{ledger}", "--from", "2023-02-01", "--to", "2023-01-01"], 2, "not before"),
        (["entries", "--ledger", "{ledger}", "--format", "parquet"], 2, "-o FILE.parquet"),
        (["entries", "--ledger", "{ledger}", "--kind", "plege"], 2, "did you mean 'pledge'?"),
        (["show", "zzz", "--ledger", "{ledger}"], 4, "no entry is called 'zzz'"),
        (["ingest", "{report}"], 2, "--ledger"),
        (["ingest", "{report}", "--ledger", "{ledger}", "--claims", "not-there.jsonl"], 4, "not-there.jsonl"),
        (["ingest", "{report}", "--ledger", "no-such-folder/ledger.sqlite"], 4, "no-such-folder"),
    ],
)
def test_a_fault_is_one_line_that_says_how_to_mend_it(
    arguments: list[str], code: int, words: str, run: Run, report: Path, ledger: Path
) -> None:
    ended, _, told = run(*(one.format(report=report, ledger=ledger) for one in arguments))
    assert ended == code
    assert words.lower() in told.lower()
    assert told.count("\n") == 1


@pytest.mark.slow
def test_whoever_reads_may_have_enough(report: Path) -> None:
    row = json.loads(report.read_text())
    report.write_text("".join(json.dumps({**row, "id": f"r{n}"}) + "\n" for n in range(400)))
    command = (
        f"{sys.executable} -m wireledger claims {report} --jobs 1 --format jsonl | head -1; echo ${{PIPESTATUS[0]}}"
    )
    told = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == "0"
    assert "Traceback" not in told.stderr
