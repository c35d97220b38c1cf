"""What a standard format is: its name, one line of what it holds, and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from wireledger.model import Entry
from wireledger.serve.view import View

Write = Callable[[Iterable[Entry], View], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Form:
    """A format; `write` gives the text of some entries of a view piece by piece."""

    name: str
    told: str
    write: Write
