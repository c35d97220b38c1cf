"""What the actions of judge ask for, and how they tell what was recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Any, TypeVar

import click

from wireledger.cli.options import OneOf, existing_ledger
from wireledger.model import KINDS, Claim, Judgement
from wireledger.pipeline.judging import JudgingError, record
from wireledger.pipeline.picking import Wanted
from wireledger.store.protocol import Store

F = TypeVar("F", bound=Callable[..., Any])
WIDTH = 90  # characters of a quote that a line shows

FILTERS = (
    click.option("--kind", type=OneOf(KINDS), help="All claims of a kind: " + ", ".join(KINDS) + "."),
    click.option("--donor", metavar="CODE", help="... of a donor."),
    click.option("--recipient", metavar="CODE", help="... for a recipient."),
    click.option("--item", metavar="WORDS", help="... whose item, category or model has these words."),
    click.option("--report", metavar="ID", help="... of a report."),
    click.option("--rule", metavar="RULE", help="... read by a rule, or by all rules that begin so."),
    click.option("--below", type=float, metavar="NUMBER", help="... with a lower confidence."),
)
DECIDING = (
    click.option("--ledger", "where", metavar="WHERE", help="The ledger: a file (SQLite)."),
    click.option("--by", metavar="NAME", help="Who decides."),
    click.option("--why", multiple=True, metavar="WORDS", help="Why; may be given more than once."),
    click.option("--dry-run", is_flag=True, help="Tell what would be recorded, and record nothing."),
)


def with_options(*options: Callable[[F], F]) -> Callable[[F], F]:
    """The options, in the order they are told."""

    def added(verb: F) -> F:
        for option in reversed(options):
            verb = option(verb)
        return verb

    return added


def wanted(filters: Mapping[str, Any]) -> Wanted:
    """The filters that were given."""
    codes = {name: filters[name].strip().casefold() for name in ("donor", "recipient") if filters[name]}
    return Wanted(**{**filters, **codes})


@contextmanager
def ledger(where: str | None) -> Iterator[Store]:
    """The ledger named behind the action or before it; faults of judging are told as usage errors."""
    context = click.get_current_context()
    named = where or (context.obj or {}).get("where")
    if not named:
        raise click.UsageError("Missing option '--ledger'", context)
    with closing(existing_ledger(named)) as store:
        try:
            yield store
        except JudgingError as wrong:
            raise click.UsageError(str(wrong), context) from None


def name_given(by: str | None) -> str | None:
    """The name given behind the action, or before it."""
    told: str | None = by or (click.get_current_context().obj or {}).get("by")
    return told


def recorded(judgements: list[Judgement], store: Store, claims: Mapping[str, Claim], dry: bool) -> None:
    """Record judgements (unless `dry`) and tell each in a line; the summary goes to stderr."""
    if not judgements:
        raise JudgingError("nothing fits: no claim or judgement is named")
    if dry:
        tell(judgements, claims)
        click.echo(f"{len(judgements)} judgements would be recorded; nothing was", err=True)
        return
    made = record(judgements, store, max(j.when for j in judgements if j.when))
    tell(made.judgements, claims)
    known = f", {already} known already" if (already := len(judgements) - len(made.judgements)) else ""
    told = f"{len(made.judgements)} judgements recorded{known}; {made.opened} entries opened, {made.closed} closed"
    click.echo(told, err=True)
    for problem in made.problems:
        click.echo(f"{problem.code}: {problem.message}", err=True)


def tell(judgements: Iterable[Judgement], claims: Mapping[str, Claim]) -> None:
    """Each judgement in a line, with the words of its claims below."""
    for judgement in judgements:
        click.echo("\n".join(lines(judgement, claims)))


def lines(judgement: Judgement, claims: Mapping[str, Claim], stands: bool = True) -> Iterator[str]:
    """A judgement for readers: what, who, when, why; then its claims."""
    j = judgement
    when = j.when.isoformat(timespec="seconds") if j.when else "?"
    target = f" {j.left}" if j.verdict == "undone" else ""
    why = f"  because {'; '.join(j.why)}" if j.why else ""
    back = "" if stands else "  (taken back)"
    yield f"{j.id}  {j.verdict}{target}  by {j.by}  {when}{why}{back}"
    if j.verdict == "changed":
        yield f'    {", ".join(f"{name} = {value}" for name, value in j.values)}  in the words "{j.words}"'
    for name in () if j.verdict == "undone" else (j.left, j.right) if j.right else (j.left,):
        yield f"    {name}  {_quote(claims.get(name))}"


def _quote(claim: Claim | None) -> str:
    if claim is None:
        return "(not in this ledger)"
    words = " ".join(claim.evidence.quote.split())
    return f'"{words if len(words) <= WIDTH else words[: WIDTH - 1] + "…"}"  [{claim.evidence.report}]'
