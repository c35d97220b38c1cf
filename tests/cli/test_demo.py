"""The sample reports make the ledger that they must."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.slow
def test_the_sample_ledger_holds_what_it_must() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "wireledger", "demo", "--check"],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert told.returncode == 0, told.stdout + told.stderr
