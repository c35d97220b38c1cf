"""wireledger judge: what persons decide, kept for ever and taken back at will."""

from __future__ import annotations

import importlib

import click

from wireledger.cli.options import nearest

ACTIONS = {
    **dict.fromkeys(("same", "different", "right", "wrong", "changed"), "judge_claims"),
    **dict.fromkeys(("undo", "list", "log", "export", "import"), "judge_book"),
}
"""Each action, and the file that has it."""


class Actions(click.Group):
    """The actions in their order."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The actions by name."""
        return [*ACTIONS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The action of this name; a usage error with the nearest one where there is none."""
        if cmd_name not in ACTIONS:
            hint = nearest(cmd_name, [*ACTIONS]) or f"; the actions are {', '.join(ACTIONS)}"
            raise click.UsageError(f"no action of judge is called '{cmd_name}'{hint}", ctx)
        actions: dict[str, click.Command] = importlib.import_module(f"wireledger.cli.{ACTIONS[cmd_name]}").ACTIONS
        return actions[cmd_name]


@click.command("judge", cls=Actions, short_help="Record, list, undo, export and import decisions.")
@click.option("--ledger", "where", metavar="WHERE", help="The ledger: a file (SQLite). Also taken behind the action.")
@click.option("--by", metavar="NAME", help="Who decides. Also taken behind the action.")
@click.pass_context
def verb(context: click.Context, where: str | None, by: str | None) -> None:
    """What a person decides on claims wins over every rule, is kept with who, when and why, and can be taken back.

    Claims are named by their id, entries by theirs (all their claims), or by what they have in common. Who decides is
    --by NAME, else WIRELEDGER_BY, else the line by = "NAME" in .wireledger.toml (here or above) or in
    ~/.config/wireledger/config.toml; without a name nothing is decided.

    \b
    Examples:
      wireledger judge --ledger ledger.sqlite same e3f2a9c e77b01d --by ann --why "one gift, told twice"
      wireledger judge --ledger ledger.sqlite different 3f2a9c0d 77b01dee --by ann
      wireledger judge --ledger ledger.sqlite changed 3f2a9c0d --set count=16 --words "sixteen howitzers"
      wireledger judge --ledger ledger.sqlite wrong --rule pledges --below 0.2 --dry-run
      wireledger judge --ledger ledger.sqlite undo --last 1
      wireledger judge --ledger ledger.sqlite export -o judgements.jsonl
    """
    context.obj = {"where": where, "by": by}
