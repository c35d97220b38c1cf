"""Wherever a ledger is kept, and whoever else ingests at the same time: the same reports end in the same ledger."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.store.servers import database

import wireledger
from wireledger.model import Report, Source
from wireledger.model.wire import claim_from_json
from wireledger.pipeline import Work, ingest
from wireledger.pipeline.resolving import resolved
from wireledger.store import MemoryStore, Store, open_store

SAMPLES = Path(wireledger.__file__).parent / "samples"
NOW = datetime(2024, 1, 1, tzinfo=UTC)
PATIENCE = 300


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A place for a ledger that several processes can share."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.sqlite")
    else:
        with database() as url:
            yield url


def digest(where: str) -> str:
    """The digest of a ledger's export."""
    asked = [sys.executable, "-m", "wireledger", "entries", "--ledger", where, "--format", "jsonl"]
    told = subprocess.run(asked, capture_output=True, check=True, timeout=PATIENCE).stdout
    assert told
    return hashlib.sha256(told).hexdigest()


def filled(where: str, *inputs: str) -> str:
    """The digest of a ledger's export when one process has ingested the inputs."""
    store = open_store(where)
    ingest(inputs, store, NOW, Work(jobs=2))
    store.close()
    return digest(where)


@pytest.mark.slow
def test_several_at_once_come_to_the_same_ledger(where: str, tmp_path: Path) -> None:
    names = sorted(str(path) for path in (SAMPLES / "text").glob("*.txt"))
    shares = [names[:20], names[10:], names[::2], names[5:25]]
    asked = [sys.executable, "-m", "wireledger", "ingest", "--jobs", "1", "--ledger", where]
    crew = [subprocess.Popen([*asked, *share], stderr=subprocess.PIPE, text=True) for share in shares]
    told = [one.communicate(timeout=PATIENCE)[1] for one in crew]
    assert [one.returncode for one in crew] == [0] * 4, told
    added = [int(words.split(" added")[0].split()[-1]) for words in told]
    assert sum(added) == len(names)
    assert digest(where) == filled(str(tmp_path / "alone.sqlite"), *names)


@pytest.mark.slow
def test_both_databases_export_the_same(tmp_path: Path) -> None:
    with database() as url:
        folders = [str(path.parent) for path in sorted(SAMPLES.glob("*/expected.jsonl"))]
        assert filled(url, *folders) == filled(str(tmp_path / "ledger.sqlite"), *folders)


@pytest.mark.slow
def test_both_databases_export_the_same_of_whole_pages(tmp_path: Path, shared: Path) -> None:
    reports = str(shared / "reports" / "relevant.jsonl")
    with database() as url:
        assert filled(url, reports) == filled(str(tmp_path / "ledger.sqlite"), reports)


class Disturbed(MemoryStore):
    """A ledger to which somebody else adds a report whenever it is about to be resolved, so many times."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times

    def judgements(self):  # type: ignore[no-untyped-def]
        if self.times:
            self.times -= 1
            add(self, f"late{self.times}")
        return super().judgements()


def add(store: Store, name: str) -> None:
    text = f"Oslo will send eight tanks to Ukraine, {name} says."
    shape = {"kind": "pledge", "report": name, "start": 0, "stop": 28, "quote": text[:28], "mood": "asserted"}
    told = claim_from_json({**shape, "donors": [name], "recipient": "ua", "low": 8, "high": 8, "step": "promised"})
    store.add(Report(name, text, Source()), [told], NOW)


@pytest.mark.parametrize("times", [1, 2, 3])
def test_what_others_added_while_it_was_resolved_is_in_the_ledger(times: int) -> None:
    store = Disturbed(times)
    add(store, "first")
    resolved(store, NOW)
    assert len(list(store.entries())) == len(list(store.reports())) == times + 1
