"""The book of record: reports, claims and judgements are only ever added, entries replaced but never edited."""

from __future__ import annotations

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
    """The ledger at a path (SQLite), or a new one in memory for ":memory:".

    A ledger that is not there is made when `create`, else MissingError; other faults are StoreErrors too.
    """
    if where == ":memory:":
        return MemoryStore()
    if "://" in where:
        raise StoreError(f"{where.partition('://')[0]}:// is no kind of ledger this release can open: name a file")
    return SqliteStore(Path(where), create)
