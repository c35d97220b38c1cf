"""Every fault of the user's or the machine's is one line and an exit code."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable

import click
import pytest

from wireledger.cli.faults import Unreachable, exit_code


def raising(fault: BaseException) -> Callable[[], object]:
    def command() -> object:
        raise fault

    return command


@pytest.mark.parametrize(
    ("fault", "code", "words"),
    [
        (click.UsageError("no such thing"), 2, "no such thing"),
        (Unreachable("gone;\n  look elsewhere"), 4, "gone; look elsewhere"),
        (OSError("ledger.sqlite: in use by another program"), 4, "in use by another program"),
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "out.jsonl"), 4, "make room on the disk"),
        (FileNotFoundError(errno.ENOENT, "No such file or directory", "x/out.jsonl"), 4, "x/out.jsonl: no such file"),
        (KeyboardInterrupt(), 130, "stopped"),
    ],
)
def test_a_fault_is_one_line(fault: BaseException, code: int, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(raising(fault)) == code
    told = capsys.readouterr().err
    assert words in told
    assert told.count("\n") == 1


def test_a_fault_of_the_program_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        exit_code(raising(ZeroDivisionError()))


def test_the_code_of_a_command_is_passed_on() -> None:
    assert exit_code(lambda: 3) == 3
    assert exit_code(lambda: None) == 0
