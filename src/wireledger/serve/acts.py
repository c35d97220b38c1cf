"""What a person did in one go: the judgements of one moment, of which some may stand no more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from wireledger.model import Judgement
from wireledger.serve.book import Decision
from wireledger.serve.waiting import pair_key


@dataclass(frozen=True, slots=True)
class Act:
    """The judgements of one person, moment and verdict; `stands` while one of them does."""

    judgements: tuple[Judgement, ...]
    stands: bool
    undoes: tuple[Judgement, ...] = ()

    @property
    def first(self) -> Judgement:
        """The one that names it."""
        return self.judgements[0]

    @property
    def when(self) -> datetime | None:
        """The moment."""
        return self.first.when

    @property
    def key(self) -> str | None:
        """The question it answered; None for an undoing of what is not known."""
        told = self.undoes[0] if self.undoes else self.first
        if told.verdict == "undone":
            return None
        return "~".join(pair_key(told.left, told.right)) if told.right else told.left


def acts(decisions: Iterable[Decision]) -> list[Act]:
    """The acts in order."""
    told = list(decisions)
    known = {one.judgement.id: one.judgement for one in told}
    found = []
    for _, group in groupby(told, lambda one: (one.judgement.by, one.judgement.when, one.judgement.verdict)):
        same = list(group)
        judgements = tuple(one.judgement for one in same)
        undone = tuple(known[j.left] for j in judgements if j.verdict == "undone" and j.left in known)
        found.append(Act(judgements, any(one.stands for one in same), undone))
    return found


def last_of(told: Sequence[Act], by: str) -> Act | None:
    """The last decision of a person that stands, undoings left aside: what `undo` takes back next."""
    own = (act for act in reversed(told) if act.stands and act.first.by == by and act.first.verdict != "undone")
    return next(own, None)
