"""wireledger show: one entry with its history and its words."""

from __future__ import annotations

from contextlib import closing

import click

from wireledger.cli.faults import Unreachable
from wireledger.cli.options import OneOf, existing_ledger, ledger_option
from wireledger.cli.out import writing
from wireledger.model import Claim, Contact, Entry, Judgement
from wireledger.model.show import claim_text, entry_text
from wireledger.model.wire import dump, entry_to_json
from wireledger.pipeline.judging import persons
from wireledger.serve.nth import Counted, counted, problem
from wireledger.store.protocol import Store


@click.command("show", short_help="One entry with its history and its words.")
@click.argument("entry", metavar="ENTRY")
@ledger_option
@click.option("--format", "form", type=OneOf(["text", "jsonl"]), default="text", help="text (default) or jsonl.")
def verb(entry: str, where: str, form: str) -> None:
    """One entry with its history, its disagreements and the words it was read from. ENTRY is its id or the start of it.

    \b
    Examples:
      wireledger show 3f2a9c0d1b44e8aa --ledger ledger.sqlite
      wireledger show 3f2a --ledger ledger.sqlite --format jsonl
    """
    with closing(existing_ledger(where)) as store:
        found = _entry(store, entry)
        keys = [*found.claims, *found.checks]
        claims = {key: claim for key in keys if (claim := store.claim(key))}
        count = counted(found, (e for e in store.entries() if isinstance(e.event, Contact)))
        decisions = [j for j, stands in persons(store) if stands and {j.left, j.right} & set(keys)]
    told = (
        _text(found, claims, decisions, count) if form == "text" else dump(entry_to_json(found, claims, recorded=True))
    )
    with writing(None) as out:
        out.write(told + "\n")


def _entry(store: Store, key: str) -> Entry:
    found = store.entry(key)
    if found:
        return found
    near = [entry for entry in store.entries() if entry.id.startswith(key)]
    if len(near) == 1:
        return near[0]
    if near:
        raise Unreachable(f"{len(near)} entries begin with '{key}'; write more of the id")
    raise Unreachable(f"no entry is called '{key}'; list them with: wireledger entries --ledger WHERE")


def _text(entry: Entry, claims: dict[str, Claim], decisions: list[Judgement], count: Counted | None) -> str:
    sections = [entry_text(entry, claims)]
    if entry.why:
        sections.append("one entry because: " + "; ".join(entry.why))
    sections += [claim_text(claims[key]) for key in entry.claims]
    if count is not None:
        sections.append(_count_text(entry, count))
    if entry.checks:
        sections.append("totals that speak of it:")
        sections += [claim_text(claims[key]) for key in entry.checks if key in claims]
    sections += [f"judged {j.verdict} by {j.by}{': ' * bool(j.why)}{'; '.join(j.why)}  [{j.id}]" for j in decisions]
    return "\n\n".join(sections)


_BEARINGS = {
    "agrees": "the ledger holds as many of that time before it as that says",
    "open": "the ledger holds too little of that time to tell",
}


def _count_text(entry: Entry, count: Counted) -> str:
    """What the ledger holds against what is told of how often it happened."""
    against = problem(entry, count)
    if against is not None:
        return f"problem {against.code}: {against.message}"
    return f'told as "{count.nth.words}": {_BEARINGS[count.bearing]}'
