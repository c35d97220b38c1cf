"""Eight sample reports are read as their golden files say (`pytest --update` rewrites them; read the change)."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from wireledger.cli.claims import verb

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "src" / "wireledger" / "samples"
GOLDEN = ROOT / "tests" / "golden"
REPORTS = (
    "haiti/kingston-meeting-blinken.html",
    "pages/capital-record-patriot-zelensky.html",
    "pages/fact-sheet-july-1-security-package.html",
    "pages/ministry-uk-anti-aircraft-package.html",
    "pages/north-sea-post-leopards.html",
    "text/meridian-herald-biden-signs.txt",
    "text/north-sea-post-candidates.txt",
    "text/north-sea-post-slovak-migs.txt",
)


@pytest.mark.parametrize("report", REPORTS)
def test_a_sample_is_read_as_its_golden_file_says(report: str, update: bool) -> None:
    told = CliRunner().invoke(verb, [str(SAMPLES / report), "--format", "text"])
    assert told.exception is None, told.output
    golden = GOLDEN / f"{Path(report).stem}.txt"
    if update:
        golden.write_text(told.stdout, encoding="utf-8")
    assert told.stdout == golden.read_text(encoding="utf-8")
