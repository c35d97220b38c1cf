"""What only a file can suffer: killed writers, other programs, locks, full disks and newer schemas."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.made import LATER, NOON, claim, entry, report

from wireledger.store import (
    FullError,
    LockedError,
    MissingError,
    NewerError,
    NotALedgerError,
    ReadOnlyError,
    SqliteStore,
    StoreError,
    connection,
    open_store,
)
from wireledger.store.marks import Mark


def test_what_was_added_is_there_again(tmp_path: Path) -> None:
    path, told = str(tmp_path / "ledger"), report()
    first = open_store(path)
    first.add(told, [claim(told)], NOON)
    first.replace([entry("e1", (claim(told).id,))], NOON, {"r1": "v"})
    first.close()
    again = open_store(path, create=False)
    assert list(again.reports()) == [told]
    assert list(again.claims()) == [claim(told)]
    assert [e.id for e in again.entries()] == ["e1"]
    assert again.voices() == {"r1": "v"}


def test_a_writer_that_is_killed_leaves_whole_reports(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    program = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parents[2])!r})\n"
        "from tests.store.made import NOON, claim, report\nfrom wireledger.store import open_store\n"
        f"store = open_store({str(path)!r})\n"
        "for n in range(10**6):\n"
        "    told = report(f'r{n}')\n"
        "    store.add(told, [claim(told, i) for i in range(20)], NOON)\n"
        "    print(n, flush=True)\n"
    )
    writer = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert writer.stdout
    for line in writer.stdout:
        if int(line) >= 20:
            break
    os.kill(writer.pid, signal.SIGKILL)
    writer.communicate()
    store = open_store(str(path), create=False)
    names = [told.id for told in store.reports()]
    assert len(names) >= 21
    assert {len(list(store.claims(name))) for name in names} == {20}


def test_a_report_is_added_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, told = SqliteStore(tmp_path / "ledger"), report()
    stranger = claim(report("r7"))
    with pytest.raises(StoreError):
        store.add(told, [claim(told), stranger], NOON)
    assert list(store.reports()) == []
    assert list(store.claims()) == []


@pytest.mark.parametrize("content", [b"just some words, and many of them, " * 50, b"x"])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    _fails(NotALedgerError, str(path), "notes.txt is not a wireledger ledger: name another file")
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t (x)")
    other.close()
    before = path.read_bytes()
    _fails(NotALedgerError, str(path), "database of another program")
    assert path.read_bytes() == before


def test_a_ledger_of_the_first_schema_gains_what_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    open_store(str(path)).close()
    with closing(sqlite3.connect(path)) as older:
        for table in ("past_claims", "marks"):
            older.execute(f"DROP TABLE {table}")
        older.execute("PRAGMA user_version = 1")
    for _ in range(2):
        with closing(open_store(str(path))) as store:
            told = report()
            store.add(told, [claim(told)], NOON)
            store.reread("r1", [], NOON)
            assert store.claim(claim(told).id) == claim(told)
            store.mark([Mark(3, "name")])
            assert store.marked(3) == [Mark(3, "name")]


def test_a_ledger_of_the_first_schema_can_be_read_where_it_may_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ledger.sqlite"
    with closing(open_store(str(path))) as store:
        store.add(told := report(), [claim(told)], NOON)
    with closing(sqlite3.connect(path)) as older:
        for table in ("past_claims", "marks"):
            older.execute(f"DROP TABLE {table}")
        older.execute("PRAGMA user_version = 1")
    monkeypatch.setattr(connection.os, "access", lambda *_: False)
    with closing(open_store(str(path))) as store:
        assert [store.claim(name) for name in (claim(told).id, "none")] == [claim(told), None]


def test_a_newer_schema(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    open_store(str(path)).close()
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    _fails(NewerError, str(path), "schema 99")


def test_what_is_missing(tmp_path: Path) -> None:
    _fails(MissingError, str(tmp_path / "ledger"), "is not there", create=False)
    _fails(MissingError, str(tmp_path / "no" / "ledger"), "mkdir -p")
    _fails(NotALedgerError, str(tmp_path), "is a folder")
    _fails(StoreError, "oracle://host/base", "oracle://")
    assert list(tmp_path.iterdir()) == []


def test_a_writer_waits_and_then_says_who_is_in_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 50)
    path = tmp_path / "ledger"
    store = open_store(str(path))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LockedError, match="written by another process"):
        store.add(report(), [], NOON)
    other.execute("COMMIT")
    other.close()
    assert store.add(report(), [], NOON)


def test_a_full_disk(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "ledger")
    store._connection.execute("PRAGMA max_page_count = 30")
    with pytest.raises(FullError, match="disk is full"):
        store.add(report(text="x" * 500_000), [], NOON)
    assert list(store.reports()) == []


def test_without_the_right_to_write_it_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(tmp_path / "ledger")
    first = open_store(path)
    first.add(report(), [], NOON)
    first.close()
    monkeypatch.setattr(os, "access", lambda *_: False)
    store = open_store(path)
    assert [r.id for r in store.reports()] == ["r1"]
    with pytest.raises(ReadOnlyError, match="may only be read"):
        store.add(report("r2"), [], NOON)


def test_looking_up_one_row_needs_no_scan(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "ledger")
    for sql in (
        "SELECT body FROM reports WHERE id = ?", "SELECT body FROM claims WHERE id = ?",
        "SELECT body FROM claims WHERE report = ? ORDER BY start, id", "SELECT body FROM entries WHERE id = ?",
        "SELECT 1 FROM reports WHERE name = ? AND digest = 'x'", "SELECT entry FROM holders WHERE claim = ?",
    ):  # fmt: skip
        plan = " ".join(str(row[3]) for row in store._connection.execute("EXPLAIN QUERY PLAN " + sql, ("x",)))
        assert "SEARCH" in plan, plan
        assert "SCAN" not in plan, plan


def test_closed_entries_stay_in_the_file(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "ledger")
    for count, moment in ((8, NOON), (9, LATER)):
        store.replace([entry("e1", ("c1",), count)], moment)
    rows = store._connection.execute("SELECT recorded, closed FROM entries ORDER BY number").fetchall()
    assert [closed is None for _, closed in rows] == [False, True]
    assert rows[0][1] == rows[1][0]


def _fails(kind: type[StoreError], where: str, words: str, create: bool = True) -> None:
    with pytest.raises(kind) as told:
        open_store(where, create)
    assert words in str(told.value)
    assert "\n" not in str(told.value)


def test_its_revision_tells_what_another_process_changed(tmp_path: Path) -> None:
    one, other = (open_store(str(tmp_path / "ledger.sqlite")) for _ in range(2))
    before = one.revision()
    assert other.add(report(), [], NOON)
    assert one.revision() != before
    one.close()
    other.close()
