"""How a command ends: what went wrong in one line on stderr, and an exit code.

    click.ClickException
    ├── click.UsageError    2  the command was wrong
    └── Unreachable         4  what was named is missing, in use, full or not what it should be
    OSError, StoreError     4  the same, as the system or a lower room says it

Any other exception is a fault of the program and keeps its traceback.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable

import click

from wireledger.store import StoreError

DONE, SOME_UNREAD, WRONG_COMMAND, CHECK_FAILED, UNREACHABLE, STOPPED = 0, 1, 2, 3, 4, 130

REMEDIES = {
    errno.ENOSPC: "make room on the disk and run the same command again",
    errno.EDQUOT: "make room on the disk and run the same command again",
    errno.EACCES: "choose a place that you may read and write",
    errno.EPERM: "choose a place that you may read and write",
    errno.EROFS: "choose a place that you may read and write",
    errno.ENOENT: "check the path",
    errno.ENOTDIR: "check the path",
    errno.EISDIR: "name a file",
    errno.EADDRINUSE: "choose another --port, or 0 for a free one",
}


class Unreachable(click.ClickException):
    """What was named cannot be read or written; the message says what, where and how to mend it."""

    exit_code = UNREACHABLE


def exit_code(command: Callable[[], object]) -> int:
    """Run a command to its exit code; every fault of the user's or the machine's is told in one line."""
    try:
        code = command()
        sys.stdout.flush()
        return code if isinstance(code, int) else DONE
    except click.exceptions.NoArgsIsHelpError as fault:
        click.echo(fault.format_message(), err=True)
        return WRONG_COMMAND
    except click.UsageError as fault:
        return _told(_usage(fault), WRONG_COMMAND)
    except click.ClickException as fault:
        return _told(fault.format_message(), fault.exit_code)
    except BrokenPipeError:
        # whoever reads has had enough; without this the interpreter complains once more on its way out
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except (KeyboardInterrupt, click.Abort):
        return _told("stopped; what was stored stays, and the same command goes on from there", STOPPED)
    except StoreError as fault:
        return _told(str(fault), UNREACHABLE)
    except OSError as fault:
        return _told(_system(fault), UNREACHABLE)


def _told(message: str, code: int) -> int:
    click.echo(f"wireledger: {' '.join(message.split())}", err=True)
    return code


def _usage(fault: click.UsageError) -> str:
    help_ = f"; see {fault.ctx.command_path} --help" if fault.ctx else ""
    return fault.format_message().rstrip(".") + help_


def _system(fault: OSError) -> str:
    if fault.errno is None:
        return str(fault)
    where = f"{fault.filename}: " if fault.filename else ""
    remedy = REMEDIES.get(fault.errno)
    return f"{where}{(fault.strerror or str(fault)).lower()}{'; ' + remedy if remedy else ''}"
