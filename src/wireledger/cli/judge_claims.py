"""judge same, different, right, wrong, changed: decisions on claims."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import click

from wireledger.cli.deciders import decider
from wireledger.cli.judge_options import DECIDING, FILTERS, ledger, name_given, recorded, wanted, with_options
from wireledger.model import Claim
from wireledger.pipeline import judging
from wireledger.pipeline.judging import JudgingError
from wireledger.pipeline.picking import Picking
from wireledger.pipeline.told_values import values_told


def _on_pairs(name: Literal["same", "different"], told: str, examples: tuple[str, ...]) -> click.Command:
    def run(names: tuple[str, ...], where: str | None, by: str | None, why: tuple[str, ...], **more: Any) -> None:
        dry = more.pop("dry_run")
        who = decider(name_given(by), why)
        with ledger(where) as store:
            pick = Picking(store)
            groups = pick.groups(names, wanted(more))
            if sum(map(len, groups)) < 2 or (name == "different" and len(groups) < 2):
                raise JudgingError(f"'{name}' needs two claims or entries; these name fewer")
            recorded(judging.on_pairs(name, groups, who), store, pick.claims, dry)

    return _command(name, told, examples, run)


def _on_claims(name: Literal["right", "wrong"], told: str, examples: tuple[str, ...]) -> click.Command:
    def run(names: tuple[str, ...], where: str | None, by: str | None, why: tuple[str, ...], **more: Any) -> None:
        dry = more.pop("dry_run")
        who = decider(name_given(by), why)
        with ledger(where) as store:
            pick = Picking(store)
            claims = [claim for group in pick.groups(names, wanted(more)) for claim in group]
            recorded(judging.on_claims(name, claims, who), store, pick.claims, dry)

    return _command(name, told, examples, run)


def _command(name: str, told: str, examples: tuple[str, ...], run: Callable[..., None]) -> click.Command:
    shown = "\n".join(f"  wireledger judge {name} {example}" for example in examples)
    made = with_options(click.argument("names", nargs=-1, metavar="[CLAIM|ENTRY]..."), *DECIDING, *FILTERS)(run)
    return click.command(name, short_help=told, help=f"{told}\n\n\b\nExamples:\n{shown}")(made)


@click.command("changed", short_help="The report gives other values than were read.")
@click.argument("name", metavar="CLAIM")
@click.option(
    "--set", "values", multiple=True, required=True, metavar="FIELD=VALUE", help="count=14.., donors=dk,nl ..."
)
@click.option("--words", required=True, metavar="WORDS", help="The words of the report that give the values.")
@with_options(*DECIDING)
def _changed(name: str, values: tuple[str, ...], words: str, where: str | None, by: str | None, **more: Any) -> None:
    """The report gives other values than were read, in words that stand in its text.

    Fields are those of a claim's JSON. count and money take both ends: 14 (exactly), 14.. (at least), ..14 (up to),
    and for money a currency. A list is written with commas; nothing behind the = means not known.

    \b
    Examples:
      wireledger judge changed 3f2a9c0d --set count=14.. --words "at least 14" --ledger ledger.sqlite --by ann
      wireledger judge changed 3f2a9c0d --set donors=dk,nl --set "money=165000000 EUR" \\
          --words "Denmark and the Netherlands" --ledger ledger.sqlite --by ann
    """
    who = decider(name_given(by), more["why"])
    with ledger(where) as store:
        pick = Picking(store)
        claims = pick.named(name)
        if len(claims) != 1:
            raise JudgingError(
                f"'{name}' has {len(claims)} claims; name one of them: {', '.join(c.id for c in claims)}"
            )
        told = {field: value for text in values for field, value in _values(text, claims[0]).items()}
        made = judging.changed(claims[0], told, words, who, store)
        recorded([made], store, pick.claims, more["dry_run"])


def _values(text: str, claim: Claim) -> dict[str, object]:
    """The fields that one FIELD=VALUE sets."""
    name, equals, value = (part.strip() for part in text.partition("="))
    if not equals:
        raise JudgingError(f"'{text}' sets nothing; write FIELD=VALUE")
    return values_told(name, value, claim)


ACTIONS: dict[str, click.Command] = {
    "same": _on_pairs(
        "same",
        "Claims tell one event.",
        (
            "e3f2a9c e77b01d --ledger ledger.sqlite --by ann --why 'one gift'",
            "--donor nl --item f-16 --report r7 --ledger ledger.sqlite --by ann",
        ),
    ),
    "different": _on_pairs(
        "different",
        "Claims or entries tell different events; this beats any chain of sames.",
        ("3f2a9c0d 77b01dee --ledger ledger.sqlite --by ann",),
    ),
    "right": _on_claims(
        "right",
        "Claims say what their report says; newer rules no longer change them.",
        ("3f2a9c0d --ledger ledger.sqlite --by ann", "--report r7 --ledger ledger.sqlite --by ann"),
    ),
    "wrong": _on_claims(
        "wrong",
        "Claims say what their report does not; they stand in no entry any more.",
        (
            "3f2a9c0d --ledger ledger.sqlite --by ann --why 'a joke'",
            "--kind statement --below 0.3 --dry-run --ledger ledger.sqlite --by ann",
        ),
    ),
    "changed": _changed,
}
