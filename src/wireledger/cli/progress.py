"""How far a long run is: a moving line on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn


@contextmanager
def progress(beside: TextIO | None = None) -> Iterator[Callable[[str, int], None]]:
    """A function to tell the stage and the number of reports so far; shown on stderr while it is a terminal.

    Nothing is shown `beside` results that go to a terminal themselves.
    """
    if not sys.stderr.isatty() or (beside and beside.isatty()):
        yield lambda *_: None
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed} reports"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("reading", total=None)
        yield lambda stage, count: shown.update(task, description=stage, completed=count)
