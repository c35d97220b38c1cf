"""What waits for a person's decision, what would change most first."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from threading import Lock, Thread

from wireledger.model import Claim, Entry, Pledge
from wireledger.serve.book import Decision
from wireledger.serve.query import Ledger
from wireledger.serve.stakes import ALIKE, MAYBE_TWICE, Stakes, differs, doubt, effect

MOST = 2000  # questions that are kept at hand
NEAR = timedelta(days=120)  # between the first reports of two entries with equal figures


@dataclass(frozen=True, slots=True)
class Question:
    """Whether a claim is right (`claims` has one), or two entries are one event (their first claims).

    `why` names what made it a question: unsure, differs, twice or alike. `weight` is stake times doubt times effect.
    """

    claims: tuple[str, ...]
    why: str
    stake: float
    doubt: float
    weight: float

    @property
    def key(self) -> str:
        """How addresses name it."""
        return "~".join(self.claims)


@dataclass(frozen=True, slots=True)
class Asking:
    """The questions at hand in their order, how many there are in all, and the entry that holds each claim."""

    questions: tuple[Question, ...]
    total: int
    holders: Mapping[str, Entry]


class Waiting:
    """The queue of a ledger; made anew in the background when the ledger changed, the old one meanwhile serves."""

    def __init__(self, ledger: Ledger, ready: Callable[[], bool]) -> None:
        self._ledger, self._ready = ledger, ready
        self._kept: tuple[object, Asking] | None = None
        self._lock, self._renewing = Lock(), Lock()

    def asking(self) -> Asking:
        """The queue."""
        with self._lock:
            if self._kept is None:
                self._kept = self._made()
        revision, asking = self._kept
        if revision != self._ledger.revision() and self._ready() and self._renewing.acquire(blocking=False):
            Thread(target=self._renew, name="queue", daemon=True).start()
        return asking

    def renew(self) -> None:
        """Make it anew now."""
        if self._kept is not None and self._renewing.acquire(blocking=False):
            self._renew()

    def _renew(self) -> None:
        try:
            self._kept = self._made()
        finally:
            self._renewing.release()

    def _made(self) -> tuple[object, Asking]:
        revision = self._ledger.revision()
        store = self._ledger.store
        entries = tuple(store.entries())
        holders = {name: entry for entry in entries for name in entry.claims}
        stakes = Stakes(entries)
        found = [*_on_pairs(entries, stakes), *_on_claims(store.claims(), holders, stakes)]
        # The first claim decides between equals, so that the order is always the same.
        best = heapq.nsmallest(MOST, found, key=lambda question: (-question.weight, question.key))
        return revision, Asking(tuple(best), len(found), holders)


def open_questions(asking: Asking, decided: Iterable[Decision]) -> tuple[Sequence[Question], int]:
    """The questions that nobody has decided, and how many there are in all."""
    standing = [one.judgement for one in decided if one.stands]
    done = {"~".join(sorted((j.left, j.right))) if j.right else j.left for j in standing}
    left = [question for question in asking.questions if question.key not in done]
    return left, asking.total - (len(asking.questions) - len(left))


def pair_key(first: str, second: str) -> tuple[str, str]:
    """Two claims as a question names them."""
    return (first, second) if first < second else (second, first)


def _on_claims(claims: Iterable[Claim], holders: Mapping[str, Entry], stakes: Stakes) -> Iterator[Question]:
    for claim in claims:
        if entry := holders.get(claim.id):
            stake, unsure = stakes.of(entry), doubt(claim, entry)
            why = "differs" if differs(claim, entry) else "unsure"
            yield Question((claim.id,), why, stake, unsure, stake * unsure * effect(claim, entry))


def _on_pairs(entries: Sequence[Entry], stakes: Stakes) -> Iterator[Question]:
    known = {entry.id: entry for entry in entries}
    seen = set()
    for entry in entries:
        other = known.get(entry.possible_duplicate_of or "")
        if other and other is not entry:
            seen.add(pair_key(entry.claims[0], other.claims[0]))
            yield _pair(entry, other, "twice", MAYBE_TWICE, stakes)
    for first, second in _alike(entries):
        if pair_key(first.claims[0], second.claims[0]) not in seen:
            yield _pair(first, second, "alike", ALIKE, stakes)


def _pair(first: Entry, second: Entry, why: str, unsure: float, stakes: Stakes) -> Question:
    stake = min(stakes.of(first), stakes.of(second))
    return Question(pair_key(first.claims[0], second.claims[0]), why, stake, unsure, stake * unsure)


def _alike(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Neighbours in time of one giver and receiver that tell one figure of one kind of thing, and are two entries."""
    grouped: dict[object, list[Entry]] = defaultdict(list)
    for entry in entries:
        event = entry.event
        if isinstance(event, Pledge) and entry.first_reported and event.donors and entry.claims:
            figure = (event.quantity.low, event.quantity.high) if event.quantity else None
            sum_ = (event.money.low, event.money.high, event.money.currency) if event.money else None
            if figure not in (None, (None, None)) or sum_ not in (None, (None, None, None)):
                same = sum_ or (event.category, figure)
                grouped[event.donors, event.recipients or event.recipient, same].append(entry)
    for group in grouped.values():
        ordered = sorted((entry.first_reported or date.max, entry.id, entry) for entry in group)
        yield from ((a, b) for (day, _, a), (later, _, b) in pairwise(ordered) if later - day <= NEAR)
