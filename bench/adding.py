"""What one more report costs in ledgers of different size: seconds of CPU to store it and bring the entries up to date.

    python -m bench.adding 10000 100000 --rounds 3

The last reports of the wire are added one by one. Those that could be brought in alone are told apart from those for
which the whole ledger was resolved: their median and slowest, and the mean of all.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
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
    parser.add_argument("--reports", type=int, default=200, help="how many are added one by one (default: 200)")
    parser.add_argument("--rounds", type=int, default=1, help="how often all sizes are measured in turn (default: 1)")
    parser.add_argument("--keep", type=Path, help="a folder in which the ledgers are kept for another time")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="wireledger-") as scratch:
        folder = asked.keep or Path(scratch)
        ledgers = [(size, *_made(folder, size, asked.reports)) for size in asked.sizes]
        _in_copy(ledgers[0][1], Path(scratch) / "copy.sqlite", ledgers[0][2][:5])  # what is loaded once is loaded now
        for number in range(asked.rounds):
            first: Summary | None = None
            for size, ledger, last in ledgers:
                found = summed_up(_in_copy(ledger, Path(scratch) / "copy.sqlite", last))
                first = first or found
                print(f"{number + 1}: {size:9} claims: {_line(found, asked.reports, first)}", flush=True)


def _made(folder: Path, size: int, number: int) -> tuple[Path, list[Telling]]:
    """The ledger of a size, made where it is not there, and the reports that are to come."""
    told, ledger = claims_at_least(size), folder / f"ledger-{size}-{number}.sqlite"
    if not ledger.exists():
        with closing(open_store(str(ledger))) as store:
            fill(store, told[:-number])
    return ledger, told[-number:]


def _in_copy(ledger: Path, copy: Path, last: Sequence[Telling]) -> list[Cost]:
    shutil.copyfile(ledger, copy)
    with closing(open_store(str(copy))) as store:
        resolved(store, NOW)  # a ledger that another release kept is brought up to date
        return [_cost(store, one) for one in last]


def fill(store: Store, told: Sequence[Telling]) -> None:
    """Bring reports into a ledger at once."""
    with store.writing():
        for report, claims in told:
            store.add(report, claims, NOW)
    resolved(store, NOW)


def costs(store: Store, told: Sequence[Telling], last: Sequence[Telling]) -> list[Cost]:
    """What each of the last reports costs in a ledger that holds the others and those before it."""
    fill(store, told)
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
        return f"none of {number} reports alone, mean {found.mean:.4f} s"
    times = f"{found.median / first.median:.1f} times, " if first.median else ""
    spread = f"median {found.median:.4f} s ({times}slowest {found.slowest:.3f} s)"
    whole = f"mean of all {found.mean:.4f} s ({found.mean / first.mean:.1f} times)"
    return f"{found.alone} of {number} reports alone, {spread}; {whole}"


if __name__ == "__main__":
    main()
