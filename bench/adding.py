"""What one more report costs in ledgers of different size: seconds of CPU to store it and bring the entries up to date.

python -m bench.adding 10000 100000
"""

from __future__ import annotations

import argparse
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bench.wire import Telling, claims_at_least

from wireledger.pipeline.resolving import resolved
from wireledger.store import Store, open_store

NOW = datetime(2024, 1, 1, tzinfo=UTC)
SIZES = (10_000, 100_000)


def main() -> None:
    """Print what one more report costs in a ledger of each size, and how much more that is than in the smallest."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("sizes", nargs="*", type=int, default=SIZES)
    took: list[float] = []
    for size in asked.parse_args().sizes:
        *told, last = claims_at_least(size)
        with tempfile.TemporaryDirectory(prefix="wireledger-") as scratch:
            store = open_store(str(Path(scratch) / "ledger.sqlite"))
            took.append(cost(store, told, last))
            store.close()
        print(f"{size:9} claims: one more report takes {took[-1]:.2f} s, {took[-1] / took[0]:.1f} times", flush=True)


def cost(store: Store, told: list[Telling], last: Telling) -> float:
    """Seconds of CPU to add the last report to a ledger that holds the others."""
    with store.writing():
        for report, claims in told:
            store.add(report, claims, NOW)
    resolved(store, NOW)
    start = time.process_time()
    store.add(*last, NOW)
    resolved(store, NOW)
    return time.process_time() - start


if __name__ == "__main__":
    main()
