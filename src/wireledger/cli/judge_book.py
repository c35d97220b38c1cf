"""judge undo, list, log, export, import: the book of decisions."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from wireledger.cli.deciders import decider
from wireledger.cli.faults import DONE, SOME_UNREAD
from wireledger.cli.judge_options import DECIDING, ledger, lines, name_given, recorded, with_options
from wireledger.cli.options import OneOf
from wireledger.cli.out import writing
from wireledger.model import VERDICTS, Claim, Judgement
from wireledger.model.verdicts import judgement_from_json, judgement_to_json
from wireledger.model.wire import dump
from wireledger.pipeline import judging
from wireledger.pipeline.judging import JudgingError, record
from wireledger.pipeline.picking import Picking, judgements_named
from wireledger.store.protocol import Store

BOOK = (
    click.option("--ledger", "where", metavar="WHERE", help="The ledger: a file (SQLite)."),
    click.option("--of", metavar="NAME", help="Only what this person decided."),
    click.option("--verdict", type=OneOf(VERDICTS), help="Only one of " + ", ".join(VERDICTS) + "."),
)
SHOWN = (*BOOK, click.option("--format", "form", type=OneOf(["text", "jsonl"]), default="text", help="text or jsonl."))


@click.command("undo", short_help="Take decisions back, also undoings.")
@click.argument("names", nargs=-1, metavar="[JUDGEMENT]...")
@click.option("--last", type=click.IntRange(1), metavar="N", help="The last N decisions that stand.")
@click.option("--all", "everything", is_flag=True, help="All decisions that stand.")
@click.option("--of", metavar="NAME", help="All that this person decided.")
@click.option("--verdict", type=OneOf(VERDICTS), help="All with this verdict.")
@with_options(*DECIDING)
def _undo(
    names: tuple[str, ...],
    last: int | None,
    everything: bool,
    of: str | None,
    verdict: str | None,
    where: str | None,
    by: str | None,
    why: tuple[str, ...],
    dry_run: bool,
) -> None:
    """Take decisions back, of any age: by id, the last ones, all, or all of a person or verdict.

    Undoing an undoing (by its id) makes stand again what it took back. Everything stays in the log.

    \b
    Examples:
      wireledger judge undo j1f2e3d4c5b6 --ledger ledger.sqlite --by ann --why "I misread the date"
      wireledger judge undo --last 3 --ledger ledger.sqlite --by ann
      wireledger judge undo --of ben --verdict wrong --ledger ledger.sqlite --by ann
    """
    who = decider(name_given(by), why)
    with ledger(where) as store:
        told = list(judging.persons(store))
        chosen = judgements_named((j for j, _ in told), names)
        if last or everything or of or verdict:
            stands = [j for j, stands in told if stands and _asked(j, of, verdict or "")]
            stands = [j for j in stands if j.verdict != "undone" or verdict == "undone"]
            chosen += stands[-last:] if last else stands
        if not chosen:
            raise JudgingError("nothing to undo: no decision that stands is named")
        recorded(judging.undone(dict.fromkeys(chosen), who), store, _claims(store), dry_run)


@click.command("list", short_help="The decisions that stand.")
@with_options(*SHOWN)
def _list(where: str | None, of: str | None, verdict: str | None, form: str) -> None:
    """The decisions that stand.

    \b
    Examples:
      wireledger judge list --ledger ledger.sqlite
      wireledger judge list --of ann --verdict changed --format jsonl --ledger ledger.sqlite
    """
    _show(where, lambda j, stands: stands and j.verdict != "undone" and _asked(j, of, verdict), form)


@click.command("log", short_help="All decisions ever made, also those taken back.")
@with_options(*SHOWN)
def _log(where: str | None, of: str | None, verdict: str | None, form: str) -> None:
    """All decisions ever made, in their order, also those taken back.

    \b
    Examples:
      wireledger judge log --ledger ledger.sqlite
    """
    _show(where, lambda j, _: _asked(j, of, verdict), form)


@click.command("export", short_help="Write all decisions as one plain file.")
@click.option("-o", "--output", "path", metavar="FILE", help="Write to FILE (default: standard output).")
@with_options(*BOOK)
def _export(path: str | None, where: str | None, of: str | None, verdict: str | None) -> None:
    """Write all decisions ever made as one plain file: a JSON object a line, with places, words and reasons.

    The file is the same whenever the decisions are, so that git shows what changed.

    \b
    Examples:
      wireledger judge export -o judgements.jsonl --ledger ledger.sqlite
    """
    with ledger(where) as store:
        claims = _claims(store)
        told = [j for j, _ in judging.persons(store) if _asked(j, of, verdict)]
    with writing(path) as out:
        out.writelines(dump(judgement_to_json(j, claims)) + "\n" for j in sorted(told, key=_dated))


@click.command("import", short_help="Take in decisions from such a file.")
@click.argument("path", metavar="FILE")
@click.option("--ledger", "where", metavar="WHERE", help="The ledger: a file (SQLite).")
def _import(path: str, where: str | None) -> int:
    """Take in decisions from a file that export wrote (- for standard input), each with who, when and why.

    What is there already is not taken twice. A line that is no decision is told on stderr and left out; the exit
    code is then 1.

    \b
    Examples:
      wireledger judge import judgements.jsonl --ledger ledger.sqlite
    """
    text = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8")
    told = list(_parsed(text, path))
    fine = [one for one in told if isinstance(one, Judgement)]
    with ledger(where) as store:
        made = record(fine, store, datetime.now(UTC))
    for one in told:
        if isinstance(one, str):
            click.echo(f"left out: {one}", err=True)
    for problem in made.problems:
        click.echo(f"{problem.code}: {problem.message}", err=True)
    already = len(fine) - len(made.judgements)
    changes = f"{made.opened} entries opened, {made.closed} closed"
    click.echo(f"{len(made.judgements)} judgements taken in, {already} known already; {changes}", err=True)
    return DONE if len(fine) == len(told) else SOME_UNREAD


def _parsed(text: str, where: str) -> Iterator[Judgement | str]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield judgement_from_json(json.loads(line))
            except ValueError as wrong:
                yield f"{where}:{number} is no decision: {wrong}"


def _show(where: str | None, shown: Callable[[Judgement, bool], bool], form: str) -> None:
    with ledger(where) as store:
        claims = _claims(store)
        told = [(j, stands) for j, stands in judging.persons(store) if shown(j, stands)]
    with writing(None) as out:
        for judgement, stands in told:
            row = {**judgement_to_json(judgement, claims), "stands": stands}
            out.write((dump(row) if form == "jsonl" else "\n".join(lines(judgement, claims, stands))) + "\n")
    if not told:
        click.echo("no decisions", err=True)


def _asked(judgement: Judgement, of: str | None, verdict: str | None) -> bool:
    return of in (None, judgement.by) and (verdict or judgement.verdict) == judgement.verdict


def _claims(store: Store) -> dict[str, Claim]:
    return Picking(store).claims


def _dated(judgement: Judgement) -> tuple[str, str]:
    return (judgement.when.isoformat() if judgement.when else "", judgement.id)


ACTIONS: dict[str, click.Command] = {"undo": _undo, "list": _list, "log": _log, "export": _export, "import": _import}
