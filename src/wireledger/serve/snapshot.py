"""What is gathered from a store once and kept while nothing changes in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from wireledger.model import Contact, Entry, Event, Interval, Membership, Pledge, Problem, Report, Source, Statement
from wireledger.serve.fits import plain
from wireledger.serve.phrases import plain as in_words
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
    """Entries in their order, with indexes that are made when they are first asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.entries = tuple(store.entries())

    @cached_property
    def voices(self) -> dict[str, str]:
        """The voice of each report."""
        return self._store.voices()

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
        for claim in self._store.claims():
            if holder := self._holders.get(claim.id):
                told[holder.id].append(claim.evidence.quote)
        return {entry: plain(" ".join(words)) for entry, words in told.items()}

    @cached_property
    def _outlines(self) -> tuple[Outline, ...]:
        return tuple(Outline.of(report) for report in self._store.reports())

    @cached_property
    def _problems(self) -> tuple[Problem, ...]:
        travelling = (p for report in self._store.reports() for p in report.problems)
        return tuple(dict.fromkeys([*self._store.problems(), *travelling]))


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
