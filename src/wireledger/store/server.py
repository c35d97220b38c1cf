"""Reaches the ledger on a PostgreSQL server, and tells in one line why one cannot be reached; never a password.

A ledger is the schema `wireledger` of a database: a team makes one database for each ledger.
"""

from __future__ import annotations

from importlib.resources import files

import psycopg
from psycopg.conninfo import conninfo_to_dict

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

SCHEMA = 3
PATIENCE = 30_000  # milliseconds to wait for another process that writes
REACH = 10  # seconds to wait for the server to answer
FOUNDING = 0x57697265  # "Wire": whoever makes the tables holds this lock
WHERE = ("postgresql://", "postgres://")

_STATES: tuple[tuple[str, type[StoreError], str], ...] = (
    ("25006", ReadOnlyError, "may only be read: ask the server that may be written"),
    ("42501", ReadOnlyError, "may not be written by this user: ask its owner for the right"),
    ("55P03", LockedError, "is being written by another process: try again when it has ended"),
    ("57014", LockedError, "did not answer in the time allowed: try again"),
    ("53100", FullError, "cannot grow, the server's disk is full: free some space and run again"),
    ("54000", NotALedgerError, "cannot keep so long a name: give the report a shorter id"),
    ("08", MissingError, "is no longer reached: run the same command again when the server answers"),
    ("57P", MissingError, "is no longer reached: run the same command again when the server answers"),
    ("53", LockedError, "has too many at work: try again later"),
)
_WORDS: tuple[tuple[str, type[StoreError], str], ...] = (
    ("password", ReadOnlyError, "refuses this user or password: check both (PGPASSWORD or ~/.pgpass may hold it)"),
    ("pg_hba.conf", ReadOnlyError, "refuses this user from this machine: ask for the right in its pg_hba.conf"),
    ("role", ReadOnlyError, "does not know this user: check the name"),
    ("does not exist", MissingError, "has no such database: make it with `createdb`"),
    ("too many", LockedError, "has too many connections: try again later"),
    ("starting up", LockedError, "is starting up: try again"),
)


def connected(url: str, create: bool) -> psycopg.Connection[tuple[object, ...]]:
    """A connection to the ledger at `url`; its tables are made when they are not there and `create`.

    Raises StoreError.
    """
    where = shown(url)
    try:
        told = conninfo_to_dict(url).get("connect_timeout") or REACH
        connection = psycopg.connect(url, autocommit=True, connect_timeout=int(told))
    except psycopg.Error as error:
        raise _unreached(error, where) from None
    try:
        _prepare(connection, where, create)
    except psycopg.Error as error:
        connection.close()
        raise from_postgres(error, where) from None
    except BaseException:
        connection.close()
        raise
    return connection


def shown(url: str) -> str:
    """The ledger's address as it may be shown: without password and options."""
    try:
        told = conninfo_to_dict(url)
    except psycopg.Error:
        form = "postgresql://USER@HOST:PORT/DATABASE, with odd characters as %40"
        raise StoreError(f"the address of the ledger cannot be read: write it as {form}") from None
    user, host, port = (f"{told.get(name) or ''}" for name in ("user", "host", "port"))
    at, after = f"{user}@" if user else "", f":{port}" if port else ""
    return f"postgresql://{at}{host}{after}/{told.get('dbname') or ''}"


def from_postgres(error: psycopg.Error, where: str) -> StoreError:
    """The exception of the tree that an error of PostgreSQL means for the ledger at `where`."""
    state = error.sqlstate or ("08" if isinstance(error, psycopg.OperationalError) else "")
    for sign, kind, mend in _STATES:
        if state.startswith(sign):
            return kind(f"{where} {mend}")
    said = error.diag.message_primary or type(error).__name__
    return DamagedError(f"{where} cannot be read or written ({said}): look into the server's log")


def _unreached(error: psycopg.Error, where: str) -> StoreError:
    """Why no connection came about. The server tells it in words only, which may hold what was written in the URL."""
    words = str(error)
    for sign, kind, mend in _WORDS:
        if sign in words:
            return kind(f"{where} {mend}")
    return MissingError(f"{where} cannot be reached: check that the server runs there, and its host and port")


def _prepare(connection: psycopg.Connection[tuple[object, ...]], where: str, create: bool) -> None:
    connection.execute("SET search_path TO wireledger")
    connection.execute(f"SET lock_timeout = {PATIENCE}")
    connection.execute("SET client_encoding TO 'UTF8'")
    if not _founded(connection):
        if not create:
            raise MissingError(f"{where} holds no ledger: make it with `wireledger ingest ... --ledger {where}`")
        _found(connection, where)
    row = connection.execute("SELECT schema_number FROM ledger").fetchone()
    if row is None:
        raise DamagedError(f"{where} is damaged: restore a copy, or ingest the reports into a new database")
    if (found := int(str(row[0]))) > SCHEMA:
        raise NewerError(f"{where} was made by a newer wireledger (schema {found}, not {SCHEMA}): upgrade wireledger")
    if found < SCHEMA:
        _renew(connection)


def _found(connection: psycopg.Connection[tuple[object, ...]], where: str) -> None:
    """Make the tables of a ledger; one process does it, others wait."""
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (FOUNDING,))
        if _founded(connection):
            return
        if connection.execute("SELECT 1 FROM pg_namespace WHERE nspname = 'wireledger'").fetchone():
            raise NotALedgerError(f"{where} has a schema wireledger that is no ledger: name another database")
        encoding = connection.execute("SHOW server_encoding").fetchone()
        if encoding != ("UTF8",):
            raise NotALedgerError(f"{where} is not kept in UTF-8: make a database with `createdb -E UTF8 -T template0`")
        connection.execute("CREATE SCHEMA wireledger")
        connection.execute(files(__package__).joinpath("postgres.sql").read_bytes())
        connection.execute("INSERT INTO ledger (schema_number, revision) VALUES (%s, 0)", (SCHEMA,))


def _renew(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    """Give a ledger of an earlier schema the tables that it lacks; who may only read it can do without them."""
    lately = {name: s for s in _statements() for name in ("marks", "faces") if f"CREATE TABLE {name} " in s}
    try:
        with connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (FOUNDING,))
            there = "SELECT 1 FROM pg_tables WHERE schemaname = 'wireledger' AND tablename = %s"
            for name, statement in lately.items():
                if connection.execute(there, (name,)).fetchone() is None:
                    connection.execute(statement.encode())
            connection.execute("UPDATE ledger SET schema_number = %s", (SCHEMA,))
    except (psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction):
        return


def _statements() -> list[str]:
    return files(__package__).joinpath("postgres.sql").read_text(encoding="utf-8").split(";\n")


def _founded(connection: psycopg.Connection[tuple[object, ...]]) -> bool:
    # Asked of the catalogue's rows, not of to_regclass: that looks into this session's cache, which may not have heard
    # of what another session made while this one waited for the lock.
    asked = "SELECT 1 FROM pg_tables WHERE schemaname = 'wireledger' AND tablename = 'ledger'"
    return connection.execute(asked).fetchone() is not None
