"""wireledger due: what is due, and what passed its time without a report of delivery."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import click

from wireledger.cli.asking import AS_OF, KNOWN_ON, Question, asked_for, asking, written
from wireledger.cli.options import OneOf
from wireledger.cli.out import format_of
from wireledger.cli.rows import Row, write_rows
from wireledger.serve.due import COLUMNS, STANDINGS, Due, due, due_row, due_text, due_to_json
from wireledger.serve.view import View

TELL: dict[str, Callable[[Due, View], Row]] = {"text": due_text, "jsonl": due_to_json, "csv": due_row}
ONLY = click.option("--only", multiple=True, type=OneOf(STANDINGS), help="Only what is: " + ", ".join(STANDINGS) + ".")
ALL = click.option("--all", "everything", is_flag=True, help="Also what was delivered.")


@click.command("due", short_help="What is due, and what passed its time without a report.")
@asking(AS_OF, KNOWN_ON, ONLY, ALL)
@written(*TELL)
def verb(
    where: str,
    true_on: date | None,
    told_by: date | None,
    only: tuple[str, ...],
    everything: bool,
    path: str | None,
    form: str | None,
    **filters: Any,
) -> None:
    """Pledges whose time of delivery was told, as they stand on a day: --as-of, else --known-on, else today.

    What passed its time with no report of a delivery is "no report found": no more is known. A withdrawn pledge is
    not due. Where a time was changed, the last one told stands and the earlier ones are shown.

    \b
    Examples:
      wireledger due --ledger ledger.sqlite
      wireledger due --ledger ledger.sqlite --as-of 2023-07-01 --donor no
      wireledger due --ledger ledger.sqlite --known-on 2023-03-01 --as-of 2023-07-01 --only "no report found"
    """
    shown = format_of(form, path, [*TELL])
    day = true_on or told_by or datetime.now(UTC).date()
    question = Question(where, told_by, true_on, asked_for(filters, "pledge"))
    view = question.view()
    found = due(question.fitting(view), view, day)
    wanted = only or tuple(name for name in STANDINGS if everything or name != "delivered")
    write_rows([TELL[shown](one, view) for one in found if one.standing in wanted], shown, path, COLUMNS)
