"""export writes the ledger in standard formats and as a site, and refuses what it did not write."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wireledger.cli.export_site import permits
from wireledger.model import Source
from wireledger.serve.export import FORMATS

Run = Callable[..., tuple[int, str, str]]
TEXT = "Norway gives Ukraine 8 Leopard 2 tanks."
LATER = "Denmark gives Ukraine 3 boats."


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    """A ledger of two pledges."""
    rows = [{"id": "fen", "text": TEXT, "published": "2023-02-14", "source": "=Fen Post", "url": "https://fen.example/1"},
            {"id": "moor", "text": LATER, "published": "2023-03-20", "source": "Moor Mail"}]  # fmt: skip
    base = {"kind": "pledge", "start": 0, "mood": "asserted", "recipient": "ua", "step": "promised", "scope": "new"}
    claims = [
        {**base, "report": "fen", "stop": len(TEXT), "quote": TEXT, "donors": ["no"], "item": "=tanks", "low": 8,
         "high": 8},
        {**base, "report": "moor", "stop": len(LATER), "quote": LATER, "donors": ["dk"], "item": "boats", "low": 3,
         "high": 3},
    ]  # fmt: skip
    for path, lines in (("reports.jsonl", rows), ("claims.jsonl", claims)):
        (tmp_path / path).write_text("".join(json.dumps(line) + "\n" for line in lines))
    made = tmp_path / "ledger.sqlite"
    assert run("ingest", tmp_path / "reports.jsonl", "--claims", tmp_path / "claims.jsonl", "--ledger", made)[0] == 0
    return made


def told(answer: tuple[int, str, str]) -> str:
    assert answer[0] == 0, answer[2]
    return answer[1]


def donors(shapes: list[dict[str, Any]]) -> set[str]:
    return {shape["donors"][0] for shape in shapes}


def test_each_format_holds_the_same_entries(run: Run, ledger: Path) -> None:
    lines = [json.loads(line) for line in told(run("export", "jsonl", "--ledger", ledger)).splitlines()]
    whole = json.loads(told(run("export", "json", "--ledger", ledger)))
    rows = list(csv.DictReader(io.StringIO(told(run("export", "csv", "--ledger", ledger)))))
    assert whole["entries"] == lines
    assert {name: source["outlet"] for name, source in whole["sources"].items()} == {
        "fen": "=Fen Post",
        "moor": "Moor Mail",
    }
    assert [row["id"] for row in rows] == [line["id"] for line in lines]
    assert donors(lines) == {"no", "dk"}
    assert {row["item"] for row in rows} == {"'=tanks", "boats"}, "no cell is a formula"
    assert {c["quote"] for line in lines for c in line["claims"]} == {TEXT, LATER}


def test_filters_and_clocks_hold_and_bytes_stay(run: Run, ledger: Path, tmp_path: Path) -> None:
    for form in FORMATS:
        out = tmp_path / f"ledger.{form.name}"
        assert run("export", form.name, "--ledger", ledger, "-o", out)[0] == 0
        assert out.read_bytes().decode("utf-8") == told(run("export", form.name, "--ledger", ledger))
    only = told(run("export", "jsonl", "--ledger", ledger, "--donor", "dk"))
    assert donors([json.loads(line) for line in only.splitlines()]) == {"dk"}
    known = told(run("export", "jsonl", "--ledger", ledger, "--known-on", "2023-03-01"))
    assert donors([json.loads(line) for line in known.splitlines()]) == {"no"}
    assert json.loads(told(run("export", "json", "--ledger", ledger, "--donor", "fr")))["entries"] == []


def test_a_site_is_written_again_only_where_it_was(run: Run, ledger: Path, tmp_path: Path) -> None:
    code, out, _ = run("export", "site", tmp_path / "site", "--ledger", ledger)
    assert code == 0
    assert "2 of them reports, none of them with its full text" in out
    assert (tmp_path / "site" / "index.html").is_file()
    out = told(run("export", "site", tmp_path / "site", "--ledger", ledger, "--full-text", "fen.example"))
    assert "1 of them with their full text" in out
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    code, _, fault = run("export", "site", tmp_path / "mine", "--ledger", ledger)
    assert (code, fault.count("\n")) == (4, 1)
    assert "not empty" in fault
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.txt"]


def test_the_terms_of_sources_may_be_configured(
    run: Run, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".wireledger.toml").write_text('full_text = ["Moor Mail"]\n')
    assert "1 of them with their full text" in told(run("export", "site", "site", "--ledger", ledger))


def test_a_source_is_known_by_outlet_or_host() -> None:
    known = frozenset({"fen.example", "moor mail"})
    assert permits(known, Source("Moor Mail"))
    assert permits(known, Source(None, "https://www.fen.example/a"))
    assert not permits(known, Source("Fen", "https://notfen.example/a"))
    assert not permits(known, Source())


def test_a_wrong_format_is_answered_with_the_nearest(run: Run) -> None:
    code, _, fault = run("export", "jsonlines")
    assert code == 2
    assert "did you mean 'jsonl'?" in fault
    for name in (*(form.name for form in FORMATS), "site"):
        assert "Examples:" in told(run("export", name, "--help"))
