"""An ingest that is killed and run again comes to the ledger of one that was left alone, byte for byte.

WIRELEDGER_KILLS says how often it is killed at random moments on each kind of ledger (10 when not said).
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.pipeline.dying import OF_POSTGRES, STATEMENTS
from tests.store.servers import database

import wireledger
from wireledger.pipeline import ingest
from wireledger.store import open_store

SAMPLES = Path(wireledger.__file__).parent / "samples"
FOLDERS = [str(path.parent) for path in sorted(SAMPLES.glob("*/expected.jsonl"))]
SOME = sorted(str(path) for path in (SAMPLES / "text").glob("*.txt"))
KILLS = int(os.environ.get("WIRELEDGER_KILLS", "10"))
IN_A_ROW = 5  # kills that one ledger suffers before it is ingested to the end
PATIENCE = 300  # seconds that one run may take at most
ROOT = Path(__file__).parents[2]
KINDS = ("sqlite", "postgres")
Place = Callable[[], str]

pytestmark = pytest.mark.slow


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """Places for new ledgers of one kind."""
    with ExitStack() as stack:

        def new() -> str:
            if request.param == "postgres":
                return stack.enter_context(database())
            return str(tmp_path / f"{len(list(tmp_path.iterdir()))}.sqlite")

        yield new


def command(verb: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "wireledger", verb, *arguments]


def ingested(ledger: str) -> str:
    """Ingest the sample reports to the end; what was printed."""
    asked = command("ingest", *FOLDERS, "--ledger", ledger)
    done = subprocess.run(asked, capture_output=True, check=False, text=True, timeout=PATIENCE)
    assert done.returncode in (0, 1), done.stderr
    return done.stderr


def exported(ledger: str) -> bytes:
    asked = command("entries", "--ledger", ledger, "--format", "jsonl")
    return subprocess.run(asked, capture_output=True, check=True, timeout=PATIENCE).stdout


def killed(ledger: str, after: float) -> bool:
    """Start an ingest, kill it and what it started after so many seconds; whether it was still at work."""
    asked = command("ingest", *FOLDERS, "--ledger", ledger)
    with subprocess.Popen(
        asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as running:
        time.sleep(after)
        at_work = running.poll() is None
        if at_work:
            os.killpg(running.pid, signal.SIGKILL)
        return at_work


@pytest.mark.parametrize("place", KINDS, indirect=True)
def test_what_was_killed_and_run_again_is_the_same_ledger(place: Place) -> None:
    alone, chance = place(), random.Random(7)
    start = time.monotonic()
    ingested(alone)
    took, wanted = time.monotonic() - start, exported(alone)
    assert wanted
    for left in range(KILLS, 0, -IN_A_ROW):
        ledger = place()
        at_work = [killed(ledger, chance.uniform(0.05, 0.9) * took) for _ in range(min(left, IN_A_ROW))]
        assert any(at_work)
        ingested(ledger)
        assert exported(ledger) == wanted


def half_filled(ledger: str) -> str:
    """A ledger with every other report, whose entries will change when the rest comes."""
    store = open_store(ledger)
    ingest(SOME[::2], store, datetime(2024, 1, 1, tzinfo=UTC))
    store.close()
    return ledger


def finished(ledger: str) -> bytes:
    """The export of a ledger into which all reports have been ingested to the end."""
    store = open_store(ledger)
    ingest(SOME, store, datetime(2024, 1, 3, tzinfo=UTC))
    store.close()
    return exported(ledger)


@pytest.mark.parametrize("place", KINDS, indirect=True)
def test_killed_at_every_point_it_is_the_same_ledger(place: Place, request: pytest.FixtureRequest) -> None:
    wanted = finished(half_filled(place()))
    for statement in STATEMENTS + (OF_POSTGRES if "postgres" in request.node.name else ()):
        for moment, number in (("before", "1"), ("behind", "1"), ("behind", "3")):
            ledger = half_filled(place())
            asked = [sys.executable, "-m", "tests.pipeline.dying", ledger, moment, number, statement, *SOME]
            done = subprocess.run(asked, capture_output=True, check=False, text=True, timeout=PATIENCE, cwd=ROOT)
            if number == "1" or done.returncode:
                assert done.returncode == -signal.SIGKILL, (statement, moment, done.stderr)
            assert finished(ledger) == wanted, (statement, moment, number)


def test_a_second_ingest_adds_nothing(tmp_path: Path) -> None:
    ledger = str(tmp_path / "ledger.sqlite")
    ingested(ledger)
    first = exported(ledger)
    told = ingested(ledger)
    assert " 0 added" in told
    assert "entries: 0 opened, 0 closed" in told
    assert exported(ledger) == first
