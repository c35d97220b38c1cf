"""totals, due, diff and brief ask the ledger by its clocks, as text, JSON lines and tables."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]
WHO = {"no": "Norway", "dk": "Denmark"}


def pledge(report: str, text: str, words: str, **told: Any) -> dict[str, Any]:
    """A claim given for a report, in words of its text."""
    start = text.index(words)
    shape = {"kind": "pledge", "report": report, "start": start, "stop": start + len(words), "quote": words}
    base = {"mood": "asserted", "recipient": "ua", "step": "promised", "scope": "new", "category": "tank"}
    return {**shape, **base, **told}


REPORTS = {
    "fen": ("2023-02-14", "Norway gives Ukraine 8 Leopard 2 tanks in March."),
    "moor": ("2023-03-20", "Norway has handed over two of the 8 Leopard 2 tanks."),
    "dune": ("2023-04-02", "Denmark gives Ukraine arms for USD 110 million."),
    "reef": (None, "Denmark gives Ukraine 3 Leopard 2 tanks."),
}
DUE = {"text": "in March", "from": "2023-03-01", "to": "2023-04-01"}
TOLD: dict[str, dict[str, Any]] = {
    "fen": {"donors": ["no"], "item": "Leopard 2 tanks", "low": 8, "high": 8, "due": DUE, "when": "2023-02-14"},
    "moor": {"donors": ["no"], "item": "Leopard 2 tanks", "low": 2, "high": 2, "step": "delivered",
             "when": "2023-03-19"},
    "dune": {"donors": ["dk"], "item": "arms", "money_low": 110_000_000, "money_high": 110_000_000, "currency": "USD",
             "category": "military-aid"},
    "reef": {"donors": ["dk"], "item": "Leopard 2 tanks", "low": 3, "high": 3},
}  # fmt: skip


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    """A ledger of four reports, one of them without a day."""
    rows = [{"id": n, "text": text, "published": day, "source": n} for n, (day, text) in REPORTS.items()]
    claims = [pledge(name, text, text, **TOLD[name]) for name, (_, text) in REPORTS.items()]
    for path, lines in (("reports.jsonl", rows), ("claims.jsonl", claims)):
        (tmp_path / path).write_text("".join(json.dumps(line) + "\n" for line in lines))
    made = tmp_path / "ledger.sqlite"
    files = (tmp_path / "reports.jsonl", "--claims", tmp_path / "claims.jsonl")
    assert run("ingest", *files, "--ledger", made)[0] == 0
    return made


def rows(told: tuple[int, str, str]) -> list[dict[str, Any]]:
    assert told[0] == 0
    return [json.loads(line) for line in told[1].splitlines()]


def test_totals_list_their_lines(run: Run, ledger: Path) -> None:
    found = rows(run("totals", "--ledger", ledger, "--by", "donor", "--format", "jsonl"))
    assert [(r["donor"], r["measure"], r["low"], r["high"], r["delivered_low"]) for r in found] == [
        ("dk", "count", 3, 3, 0), ("dk", "money", 110_000_000, 110_000_000, 0), ("no", "count", 8, 8, 2),
    ]  # fmt: skip
    assert all(len(row["entries"]) == row["lines"] == 1 for row in found)
    text = run("totals", "--ledger", ledger, "--by", "donor")[1]
    assert "no  tank  8  delivered 2  1 line\n    e" in text
    table = list(csv.DictReader(io.StringIO(run("totals", "--ledger", ledger, "--format", "csv")[1])))
    assert [(row["category"], row["currency"], row["low"], row["lines"]) for row in table] == [
        ("tank", "", "11", "2"), ("", "USD", "110000000", "1"),
    ]  # fmt: skip


def test_totals_by_both_clocks(run: Run, ledger: Path) -> None:
    def tanks(*clocks: str) -> list[tuple[Any, ...]]:
        told = rows(run("totals", "--ledger", ledger, "--item", "leopard 2", "--format", "jsonl", *clocks))
        return [(row["low"], row["delivered_low"]) for row in told]

    assert tanks() == [(11, 2)]
    assert tanks("--known-on", "2023-03-19") == [(8, 0)]
    assert tanks("--known-on", "2023-03-20") == [(8, 2)]
    assert tanks("--as-of", "2023-03-18") == [(8, 0)]
    assert tanks("--as-of", "2023-03-18", "--known-on", "2023-04-01") == [(8, 0)]
    assert tanks("--known-on", "2023-02-13") == []


def test_money_in_another_currency_needs_a_table(run: Run, ledger: Path, tmp_path: Path) -> None:
    rates = tmp_path / "rates.csv"
    rates.write_text("Date,USD,\n2023-03-31,1.1,\n")
    convert = ("totals", "--ledger", ledger, "--format", "jsonl", "--in", "eur")
    assert [r["low"] for r in rows(run(*convert, "--rates", rates)) if r["currency"] == "EUR"] == [100_000_000]
    code, _, fault = run(*convert)
    assert (code, "no rate is invented" in fault) == (2, True)
    rates.write_text("Date,USD,\nsoon,1.1,\n")
    code, _, fault = run(*convert, "--rates", rates)
    assert (code, "rates.csv: line 2: 'soon' is no day" in fault) == (2, True)
    assert run(*convert, "--rates", tmp_path / "none.csv")[0] == 4


def test_what_is_due_depends_on_what_was_known(run: Run, ledger: Path) -> None:
    def standings(*asked: str) -> list[str]:
        return [row["standing"] for row in rows(run("due", "--ledger", ledger, "--format", "jsonl", *asked))]

    assert standings("--known-on", "2023-03-19", "--as-of", "2023-04-01") == ["no report found"]
    assert standings("--known-on", "2023-03-19") == ["due"]
    assert standings("--as-of", "2023-04-01") == ["in part"]
    assert standings("--as-of", "2023-04-01", "--only", "no report found") == []
    assert standings("--as-of", "2023-02-14") == ["to come"]
    assert "in part  (2 delivered)" in run("due", "--ledger", ledger)[1]


def test_each_change_names_its_report(run: Run, ledger: Path) -> None:
    asked = ("--ledger", ledger, "--format", "jsonl")
    found = rows(run("diff", "2023-03-01", "2023-04-30", *asked))
    assert [(r["change"], [b["report"] for b in r["reports"]]) for r in found] == [
        ("step", ["moor"]), ("voices", ["moor"]), ("new", ["dune"]),
    ]  # fmt: skip
    assert rows(run("diff", "2023-03-01", "2023-03-02", *asked)) == []
    assert [r["change"] for r in rows(run("diff", "2023-03-01", "2023-04-30", "--donor", "dk", *asked))] == ["new"]
    assert [r["change"] for r in rows(run("diff", "2023-03-01", "2023-04-30", "--as-of", "2023-03-01", *asked))] == [
        "voices"
    ]
    code, _, fault = run("diff", "2023-03-02", "2023-03-01", "--ledger", ledger)
    assert (code, "2023-03-02 is not before 2023-03-01" in fault) == (2, True)
    assert "1 reports have no known day" in run("diff", "2023-03-01", "2023-03-02", "--ledger", ledger)[2]


def test_a_digest_of_a_day(run: Run, ledger: Path) -> None:
    told = run("brief", "--on", "2023-03-20", "--ledger", ledger)[1]
    assert "- Norway gives Ukraine 8 Leopard 2 tanks: 2 delivered, 19 March 2023  (moor, moor)" in told
    month = run("brief", "--on", "2023-04-03", "--days", "30", "--ledger", ledger)[1]
    assert "Denmark gives Ukraine" in month
    assert [
        row["section"] for row in rows(run("brief", "--on", "2023-02-14", "--ledger", ledger, "--format", "jsonl"))
    ] == ["Help"]


def test_a_word_that_fits_nothing_is_answered(run: Run, ledger: Path) -> None:
    assert "did you mean 'donor'?" in run("totals", "--ledger", ledger, "--by", "doner")[2]
    code, told, notes = run("totals", "--ledger", ledger, "--donor", "noo")
    assert (code, told) == (0, "")
    assert "no pledge of this ledger has the donor 'noo'; did you mean 'no'?" in notes
    assert run("due", "--ledger", ledger.with_name("none.sqlite"))[0] == 4
