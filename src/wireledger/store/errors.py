"""What can go wrong with a ledger, as one small tree of exceptions.

StoreError             what, where and how to mend it, in one line
  MissingError         nothing is there, or its folder is missing
  NotALedgerError      something else is there
  NewerError           a newer wireledger made it
  LockedError          another process is writing
  ReadOnlyError        it may only be read
  FullError            the disk is full
  DamagedError         the file is broken, or cannot be read or written
"""

from __future__ import annotations

import sqlite3


class StoreError(Exception):
    """A ledger that cannot be used; the message is one line."""


class MissingError(StoreError):
    """Nothing is there, or its folder is missing."""


class NotALedgerError(StoreError):
    """What is there is not a wireledger ledger."""


class NewerError(StoreError):
    """The ledger's schema is newer than this program."""


class LockedError(StoreError):
    """Another process is writing."""


class ReadOnlyError(StoreError):
    """The ledger may only be read."""


class FullError(StoreError):
    """The disk is full."""


class DamagedError(StoreError):
    """The file is broken, or the system refuses to read or write it."""


_KINDS: tuple[tuple[str, type[StoreError], str], ...] = (
    ("not a database", NotALedgerError, "is not a wireledger ledger: name another file"),
    ("locked", LockedError, "is being written by another process: try again when it has ended"),
    ("busy", LockedError, "is being written by another process: try again when it has ended"),
    ("readonly", ReadOnlyError, "may only be read: copy it to a place where you may write"),
    ("full", FullError, "cannot grow, the disk is full: free some space and run again"),
    ("unable to open", MissingError, "cannot be opened: check that its folder exists and may be written"),
    ("malformed", DamagedError, "is damaged: restore a copy, or ingest the reports into a new ledger"),
)


def from_sqlite(error: sqlite3.Error, where: str) -> StoreError:
    """The exception of the tree that an error of SQLite means for the ledger at `where`."""
    words = str(error).lower()
    for sign, kind, mend in _KINDS:
        if sign in words:
            return kind(f"{where} {mend}")
    return DamagedError(f"{where} cannot be read or written ({error}): check the disk, or restore a copy")
