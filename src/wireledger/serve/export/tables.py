"""CSV (RFC 4180): a row for each entry, lists joined by ";", safe in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from wireledger.model import Entry
from wireledger.serve.cells import tamed
from wireledger.serve.export.form import Form
from wireledger.serve.shapes import table
from wireledger.serve.view import View

AT_ONCE = 1000  # entries that are turned into rows together


def rows(entries: Iterable[Entry], view: View) -> Iterator[str]:
    """The heads of the columns, then a row for each entry."""
    waiting = iter(entries)
    part = [*islice(waiting, AT_ONCE)]
    yield tamed(table(part, view.claims))
    while part := [*islice(waiting, AT_ONCE)]:
        yield tamed(table(part, view.claims)).partition("\r\n")[2]


TABLE = Form("csv", "CSV: one row an entry, for a spreadsheet", rows)
