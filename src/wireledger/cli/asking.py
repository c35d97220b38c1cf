"""What questions of the ledger have in common: filters, the two clocks, and what to say when nothing fits."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import click

from wireledger.cli.options import Day, OneOf, existing_ledger, ledger_option, nearest
from wireledger.model import Entry, Pledge
from wireledger.pipeline import View, view_on
from wireledger.serve.asked import Asked
from wireledger.serve.fits import fits

F = TypeVar("F", bound=Callable[..., Any])

FILTERS = (
    click.option("--donor", metavar="CODE", help="Who gives: ISO 3166 alpha-2 in lower case, or eu, nato, world-bank."),
    click.option("--recipient", metavar="CODE", help="Who gets it."),
    click.option("--item", metavar="WORDS", help="Words of the item, its category or its model."),
)
AS_OF = click.option("--as-of", "true_on", type=Day(), metavar="DAY", help="What was true on this day.")
KNOWN_ON = click.option(
    "--known-on", "told_by", type=Day(), metavar="DAY", help="What the reports had told by this day."
)


def written(*formats: str) -> Callable[[F], F]:
    """-o FILE and --format, one of `formats`."""

    def added(verb: F) -> F:
        path = click.option(
            "-o", "--output", "path", metavar="FILE", help="Write to FILE; its suffix tells the format."
        )
        told = f"{formats[0]} (default), {' or '.join(formats[1:])}."
        return path(click.option("--format", "form", type=OneOf(formats), help=told)(verb))

    return added


def asking(*more: Callable[[Any], Any]) -> Callable[[F], F]:
    """--ledger, the filters, and `more` options, in this order."""

    def added(verb: F) -> F:
        made: Any = verb
        for option in reversed((*FILTERS, *more)):
            made = option(made)
        done: F = ledger_option(made)
        return done

    return added


@dataclass(frozen=True, slots=True)
class Question:
    """The ledger that is asked, by which clocks, and what entries must have."""

    where: str
    told_by: date | None
    true_on: date | None
    asked: Asked

    def view(self) -> View:
        """The ledger by its clocks; how many reports have no day is told on stderr."""
        view = self.quiet_view()
        if view.undated:
            click.echo(f"{view.undated} reports have no known day and are left out", err=True)
        return view

    def quiet_view(self) -> View:
        """The same, without a word on stderr."""
        with closing(existing_ledger(self.where)) as store:
            return view_on(store, self.told_by, self.true_on)

    def fitting(self, view: View) -> tuple[Entry, ...]:
        """The entries of a view that fit; where none does, what may be misspelt is told on stderr."""
        entries = tuple(entry for entry in view.entries if fits(self.asked, entry))
        for note in () if entries else strange(self.asked, view):
            click.echo(note, err=True)
        return entries


def asked_for(filters: dict[str, Any], kind: str | None = None) -> Asked:
    """The filters as a question."""
    return Asked(kind, code(filters.get("donor")), code(filters.get("recipient")), filters.get("item"))


def code(words: str | None) -> str | None:
    """A party as it is called in the ledger."""
    return words.strip().casefold().replace(" ", "-") if words else None


def strange(asked: Asked, view: View) -> list[str]:
    """What to say when nothing fits: a code that no entry of the ledger has may be misspelt."""
    pledges = [entry.event for entry in view.entries if isinstance(entry.event, Pledge)]
    known = {
        "donor": {code for event in pledges for code in event.donors},
        "recipient": {code for event in pledges for code in event.recipients},
    }
    codes = {"donor": asked.donor, "recipient": asked.recipient}
    wrong = [(role, code) for role, code in codes.items() if code and code not in known[role]]
    return ["nothing fits"] + [
        f"no pledge of this ledger has the {role} '{code}'{nearest(code, sorted(known[role]))}" for role, code in wrong
    ]
