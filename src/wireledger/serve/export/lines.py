"""JSON lines: an entry on each, as `entries --format jsonl` and the pages' data have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wireledger.model import Entry
from wireledger.model.wire import dump, entry_to_json
from wireledger.serve.export.form import Form
from wireledger.serve.view import View


def lines(entries: Iterable[Entry], view: View) -> Iterator[str]:
    """A line for each entry."""
    return (dump(entry_to_json(entry, view.claims)) + "\n" for entry in entries)


LINES = Form("jsonl", "JSON lines: one entry a line, with its claims and their words", lines)
