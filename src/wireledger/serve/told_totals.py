"""Totals for readers, for programs and for tables."""

from __future__ import annotations

from wireledger.model.show import event_text
from wireledger.model.wire import Json
from wireledger.serve.amounts import number
from wireledger.serve.lines import Addend
from wireledger.serve.ranges import Range
from wireledger.serve.totals import Total

COLUMNS = (
    *("measure", "category", "unit", "currency", "low", "high", "delivered_low", "delivered_high"),
    *("open_low", "open_high", "lines", "unknown", "joint", "doubtful", "unconverted", "entries"),
)


def total_text(total: Total, by: tuple[str, ...]) -> str:
    """A line with the sum, and one for each line of the ledger that it is made of."""
    keys = "  ".join(value or "?" for value in total.key)
    what = total.measure.of or "?"
    unit = "" if total.measure.is_money or total.measure.unit == "piece" else f" ({total.measure.unit})"
    known = len(total.lines) - total.unknown - total.unconverted
    sum_ = range_text(total.amount) if known else "?"
    arrived = f"  delivered {range_text(total.arrived)}" if total.arrived.high != 0 else ""
    head = f"{keys}  " if by else ""
    counts = ", ".join(f"{count} {words}" for count, words in _counts(total) if count)
    return "\n".join(
        [f"{head}{what}{unit}  {sum_}{arrived}  {counts}", *(f"    {_line(line)}" for line in total.lines)]
    )


def total_to_json(total: Total, by: tuple[str, ...]) -> Json:
    """A sum with its keys, its bounds and the lines behind it; an open bound is null."""
    measure, left = total.measure, total.amount - total.arrived
    return {
        **dict(zip(by, total.key, strict=True)),
        "measure": "money" if measure.is_money else "count",
        "category": None if measure.is_money else measure.of,
        "unit": None if measure.is_money else measure.unit,
        "currency": measure.of if measure.is_money else None,
        **_ends("", total.amount),
        **_ends("delivered_", total.arrived),
        **_ends("open_", left),
        "lines": len(total.lines),
        "unknown": total.unknown,
        "joint": total.joint,
        "doubtful": total.doubtful,
        "unconverted": total.unconverted,
        "entries": [_line_to_json(line) for line in total.lines],
    }


def total_row(total: Total, by: tuple[str, ...]) -> Json:
    """The same as a row of a table, with the ids of the lines."""
    return {**total_to_json(total, by), "entries": [line.entry.id for line in total.lines]}


def range_text(amount: Range) -> str:
    """ "14", "14 or more", "0 to 14"."""
    low = number(amount.low) or "0"
    if amount.high is None:
        return f"{low} or more"
    return low if amount.low == amount.high else f"{low} to {number(amount.high)}"


def _counts(total: Total) -> tuple[tuple[int, str], ...]:
    return (
        (len(total.lines), "line" if len(total.lines) == 1 else "lines"),
        (total.unknown, "without a figure"),
        (total.joint, "joint, share unknown"),
        (total.doubtful, "may be told twice"),
        (total.unconverted, "without a rate of their day"),
    )


def _line(line: Addend) -> str:
    amount = range_text(line.amount) if line.amount else "?"
    rate = f"  at {line.rate}" if line.rate and line.rate not in ("none", "1") else ""
    return f"{line.entry.id}  {amount}{rate}  {event_text(line.entry.event)}"


def _line_to_json(line: Addend) -> Json:
    ends = _ends("", line.amount) if line.amount else {"low": None, "high": None}
    return {
        "id": line.entry.id,
        **ends,
        "known": line.amount is not None,
        "joint": line.joint,
        "doubtful": line.doubtful,
        "rate": line.rate,
    }


def _ends(name: str, amount: Range) -> Json:
    return {f"{name}low": _plain(amount.low), f"{name}high": None if amount.high is None else _plain(amount.high)}


def _plain(value: float) -> float | int:
    """Whole numbers without a decimal point; converted sums to a hundredth."""
    return int(value) if float(value).is_integer() else round(value, 2)
