"""An ingest that kills itself at a named point: just before or behind the n-th time it does something in its database.

    python -m tests.pipeline.dying LEDGER MOMENT NUMBER STATEMENT INPUT...

MOMENT is `before` or `behind`, STATEMENT how the SQL begins ("INSERT INTO claims", "COMMIT"). The store itself knows
nothing of it: its door to the database is wrapped from outside.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable
from datetime import UTC, datetime

from wireledger.pipeline import ingest
from wireledger.store import open_store
from wireledger.store.tables import Row, TableStore

STATEMENTS = (
    "BEGIN", "INSERT INTO reports", "INSERT INTO claims", "INSERT INTO problems", "INSERT INTO judgements",
    "INSERT INTO marks", "DELETE FROM marks",
    "UPDATE entries", "DELETE FROM holders", "INSERT INTO entries", "INSERT INTO holders", "DELETE FROM voices",
    "INSERT INTO voices", "COMMIT",
)  # fmt: skip
OF_POSTGRES = ("UPDATE ledger",)


def main(where: str, moment: str, number: str, statement: str, *inputs: str) -> None:
    """Ingest until the point is reached; beyond it the process is not there any more."""
    store = open_store(where)
    assert isinstance(store, TableStore)
    run, left = store._run, int(number)

    def wrapped(sql: str, rows: Iterable[Row]) -> None:
        nonlocal left
        left -= sql.startswith(statement)
        here = sql.startswith(statement) and left == 0
        if here and moment == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        run(sql, rows)
        if here:
            os.kill(os.getpid(), signal.SIGKILL)

    store._run = wrapped  # type: ignore[method-assign]
    ingest(inputs, store, datetime(2024, 1, 2, tzinfo=UTC))


if __name__ == "__main__":
    main(*sys.argv[1:])
