"""What all tests of the command line share: a command run as a user would, with its exit code and what it printed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wireledger.cli import run as run_command


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command; gives its exit code, its output and its errors."""

    def command(*arguments: object) -> tuple[int, str, str]:
        code = run_command([str(a) for a in arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return command
