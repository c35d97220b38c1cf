"""wireledger ingest: read reports into a ledger."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from wireledger.cli.faults import DONE, SOME_UNREAD
from wireledger.cli.options import existing_ledger, jobs_option, ledger_option, parse_option
from wireledger.cli.progress import progress
from wireledger.pipeline import Given, Summary, Work, given_claims, ingest, reread
from wireledger.store import open_store


@click.command("ingest", short_help="Read reports into a ledger.")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@ledger_option
@click.option("--claims", "claims", metavar="FILE", help="Take the reports' claims from FILE (JSON lines).")
@click.option("--reread", "again", is_flag=True, help="Read anew the reports that the ledger holds; takes no INPUT.")
@jobs_option
@parse_option
def verb(inputs: tuple[str, ...], where: str, claims: str | None, again: bool, jobs: int, parse: bool) -> int:
    """Read reports into a ledger, which is made where there is none. INPUT is a file, a folder, a URL, or - .

    Safe to run again: a report that is there adds nothing. Safe to kill: each report is kept as soon as it is read, and
    the same command goes on from there. --reread reads the ledger's own reports with the rules of this release: what
    was judged is kept, and a judgement whose claim is not found any more is told as a problem.

    \b
    Examples:
      wireledger ingest reports/ --ledger ledger.sqlite
      wireledger ingest today.jsonl --ledger ledger.sqlite --jobs 4
      wireledger ingest reports.jsonl --ledger ledger.sqlite --claims claims.jsonl
      wireledger ingest --reread --ledger ledger.sqlite
    """
    given = read_given(claims) if claims else None
    if again != (not inputs):
        wrong = "--reread takes no INPUT" if again else "Missing argument 'INPUT...'"
        raise click.UsageError(wrong, click.get_current_context())
    if again:
        return _reread(where, Work(jobs, given, parse=parse))
    with closing(open_store(where)) as store, progress() as told:
        summary = ingest(inputs, store, datetime.now(UTC), Work(jobs, given, sys.stdin.buffer, told, parse))
    for line in told_in_lines(summary):
        click.echo(line, err=True)
    return SOME_UNREAD if summary.set_aside else DONE


def _reread(where: str, work: Work) -> int:
    with closing(existing_ledger(where)) as store, progress() as told:
        made = reread(store, datetime.now(UTC), replace(work, progress=told))
    failed = f", {made.failed} could not be read anew" if made.failed else ""
    click.echo(f"{made.looked_at} reports: other claims in {made.changed}{failed}", err=True)
    click.echo(f"entries: {made.opened} opened, {made.closed} closed", err=True)
    if made.problems:
        click.echo(f"problems: {_counted(made.problems)}", err=True)
    return SOME_UNREAD if made.failed else DONE


def read_given(path: str) -> Given:
    """The claims of a file of JSON lines; OSError where it cannot be read."""
    with Path(path).open(encoding="utf-8") as lines:
        return given_claims(lines, path)


def told_in_lines(summary: Summary) -> list[str]:
    """The summary for a reader: reports, claims, entries, problems."""
    aside = f", {summary.set_aside} set aside" if summary.set_aside else ""
    lines = [f"{summary.read} reports: {summary.added} added, {summary.already} already there{aside}"]
    if summary.claims:
        lines.append(f"claims: {_counted(summary.claims)}")
    lines.append(f"entries: {summary.opened} opened, {summary.closed} closed")
    if summary.problems:
        lines.append(f"problems: {_counted(summary.problems)}")
    return lines


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items())
