"""What only a server can suffer: strangers, wrong passwords, lost connections, other schemas, several writers."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from tests.store.made import LATER, NOON, claim, entry, report
from tests.store.servers import ADDRESS, database, run

from wireledger.store import (
    DamagedError,
    LockedError,
    MissingError,
    NewerError,
    NotALedgerError,
    ReadOnlyError,
    StoreError,
    open_store,
    server,
)
from wireledger.store.marks import WAITING

SECRET = "s3cret-w0rd"


@pytest.fixture
def url() -> Iterator[str]:
    """The address of a new database."""
    with database() as where:
        yield where


def other(url: str, **parts: str) -> str:
    """The address with another `netloc` or `path`."""
    return urlunsplit(urlsplit(url)._replace(**parts))


def fails(kind: type[StoreError], where: str, words: str, create: bool = True) -> str:
    with pytest.raises(kind) as told:
        open_store(where, create)
    assert words in str(told.value)
    assert "\n" not in str(told.value)
    assert SECRET not in str(told.value)
    return str(told.value)


def test_what_was_added_is_there_again(url: str) -> None:
    told = report()
    first = open_store(url)
    first.add(told, [claim(told)], NOON)
    first.replace([entry("e1", (claim(told).id,))], NOON, {"r1": "v"})
    first.close()
    again = open_store(url, create=False)
    assert list(again.reports()) == [told]
    assert list(again.claims()) == [claim(told)]
    assert [e.id for e in again.entries()] == ["e1"]
    assert again.voices() == {"r1": "v"}
    again.close()


def test_a_server_that_is_not_there() -> None:
    told = fails(MissingError, f"postgresql://ann:{SECRET}@127.0.0.1:1/ledger", "cannot be reached")
    assert "postgresql://ann@127.0.0.1:1/ledger" in told


@pytest.mark.parametrize("where", [f"postgresql://ann:{SECRET}@host:1/x?{SECRET}=1", f"postgresql://a:{SECRET}@h:no/x"])
def test_an_address_that_cannot_be_read(where: str) -> None:
    fails(StoreError, where, "")


def test_a_wrong_password_or_user_is_told_without_it(url: str) -> None:
    place = urlsplit(url)
    fails(ReadOnlyError, other(url, netloc=f"{place.username}:{SECRET}@{place.hostname}:{place.port}"), "password")
    fails(ReadOnlyError, other(url, netloc=f"nobody-here:{SECRET}@{place.hostname}:{place.port}"), "user")


def test_a_database_that_is_missing_or_holds_no_ledger(url: str) -> None:
    fails(MissingError, other(url, path="/nowhere-at-all"), "createdb")
    fails(MissingError, url, "holds no ledger", create=False)


def test_a_schema_of_another_program_is_left_alone(url: str) -> None:
    run(url, "CREATE SCHEMA wireledger", "CREATE TABLE wireledger.t (x INT)")
    fails(NotALedgerError, url, "is no ledger")
    assert run(url, "SELECT count(*) FROM pg_tables WHERE schemaname = 'wireledger'") == [(1,)]


def test_a_database_that_cannot_hold_all_letters() -> None:
    with database("ENCODING 'SQL_ASCII' TEMPLATE template0") as where:
        fails(NotALedgerError, where, "UTF-8")


def test_a_ledger_of_an_earlier_schema_gains_what_it_lacks(url: str) -> None:
    open_store(url).close()
    run(url, "DROP TABLE wireledger.marks", "UPDATE wireledger.ledger SET schema_number = 1")
    for _ in range(2):
        store = open_store(url)
        store.add(report(), [], NOON)
        assert [mark.name for mark in store.marked(WAITING)] == ["r1"]
        store.close()


def test_a_newer_schema_and_a_damaged_one(url: str) -> None:
    open_store(url).close()
    run(url, "UPDATE wireledger.ledger SET schema_number = 99")
    fails(NewerError, url, "schema 99")
    run(url, "DELETE FROM wireledger.ledger")
    fails(DamagedError, url, "damaged")


def test_without_the_right_to_write_it_can_be_read(url: str) -> None:
    first = open_store(url)
    first.add(report(), [], NOON)
    first.close()
    run(url, f"ALTER DATABASE {urlsplit(url).path[1:]} SET default_transaction_read_only = on")
    store = open_store(url)
    assert [r.id for r in store.reports()] == ["r1"]
    with pytest.raises(ReadOnlyError, match="may only be read"):
        store.add(report("r2"), [], NOON)
    store.close()


def test_a_report_is_added_whole_or_not_at_all(url: str) -> None:
    store, told = open_store(url), report()
    with pytest.raises(StoreError):
        store.add(told, [claim(told), claim(report("r7"))], NOON)
    assert list(store.reports()) == []
    assert store.add(told, [claim(told)], NOON)
    store.close()


def test_a_writer_waits_and_then_says_who_is_in_the_way(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "PATIENCE", 50)
    store = open_store(url)
    with psycopg.connect(url) as first:
        first.execute("SELECT 1 FROM wireledger.ledger FOR UPDATE")
        with pytest.raises(LockedError, match="written by another process"):
            store.add(report(), [], NOON)
    assert store.add(report(), [], NOON)
    store.close()


def test_a_lost_connection_is_told_and_made_anew(url: str) -> None:
    store = open_store(url)
    store.add(report(), [], NOON)
    ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
    run(url, f"{ended} AND pid <> pg_backend_pid()")
    with pytest.raises(MissingError, match="no longer reached"):
        store.add(report("r2"), [], NOON)
    assert store.add(report("r2"), [], NOON)
    assert [r.id for r in store.reports()] == ["r1", "r2"]
    store.close()


def test_many_processes_found_one_ledger(url: str) -> None:
    program = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parents[2])!r})\n"
        "from tests.store.made import NOON, report\nfrom wireledger.store import open_store\n"
        "store = open_store(sys.argv[1])\n"
        "print(sum(store.add(report(f'r{n}'), [], NOON) for n in range(20)))\n"
    )
    asked = [sys.executable, "-c", program, url]
    writers = [subprocess.Popen(asked, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert sum(int(writer.communicate(timeout=60)[0]) for writer in writers) == 20


def test_closed_entries_stay(url: str) -> None:
    store = open_store(url)
    for count, moment in ((8, NOON), (9, LATER)):
        store.replace([entry("e1", ("c1",), count)], moment)
    rows = run(url, "SELECT recorded, closed FROM wireledger.entries ORDER BY number")
    assert [closed is None for _, closed in rows] == [False, True]
    assert rows[0][1] == rows[1][0]
    store.close()


def test_a_command_on_a_ledger_that_is_not_reached_ends_with_one_line() -> None:
    asked = [sys.executable, "-m", "wireledger", "entries", "--ledger", f"postgresql://ann:{SECRET}@127.0.0.1:1/x"]
    environment = {name: value for name, value in os.environ.items() if name != ADDRESS}
    done = subprocess.run(asked, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 4
    assert done.stderr.count("\n") == 1
    assert SECRET not in done.stdout + done.stderr
