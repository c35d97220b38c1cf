"""Who decides: the name given by --by, by WIRELEDGER_BY, or by a configuration file."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from wireledger.cli.faults import Unreachable
from wireledger.pipeline.judging import Decider
from wireledger.resolve import RULE

HERE = ".wireledger.toml"


def decider(by: str | None, why: tuple[str, ...]) -> Decider:
    """Who decides now; a usage error where nobody gave a name."""
    name = (by or os.environ.get("WIRELEDGER_BY") or configured("by") or "").strip()
    if not name:
        places = f'--by NAME, WIRELEDGER_BY, or a line by = "NAME" in {HERE} or {_home()}'
        raise click.UsageError(f"who decides? give your name by {places}", click.get_current_context())
    if name == RULE:
        raise click.UsageError(
            f"'{RULE}' is who decides when no person does; give your name", click.get_current_context()
        )
    return Decider(name, why, datetime.now(UTC))


def configured(key: str) -> str | None:
    """What the nearest configuration that tells it says: this folder's file or one above it, then the user's own."""
    return next((told for told in _all_told(key) if isinstance(told, str) and told), None)


def configured_list(key: str) -> tuple[str, ...]:
    """The same for what is a list of words; empty where none tells it."""
    told = next((told for told in _all_told(key) if isinstance(told, list)), [])
    return tuple(str(one) for one in told)


def _all_told(key: str) -> Iterator[object]:
    folder = Path.cwd()
    for path in (*(above / HERE for above in (folder, *folder.parents)), _home()):
        if path.is_file():
            yield _told(path, key)


def _told(path: Path, key: str) -> object:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")).get(key)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise Unreachable(f"{path} is no TOML: {wrong}") from None


def _home() -> Path:
    base = os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "wireledger" / "config.toml"
