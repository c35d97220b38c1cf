"""wireledger diff: what changed between two days, and which report changed it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import click

from wireledger.cli.asking import AS_OF, Question, asked_for, asking, written
from wireledger.cli.options import Day, OneOf
from wireledger.cli.out import format_of
from wireledger.cli.rows import Row, write_rows
from wireledger.model import KINDS
from wireledger.serve.changes import COLUMNS, Change, change_row, change_text, change_to_json, changes, gone
from wireledger.serve.fits import fits
from wireledger.serve.view import View

TELL: dict[str, Callable[[Change, View], Row]] = {"text": change_text, "jsonl": change_to_json, "csv": change_row}
KIND = click.option("--kind", type=OneOf(KINDS), help="One of " + ", ".join(KINDS) + ".")


@click.command("diff", short_help="What changed between two days, and which report changed it.")
@click.argument("first", type=Day(), metavar="DAY")
@click.argument("second", type=Day(), metavar="DAY")
@asking(KIND, AS_OF)
@written(*TELL)
def verb(
    first: date,
    second: date,
    where: str,
    kind: str | None,
    true_on: date | None,
    path: str | None,
    form: str | None,
    **filters: Any,
) -> None:
    """What the ledger knew on the second day that it did not know on the first, with the report behind each change.

    Both days are by the known clock: what reports published until the end of the day had told. With --as-of, both
    ledgers are asked what was true on that day.

    \b
    Examples:
      wireledger diff 2023-04-01 2023-05-01 --ledger ledger.sqlite
      wireledger diff 2023-04-01 2023-05-01 --ledger ledger.sqlite --donor dk --format jsonl
      wireledger diff 2023-04-01 2024-04-01 --as-of 2023-04-01 --ledger ledger.sqlite
    """
    if first >= second:
        raise click.UsageError(f"{first} is not before {second}", click.get_current_context())
    shown = format_of(form, path, [*TELL])
    question = Question(where, second, true_on, asked_for(filters, kind))
    new, old = question.view(), replace(question, told_by=first).quiet_view()
    lost = gone(old, new, (entry for entry in old.entries if fits(question.asked, entry)))
    found = (*changes(old, new, (entry for entry in new.entries if fits(question.asked, entry))), *lost)
    if not found:
        click.echo("nothing changed", err=True)
    write_rows([TELL[shown](change, new) for change in found], shown, path, COLUMNS)
