"""wireledger entries: ask the ledger."""

from __future__ import annotations

from contextlib import closing
from datetime import date

import click

from wireledger.cli.asking import code, strange
from wireledger.cli.options import Day, OneOf, existing_ledger, ledger_option
from wireledger.cli.out import format_of
from wireledger.cli.tables import ENTRIES, VOICES, Table, write
from wireledger.model import KINDS, Entry
from wireledger.pipeline import View, view_on
from wireledger.serve.asked import STEPS, Asked
from wireledger.serve.fits import fits

FORMATS = ["text", "jsonl", "csv", "parquet"]


@click.command("entries", short_help="Ask the ledger for entries.")
@ledger_option
@click.option("--kind", type=OneOf(KINDS), help="One of " + ", ".join(KINDS) + ".")
@click.option("--donor", metavar="CODE", help="Who gives: ISO 3166 alpha-2 in lower case, or eu, nato, world-bank...")
@click.option("--recipient", metavar="CODE", help="Who gets it.")
@click.option("--item", metavar="WORDS", help="Words of the item, its category or its model.")
@click.option("--step", type=OneOf(STEPS), metavar="STEP", help="A step the entry has taken, such as delivered.")
@click.option("--from", "start", type=Day(), metavar="DAY", help="A step (that of --step) lies on or after this day.")
@click.option("--to", "stop", type=Day(), metavar="DAY", help="A step (that of --step) lies before this day.")
@click.option("--as-of", "true_on", type=Day(), metavar="DAY", help="What was true on this day.")
@click.option("--known-on", "told_by", type=Day(), metavar="DAY", help="What the reports had told by this day.")
@click.option("--voices", is_flag=True, help="List the reports with the voice each belongs to.")
@click.option("-o", "--output", "path", metavar="FILE", help="Write to FILE; its suffix tells the format.")
@click.option("--format", "form", type=OneOf(FORMATS), help="text (default), jsonl, csv or parquet.")
def verb(
    where: str,
    kind: str | None,
    donor: str | None,
    recipient: str | None,
    item: str | None,
    step: str | None,
    start: date | None,
    stop: date | None,
    true_on: date | None,
    told_by: date | None,
    voices: bool,
    path: str | None,
    form: str | None,
) -> None:
    """Ask the ledger for entries: all of them, or those that have everything that is asked for.

    --as-of tells what was true on a day, --known-on what the sources had told by then; the two can be asked together.
    A report without a known day stands in no --known-on view; how many there are is told on stderr.

    \b
    Examples:
      wireledger entries --ledger ledger.sqlite --donor dk --item "leopard 2"
      wireledger entries --ledger ledger.sqlite --kind pledge --step delivered -o delivered.csv
      wireledger entries --ledger ledger.sqlite --known-on 2023-04-20 --format jsonl
      wireledger entries --ledger ledger.sqlite --voices --format jsonl
    """
    shown = format_of(form, path, FORMATS)
    if start and stop and start >= stop:
        raise click.UsageError(f"--from {start} is not before --to {stop}", click.get_current_context())
    asked = Asked(kind, code(donor), code(recipient), item, step, start, stop)
    with closing(existing_ledger(where)) as store:
        view = view_on(store, told_by, true_on)
    entries = tuple(entry for entry in view.entries if fits(asked, entry))
    for note in [*_undated(view), *(() if entries else strange(asked, view))]:
        click.echo(note, err=True)
    if voices:
        told = _voices(view, entries if asked != Asked() else None)
        write(VOICES, Table(told, view.claims), shown, path)
    else:
        write(ENTRIES, Table(entries, view.claims), shown, path)


def _undated(view: View) -> list[str]:
    return [f"{view.undated} reports have no known day and are left out"] if view.undated else []


def _voices(view: View, entries: tuple[Entry, ...] | None) -> tuple[tuple[str, str], ...]:
    if entries is None:
        return tuple(sorted(view.voices.items()))
    told = {view.claims[claim].evidence.report for entry in entries for claim in entry.claims}
    return tuple((report, voice) for report, voice in sorted(view.voices.items()) if report in told)
