"""The questions that pages and REST ask of a store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import partial
from threading import Lock

from wireledger.model import Claim, Entry, Problem, Report
from wireledger.serve.asked import Asked, Paged
from wireledger.serve.book import Book, Ruled
from wireledger.serve.clocks import NOW, Clocks, Views
from wireledger.serve.faults import BadQuestion, NotThere
from wireledger.serve.fits import plain
from wireledger.serve.links import entry_link, report_link
from wireledger.serve.orders import ORDERS
from wireledger.serve.renewing import REST, Renewing
from wireledger.serve.snapshot import Outline, Snapshot
from wireledger.serve.view import View
from wireledger.store.protocol import Store

KEPT = 4  # ledgers of other days that are kept at hand
JUDGED = frozenset({"changed", "wrong", "undone"})
"""Verdicts that make claims say something else than what was read."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """A ledger of up to `at_once` entries is gathered anew while a page waits for it, a larger one in the background.

    There it rests so many seconds before it is gathered another time.
    """

    at_once: int = 1000
    rest: float = REST


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of a list of entries: `total` and `kinds` count all that fit; `after`/`before` are keys or None."""

    entries: tuple[Entry, ...]
    total: int
    kinds: Mapping[str, int]
    after: str | None
    before: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """An entry, its claims and checks (by id), their reports (by id) and what voice each is, and what points to it.

    `ruled` has the claims that persons judged; `claims` are as they left them.
    """

    entry: Entry
    claims: Mapping[str, Claim]
    sources: Mapping[str, Outline]
    texts: Mapping[str, str]
    voices: Mapping[str, str]
    pointing: tuple[tuple[str, Entry], ...]
    ruled: Mapping[str, Ruled]


@dataclass(frozen=True, slots=True)
class Read:
    """A report with the claims read from it, as persons left them, and the entries (by claim) they stand in.

    `ruled` has those that persons judged, also the wrong ones, which stand in `claims` as they were read.
    """

    report: Report
    claims: tuple[Claim, ...]
    entries: Mapping[str, Entry]
    voice: str
    ruled: Mapping[str, Ruled]


@dataclass(frozen=True, slots=True)
class Problems:
    """One page of problems, how many fit, and how many of each code the ledger has."""

    problems: tuple[Problem, ...]
    total: int
    codes: Mapping[str, int]


