"""wireledger claims: read reports and print what they claim."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable

import click

from wireledger.cli.faults import DONE, SOME_UNREAD
from wireledger.cli.options import OneOf, jobs_option, parse_option
from wireledger.cli.out import format_of, writing
from wireledger.cli.progress import progress
from wireledger.model import Claim, Problem
from wireledger.model.show import claim_text
from wireledger.model.wire import claim_to_json, dump
from wireledger.pipeline import Reading, read_claims

FORMATS: dict[str, Callable[[Claim], str]] = {
    "text": claim_text,
    "jsonl": lambda claim: dump(claim_to_json(claim)),
}


@click.command("claims", short_help="Read reports and print what they claim.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--output", "path", metavar="FILE", help="Write to FILE; its suffix tells the format.")
@click.option("--format", "form", type=OneOf([*FORMATS]), help="text (default) or jsonl.")
@jobs_option
@parse_option
def verb(inputs: tuple[str, ...], path: str | None, form: str | None, jobs: int, parse: bool) -> int:
    """Read reports and print what they claim, one after the other. INPUT is a file, a folder, a URL, or - .

    Needs no ledger. What could not be read is told on stderr, and the exit code is then 1.

    \b
    Examples:
      wireledger claims report.html
      wireledger claims reports/ -o claims.jsonl
      cat report.txt | wireledger claims - --format jsonl
    """
    shown = FORMATS[format_of(form, path, [*FORMATS])]
    counts: Counter[str] = Counter()
    with writing(path) as out, progress(beside=out) as told:
        for one in read_claims(inputs, jobs, sys.stdin.buffer, parse):
            counts["reports"] += 1
            told("reading", counts["reports"])
            out.writelines(shown(claim) + "\n" for claim in _claims(one, counts))
    click.echo(_summary(counts), err=True)
    return SOME_UNREAD if counts["set aside"] else DONE


def _claims(one: Reading | Problem, counts: Counter[str]) -> tuple[Claim, ...]:
    claims = one if isinstance(one, Problem) else one.claims
    if isinstance(claims, Problem):
        counts["set aside"] += 1
        click.echo(f"set aside: {claims.where}: {claims.message}", err=True)
        return ()
    counts["claims"] += len(claims)
    return claims


def _summary(counts: Counter[str]) -> str:
    aside = f", {counts['set aside']} set aside" if counts["set aside"] else ""
    return f"{counts['reports']} reports, {counts['claims']} claims{aside}"
