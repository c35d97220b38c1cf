"""What is gathered from a store once and kept while nothing changes in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

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
from wireledger.serve import nth
from wireledger.serve.added import first_told
from wireledger.serve.facets import Facets
from wireledger.serve.fits import plain
from wireledger.serve.light import OneByOne
from wireledger.serve.phrases import plain as in_words
from wireledger.serve.ranked import Ranked
from wireledger.serve.renewing import at_once, breathing
from wireledger.serve.view import View
from wireledger.store.gist import Gist
from wireledger.store.protocol import Store

T = TypeVar("T")
AT_HAND = 20_000  # claims that are kept once they were read
WORTH = 20  # of what was made on request, the last ones that a later ledger has ready


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


@dataclass(frozen=True, slots=True)
class Gathered:
    """By entry all its words and how sure its surest claim is; by claim its certain day and its report."""

    texts: dict[str, str]
    sure: dict[str, float]
    days: dict[str, tuple[date, str]]


class Snapshot:
    """Entries in their order, with indexes that are made when they are first asked for.

    With a `view`, the ledger as that view tells it; without one, as it stands in the store. `judged` tells the view
    of a ledger of whose claims persons made something else.
    """

    def __init__(self, store: Store, view: View | None = None, judged: Callable[[], View] | None = None) -> None:
        self._store = store
        self._told, self._judged = view, judged
        self._pace: Callable[[Iterable[Any]], Iterator[Any]] = at_once
        self._made: dict[object, Any] = {}
        self._makes: dict[object, Callable[[Snapshot], Any]] = {}
        self._read: dict[str, Claim | None] = {}

    def ready_as(self, other: Snapshot) -> Snapshot:
        """This one with all that another was asked for, made at a pace that leaves room for those who ask."""
        self._pace = breathing
        for name in tuple(vars(other)):
            getattr(self, name)
        self.ranked.ready_as(other.ranked, breathing)
        for asked, make in tuple(other._makes.items())[-WORTH:]:
            self.kept(asked, make)
        self._pace = at_once
        return self

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries."""
        return self._told.entries if self._told else tuple(self._pace(self._store.entries()))

    @cached_property
    def view(self) -> View:
        """The same ledger as totals, due dates and changes are asked of it."""
        return self._told or (self._judged() if self._judged else self._light())

    def _light(self) -> View:
        """The view of a ledger whose claims nobody judged: what it tells of each is read when it is asked for."""
        names = lambda: iter(self.voices)  # noqa: E731
        claims = OneByOne(self.claim, lambda: (gist.claim for gist in self._gists()))
        days = OneByOne(lambda report: self._sources[report].day if report in self._sources else None, names)
        sources = OneByOne(lambda report: self._sources[report].source if report in self._sources else None, names)
        return View(self.entries, claims, self.voices, days, sources=sources)

    @cached_property
    def _sources(self) -> dict[str, Outline]:
        return {outline.id: outline for outline in self.outlines()}

    def paced(self, things: Iterable[T]) -> Iterator[T]:
        """The same things, at the pace at which this ledger is made."""
        return self._pace(things)

    def kept(self, name: object, make: Callable[[Snapshot], T]) -> T:
        """What `make` makes of this ledger, once; a later ledger has it made before it is asked for."""
        if name not in self._made:
            self._makes[name] = make
            self._made[name] = make(self)
        made: T = self._made[name]
        return made

    @cached_property
    def voices(self) -> Mapping[str, str]:
        """The voice of each report."""
        return self._told.voices if self._told else self._store.voices()

    def entry(self, name: str) -> Entry | None:
        """The entry an id opens: as it stands here, else the one that its first claim went to."""
        if self._told is None:
            return self._store.entry(name)
        if name in self._by_id:
            return self._by_id[name]
        past = self._store.entry(name)
        return next((e for c in past.claims if (e := self.holder(c))), None) if past else None

    def claim(self, name: str) -> Claim | None:
        """A claim by its id."""
        if self._told and name in self._told.claims:
            return self._told.claims[name]
        if name not in self._read:
            if len(self._read) >= AT_HAND:
                self._read.clear()
            self._read[name] = self._store.claim(name)
        return self._read[name]

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

    @property
    def facets(self) -> Facets:
        """Which entries have what."""
        return self.ranked.facets

    @cached_property
    def ranked(self) -> Ranked:
        """The entries as lists show them."""
        return Ranked(self.entries, self._holding, lambda: self._sure, lambda: self.tellings)

    @cached_property
    def tellings(self) -> dict[str, dict[str, date]]:
        """By the id of each entry, the day by which reports first told each of its steps; undated ones are left out."""
        return {entry.id: told for entry in self.entries if (told := first_told(entry, self.claim_days))}

    def reports_with(self, words: str, most: int) -> tuple[tuple[Outline, ...], int]:
        """Reports whose text, title or source has all of some words, latest first, and how many there are."""
        needles = plain(words).split()
        found = [name for name, text in self._report_texts.items() if all(needle in text for needle in needles)]
        named = sorted((self._sources[name] for name in found), key=lambda o: (o.day is None, o.day), reverse=True)
        return tuple(named[:most]), len(found)

    @cached_property
    def _report_texts(self) -> dict[str, str]:
        texts = ((report.id, report.text) for report in self._reports())
        return {name: f"{self._sources[name].text} {plain(text)}" for name, text in texts}

    @cached_property
    def parties(self) -> dict[str, int]:
        """How many entries each party has a part in."""
        return Counter(code for entry in self.entries for code in {*parties_of(entry.event)})

    def _holding(self, words: str) -> Iterator[str]:
        """The entries (by id) that hold all of some words."""
        needles = plain(words).split()
        return (name for name, text in self._texts.items() if all(needle in text for needle in needles))

    @property
    def _sure(self) -> Mapping[str, float]:
        return self._gathered.sure

    @cached_property
    def outline_names(self) -> dict[str, str]:
        """The outlet of each report that has one."""
        return {outline.id: outline.source.outlet for outline in self.outlines() if outline.source.outlet}

    @property
    def claim_days(self) -> Mapping[str, tuple[date, str]]:
        """The day by which each claim was told for certain, and its report; claims of undated reports are left out."""
        return self._gathered.days

    @cached_property
    def _gathered(self) -> Gathered:
        """What is told of the claims one by one, all of it from looking at each once."""
        texts = {e.id: [e.id, in_words(e.event), *_codes(e.event), *(s.step for s in e.steps)] for e in self.entries}
        found = Gathered({}, {}, {})
        published = {outline.id: outline.day for outline in self.outlines()}
        for claim, report, quote, confidence in self._pace(self._gists()):
            if day := published.get(report):
                found.days[claim] = (day, report)
            if holder := self._holders.get(claim):
                found.sure[holder.id] = max(found.sure.get(holder.id, 0.0), confidence)
                texts[holder.id].append(quote)
        found.texts.update((entry, plain(" ".join(words))) for entry, words in self._pace(texts.items()))
        return found

    def _gists(self) -> Iterable[Gist]:
        told = self._told.claims.values() if self._told else ()
        mine = (Gist(c.id, c.evidence.report, c.evidence.quote, c.confidence) for c in told)
        return mine if self._told else self._store.gists()

    def _reports(self) -> Iterator[Report]:
        return (report for report in self._pace(self._store.reports()) if self.told_by(report.id))

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

    @property
    def _texts(self) -> Mapping[str, str]:
        return self._gathered.texts

    @cached_property
    def _outlines(self) -> tuple[Outline, ...]:
        return tuple(Outline.of(report) for report in self._reports())

    @cached_property
    def _problems(self) -> tuple[Problem, ...]:
        reports = {report.id: report.problems for report in self._pace(self._store.reports())}
        travelling = (p for name, found in reports.items() if self.told_by(name) for p in found)
        noted = (p for p in self._store.problems() if p.where not in reports or self.told_by(str(p.where)))
        return tuple(dict.fromkeys([*noted, *travelling, *nth.problems(self.entries)]))


def _codes(event: Event) -> list[str]:
    more = (event.category, event.model) if isinstance(event, Pledge) else ()
    return [*parties_of(event), *(code for code in more if code)]


def parties_of(event: Event) -> list[str]:
    """The codes of all who have a part in an event."""
    match event:
        case Pledge():
            return [*event.donors, *event.recipients]
        case Contact():
            return [*event.guests, *event.hosts]
        case Statement():
            return [*([event.speaker] if event.speaker else []), *event.about]
        case Membership():
            return [event.member, event.alliance, *event.by]


def _headline(report: Report) -> str:
    named = next((block.span.of(report.text) for block in report.blocks if block.kind == "headline"), "")
    words = " ".join((named or report.text[:300]).split())
    return words if len(words) <= 100 else words[:99].rsplit(" ", 1)[0] + "…"
