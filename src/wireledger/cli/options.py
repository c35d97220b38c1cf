"""What several verbs ask for: a ledger, a day, a choice, how many processes, a second reader."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

import click

from wireledger.annotate import NoParserError, parser_there
from wireledger.cli.faults import Unreachable
from wireledger.store import open_store
from wireledger.store.protocol import Store

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day of the calendar, as in 2023-04-20."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date; a usage error that shows the form where it is none."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"'{value}' is no day; write it as in 2023-04-20", param, ctx)


class OneOf(click.Choice[str]):
    """One of some words; a wrong one is answered with the nearest."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word; a usage error with a suggestion where it is none of them."""
        if value not in self.choices:
            near = nearest(str(value), list(self.choices))
            self.fail(f"'{value}' is none of {', '.join(self.choices)}{near}", param, ctx)
        return str(value)


def nearest(word: str, words: Sequence[str]) -> str:
    """ "; did you mean 'x'?", or nothing where no word is near."""
    near = difflib.get_close_matches(word.casefold(), words, 1)
    return f"; did you mean '{near[0]}'?" if near else ""


def ledger_option(verb: F) -> F:
    """--ledger WHERE."""
    told = "The ledger: a file (SQLite), or a postgresql:// URL."
    return click.option("--ledger", "where", metavar="WHERE", required=True, help=told)(verb)


def jobs_option(verb: F) -> F:
    """--jobs N, as many as the machine has cores when not given."""
    told = "Processes to read with (default: one a core)."
    kind = click.IntRange(1, 256)
    return click.option("--jobs", type=kind, default=os.cpu_count() or 1, metavar="N", help=told)(verb)


def parse_option(verb: F) -> F:
    """--parse: a second reader looks at each pledge; told at once where its parser is not installed."""
    told = "Read each pledge a second time, by a parser: only the confidence changes (extra: parse)."
    return click.option("--parse", is_flag=True, help=told, callback=_parser_there)(verb)


def _parser_there(_ctx: click.Context, _param: click.Parameter, wanted: bool) -> bool:
    if wanted and not parser_there():
        raise Unreachable(str(NoParserError()))
    return wanted


def existing_ledger(where: str) -> Store:
    """The ledger that is there; MissingError where there is none."""
    return open_store(where, create=False)
