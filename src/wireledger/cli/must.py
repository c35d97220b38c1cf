"""What a ledger must hold, and what it must not, as a file says.

    [[must]]                                 # exactly one entry of the ledger has all of this
    what = "Denmark and the Netherlands: at least 14 Leopard 2A4"
    kind = "pledge"
    donors = ["dk", "nl"]
    recipient = "ua"
    item = "leopard 2a4"
    low = 14
    high = "open"
    step = "promised"

    [[must_not]]                             # no entry has all of this
    what = "a fleet for Romania"
    recipient = "ro"

Keys are those of an entry's JSON. Lists are compared as sets, words (`item`, `model`, `place`) by being found in the
entry's own, "open" is an end without a number, `step` is the last one taken, `steps` those it has taken at least.
`on` is the first day of one of its steps, `sources` the least number of reports, `differ` a field on which the sources
differ.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from wireledger.model.wire import Json

WORDS = ("item", "place", "model")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One expectation, whether the ledger meets it, and why it does not."""

    what: str
    holds: bool
    why: str = ""


def outcomes(toml: str, entries: Sequence[Json]) -> list[Outcome]:
    """How the entries (as JSON objects) meet each expectation, in the order of the file."""
    told = tomllib.loads(toml)
    must = [_once(_asked(row), row["what"], entries) for row in told.get("must", ())]
    return must + [_never(_asked(row), row["what"], entries) for row in told.get("must_not", ())]


def has(entry: Json, asked: Json) -> bool:
    """Whether an entry has all that is asked for."""
    return all(_fits(entry, name, wanted) for name, wanted in asked.items())


def _asked(row: Json) -> Json:
    return {name: value for name, value in row.items() if name != "what"}


def _once(asked: Json, what: str, entries: Iterable[Json]) -> Outcome:
    found = [entry["id"] for entry in entries if has(entry, asked)]
    why = "" if len(found) == 1 else "no entry" if not found else f"{len(found)} entries: {', '.join(found)}"
    return Outcome(what, len(found) == 1, why)


def _never(asked: Json, what: str, entries: Iterable[Json]) -> Outcome:
    found = [entry["id"] for entry in entries if has(entry, asked)]
    return Outcome(f"not: {what}", not found, ", ".join(found))


def _fits(entry: Json, name: str, wanted: Any) -> bool:
    match name:
        case "step":
            return bool(entry["steps"]) and entry["steps"][-1]["step"] == wanted
        case "steps":
            return set(wanted) <= {step["step"] for step in entry["steps"]}
        case "on":
            return wanted in {step["when"]["from"] for step in entry["steps"] if step["when"]}
        case "sources":
            return len({claim["report"] for claim in entry["claims"]}) >= int(wanted)
        case "differ":
            return wanted in {one["field"] for one in entry["disagreements"]}
        case _:
            return _equal(entry.get(name), wanted, name in WORDS)


def _equal(value: Any, wanted: Any, words: bool) -> bool:
    if wanted == "open":
        return value is None
    if isinstance(wanted, list):
        return set(value or ()) == set(wanted)
    if words and isinstance(value, str):
        return str(wanted).casefold() in value.casefold()
    return bool(value == wanted)
