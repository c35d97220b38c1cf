"""wireledger demo: the ledger of the sample reports that ship with the package."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path

import click

from wireledger.cli.faults import CHECK_FAILED, DONE
from wireledger.cli.ingest import told_in_lines
from wireledger.cli.must import Outcome, outcomes
from wireledger.cli.progress import progress
from wireledger.cli.serve import port_option, serve
from wireledger.model.wire import entry_to_json
from wireledger.pipeline import Work, current, ingest
from wireledger.store import open_store
from wireledger.store.protocol import Store


@click.command("demo", short_help="Read the sample reports and serve their ledger.")
@click.option("--check", is_flag=True, help="Serve nothing; assert what the ledger must hold.")
@port_option
def verb(check: bool, port: int) -> int:
    """Read the sample reports that ship with wireledger into a ledger of their own, and serve it on this machine.

    The reports were written for the project; they tell public events in invented papers and are not to be cited.

    \b
    Examples:
      wireledger demo
      wireledger demo --port 8000
      wireledger demo --check
    """
    with samples() as folder, _ledger() as store:
        _ingest(folder, store)
        if check:
            return _checked(store, (folder / "must.toml").read_text(encoding="utf-8"))
        serve(store, port)
    return DONE


@contextmanager
def samples() -> Iterator[Path]:
    """The folder of sample reports."""
    with as_file(files("wireledger") / "samples") as folder:
        yield folder


@contextmanager
def _ledger() -> Iterator[Store]:
    with (
        tempfile.TemporaryDirectory(prefix="wireledger-") as scratch,
        closing(open_store(str(Path(scratch) / "demo.sqlite"))) as store,
    ):
        yield store


def _ingest(folder: Path, store: Store) -> None:
    inputs = sorted(str(path) for path in folder.iterdir() if path.is_dir() and not path.name.startswith("_"))
    with progress() as told:
        summary = ingest(inputs, store, datetime.now(UTC), Work(progress=told))
    for line in told_in_lines(summary):
        click.echo(line, err=True)


def _checked(store: Store, expected: str) -> int:
    view = current(store)
    results = outcomes(expected, [entry_to_json(entry, view.claims) for entry in view.entries])
    for outcome in results:
        click.echo(_row(outcome))
    failed = sum(not outcome.holds for outcome in results)
    click.echo(f"{len(results) - failed} of {len(results)} hold")
    return CHECK_FAILED if failed else DONE


def _row(outcome: Outcome) -> str:
    return f"{'✓' if outcome.holds else '✗'} {outcome.what}{'  (' + outcome.why + ')' if outcome.why else ''}"
