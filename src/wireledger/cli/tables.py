"""Rows in the formats that `entries` writes: plain text, JSON lines, CSV and Parquet."""

from __future__ import annotations

import csv
import importlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TextIO, TypeVar

import click

from wireledger.cli.faults import Unreachable
from wireledger.cli.out import whole, writing
from wireledger.model import Claim, Entry
from wireledger.model.show import entry_text
from wireledger.model.wire import Json, dump, entry_to_json

T = TypeVar("T")
Claims = Mapping[str, Claim]


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """What is to be written, and the claims (by id) it speaks of."""

    rows: tuple[T, ...]
    claims: Claims


@dataclass(frozen=True, slots=True)
class Shape(Generic[T]):
    """How one row is told: in plain text, as a JSON object, and in columns (each a name; lists joined by ";")."""

    text: Callable[[T, Claims], str]
    json: Callable[[T, Claims], Json]
    columns: tuple[str, ...]


COLUMNS = (
    *("id", "kind", "donors", "recipient", "recipients", "item", "category", "model", "low", "high", "approximate"),
    *("money_low", "money_high", "currency", "form", "guests", "hosts", "place", "member", "alliance", "by"),
    *("speaker", "words", "direct", "about", "step", "step_from", "step_to", "steps", "reports", "independent"),
    *("counts_in_totals", "extra_to", "part_of", "possible_duplicate_of", "first_reported"),
)
ENTRIES: Shape[Entry] = Shape(entry_text, entry_to_json, COLUMNS)
VOICES: Shape[tuple[str, str]] = Shape(
    lambda row, _: f"{row[0]}  {row[1]}", lambda row, _: {"report": row[0], "voice": row[1]}, ("report", "voice")
)


def write(shape: Shape[T], table: Table[T], form: str, path: str | None) -> None:
    """Write the rows to `path` (None: standard output) in one of the formats."""
    if form == "parquet":
        _parquet(shape, table, path)
        return
    with writing(path) as out:
        if form == "csv":
            _csv(shape, table, out)
        else:
            told = shape.text if form == "text" else _line(shape)
            out.writelines(told(row, table.claims) + "\n" for row in table.rows)


def _line(shape: Shape[T]) -> Callable[[T, Claims], str]:
    return lambda row, claims: dump(shape.json(row, claims))


def _csv(shape: Shape[T], table: Table[T], out: TextIO) -> None:
    writer = csv.DictWriter(out, shape.columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in _flat(shape, table))


def _parquet(shape: Shape[T], table: Table[T], path: str | None) -> None:
    if path is None or path == "-":
        raise click.UsageError("parquet is no text; name a file with -o FILE.parquet")
    try:
        arrow, parquet = importlib.import_module("pyarrow"), importlib.import_module("pyarrow.parquet")
    except ImportError:
        raise Unreachable("parquet needs the optional extra: pip install 'wireledger[parquet]'") from None
    rows = [*_flat(shape, table)]
    with whole(Path(path)) as place:
        columns = {name: [row[name] for row in rows] for name in shape.columns}
        parquet.write_table(arrow.table(columns), place)


def _flat(shape: Shape[T], table: Table[T]) -> Iterable[dict[str, Any]]:
    for row in table.rows:
        told = shape.json(row, table.claims)
        flat = {**told, **_last_step(told)} if "steps" in told else told
        yield {name: flat.get(name) for name in shape.columns}


def _last_step(told: Json) -> Json:
    last = told["steps"][-1] if told["steps"] else {}
    when = last.get("when") or {}
    return {
        "step": last.get("step"),
        "step_from": when.get("from"),
        "step_to": when.get("to"),
        "steps": [step["step"] for step in told["steps"]],
        "reports": len({claim["report"] for claim in told["claims"]}),
    }


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return ";".join(str(one) for one in value)
    return str(value).lower() if isinstance(value, bool) else value
