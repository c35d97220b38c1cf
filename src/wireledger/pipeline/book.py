"""The decisions of persons on a ledger, kept at hand while the ledger does not change, and a desk to decide at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from threading import RLock

from wireledger.model import Claim, Judgement
from wireledger.pipeline import judging
from wireledger.pipeline.following import Following
from wireledger.pipeline.judging import Decider, JudgingError
from wireledger.pipeline.told_values import values_shown, values_told
from wireledger.resolve import RULE, decided, standing
from wireledger.serve.book import Decision, OnClaim, OnPair, Ruled
from wireledger.serve.faults import BadQuestion
from wireledger.store.protocol import Store

ON_CLAIMS = ("right", "wrong", "changed")


class StoreBook:
    """Reads what persons decided on the claims of a store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._lock = RLock()
        self._seen: object = None
        self._told: list[Judgement] = []
        self._number = 0  # of judgements that were looked at, those of rules too
        self._ruled: tuple[int, Mapping[str, Ruled]] | None = None
        self._read = False

    def decisions(self) -> Sequence[Decision]:
        """All that persons ever decided, in order."""
        told = self._persons()
        firm = {judgement.id for judgement in standing(told)}
        return [Decision(judgement, judgement.id in firm) for judgement in told]

    def ruled(self) -> Mapping[str, Ruled]:
        """The claims on which a judgement stands; worked out anew when the ledger changed."""
        with self._lock:
            told = self._persons()
            if self._ruled is None or self._ruled[0] != len(told):
                self._ruled = (len(told), _ruled(self.store, told))
            return self._ruled[1]

    def _persons(self) -> list[Judgement]:
        with self._lock:
            seen = self.store.revision()
            if not self._read or seen != self._seen:
                later = tuple(self.store.judgements(self._number))
                self._told += (judgement for judgement in later if judgement.by != RULE)
                self._number += len(later)
                self._seen, self._read, self._ruled = seen, True, None
            return self._told

    def _keep(self, judgements: Sequence[Judgement]) -> None:
        """Keep new ones; what is at hand stays so where nobody else wrote meanwhile."""
        with self._lock, self.store.writing():
            told = self._persons()
            known = set(told)
            fresh = [judgement for judgement in dict.fromkeys(judgements) if judgement not in known]
            for judgement in fresh:
                self.store.judge(judgement)
            told += fresh
            self._number += len(fresh)
            self._seen = self.store.revision()


class StoreDesk(StoreBook):
    """Where one person decides on a store. A decision is kept at once; the entries follow in the background."""

    def __init__(self, store: Store, by: str, clock: Callable[[], datetime]) -> None:
        super().__init__(store)
        self.by = by
        self._clock = clock
        self._following = Following(store, clock)

    def on_claim(self, verdict: OnClaim, claim: Claim) -> None:
        """Judge a claim."""
        self._decide(judging.on_claims(verdict, [claim], self._who()))

    def on_pair(self, verdict: OnPair, first: Sequence[Claim], second: Sequence[Claim]) -> None:
        """Judge the claims of two entries."""
        self._decide(judging.on_pairs(verdict, [first, second], self._who()))

    def fields(self, claim: Claim) -> Mapping[str, str]:
        """What can be changed of a claim, as a person writes it."""
        return values_shown(claim)

    def change(self, claim: Claim, values: Mapping[str, str], words: str) -> None:
        """Judge that the report gives other values in these words. Raises BadQuestion."""
        before = values_shown(claim)
        if strange := [name for name in values if name not in before]:
            raise BadQuestion(f"a {claim.kind} has no field {strange[0]!r} that can be changed")
        try:
            told = {
                field: value
                for name, text in values.items()
                if text != before[name]
                for field, value in values_told(name, text, claim).items()
            }
            if not told:
                raise BadQuestion("nothing is changed: give another value, or decide that it is right")
            self._decide([judging.changed(claim, told, words, self._who(), self.store)])
        except JudgingError as wrong:
            raise BadQuestion(str(wrong)) from None

    def take_back(self, judgements: Sequence[Judgement]) -> None:
        """Take judgements back; they stay in the log."""
        self._decide(judging.undone(judgements, self._who()))

    def settled(self) -> bool:
        """Whether the entries have followed."""
        return self._following.settled()

    def when_settled(self, then: Callable[[], None]) -> None:
        """Do this whenever they have."""
        self._following.then.append(then)

    def catch_up(self) -> None:
        """Let the entries follow what was decided before (a desk may have been left in a hurry)."""
        self._following.soon()

    def close(self) -> None:
        """Wait until the entries have followed."""
        self._following.close()

    def _who(self) -> Decider:
        return Decider(self.by, (), self._clock())

    def _decide(self, judgements: Sequence[Judgement]) -> None:
        self._keep(judgements)
        self._following.soon()


def _ruled(store: Store, told: Sequence[Judgement]) -> dict[str, Ruled]:
    firm = [judgement for judgement in standing(told) if judgement.verdict in ON_CLAIMS]
    names = {spot.report for judgement in firm for spot in judgement.spots}
    reports = {name: report for name in sorted(names) if (report := store.report(name))}
    read = {claim.id: claim for name in reports for claim in store.claims(name)}
    found = decided(read.values(), firm, reports)
    now = {claim.id: claim for claim in found.claims}
    on: dict[str, list[Judgement]] = {}
    for judgement in found.judgements:
        on.setdefault(judgement.left, []).append(judgement)
    return {
        name: Ruled(read[name], now.get(name), tuple(judgements)) for name, judgements in on.items() if name in read
    }
