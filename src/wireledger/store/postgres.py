"""A team's ledger on a PostgreSQL server: append-only, one transaction a report, writers wait for each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import RLock

import psycopg
from psycopg.pq import TransactionStatus

from wireledger.store.errors import MissingError
from wireledger.store.server import connected, from_postgres, shown
from wireledger.store.tables import Row, TableStore


class PostgresStore(TableStore):
    """Keeps the promises of Store in the database at `url`; threads may share it.

    Whoever writes holds the one row of `ledger`: others wait for it, at most PATIENCE. A connection that was lost is
    made anew, once nothing of a transaction hangs on it.
    """

    def __init__(self, url: str, create: bool = True) -> None:
        self._url, self._where = url, shown(url)
        self._connection = connected(url, create)
        self._lock = RLock()

    def revision(self) -> object:
        """How often anybody has written."""
        return self._rows("SELECT revision FROM ledger")[0][0]

    def close(self) -> None:
        """Let go of the ledger."""
        self._connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: all of it or nothing; inside another one, part of that."""
        with self._lock:
            if self._open_transaction:
                yield
                return
            self._run("BEGIN", [()])
            try:
                if not self._rows("SELECT 1 FROM ledger FOR UPDATE"):
                    raise MissingError(f"{self._where} holds no ledger any more: restore a copy")
                yield
                self._run("UPDATE ledger SET revision = revision + 1", [()])
                self._run("COMMIT", [()])
            except BaseException:
                self._take_back()
                raise

    @property
    def _open_transaction(self) -> bool:
        return self._connection.info.transaction_status in (TransactionStatus.INTRANS, TransactionStatus.INERROR)

    def _take_back(self) -> None:
        if not self._connection.closed:
            self._connection.rollback()

    def _run(self, sql: str, rows: Iterable[Row]) -> None:
        try:
            with self._lock, self._live().cursor() as cursor:
                cursor.executemany(_own(sql), rows)
        except psycopg.Error as error:
            raise from_postgres(error, self._where) from None

    def _rows(self, sql: str, *values: object) -> list[Row]:
        try:
            with self._lock:
                return self._live().execute(_own(sql), values).fetchall()
        except psycopg.Error as error:
            raise from_postgres(error, self._where) from None

    def _live(self) -> psycopg.Connection[tuple[object, ...]]:
        if self._connection.closed:
            self._connection = connected(self._url, create=False)
        return self._connection


def _own(sql: str) -> bytes:
    return sql.replace("?", "%s").encode()
