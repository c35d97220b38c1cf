"""How resolving grows: seconds and memory for ledgers of made-up claims, and the exponent of time over size.

    python -m bench.growth 10000 100000 1000000

Each size is resolved in a process of its own. Seconds are the process's own CPU time, without making the wire; memory
is its peak, with the reports and claims themselves.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.wire import claims_at_least

from wireledger.resolve import resolve

ROOT = Path(__file__).parents[1]
SIZES = (10_000, 100_000)


@dataclass(frozen=True, slots=True)
class Measure:
    """What resolving so many claims took: seconds of CPU, seconds on the clock, peak memory in GB."""

    claims: int
    reports: int
    entries: int
    voices: int
    cpu: float
    clock: float
    memory: float


def main() -> None:
    """Measure each size and print a table."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("sizes", nargs="*", type=int, default=SIZES)
    asked.add_argument("--one", action="store_true", help="measure one size in this process and print it as JSON")
    given = asked.parse_args()
    if given.one:
        print(json.dumps(asdict(measured(given.sizes[0]))))
        return
    print(f"{'claims':>9} {'reports':>9} {'entries':>9} {'voices':>9} {'CPU s':>8} {'clock s':>8} {'GB':>6}")
    found = []
    for size in given.sizes:
        again = [sys.executable, "-m", "bench.growth", "--one", str(size)]
        told = subprocess.run(again, stdout=subprocess.PIPE, check=True, text=True, cwd=ROOT)
        found.append(one := Measure(**json.loads(told.stdout)))
        print(
            f"{one.claims:9} {one.reports:9} {one.entries:9} {one.voices:9} {one.cpu:8.1f} {one.clock:8.1f}"
            f" {one.memory:6.2f}",
            flush=True,
        )
    if len(found) > 1:
        print(f"time grows as size to the power of {exponent(found[0], found[-1]):.2f}")


def measured(claims: int) -> Measure:
    """Resolve the beginning of the made-up wire, once."""
    told = claims_at_least(claims)
    reports, said = tuple(report for report, _ in told), tuple(claim for _, some in told for claim in some)
    cpu, clock = time.process_time(), time.perf_counter()
    found = resolve(reports, said)
    cpu, clock = time.process_time() - cpu, time.perf_counter() - clock
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    voices = len(set(found.voices.values()))
    return Measure(len(said), len(reports), len(found.entries), voices, cpu, clock, peak)


def exponent(small: Measure, large: Measure) -> float:
    """The power of the size that the time grows with."""
    return math.log(large.cpu / small.cpu) / math.log(large.claims / small.claims)


if __name__ == "__main__":
    main()
