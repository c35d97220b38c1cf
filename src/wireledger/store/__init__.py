"""The book of record: reports, claims and judgements are only ever added, entries replaced but never edited."""

from __future__ import annotations

import importlib
import importlib.util
from pathlib import Path

from wireledger.store.errors import (
    DamagedError,
    FullError,
    LockedError,
    MissingError,
    NewerError,
    NotALedgerError,
    ReadOnlyError,
    StoreError,
)
from wireledger.store.memory import MemoryStore
from wireledger.store.protocol import Store
from wireledger.store.sqlite import SqliteStore

__all__ = [
    "DamagedError",
    "FullError",
    "LockedError",
    "MemoryStore",
    "MissingError",
    "NewerError",
    "NotALedgerError",
    "ReadOnlyError",
    "SqliteStore",
    "Store",
    "StoreError",
    "open_store",
]


def open_store(where: str, create: bool = True) -> Store:
    """The ledger at a path (SQLite) or a postgresql:// URL, or a new one in memory for ":memory:".

    A ledger that is not there is made when `create`, else MissingError; other faults are StoreErrors too. Of a
    PostgreSQL ledger only the tables are made, in a database that is there.
    """
    if where == ":memory:":
        return MemoryStore()
    scheme = where.partition("://")[0] if "://" in where else ""
    if scheme in ("postgresql", "postgres"):
        return _postgres(where, create)
    if scheme:
        raise StoreError(f"{scheme}:// is no kind of ledger this release can open: name a file or a postgresql:// URL")
    return SqliteStore(Path(where), create)


def _postgres(url: str, create: bool) -> Store:
    if importlib.util.find_spec("psycopg") is None:
        raise StoreError("a ledger on PostgreSQL needs psycopg: pip install 'wireledger[postgres]'")
    store: Store = importlib.import_module("wireledger.store.postgres").PostgresStore(url, create)
    return store
