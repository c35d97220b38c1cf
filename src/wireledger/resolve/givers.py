"""Lines by who gives whom, so that a total is held against those of its donors and recipient, not against all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from wireledger.resolve.line import Line

ANY, UNKNOWN = "*", "?"  # whoever it is, and a side that is not told
Pair = tuple[str, str]


class Givers:
    """Lines by each donor and recipient they tell of. They are given back in the order in which they were added."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._found: dict[Pair, dict[int, Line]] = defaultdict(dict)
        self._number: dict[int, int] = {}
        for line in lines:
            self.add(line)
        self._first = len(self._number)

    def add(self, line: Line) -> None:
        """Take in a line, or what a line that is there has come to tell."""
        number = self._number.setdefault(id(line), len(self._number))
        unknown = {UNKNOWN} if frozenset() in line.donors else set()
        for donor in {ANY, *frozenset().union(*line.donors), *unknown}:
            for recipient in (ANY, *(line.recipients or (UNKNOWN,))):
                self._found[donor, recipient][number] = line

    def of(self, donors: Iterable[str], recipient: str | None) -> list[Line]:
        """The lines in which one of the donors gives to the recipient, or nobody is told to receive."""
        recipients = (recipient, UNKNOWN) if recipient else (ANY,)
        return self._in_order((donor, whom) for donor in donors for whom in recipients)

    def first_of(self, donors: Iterable[str], recipient: str | None) -> list[Line]:
        """The same among the lines that were there from the start, and only those that name the recipient."""
        found = self._in_order((donor, recipient or ANY) for donor in donors)
        return [line for line in found if self._number[id(line)] < self._first]

    def _in_order(self, pairs: Iterable[Pair]) -> list[Line]:
        found: dict[int, Line] = {}
        for pair in pairs:
            found.update(self._found.get(pair, {}))
        return [found[number] for number in sorted(found)]
