"""wireledger register: who is a member of an alliance on a day, and whom its guarantee covers, with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import click

from wireledger.cli.asking import written
from wireledger.cli.options import Day, nearest
from wireledger.cli.out import format_of
from wireledger.cli.rows import write_rows
from wireledger.lexicon.parties import members, memberships
from wireledger.lexicon.register import Cover, covered_by, guarantees, standing

COLUMNS = ("alliance", "state", "step", "since", "until", "covered", "why")


@click.command("register", short_help="Who is a member of an alliance on a day, and whom it covers.")
@click.argument("code", metavar="ALLIANCE|STATE")
@click.option("--on", "on", type=Day(), metavar="DAY", help="The day (default: today).")
@written("text", "jsonl", "csv")
def verb(code: str, on: date | None, path: str | None, form: str | None) -> None:
    """The register of alliances as it stood on a day: the members of one, or how one state stands to each.

    Where an alliance has a clause of mutual defence, it is told who is covered by it, since when, and why, or why not.

    \b
    Examples:
      wireledger register nato --on 2023-04-04
      wireledger register fi --on 2022-07-01
      wireledger register eu --format csv
    """
    shown = format_of(form, path, ["text", "jsonl", "csv"])
    day = on or datetime.now(UTC).date()
    rows = list(_rows(code, day))
    lines = [_text(row) for row in rows] if shown == "text" else rows
    if shown == "text" and code in {m.alliance for m in memberships()}:
        counted = sum(row["step"] == "joined" for row in rows)
        lines = [f"{code} on {day}: {counted} members", *lines]
    write_rows(lines, shown, path, COLUMNS)


def _rows(code: str, day: date) -> Iterator[dict[str, Any]]:
    """The members of an alliance, or how a state stands to every alliance it has to do with that day."""
    alliances = sorted({m.alliance for m in memberships()} | {g.alliance for g in guarantees()})
    if code in alliances:
        for state in sorted(members(code, day)):
            yield _row(code, state, day)
        return
    known = sorted({m.member for m in memberships()})
    if code not in known:
        raise click.UsageError(f"the register knows no '{code}'{nearest(code, [*alliances, *known])}")
    for alliance in alliances:
        if standing(alliance, code, day) is not None or any(g.alliance == alliance for g in guarantees()):
            yield _row(alliance, code, day)


def _row(alliance: str, state: str, day: date) -> dict[str, Any]:
    held, cover = standing(alliance, state, day), _covers(alliance, state, day)
    return {
        "alliance": alliance,
        "state": state,
        "step": held.step if held is not None else None,
        "since": str(held.start) if held is not None and held.start is not None else None,
        "until": str(held.stop) if held is not None and held.stop is not None else None,
        "covered": cover.covered if cover is not None else None,
        "why": cover.why if cover is not None else None,
    }


def _covers(alliance: str, state: str, day: date) -> Cover | None:
    return next((cover for cover in covered_by(state, day) if cover.guarantee.alliance == alliance), None)


def _text(row: dict[str, Any]) -> str:
    stands = f"{row['step']} since {row['since']}" if row["step"] else "no member"
    cover = "" if row["covered"] is None else f"  {'covered' if row['covered'] else 'not covered'}: {row['why']}"
    return f"{row['alliance']}  {row['state']}  {stands}{cover}"
