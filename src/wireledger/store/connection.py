"""Opens the SQLite file of a ledger, and tells in one line why one cannot be opened."""

from __future__ import annotations

import os
import sqlite3
from importlib.resources import files
from pathlib import Path

from wireledger.store.errors import DamagedError, MissingError, NewerError, NotALedgerError, from_sqlite

APPLICATION = 0x57697265  # "Wire": the mark of a ledger in the file's header
SCHEMA = 4
PATIENCE = 30_000  # milliseconds to wait for another process that writes


def connected(path: Path, create: bool) -> sqlite3.Connection:
    """A connection to the ledger at `path`; made when it is not there and `create`. Raises StoreError.

    A ledger that may not be written is opened for reading.
    """
    if path.is_dir():
        raise NotALedgerError(f"{path} is a folder: name a file for the ledger")
    if not path.exists() and not create:
        raise MissingError(f"{path} is not there: make it with `wireledger ingest ... --ledger {path}`")
    if not path.parent.is_dir():
        raise MissingError(f"{path} cannot be made, its folder is missing: make it with `mkdir -p {path.parent}`")
    try:
        if path.exists() and not _may_be_database(path):
            raise NotALedgerError(f"{path} is not a wireledger ledger: name another file")
        return _opened(path, not path.exists() or os.access(path, os.W_OK))
    except sqlite3.Error as error:
        raise from_sqlite(error, str(path)) from None
    except OSError as error:
        raise DamagedError(f"{path} cannot be read ({error.strerror}): check its rights and the disk") from None


def _may_be_database(path: Path) -> bool:
    """Whether it is an empty file or starts like a database: SQLite itself would write over a short note."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(16) in (b"", b"SQLite format 3\0")


def _opened(path: Path, writable: bool) -> sqlite3.Connection:
    # Without the right to write, a file whose log is folded in is read as it lies there.
    mode = "rwc" if writable else "ro" if path.with_name(path.name + "-wal").exists() else "ro&immutable=1"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        if writable:
            _prepare(connection, path)
        _check(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables of a ledger in a new file; one process does it, others wait."""
    if _number(connection, "application_id") != APPLICATION:
        connection.execute("BEGIN IMMEDIATE")
        if _number(connection, "application_id") != APPLICATION:
            if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise NotALedgerError(f"{path} is a database of another program: name another file")
            for statement in _statements():
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {SCHEMA}")
        connection.execute("COMMIT")
    elif 0 < _number(connection, "user_version") < SCHEMA:
        _renew(connection)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")  # safe to kill; a power cut may lose the last reports, no more
    connection.execute("PRAGMA foreign_keys = ON")


def _renew(connection: sqlite3.Connection) -> None:
    """Give a ledger of an earlier schema the tables that it lacks."""
    connection.execute("BEGIN IMMEDIATE")
    lacks = {name for name in ("past_claims", "marks", "faces") if not _there(connection, name)}
    for statement in _statements():
        if any(f" {name} (" in statement for name in lacks):
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {SCHEMA}")
    connection.execute("COMMIT")


def _statements() -> list[str]:
    return files(__package__).joinpath("schema.sql").read_text(encoding="utf-8").split(";\n")


def _there(connection: sqlite3.Connection, name: str) -> bool:
    return bool(connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (name,)).fetchall())


def _check(connection: sqlite3.Connection, path: Path) -> None:
    if _number(connection, "application_id") != APPLICATION:
        raise NotALedgerError(f"{path} is not a wireledger ledger: name another file")
    if (found := _number(connection, "user_version")) > SCHEMA:
        raise NewerError(f"{path} was made by a newer wireledger (schema {found}, not {SCHEMA}): upgrade wireledger")
    if found < 2:  # it may only be read: what it lacks is empty
        connection.execute("CREATE TEMP TABLE past_claims (number INTEGER PRIMARY KEY, id TEXT, body TEXT)")


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
