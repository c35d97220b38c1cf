"""Measures the labelled reports with the project's own commands and holds the figures against eval/floors.toml.

Floors only rise: `--raise` lifts each floor to what was measured (less `slack`), and never lowers one. The labelled
reports and their scorers lie in WIRELEDGER_SHARED (default ../shared); their SHA-256 is pinned beside the floors, so
that a floor always speaks of the same reports. Exit code 3 when a figure fell through its floor.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

HERE = Path(__file__).parent
FLOORS = HERE / "floors.toml"
SHARED = Path(os.environ.get("WIRELEDGER_SHARED", HERE.parent.parent / "shared"))
Bound = Literal["at_least", "at_most"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: where it was measured, the bound it is held against, and what it was."""

    measure: str
    name: str
    bound: Bound
    limit: float
    value: float

    @property
    def holds(self) -> bool:
        """Whether the figure is on the right side of its bound."""
        return self.value >= self.limit if self.bound == "at_least" else self.value <= self.limit


def main() -> int:
    """Print every figure with its floor; 0 when all hold, 3 when one fell, 4 when a labelled file is another one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("measures", nargs="*", help="only these (default: all)")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what was measured")
    wanted = parser.parse_args()
    plan = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    if strangers := [name for name, digest in plan["sha256"].items() if sha256(SHARED / name) != digest]:
        print(f"not the labelled reports that the floors were measured on: {', '.join(strangers)}", file=sys.stderr)
        return 4
    chosen = {name: plan["measure"][name] for name in wanted.measures or plan["measure"]}
    figures = [figure for name, measure in chosen.items() for figure in measured(name, measure)]
    for f in figures:
        sign = ">=" if f.bound == "at_least" else "<="
        print(f"{'ok  ' if f.holds else 'FELL'}  {f.measure:12} {f.name:44} {f.value:8.4f} {sign} {f.limit:.4f}")
    if wanted.lift:
        FLOORS.write_text(lifted(FLOORS.read_text(encoding="utf-8"), figures, plan["slack"]), encoding="utf-8")
        run([sys.executable, str(HERE / "tell.py")])
    return 0 if all(f.holds for f in figures) else 3


def sha256(path: Path) -> str | None:
    """The file's digest; None when it is not there."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def measured(name: str, measure: dict[str, Any]) -> Iterator[Figure]:
    """The figures of one measure, in the order of the file."""
    with tempfile.TemporaryDirectory() as scratch:
        out, given = Path(scratch) / "out.jsonl", SHARED / measure["reports"]
        if measure.get("donor_speaks"):
            given = with_speaker(given, Path(scratch) / "given.jsonl")
        READINGS[measure["verb"]](given, out)
        scorer, *gold = [str(SHARED / part) for part in measure["scorer"]]
        sealed = ["--sealed"] if measure.get("sealed") else []
        told = run([sys.executable, scorer, *gold, str(out), "--json", *sealed])
    scores, _ = json.JSONDecoder().raw_decode(told)
    for bound in ("at_least", "at_most"):
        for path, limit in measure.get(bound, {}).items():
            yield Figure(name, path, bound, limit, dig(scores, path))


def with_speaker(reports: Path, out: Path) -> Path:
    """A tracker's rows, each text given the donor of its row as `speaks_for`, by the scorer's table of codes."""
    sys.path.insert(0, str(SHARED / "score"))
    codes: dict[str, str] = import_module("kiel").DONORS
    with out.open("w", encoding="utf-8") as file:
        for row in map(json.loads, reports.read_text(encoding="utf-8").splitlines()):
            told = {key: row[key] for key in ("id", "text", "published") if key in row}
            speaker = codes.get(row["donor"], "").split()
            file.write(json.dumps(told | ({"speaks_for": speaker[0]} if speaker else {})) + "\n")
    return out


def dig(scores: Any, path: str) -> float:
    """The number at a dotted path."""
    for key in path.split("."):
        scores = scores[key]
    return float(scores)


def read_claims(reports: Path, out: Path) -> None:
    """The claims of the reports, as JSON lines."""
    wireledger("claims", str(reports), "-o", str(out))


def read_entries(reports: Path, out: Path, *options: str) -> None:
    """The entries of a ledger that holds these reports only, as JSON lines."""
    ledger = str(out.with_suffix(".sqlite"))
    wireledger("ingest", str(reports), "--ledger", ledger)
    wireledger("entries", "--ledger", ledger, "-o", str(out), *options)


def read_voices(reports: Path, out: Path) -> None:
    """The voice each of the reports belongs to, as JSON lines."""
    read_entries(reports, out, "--voices")


def read_attributions(_: Path, out: Path) -> None:
    """Who is quoted for which words of the labelled articles, which it reads itself, as JSON lines."""
    run([sys.executable, str(HERE / "quotes.py"), "--out", str(out.parent)])
    (out.parent / "quotes.jsonl").replace(out)


READINGS = {
    "claims": read_claims,
    "entries": read_entries,
    "voices": read_voices,
    "attributions": read_attributions,
}


def wireledger(*arguments: str) -> None:
    """Run one verb; 1 (some reports could not be read) is for the figures to show."""
    run([sys.executable, "-m", "wireledger", *arguments], allowed=(0, 1))


def run(command: list[str], allowed: tuple[int, ...] = (0,)) -> str:
    """What a command prints; ends the measuring when the command failed."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in allowed:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return done.stdout


def lifted(toml: str, figures: list[Figure], slack: float) -> str:
    """The file with each floor lifted (each ceiling lowered) to what was measured, less `slack`; none is loosened."""
    tighter = {(f"[measure.{f.measure}.{f.bound}]", f'"{f.name}"'): tight(f, slack) for f in figures}
    section, lines = "", []
    for line in toml.splitlines():
        section = line if line.startswith("[") else section
        name = line.partition(" = ")[0]
        lines.append(f"{name} = {tighter[section, name]}" if (section, name) in tighter else line)
    return "\n".join(lines) + "\n"


def tight(figure: Figure, slack: float) -> float:
    """The figure's new bound, to three digits."""
    if figure.bound == "at_least":
        return max(figure.limit, math.floor(round((figure.value - slack) * 1000, 6)) / 1000)
    return (
        min(figure.limit, math.ceil(round((figure.value + slack) * 1000, 6)) / 1000) if figure.value else figure.limit
    )


if __name__ == "__main__":
    sys.exit(main())
