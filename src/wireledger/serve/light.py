"""A view of the ledger as it stands, in which claims and reports are read one by one, when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

V = TypeVar("V")


class OneByOne(Mapping[str, V]):
    """What a function tells of each of some names; it knows a name when it does not answer None."""

    def __init__(self, tell: Callable[[str], V | None], names: Callable[[], Iterator[str]]) -> None:
        self._tell, self._names = tell, names

    def __getitem__(self, name: str) -> V:
        found = self._tell(name)
        if found is None:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        return self._names()

    def __len__(self) -> int:
        return sum(1 for _ in self._names())
