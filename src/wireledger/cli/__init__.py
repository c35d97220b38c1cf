"""The command line: one verb for each stage."""

from __future__ import annotations

import difflib
import importlib
import io
import sys
from collections.abc import Sequence

import click

from wireledger import __version__
from wireledger.cli.faults import exit_code

VERBS = (
    *("claims", "ingest", "entries", "show", "explain", "totals", "due", "diff", "brief", "judge"),
    *("register", "export", "serve", "doctor", "demo"),
)
"""Each is the file of that name, which has a command `verb`; a verb is loaded when it is asked for."""


class Verbs(click.Group):
    """The verbs, in the order of the stages."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs by name."""
        return [*VERBS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of this name, or None."""
        if cmd_name not in VERBS:
            return None
        verb: click.Command = importlib.import_module(f"wireledger.cli.{cmd_name}").verb
        return verb

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb that was named; a usage error with the nearest one where there is none of that name."""
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], VERBS, 1)
            hint = f"did you mean '{near[0]}'?" if near else f"the verbs are {', '.join(VERBS)}"
            raise click.UsageError(f"no verb is called '{args[0]}'; {hint}", ctx)
        return super().resolve_command(ctx, args)


@click.command(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="wireledger")
def wireledger() -> None:
    """From news reports to a ledger of security cooperation, in which every figure opens its sentence.

    \b
    Exit codes: 0 done, 1 done with reports that could not be read, 2 the command was wrong, 3 a check failed,
    4 could not read or write what was named (missing, in use, full), 130 stopped by the user.
    """


def main() -> None:
    """Run the command line and end the program with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a character stops nothing
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command to its exit code."""
    return exit_code(lambda: _invoked([*arguments]))


def _invoked(arguments: list[str]) -> object:
    # not `wireledger.main`, which ends with 1 when whoever reads the output has had enough
    try:
        with wireledger.make_context("wireledger", arguments) as context:
            return context.command.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
