"""Sets of names that grow together (union-find), named after their first member."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """Each name starts as a group of its own."""

    def __init__(self, names: Iterable[str]) -> None:
        self._above = {name: name for name in names}

    def root(self, name: str) -> str:
        """The first name of the group `name` belongs to; KeyError for a stranger."""
        while (above := self._above[name]) != name:
            self._above[name] = name = self._above[above]
        return name

    def __contains__(self, name: object) -> bool:
        return name in self._above

    def join(self, one: str, other: str) -> None:
        """Make the two groups one."""
        first, second = sorted((self.root(one), self.root(other)))
        self._above[second] = first
