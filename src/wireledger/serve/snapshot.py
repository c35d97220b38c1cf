"""What is gathered from a store once and kept while nothing changes in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from wireledger.model import (
    Claim,
    Contact,
    Entry,
    Event,
    Interval,
    Membership,
    Pledge,
    Problem,
    Report,
    Source,
    Statement,
)
from wireledger.serve.fits import plain
from wireledger.serve.phrases import plain as in_words
from wireledger.serve.view import View, published
from wireledger.store.protocol import Store


@dataclass(frozen=True, slots=True)
class Outline:
    """A report without its text: what lists and sources show of it. `text` is what a search looks at."""

    id: str
    title: str
    source: Source
    language: str | None
    problems: int
    text: str

    @property
    def day(self) -> date | None:
        """The last day on which it may have been published."""
        return self.source.published.last if self.source.published else None

    @property
    def published(self) -> Interval | None:
        """When it was published."""
        return self.source.published

    @staticmethod
    def of(report: Report) -> Outline:
        """The outline of a report; where no title is known, its headline or first words stand for one."""
        title, source = report.title or _headline(report), report.source
        told = (report.id, title, source.outlet, source.agency, source.url, report.language)
        return Outline(
            report.id, title, source, report.language, len(report.problems), plain(" ".join(t or "" for t in told))
        )


class Snapshot:
    """Entries in their order, with indexes that are made when they are first asked for.

    With a `view`, the ledger as that view tells it; without one, as it stands in the store.
    """

    def __init__(self, store: Store, view: View | None = None, current: Callable[[], View] | None = None) -> None:
        self._store = store
        self._told, self._current = view, current
        self.entries = view.entries if view else tuple(store.entries())

    @cached_property
    def view(self) -> View:
        """The same ledger as totals, due dates and changes are asked of it."""
        return self._told or (self._current() if self._current else _view(self._store, self.entries))

    @cached_property
    def voices(self) -> Mapping[str, str]:
        """The voice of each report."""
        return self._told.voices if self._told else self._store.voices()

    def entry(self, name: str) -> Entry | None:
        """The entry an id opens: as it stands here, else the one that its first claim went to."""
        if self._told is None:
            return self._store.entry(name)
        past = self._store.entry(name)
        return self._by_id.get(name) or next((e for c in past.claims if (e := self.holder(c))), None) if past else None

    def claim(self, name: str) -> Claim | None:
        """A claim by its id."""
        return (self._told.claims.get(name) if self._told else None) or self._store.claim(name)

    def told_by(self, report: str) -> bool:
        """Whether a report is among those that this ledger was told by."""
        return self._told is None or report in (self._told.sources or {})

    @cached_property
    def _by_id(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in self.entries}

    def holder(self, claim: str) -> Entry | None:
        """The entry that a claim stands in, else one that it is a check on."""
        return self._holders.get(claim)

    def pointing(self, entry: str) -> tuple[tuple[str, Entry], ...]:
        """Entries that are extra to, part of or maybe the same as this one, each with the name of that relation."""
        return tuple(self._pointing.get(entry, ()))

    def text(self, entry: str) -> str:
        """All words of an entry: its sentence, its codes, the quotes of its claims."""
        return self._texts[entry]

    def outlines(self) -> tuple[Outline, ...]:
        """All reports without their texts."""
        return self._outlines

    def problems(self) -> tuple[Problem, ...]:
        """All problems: those of the ledger and those that travel with reports, each once."""
        return self._problems

    @cached_property
    def codes(self) -> dict[str, dict[str, int]]:
        """How many entries each donor and each recipient has."""
        counts: dict[str, dict[str, int]] = {"donor": {}, "recipient": {}}
        for event in (entry.event for entry in self.entries):
            if isinstance(event, Pledge):
                for role, codes in (("donor", event.donors), ("recipient", event.recipients)):
                    for code in codes:
                        counts[role][code] = counts[role].get(code, 0) + 1
        return counts

    @cached_property
    def _holders(self) -> dict[str, Entry]:
        checks = {claim: entry for entry in self.entries for claim in entry.checks}
        return checks | {claim: entry for entry in self.entries for claim in entry.claims}

    @cached_property
    def _pointing(self) -> dict[str, list[tuple[str, Entry]]]:
        found: dict[str, list[tuple[str, Entry]]] = {}
        for entry in self.entries:
            for relation in ("extra_to", "part_of", "possible_duplicate_of"):
                if other := getattr(entry, relation):
                    found.setdefault(other, []).append((relation, entry))
        return found

    @cached_property
    def _texts(self) -> dict[str, str]:
        told = {e.id: [e.id, in_words(e.event), *_codes(e.event), *(s.step for s in e.steps)] for e in self.entries}
        for claim in self._told.claims.values() if self._told else self._store.claims():
            if holder := self._holders.get(claim.id):
                told[holder.id].append(claim.evidence.quote)
        return {entry: plain(" ".join(words)) for entry, words in told.items()}

    @cached_property
    def _outlines(self) -> tuple[Outline, ...]:
        return tuple(Outline.of(report) for report in self._store.reports() if self.told_by(report.id))

    @cached_property
    def _problems(self) -> tuple[Problem, ...]:
        reports = {report.id: report.problems for report in self._store.reports()}
        travelling = (p for name, found in reports.items() if self.told_by(name) for p in found)
        noted = (p for p in self._store.problems() if p.where not in reports or self.told_by(str(p.where)))
        return tuple(dict.fromkeys([*noted, *travelling]))


def _view(store: Store, entries: tuple[Entry, ...]) -> View:
    reports = tuple(store.reports())
    days = {report.id: published(report) for report in reports}
    sources = {report.id: report.source for report in reports}
    return View(entries, {claim.id: claim for claim in store.claims()}, store.voices(), days, sources=sources)


def _codes(event: Event) -> list[str]:
    match event:
        case Pledge():
            return [*event.donors, *event.recipients, event.category or "", event.model or ""]
        case Contact():
            return [*event.guests, *event.hosts]
        case Statement():
            return [event.speaker or "", *event.about]
        case Membership():
            return [event.member, event.alliance, *event.by]


def _headline(report: Report) -> str:
    named = next((block.span.of(report.text) for block in report.blocks if block.kind == "headline"), "")
    words = " ".join((named or report.text[:300]).split())
    return words if len(words) <= 100 else words[:99].rsplit(" ", 1)[0] + "…"
