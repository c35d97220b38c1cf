"""Processes of the pool end when the one that gives out the work is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SCRIPT = """
import os, sys, time
from wireledger.engine import each

def work(value):
    with open(sys.argv[1], "a") as file:
        file.write(f"{os.getpid()}\\n")
    time.sleep(0.2)
    return value

if __name__ == "__main__":
    for _ in each(work, range(2000), jobs=2):
        pass
"""


@pytest.mark.slow
def test_processes_end_with_their_killed_parent(tmp_path: Path) -> None:
    script, pids = tmp_path / "work.py", tmp_path / "pids"
    script.write_text(SCRIPT, encoding="utf-8")
    parent = subprocess.Popen([sys.executable, str(script), str(pids)])
    _wait(lambda: pids.exists() and len(set(pids.read_text().split())) == 2, 60)
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    _wait(lambda: not any(_lives(int(pid)) for pid in set(pids.read_text().split())), 30)


def _lives(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def _wait(holds: object, seconds: float) -> None:
    end = time.monotonic() + seconds
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)
