"""An ingest that is killed and run again comes to the ledger of one that was left alone, byte for byte."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import wireledger

SAMPLES = Path(wireledger.__file__).parent / "samples"
FOLDERS = [str(path.parent) for path in sorted(SAMPLES.glob("*/expected.jsonl"))]
KILLS = 5
PATIENCE = 300  # seconds that one run may take at most

pytestmark = pytest.mark.slow


def command(verb: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "wireledger", verb, *arguments]


def ingested(ledger: Path) -> str:
    """Ingest the sample reports to the end; what was printed."""
    asked = command("ingest", *FOLDERS, "--ledger", str(ledger))
    done = subprocess.run(asked, capture_output=True, check=False, text=True, timeout=PATIENCE)
    assert done.returncode in (0, 1), done.stderr
    return done.stderr


def exported(ledger: Path) -> bytes:
    asked = command("entries", "--ledger", str(ledger), "--format", "jsonl")
    return subprocess.run(asked, capture_output=True, check=True, timeout=PATIENCE).stdout


def killed(ledger: Path, after: float) -> bool:
    """Start an ingest, kill it and what it started after so many seconds; whether it was still at work."""
    asked = command("ingest", *FOLDERS, "--ledger", str(ledger))
    with subprocess.Popen(
        asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as running:
        time.sleep(after)
        at_work = running.poll() is None
        if at_work:
            os.killpg(running.pid, signal.SIGKILL)
        return at_work


def test_what_was_killed_and_run_again_is_the_same_ledger(tmp_path: Path) -> None:
    alone, often = tmp_path / "alone.sqlite", tmp_path / "often.sqlite"
    start = time.monotonic()
    ingested(alone)
    took, chance = time.monotonic() - start, random.Random(7)
    moments = [chance.uniform(0.05, 0.7) * took for _ in range(KILLS)]
    at_work = [killed(often, moment) for moment in moments]
    assert any(at_work)
    ingested(often)
    assert exported(often) == exported(alone) != b""


def test_a_second_ingest_adds_nothing(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.sqlite"
    ingested(ledger)
    first = exported(ledger)
    told = ingested(ledger)
    assert " 0 added" in told
    assert "entries: 0 opened, 0 closed" in told
    assert exported(ledger) == first
