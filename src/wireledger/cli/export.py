"""wireledger export: the ledger in standard formats, and as a site of files."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from wireledger.cli.asking import AS_OF, KNOWN_ON, Question, asked_for, asking
from wireledger.cli.export_site import site
from wireledger.cli.options import OneOf, nearest
from wireledger.cli.out import writing
from wireledger.model import KINDS
from wireledger.serve.export import FORMATS, Form

KIND = click.option("--kind", type=OneOf(KINDS), help="One of " + ", ".join(KINDS) + ".")
FILE = click.option("-o", "--output", "path", metavar="FILE", help="Write to FILE instead of standard output.")
EXAMPLES = """

    \b
    Examples:
      wireledger export {name} --ledger ledger.sqlite -o ledger.{name}
      wireledger export {name} --ledger ledger.sqlite --kind pledge --donor dk
      wireledger export {name} --ledger ledger.sqlite --known-on 2023-04-20 -o known.{name}
"""


class Formats(click.Group):
    """The formats in their order; a wrong one is answered with the nearest."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The format that was named; a usage error where there is none of that name."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            hint = nearest(args[0], [*self.commands]) or f"; the formats are {', '.join(self.commands)}"
            raise click.UsageError(f"no format is called '{args[0]}'{hint}", ctx)
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The formats by name."""
        return [*self.commands]


@click.command("export", cls=Formats, short_help="Write the ledger in a standard format, or as a site of files.")
def verb() -> None:
    """Write the ledger for other programs (csv, json, jsonl), or as a site that any host can serve (site DIR).

    The same ledger always gives the same bytes.

    \b
    Examples:
      wireledger export csv --ledger ledger.sqlite -o ledger.csv
      wireledger export jsonl --ledger ledger.sqlite --kind pledge | jq .donors
      wireledger export site public/ --ledger ledger.sqlite
    """


def _command(form: Form) -> click.Command:
    @asking(KIND, AS_OF, KNOWN_ON, FILE)
    def written(
        where: str, kind: str | None, true_on: date | None, told_by: date | None, path: str | None, **filters: Any
    ) -> None:
        question = Question(where, told_by, true_on, asked_for(filters, kind))
        view = question.view()
        with writing(path) as out:
            out.writelines(form.write(question.fitting(view), view))

    told = f"{form.told[0].upper()}{form.told[1:]}: all entries, or those that have everything that is asked for."
    return click.command(
        form.name, short_help=f"{form.told[0].upper()}{form.told[1:]}.", help=told + EXAMPLES.format(name=form.name)
    )(written)


for _form in FORMATS:
    verb.add_command(_command(_form))
verb.add_command(site)
