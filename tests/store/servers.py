"""Databases of their own for tests on a PostgreSQL server, whose address stands in WIRELEDGER_POSTGRES."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
import pytest

ADDRESS = "WIRELEDGER_POSTGRES"


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
