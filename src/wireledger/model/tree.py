"""The grammar of one sentence as a parser draws it: which word hangs on which, and how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tree:
    """For each token the token it hangs on (the root on itself) and as what: "nsubj", "dobj", "dative", "pobj", ..."""

    heads: tuple[int, ...]
    labels: tuple[str, ...]

    def children(self, at: int, *labels: str) -> Iterator[int]:
        """The tokens that hang on a token as one of these, in order of place."""
        return (i for i, head in enumerate(self.heads) if head == at != i and self.labels[i] in labels)
