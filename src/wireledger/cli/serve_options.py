"""Who may decide on pages that are served: the file of the token, and who decides."""

from __future__ import annotations

import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import click

from wireledger.cli.deciders import configured, decider
from wireledger.cli.faults import Unreachable
from wireledger.pipeline.book import StoreDesk
from wireledger.serve.guard import SHORTEST, Guard
from wireledger.store.protocol import Store

LOOPBACK = ("127.0.0.1", "::1", "localhost")


def guarded(token_file: str | None) -> Guard | None:
    """The guard that knows the token of a file (named here, by WIRELEDGER_TOKEN_FILE, or configured), if any.

    Raises UsageError for a token that could be guessed, Unreachable for a file that cannot be read.
    """
    named = token_file or os.environ.get("WIRELEDGER_TOKEN_FILE") or configured("token_file")
    if not named:
        return None
    path = Path(named).expanduser()
    try:
        token = path.read_text(encoding="utf-8").strip()
        others = stat.S_IMODE(path.stat().st_mode) & 0o077
    except (OSError, UnicodeDecodeError) as fault:
        raise Unreachable(f"the token cannot be read from {path}: {fault}") from None
    if len(token) < SHORTEST:
        make = "python3 -c 'import secrets; print(secrets.token_urlsafe(32))'"
        raise click.UsageError(
            f"the token in {path} has {len(token)} characters, fewer than {SHORTEST}: make one with {make}"
        )
    if others:
        click.echo(f"others on this machine may read the token: chmod 600 {path}", err=True)
    return Guard(token, _now)


def desk_of(store: Store, by: str | None) -> StoreDesk:
    """The desk of whoever is named; a usage error where nobody is."""
    return StoreDesk(store, decider(by, ()).by, _now)


def _now() -> datetime:
    return datetime.now(UTC)
