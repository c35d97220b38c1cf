"""wireledger explain: how a text was read, rule by rule."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from wireledger.cli.faults import DONE, SOME_UNREAD
from wireledger.cli.options import Day, parse_option
from wireledger.cli.out import writing
from wireledger.model import Problem, Report, day
from wireledger.pipeline import explained
from wireledger.read import dated, reports


@click.command("explain", short_help="How a text was read, rule by rule.")
@click.argument("text", metavar="TEXT|REPORT")
@click.option("--published", type=Day(), metavar="DAY", help="The day the text is from, where it does not say.")
@parse_option
def verb(text: str, published: date | None, parse: bool) -> int:
    """How a text was read, rule by rule: each claim, its words, and every step from the words to the claim.

    The argument is a file, a URL, - for standard input, or the words themselves.

    \b
    Examples:
      wireledger explain "Denmark will send Ukraine 19 F-16 jets, its prime minister said on Sunday."
      wireledger explain report.html
      wireledger explain "Oslo sent eight tanks on Monday." --published 2023-03-22
    """
    unread = False
    with writing(None) as out:
        for one in _given(text):
            if isinstance(one, Problem):
                unread = True
                click.echo(f"set aside: {one.where}: {one.message}", err=True)
            else:
                out.write(explained(_dated(one, published), parse) + "\n")
    return SOME_UNREAD if unread else DONE


def _given(text: str) -> Iterable[Report | Problem]:
    if text == "-" or text.startswith(("http://", "https://")) or _is_path(text):
        return reports([text], sys.stdin.buffer)
    return reports(["-"], io.BytesIO(text.encode("utf-8", "surrogateescape")))


def _is_path(text: str) -> bool:
    try:
        return Path(text).exists()
    except OSError:  # words can be too long for a name
        return False


def _dated(report: Report, published: date | None) -> Report:
    return report if published is None else dated(report, day(published))
