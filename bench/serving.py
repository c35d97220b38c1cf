"""How quickly pages come while a ledger grows: milliseconds for each kind of page, and what the server needs for it.

    python -m bench.serving                        # 20,000 reports with 100,000 claims, 20 users, 60 seconds
    python -m bench.serving --reports 2000 --seconds 20

A ledger of the made-up wire is served by `wireledger serve`; each user asks for one page a second, kinds of page in
turn; meanwhile one `wireledger ingest` brings the next reports of the wire into the same ledger.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from bench.users import Answer, Route, asked
from bench.wire import Telling, wire

from wireledger.model.wire import claim_to_json
from wireledger.pipeline.resolving import resolved
from wireledger.serve.links import entry_link, report_link
from wireledger.store import Store, open_store

NOW = datetime(2024, 1, 1, tzinfo=UTC)
OTHERS = (4, 4, 5, 6)  # other stories that a report mentions: five claims a report
LIMITS = (60, 150)  # milliseconds: the median and the 95th of a hundred that pages may take


@dataclass(frozen=True, slots=True)
class Speed:
    """How quickly one kind of page came: how many, how many of them failed, and milliseconds."""

    route: str
    answers: int
    failed: int
    median: float
    p95: float
    slowest: float

    @property
    def held(self) -> bool:
        """Whether it is as quick as it is to be."""
        return not self.failed and self.median <= LIMITS[0] and self.p95 <= LIMITS[1]


def main() -> None:
    """Make the ledger, serve it, ask it, and print a table; ends with 1 when a limit is not held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=20_000, help="in the ledger (default: 20000)")
    parser.add_argument("--more", type=int, default=2_000, help="that the ingest brings (default: 2000)")
    parser.add_argument("--users", type=int, default=20, help="who ask for one page a second each (default: 20)")
    parser.add_argument("--seconds", type=float, default=60, help="that they do so (default: 60)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="wireledger-") as scratch:
        found = measured(Path(scratch), given)
    print(f"{'page':10} {'answers':>8} {'failed':>7} {'median ms':>10} {'p95 ms':>8} {'slowest':>8}")
    for one in found:
        print(f"{one.route:10} {one.answers:8} {one.failed:7} {one.median:10.1f} {one.p95:8.1f} {one.slowest:8.1f}")
    sys.exit(not all(one.held for one in found))


def measured(folder: Path, given: argparse.Namespace) -> list[Speed]:
    """What users saw of a ledger made in a folder while it grew."""
    ledger = folder / "ledger.sqlite"
    told = list(islice(wire(others=OTHERS), given.reports + given.more))
    store = open_store(str(ledger))
    filled(store, told[: given.reports])
    pages = routes(store)
    store.close()
    with subprocess.Popen(_verb("serve", "--ledger", str(ledger)), stdout=subprocess.PIPE, text=True) as server:
        try:
            base = address(server.stdout or ())
            more = subprocess.Popen(_growing(ledger, folder, told[given.reports :]), stdout=subprocess.DEVNULL)
            answers = asked(base, pages, given.users, given.seconds)
            print(f"the ingest ended {'before' if more.poll() is not None else 'after'} the users did")
            print(f"the server's memory: {memory(server.pid):.2f} GB at most", flush=True)
            more.wait()
        finally:
            server.terminate()
    return speeds(pages, answers)


def filled(store: Store, told: Sequence[Telling]) -> None:
    """A ledger with these reports and claims, its entries worked out."""
    with store.writing():
        for report, claims in told:
            store.add(report, claims, NOW)
    resolved(store, NOW)
    claims = sum(len(some) for _, some in told)
    print(f"{len(told)} reports, {claims} claims, {sum(1 for _ in store.entries())} entries", flush=True)


def routes(store: Store) -> tuple[Route, ...]:
    """The kinds of page that are asked for, each with addresses to choose from."""
    entries, reports = [entry.id for entry in store.entries()], [report.id for report in store.reports()]
    return (
        Route("list", ("/pledges", "/entries", "/pledges?order=count", "/pledges?category=tank", "/contacts")),
        Route("entry", tuple(entry_link(name) for name in entries)),
        Route("report", tuple(report_link(name) for name in reports)),
        Route("matrix", ("/matrix", "/matrix?category=tank", "/matrix?recipient=ua", "/matrix?measure=count")),
        Route("picture", ("/timeline", "/map")),
    )


def speeds(pages: Iterable[Route], answers: Sequence[Answer]) -> list[Speed]:
    """Median, 95th of a hundred and slowest of each kind of page."""
    found = []
    for route in pages:
        mine = [answer for answer in answers if answer.route == route.name]
        took = sorted(answer.seconds * 1000 for answer in mine) or [0.0]
        failed = sum(answer.status != 200 for answer in mine)
        middle, late = took[len(took) // 2], took[min(len(took) - 1, int(len(took) * 0.95))]
        found.append(Speed(route.name, len(mine), failed, middle, late, took[-1]))
    return found


def address(lines: Iterable[str]) -> str:
    """Where a server that tells its links serves."""
    return next(line.split()[-1].rstrip("/") for line in lines if "http://" in line)


def memory(process: int) -> float:
    """The most memory that a process ever had, in GB; Linux tells it."""
    status = Path(f"/proc/{process}/status")
    told = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1e6 for line in told if line.startswith("VmHWM")), float("nan"))


def _growing(ledger: Path, folder: Path, told: Sequence[Telling]) -> list[str]:
    """The command that brings reports, with the claims that are made up for them, into a ledger."""
    reports, claims = folder / "more.jsonl", folder / "claims.jsonl"
    _write(reports, (_report(one) for one in told))
    _write(claims, (claim_to_json(claim) for _, some in told for claim in some))
    return _verb("ingest", str(reports), "--claims", str(claims), "--ledger", str(ledger))


def _report(told: Telling) -> dict[str, object]:
    report, _ = told
    day = report.source.published.start if report.source.published else None
    return {"id": report.id, "text": report.text, "source": report.source.outlet, "published": day and day.isoformat()}


def _write(path: Path, shapes: Iterable[object]) -> None:
    path.write_text("".join(json.dumps(shape) + "\n" for shape in shapes), encoding="utf-8")


def _verb(*words: str) -> list[str]:
    return [sys.executable, "-m", "wireledger", *words]


if __name__ == "__main__":
    main()
