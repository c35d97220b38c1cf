"""One JSON document: the entries with their claims, and the sources of the reports that tell them, without texts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from wireledger import __version__
from wireledger.model import Entry
from wireledger.model.wire import SCHEMA, Json, dump, entry_to_json
from wireledger.serve.export.form import Form
from wireledger.serve.shapes import source_to_json
from wireledger.serve.view import View


def document(entries: Iterable[Entry], view: View) -> Iterator[str]:
    """The document, an entry a line; it ends with the sources by the id of their report."""
    head = {"name": "wireledger", "version": __version__, "schema": SCHEMA}
    yield json.dumps(head)[:-1] + ', "entries": ['
    told: dict[str, None] = {}
    joint = "\n"
    for entry in entries:
        yield joint + dump(entry_to_json(entry, view.claims))
        told |= dict.fromkeys(c.evidence.report for name in entry.claims if (c := view.claims.get(name)))
        joint = ",\n"
    yield '\n], "sources": ' + dump(_sources(sorted(told), view)) + "}\n"


def _sources(reports: Iterable[str], view: View) -> Json:
    return {report: source_to_json(view.source(report)) for report in reports}


DOCUMENT = Form(
    "json", "one JSON document: all entries with their claims, and where each report was published", document
)
