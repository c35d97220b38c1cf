"""What an address asks for: its parameters, checked one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from wireledger.model import KINDS, MEMBERSHIP_STEPS, PLEDGE_STEPS
from wireledger.serve.faults import BadQuestion

STEPS = (*dict.fromkeys([*PLEDGE_STEPS, "planned", "held", "cancelled", "denied", *MEMBERSHIP_STEPS]),)
LIMIT = 50
MOST = 500
LONGEST = 200
MONTH = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2]))?")
ORDERS = ("newest", "oldest", "donor", "recipient", "item", "count", "sum", "voices")
BOUNDS = ("exact", "about", "least", "most", "range", "none")
Pairs = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """Filters and the page of a list; None asks for nothing.

    `donor` and `recipient` are codes; `item` words of the item, its category or model; `step` one that was taken;
    `start`..`stop` (half-open) days in which a step lies; `q` words that all stand in the entry or its quotes;
    `doubt` "yes" for entries on which sources differ or that may be told twice. `category` is one that the item's is
    or is a kind of, `just` what it is and no more ("none", as of donors: untold); `currency` that of its sum; `bound`
    what its figure says of its ends; `voices` and `sure` (in 100) the least of them; `counts` whether it counts in
    totals; `told` the month ("2023-04") or year in which reports first told a step. With `step`, days and `told` are
    those of that step. `after` and `before` are the keys of the row that the page follows or precedes.
    """

    kind: str | None = None
    donor: str | None = None
    recipient: str | None = None
    item: str | None = None
    step: str | None = None
    start: date | None = None
    stop: date | None = None
    q: str | None = None
    doubt: str | None = None
    category: str | None = None
    just: str | None = None
    currency: str | None = None
    bound: str | None = None
    voices: int | None = None
    sure: int | None = None
    counts: str | None = None
    told: str | None = None
    order: str = "newest"
    limit: int = LIMIT
    after: str | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Paged:
    """A list without filters but words and a page: reports and problems."""

    q: str | None = None
    code: str | None = None
    limit: int = LIMIT
    after: int = 0


def entries_asked(pairs: Pairs, kind: str | None = None) -> Asked:
    """The question of a list of entries, or of one that keeps to a kind. Raises BadQuestion, naming the parameter."""
    values = {name: read for name, read in ENTRY_VALUES.items() if name != "kind" or kind is None}
    asked: Asked = replace(_asked(Asked, pairs, values), **({"kind": kind} if kind else {}))
    if asked.start and asked.stop and asked.start >= asked.stop:
        raise BadQuestion(f"from={asked.start} is not before to={asked.stop}")
    if asked.after and asked.before:
        raise BadQuestion("after and before cannot be asked together")
    return asked


def list_asked(pairs: Pairs) -> Paged:
    """The question of a list of reports or problems. Raises BadQuestion."""
    asked: Paged = _asked(Paged, pairs, LIST_VALUES)
    return asked


def query_asked(pairs: Pairs) -> str:
    """The words that a search asks for; empty for none. Raises BadQuestion."""
    return _words("q", once(pairs, ("q",)).get("q", ""))


def nothing_asked(pairs: Pairs, known: tuple[str, ...] = ()) -> dict[str, str]:
    """The values of a page that takes only `known` parameters. Raises BadQuestion."""
    return once(pairs, known)


def query_of(asked: Asked | Paged, **changed: object) -> dict[str, str]:
    """The parameters that ask this question, without what is the default anyway."""
    told = {f.name: changed.get(f.name, getattr(asked, f.name)) for f in fields(asked)}
    default = type(asked)()
    return {OUTSIDE.get(n, n): str(v) for n, v in told.items() if v is not None and v != getattr(default, n)}


def _asked(shape: Any, pairs: Pairs, readers: dict[str, Callable[[str, str], Any]]) -> Any:
    told = once(pairs, tuple(readers))
    return shape(**{INSIDE.get(name, name): readers[name](name, value) for name, value in told.items()})


def once(pairs: Pairs, known: tuple[str, ...]) -> dict[str, str]:
    """The values by name. Raises BadQuestion for a name that is not `known`, or given twice."""
    told: dict[str, str] = {}
    for name, value in pairs:
        if name not in known:
            takes = f"this page takes {', '.join(known)}" if known else "this page takes none"
            raise BadQuestion(f"the parameter {name!r} is not known: {takes}")
        if name in told:
            raise BadQuestion(f"the parameter {name!r} is given twice")
        told[name] = value.strip()
    return {name: value for name, value in told.items() if value}


def _one_of(known: tuple[str, ...]) -> Callable[[str, str], str]:
    def read(name: str, value: str) -> str:
        if value not in known:
            raise BadQuestion(f"{name}={value!r} is not known: it is one of {', '.join(known)}")
        return value

    return read


def _words(name: str, value: str) -> str:
    if len(value) > LONGEST:
        raise BadQuestion(f"{name} has {len(value)} characters; the limit is {LONGEST}")
    return value


def _code(name: str, value: str) -> str:
    return _words(name, value).casefold().replace(" ", "-")


def day_of(name: str, value: str) -> date:
    """The day that a value tells. Raises BadQuestion."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise BadQuestion(f"{name}={value!r} is no day: write it as 2023-04-20") from None


def _month(name: str, value: str) -> str:
    if not MONTH.fullmatch(value):
        raise BadQuestion(f"{name}={value!r} is no month: write it as 2023-04, or a year as 2023")
    return value


def _number(least: int, most: int) -> Callable[[str, str], int]:
    def read(name: str, value: str) -> int:
        if not (value.isascii() and value.isdigit() and len(value) < 12 and least <= int(value) <= most):
            raise BadQuestion(f"{name}={value!r} is not a number from {least} to {most}")
        return int(value)

    return read


INSIDE = {"from": "start", "to": "stop"}
OUTSIDE = {inside: outside for outside, inside in INSIDE.items()}
ENTRY_VALUES: dict[str, Callable[[str, str], Any]] = {
    "kind": _one_of(KINDS),
    "donor": _code,
    "recipient": _code,
    "item": _words,
    "step": _one_of(STEPS),
    "from": day_of,
    "to": day_of,
    "q": _words,
    "category": _code,
    "just": _code,
    "currency": _code,
    "bound": _one_of(BOUNDS),
    "voices": _number(1, 10_000),
    "sure": _number(1, 100),
    "doubt": _one_of(("yes", "no")),
    "counts": _one_of(("yes", "no")),
    "told": _month,
    "order": _one_of(ORDERS),
    "limit": _number(1, MOST),
    "after": _words,
    "before": _words,
}
LIST_VALUES: dict[str, Callable[[str, str], Any]] = {
    "q": _words,
    "code": _words,
    "limit": _number(1, MOST),
    "after": _number(0, 10**9),
}
