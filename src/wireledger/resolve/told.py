"""A claim as the ledger compares it: with its day, its voice, its thing, and the claims around it in its report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from wireledger.lexicon.sides import speaks_for
from wireledger.model import Claim, Pledge, Report
from wireledger.resolve.amounts import Ends
from wireledger.resolve.articles import article_of, outdated
from wireledger.resolve.cues import further, priced
from wireledger.resolve.things import NOTHING, Thing, thing_of

LATE = date.max
FIGURES = frozenset({"low", "high", "money_low", "money_high", "item"})
REACH = 32  # characters around a figure in which a cue speaks of it
LEAD = 48  # characters before a claim in which a cue may stand


@dataclass(frozen=True, slots=True)
class Told:
    """One claim of one report.

    `order` sorts claims for the ledger: day of publication (unknown last), report, anchor, place. `own` tells that a
    donor's own page says it. `words` are the quote's, in lower case with plain spaces; `lead` those just before it, and
    `near` those of the quote around the figure and the item.
    `hint` is the last thing named before it in its report, `before` the last claim of its kind, by id; `packages` are
    the sums of broad gifts the report tells of: donors, ends, currency. All versions of its report share an
    `article`; `outdated` when there is a newer one.
    """

    claim: Claim
    order: tuple[date, str, int, int, str]
    voice: str
    own: bool
    thing: Thing
    hint: Thing
    words: str
    lead: str
    near: str
    before: str | None
    packages: frozenset[tuple[frozenset[str], Ends, str | None]]
    article: str
    outdated: bool = False

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.order[4]

    @property
    def report(self) -> str:
        """The id of its report."""
        return self.order[1]

    @property
    def assumed(self) -> bool:
        """Whether its donors are told elsewhere in its report, not beside the gift."""
        return any(field.name == "donors" and field.carried for field in self.claim.evidence.fields)

    @property
    def added(self) -> bool:
        """Whether its count itself is told as coming on top: "four more"."""
        where = self.claim.evidence
        counts = [span for field in where.fields if field.name == "low" for span in field.spans]
        return any(further(where.quote[max(0, s.stop - where.span.start) :]) for s in counts)

    @property
    def clause(self) -> str:
        """The words of the quote, between semicolons, in which its figure or item stands."""
        where = self.claim.evidence
        at = max(0, where.anchor - where.span.start)
        stop = where.quote.find(";", at)
        return " ".join(where.quote[where.quote.rfind(";", 0, at) + 1 : stop if stop >= 0 else None].lower().split())

    @property
    def day(self) -> date | None:
        """The last day on which its report may have been published."""
        return None if self.order[0] == LATE else self.order[0]


def told_of(reports: Mapping[str, Report], claims: Iterable[Claim], voices: Mapping[str, str]) -> list[Told]:
    """The claims as the ledger compares them, in its order; one whose report is not there stands alone, undated."""
    by_report: dict[str, list[Claim]] = {}
    for claim in {claim.id: claim for claim in claims}.values():
        by_report.setdefault(claim.evidence.report, []).append(claim)
    old = outdated(reports.values())
    told = [
        replace(t, outdated=True) if name in old else t
        for name, some in by_report.items()
        for t in _of_report(name, reports.get(name), some, voices)
    ]
    return sorted(told, key=lambda t: t.order)


def _of_report(name: str, report: Report | None, claims: list[Claim], voices: Mapping[str, str]) -> list[Told]:
    published = report.source.published.last if report and report.source.published else None
    page, article = (speaks_for(report), article_of(report)) if report else (None, name)
    told, hint = [], NOTHING
    last: dict[str, str] = {}
    packages = frozenset(found for claim in claims for found in _package(claim))
    for claim in sorted(claims, key=lambda c: (c.evidence.anchor, c.evidence.span, c.id)):
        event, where = claim.event, claim.evidence
        thing = thing_of(event.item, event.category, event.model) if isinstance(event, Pledge) else NOTHING
        meant = hint if thing.vague else thing
        thing = NOTHING if isinstance(event, Pledge) and event.item is None else thing
        order = (published or LATE, name, where.anchor, where.span.start, claim.id)
        own = isinstance(event, Pledge) and page is not None and page in event.donors
        lead = report.text[max(0, where.span.start - LEAD) : where.span.start] if report else ""
        words = " ".join(where.quote.lower().split())
        around = (meant, words, _last_clause(lead), near_words(claim), last.get(claim.kind), packages, article)
        told.append(Told(claim, order, voices.get(name, name), own, thing, *around))
        last[claim.kind] = claim.id
        hint = hint if meant.broad else meant
    return told


def near_words(claim: Claim) -> str:
    """The words of the quote around what was read as figure and item; all of them where no place was told."""
    where = claim.evidence
    spans = [s for f in where.fields if f.name in FIGURES and not f.carried for s in f.spans]
    inside = [s for s in spans if where.span.start <= s.start and s.stop <= where.span.stop]
    if not inside:
        return " ".join(where.quote.lower().split())
    first = max(0, min(s.start for s in inside) - where.span.start - REACH)
    last = max(s.stop for s in inside) - where.span.start + REACH
    return " ".join(where.quote[first:last].lower().split())


def _package(claim: Claim) -> Iterator[tuple[frozenset[str], Ends, str | None]]:
    event = claim.event
    if isinstance(event, Pledge) and event.money and not event.quantity:
        thing = thing_of(event.item, event.category, event.model)
        priced_item = thing.vague and priced(claim.evidence.quote.lower(), "")
        if (thing.vague or thing.broad) and not priced_item:
            yield frozenset(event.donors), (event.money.low, event.money.high), event.money.currency


def _last_clause(words: str) -> str:
    return re.split(r"[.!?;]\s|\n", words)[-1].lower()