class Ledger:
    """Asks a store by both clocks; what is costly to gather is kept until the store's revision changes.

    A large ledger is then gathered anew in the background, and asked as it was meanwhile.
    """

    def __init__(
        self,
        store: Store,
        views: Views | None = None,
        book: Book | None = None,
        keeping: Keeping = Keeping(),
    ) -> None:
        self.store, self._book = store, book
        self.views = views
        self._keeping = keeping
        self._kept: dict[Clocks, Renewing[Snapshot]] = {}
        self._choosing = Lock()

    def revision(self) -> object | None:
        """What changes whenever the ledger does; None where the store cannot tell, and nothing is kept then."""
        told = getattr(self.store, "revision", None)
        return told() if callable(told) else None

    def snapshot(self, at: Clocks = NOW) -> Snapshot:
        """The ledger by its clocks, indexed; the same object while nothing changed. Raises BadQuestion."""
        with self._choosing:
            kept = self._kept.pop(at, None) or self._renewing(at)
            self._kept[at] = kept
            for oldest in [one for one in self._kept if one != NOW][:-KEPT]:
                del self._kept[oldest]
        return kept.now()

    def settle(self) -> None:
        """Wait for what is gathered in the background."""
        for kept in tuple(self._kept.values()):
            kept.settle()

    def entries(self, asked: Asked, at: Clocks = NOW) -> Listed:
        """One page of the entries that fit. Raises BadQuestion for a key that is none."""
        shot = self.snapshot(at)
        found, order = shot.facets.bits(asked), ORDERS[asked.order]
        entries, more = shot.ranked.page(found, asked)
        return Listed(
            entries,
            found.bit_count(),
            {kind: n for kind, bits in shot.facets.keyed("kind").items() if (n := (bits & found).bit_count())},
            order.key_text(entries[-1]) if entries and more[1] else None,
            order.key_text(entries[0]) if entries and more[0] else None,
        )

    def entry(self, name: str, at: Clocks = NOW) -> Told:
        """An entry and all that its page shows. Raises NotThere."""
        shot = self.snapshot(at)
        entry = shot.entry(name)
        if entry is None:
            if at and self.store.entry(name):
                raise NotThere(f"the entry {name} is not in the ledger of that day")
            near = get_close_matches(name, [e.id for e in shot.entries], 3, 0.5)
            raise NotThere(f"no entry has the id {name}", tuple((n, entry_link(n)) for n in near))
        ruled = self.ruled((*entry.claims, *entry.checks))
        told = {name: claim for name in (*entry.claims, *entry.checks) if (claim := shot.claim(name))}
        claims = {name: as_judged(claim, ruled) for name, claim in told.items()}
        names = {claim.evidence.report for claim in claims.values()}
        reports = [report for n in sorted(names) if (report := self.store.report(n))]
        sources, texts = {r.id: Outline.of(r) for r in reports}, {r.id: r.text for r in reports}
        voices = {n: shot.voices.get(n, n) for n in names}
        return Told(entry, claims, sources, texts, voices, shot.pointing(entry.id), ruled)

    def claims(self, names: Iterable[str]) -> dict[str, Claim]:
        """Claims by id; ids the store does not have are left out."""
        return {name: claim for name in names if (claim := self.claim(name))}

    def claim(self, name: str) -> Claim | None:
        """A claim as persons left it, else as it was read."""
        claim = self.store.claim(name)
        return as_judged(claim, self.ruled([name])) if claim else None

    def claim_at(self, at: Clocks) -> Callable[[str], Claim | None]:
        """What tells the claims of the ledger by these clocks; as it stands, as persons left them."""
        shot = self.snapshot(at)
        known = self._book.ruled() if self._book and not at else {}
        if not known:
            return shot.claim
        return lambda name: as_judged(claim, known) if (claim := shot.claim(name)) else None

    def ruled(self, names: Iterable[str]) -> dict[str, Ruled]:
        """Those of the claims that persons judged."""
        known = self._book.ruled() if self._book else {}
        return {name: known[name] for name in names if name in known} if known else {}

    def report(self, name: str, at: Clocks = NOW) -> Read:
        """A report and its claims. Raises NotThere."""
        report, shot = self.store.report(name), self.snapshot(at)
        if report is not None and not shot.told_by(name):
            raise NotThere(f"the report {name} had not been published by that day")
        if report is None:
            near = get_close_matches(name, [o.id for o in shot.outlines()], 3, 0.5)
            raise NotThere(f"no report has the id {name}", tuple((n, report_link(n)) for n in near))
        read = tuple(self.store.claims(name))
        ruled = self.ruled(claim.id for claim in read)
        claims = tuple(as_judged(claim, ruled) for claim in read)
        held = {claim.id: entry for claim in claims if (entry := shot.holder(claim.id))}
        return Read(report, claims, held, shot.voices.get(name, name), ruled)

    def reports(self, asked: Paged, at: Clocks = NOW) -> tuple[tuple[Outline, ...], int]:
        """A page of outlines of reports, latest first, and how many fit."""
        needles = plain(asked.q or "").split()
        found = [o for o in self.snapshot(at).outlines() if all(n in o.text for n in needles)]
        found.sort(key=lambda o: (-_ordinal(o.day), o.id))
        return tuple(found[asked.after : asked.after + asked.limit]), len(found)

    def problems(self, asked: Paged, at: Clocks = NOW) -> Problems:
        """A page of the problems that fit."""
        everything = self.snapshot(at).problems()
        needles = plain(asked.q or "").split()
        found = [
            p
            for p in everything
            if asked.code in (None, p.code) and all(n in plain(f"{p.message} {p.where}") for n in needles)
        ]
        page = tuple(found[asked.after : asked.after + asked.limit])
        return Problems(page, len(found), Counter(p.code for p in everything))

    def _renewing(self, at: Clocks) -> Renewing[Snapshot]:
        return Renewing(partial(self._made, at), self.revision, self._small, self._keeping.rest)

    def _made(self, at: Clocks, before: Snapshot | None) -> Snapshot:
        if at and self.views is None:
            raise BadQuestion("this site tells the ledger only as it stands")
        view = self.views(at.known, at.true) if at and self.views else None
        made = Snapshot(self.store, view, self._current if self._judged() else None)
        return made.ready_as(before) if before else made

    def _small(self, shot: Snapshot) -> bool:
        return len(shot.entries) <= self._keeping.at_once

    def _judged(self) -> bool:
        told = (one.judgement for one in self._book.decisions()) if self._book else self.store.judgements()
        return self.views is not None and any(one.verdict in JUDGED for one in told)

    def _current(self) -> View:
        assert self.views is not None
        return self.views(None, None)


def as_judged(claim: Claim, ruled: Mapping[str, Ruled]) -> Claim:
    """The claim with the values that persons gave it; one that was judged wrong as it was read."""
    judged = ruled.get(claim.id)
    return judged.now if judged and judged.now else claim


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0
