"""What one more report costs in ledgers of different size: seconds of CPU to store it and bring the entries up to date.

python -m bench.adding 10000 100000

The last reports of the wire are added one by one. Those that could be brought in alone are told apart from those for
which the whole ledger was resolved: their median and slowest, and the mean of all.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.wire import Telling, claims_at_least

from wireledger.pipeline.adding import grown
from wireledger.pipeline.resolving import resolved
from wireledger.store import Store, open_store

NOW = datetime(2024, 1, 1, tzinfo=UTC)
SIZES = (10_000, 100_000)


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of CPU for one report, and whether it was brought in alone."""

    seconds: float
    alone: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """How many were brought in alone, with their median and slowest; the mean of all. In seconds."""

    alone: int
    median: float | None
    slowest: float | None
    mean: float


def main() -> None:
    """Print what one more report costs in a ledger of each size, and how much more that is than in the smallest."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--reports", type=int, default=40, help="how many are added one by one (default: 40)")
    asked = parser.parse_args()
    first: Summary | None = None
    for size in asked.sizes:
        told = claims_at_least(size)
        with tempfile.TemporaryDirectory(prefix="wireledger-") as scratch:
            store = open_store(str(Path(scratch) / "ledger.sqlite"))
            found = summed_up(costs(store, told[: -asked.reports], told[-asked.reports :]))
            store.close()
        first = first or found
        print(f"{size:9} claims: {_line(found, asked.reports, first)}", flush=True)


def costs(store: Store, told: Sequence[Telling], last: Sequence[Telling]) -> list[Cost]:
    """What each of the last reports costs in a ledger that holds the others and those before it."""
    with store.writing():
        for report, claims in told:
            store.add(report, claims, NOW)
    resolved(store, NOW)
    return [_cost(store, one) for one in last]


def summed_up(some: Sequence[Cost]) -> Summary:
    """The costs of some reports in four figures."""
    alone = [cost.seconds for cost in some if cost.alone]
    mean = statistics.fmean(cost.seconds for cost in some)
    return Summary(len(alone), statistics.median(alone) if alone else None, max(alone, default=None), mean)


def _cost(store: Store, one: Telling) -> Cost:
    start = time.process_time()
    store.add(*one, NOW)
    alone = grown(store, NOW) is not None
    if not alone:
        resolved(store, NOW)
    return Cost(time.process_time() - start, alone)


def _line(found: Summary, number: int, first: Summary) -> str:
    if found.median is None or found.slowest is None:
        return f"none of {number} reports alone, mean {found.mean:.2f} s"
    times = f"{found.median / first.median:.1f} times, " if first.median else ""
    spread = f"median {found.median:.4f} s ({times}slowest {found.slowest:.3f} s)"
    whole = f"mean of all {found.mean:.2f} s ({found.mean / first.mean:.1f} times)"
    return f"{found.alone} of {number} reports alone, {spread}; {whole}"


if __name__ == "__main__":
    main()
