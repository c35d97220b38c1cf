"""wireledger totals: what the lines of the ledger add up to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from wireledger.cli.asking import AS_OF, KNOWN_ON, Question, asked_for, asking, written
from wireledger.cli.options import Day, OneOf
from wireledger.cli.out import format_of
from wireledger.cli.rows import Row, write_rows
from wireledger.serve.lines import DIMENSIONS, Grouping
from wireledger.serve.rates import Rates, RatesError, rates_of
from wireledger.serve.told_totals import COLUMNS, total_row, total_text, total_to_json
from wireledger.serve.totals import Total, totals

TELL: dict[str, Callable[[Total, tuple[str, ...]], Row]] = {
    "text": total_text,
    "jsonl": total_to_json,
    "csv": total_row,
}
FORMATS = (*TELL,)
BY = click.option(
    "--by", "by", multiple=True, type=OneOf(DIMENSIONS), help="Tell sums apart by: " + ", ".join(DIMENSIONS) + "."
)
INTO = click.option("--in", "into", metavar="CURRENCY", help="Show money in this currency; needs --rates.")
RATES = click.option("--rates", metavar="FILE", help="Rates of exchange, as the ECB's eurofxref-hist.csv.")
RATES_ON = click.option("--rates-on", type=Day(), metavar="DAY", help="Take the rates of this day for all lines.")


@click.command("totals", short_help="What the lines of the ledger add up to.")
@asking(BY, AS_OF, KNOWN_ON, INTO, RATES, RATES_ON)
@written(*FORMATS)
def verb(
    where: str,
    by: tuple[str, ...],
    true_on: date | None,
    told_by: date | None,
    into: str | None,
    rates: str | None,
    rates_on: date | None,
    path: str | None,
    form: str | None,
    **filters: Any,
) -> None:
    """What the lines of the ledger add up to: things by category, money by currency, as intervals with their lines.

    Only what counts is summed; joint donors count once ("dk+nl"), and with --donor their shares are unknown. Sums by
    step stand side by side: the same gift is promised, then delivered. month is that of the step (? where no report
    tells it), reported the month of the first report. Money stays in the written currency unless --in is given: each
    line then takes the rate of the day of its first report, or that of --rates-on.

    \b
    Examples:
      wireledger totals --ledger ledger.sqlite --by donor
      wireledger totals --ledger ledger.sqlite --by step --item "leopard 2" --known-on 2023-04-30
      wireledger totals --ledger ledger.sqlite --by recipient --by month -o totals.csv
      wireledger totals --ledger ledger.sqlite --by donor --in EUR --rates eurofxref-hist.csv
    """
    shown, by = format_of(form, path, FORMATS), tuple(dict.fromkeys(by))
    question = Question(where, told_by, true_on, asked_for(filters, "pledge"))
    table = _rates(into, rates, rates_on)
    view = question.view()
    found = totals(question.fitting(view), view, Grouping(by, question.asked.donor), table)
    write_rows([TELL[shown](total, by) for total in found], shown, path, (*by, *COLUMNS))


def _rates(into: str | None, path: str | None, on: date | None) -> Rates | None:
    context = click.get_current_context()
    if into is None and path is None and on is None:
        return None
    if into is None or path is None:
        raise click.UsageError("--in CURRENCY and --rates FILE are given together: no rate is invented", context)
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as lines:
            return rates_of(lines, into.upper(), on)
    except (RatesError, UnicodeDecodeError) as wrong:
        raise click.UsageError(f"{path}: {wrong}", context) from None
