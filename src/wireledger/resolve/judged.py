"""What persons have judged: groups of claims that are one event, and groups that are not.

The last judgement on a pair stands. "Different" always beats "same": a chain of sames that would bring two different
claims together is cut where it was told last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from wireledger.model import Judgement
from wireledger.resolve.decided import standing
from wireledger.resolve.groups import Groups


class Judged:
    """Questions on the judgements of persons; claims are named by id."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        firm = _last(judgements)
        apart = [(j.left, j.right) for j in firm if j.verdict == "different"]
        self._groups = Groups({name for j in firm for name in (j.left, j.right)})
        self._members: dict[str, set[str]] = defaultdict(set)
        for judgement in firm:
            if judgement.verdict == "same" and not self._parts(judgement, apart):
                self._groups.join(judgement.left, judgement.right)
        for judgement in firm:
            for name in (judgement.left, judgement.right):
                self._members[self.group(name)].add(name)
        self._apart: dict[str, set[str]] = defaultdict(set)
        for left, right in apart:
            self._apart[self.group(left)].add(self.group(right))
            self._apart[self.group(right)].add(self.group(left))

    def group(self, claim: str) -> str:
        """The name of the claim's group; its own where nobody judged it."""
        return self._groups.root(claim) if claim in self._groups else claim

    def same(self, claim: str) -> list[str]:
        """The other claims judged to be one event with it."""
        return sorted(self._members.get(self.group(claim), set()) - {claim})

    def different(self, claim: str) -> set[str]:
        """The groups it must not stand with."""
        return self._apart.get(self.group(claim), set())

    def speaks_of(self, claim: str) -> bool:
        """Whether somebody judged it to be one with another."""
        return bool(self.same(claim))

    def _parts(self, judgement: Judgement, apart: list[tuple[str, str]]) -> bool:
        """Whether joining the pair would bring two different claims together."""
        both = {self._groups.root(judgement.left), self._groups.root(judgement.right)}
        return any({self._groups.root(a), self._groups.root(b)} <= both for a, b in apart)


def _last(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The last judgement on each pair, in the order they were made."""
    last: dict[frozenset[str], Judgement] = {}
    for judgement in standing(judgements):
        if judgement.verdict in ("same", "different") and judgement.left != judgement.right:
            pair = frozenset((judgement.left, judgement.right))
            last.pop(pair, None)
            last[pair] = judgement
    return list(last.values())
