"""A ledger in one SQLite file: append-only, one transaction a report, safe to kill at any moment."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from wireledger.store.connection import connected
from wireledger.store.errors import from_sqlite
from wireledger.store.tables import Row, TableStore


class SqliteStore(TableStore):
    """Keeps the promises of Store in the file at `path`; threads may share it."""

    def __init__(self, path: Path, create: bool = True) -> None:
        self._where = str(path)
        self._connection = connected(path, create)
        self._lock = RLock()

    def revision(self) -> object:
        """What others changed (the file's version as this connection sees it), and what it changed itself."""
        return (self._rows("PRAGMA data_version")[0][0], self._connection.total_changes)

    def close(self) -> None:
        """Let go of the ledger."""
        self._connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: all of it or nothing; inside another one, part of that."""
        with self._lock:
            if self._connection.in_transaction:
                yield
                return
            self._run("BEGIN IMMEDIATE", [()])
            try:
                yield
                self._run("COMMIT", [()])
            except BaseException:
                self._connection.rollback()
                raise

    def _run(self, sql: str, rows: Iterable[Row]) -> None:
        try:
            with self._lock:
                for values in rows:
                    self._connection.execute(sql, values)
        except sqlite3.Error as error:
            raise from_sqlite(error, self._where) from None

    def _rows(self, sql: str, *values: object) -> list[Row]:
        try:
            with self._lock:
                return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise from_sqlite(error, self._where) from None
