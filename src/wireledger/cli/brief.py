"""wireledger brief: a short digest with its sources."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import click

from wireledger.cli.asking import AS_OF, Question, asked_for, asking, written
from wireledger.cli.options import Day, OneOf
from wireledger.cli.out import format_of
from wireledger.cli.rows import Row, write_rows
from wireledger.model import KINDS
from wireledger.serve.brief import brief, brief_text, line_to_json
from wireledger.serve.fits import fits

ON = click.option("--on", "day", type=Day(), required=True, metavar="DAY", help="The day of the digest.")
DAYS = click.option("--days", type=click.IntRange(1, 3660), default=1, metavar="N", help="The N days up to it (1).")
KIND = click.option("--kind", type=OneOf(KINDS), help="One of " + ", ".join(KINDS) + ".")


@click.command("brief", short_help="A short digest with its sources.")
@asking(ON, DAYS, KIND, AS_OF)
@written("text", "jsonl")
def verb(
    where: str,
    day: date,
    days: int,
    kind: str | None,
    true_on: date | None,
    path: str | None,
    form: str | None,
    **filters: Any,
) -> None:
    """What reports newly told on a day (or some days up to it), and what became due: a line each, with its sources.

    Nothing told later is in it. With --as-of, only what was true on that day.

    \b
    Examples:
      wireledger brief --on 2023-04-20 --ledger ledger.sqlite
      wireledger brief --on 2023-04-30 --days 30 --donor dk --ledger ledger.sqlite
      wireledger brief --on 2023-04-20 --ledger ledger.sqlite --format jsonl
    """
    shown = format_of(form, path, ("text", "jsonl"))
    first = day - timedelta(days - 1)
    question = Question(where, day, true_on, asked_for(filters, kind))
    new, old = question.view(), replace(question, told_by=first - timedelta(1)).quiet_view()
    lines = brief(old, new, [entry for entry in new.entries if fits(question.asked, entry)], first, day)
    objects: list[Row] = [line_to_json(line, new) for line in lines]
    rows: list[Row] = [brief_text(lines, new, first, day)] if shown == "text" else objects
    write_rows(rows, shown, path, ())
