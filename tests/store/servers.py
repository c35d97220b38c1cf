"""Empty ledgers of each kind for tests; those on a PostgreSQL server, named in WIRELEDGER_POSTGRES, are their own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
import pytest

from wireledger.store import Store, open_store

ADDRESS = "WIRELEDGER_POSTGRES"
KINDS = ("memory", "sqlite", "postgres")


@contextmanager
def empty(kind: str, folder: Path) -> Iterator[Store]:
    """An empty ledger of a kind, closed at the end; one on disk lies in `folder`."""
    with ExitStack() as stack:
        places = {
            "memory": lambda: ":memory:",
            "sqlite": lambda: str(folder / "ledger.sqlite"),
            "postgres": lambda: stack.enter_context(database()),
        }
        opened = open_store(places[kind]())
        yield opened
        opened.close()


@contextmanager
def database(setting: str = "") -> Iterator[str]:
    """The URL of a new database, dropped at the end; the test is skipped where no server is named."""
    server = os.environ.get(ADDRESS)
    if not server:
        pytest.skip(f"no PostgreSQL server is named ({ADDRESS})")
    name = f"wireledger_{uuid4().hex[:12]}"
    run(server, f"CREATE DATABASE {name} {setting}")
    try:
        yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
    finally:
        run(server, f"DROP DATABASE {name} WITH (FORCE)")


def run(url: str, *sql: str) -> list[tuple[object, ...]]:
    """Do some SQL at a server; the rows of the last answer."""
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in sql:
            cursor = connection.execute(statement.encode())
        return cursor.fetchall() if cursor.description else []
