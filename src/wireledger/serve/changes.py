"""What changed in the ledger between two days, and which report changed it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wireledger.model import Claim, Contact, Entry, Membership, Pledge, Quantity, Statement, Step
from wireledger.model.show import amount_text, event_text, interval_text, money_text
from wireledger.model.wire import Json
from wireledger.serve.view import View

COLUMNS = ("change", "id", "kind", "before", "after", "reports", "quotes")
WORDS = 100  # characters of a quote that a line shows


@dataclass(frozen=True, slots=True)
class Change:
    """One change of an entry: what ("new", "gone", "step", "count"), from what to what, and the claims behind it."""

    entry: Entry
    what: str
    before: str | None
    after: str | None
    claims: tuple[Claim, ...]
    step: Step | None = None
    heir: str | None = None  # the entry that tells it since it is gone

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports behind it, each once."""
        return tuple(dict.fromkeys(claim.evidence.report for claim in self.claims))


def changes(old: View, new: View, entries: Iterable[Entry]) -> tuple[Change, ...]:
    """What is otherwise in `entries` of the new view than it was in the old one, and what is gone from it."""
    before = {claim: entry for entry in old.entries for claim in entry.claims}
    found = [change for entry in entries for change in _of(entry, before, old, new)]
    return tuple(sorted(found, key=lambda c: (str(c.entry.first_reported), c.entry.id)))


def gone(old: View, new: View, entries: Iterable[Entry]) -> tuple[Change, ...]:
    """Which `entries` of the old view are no lines of their own in the new one, and what they became."""
    holders = {claim: entry for entry in new.entries for claim in entry.claims}
    checked = {claim: entry for entry in new.entries for claim in entry.checks}
    found = []
    for entry in entries:
        heir = holders.get(entry.claims[0])
        if heir is not None and heir.claims[0] in (entry.claims[0], *_younger(heir, entry)):
            continue
        into = heir or checked.get(entry.claims[0])
        after = f"told with {into.id}" if into else None
        fresh = tuple(new.claims[c] for c in into.claims if c not in old.claims) if into else ()
        found.append(Change(entry, "gone", event_text(entry.event), after, fresh, heir=into.id if into else None))
    return tuple(found)


def change_text(change: Change, view: View) -> str:
    """A line for the change, and one for each report behind it."""
    told = {"new": change.after, "gone": f"{change.before}  ({change.after or 'no report tells it any more'})"}.get(
        change.what, f"{change.before or '-'} -> {change.after or '-'}  {event_text(change.entry.event)}"
    )
    return "\n".join([f"{change.what}  {change.entry.id}  {told}", *(f"    {_source(c, view)}" for c in change.claims)])


def change_to_json(change: Change, view: View) -> Json:
    """The same as an object; each report with its outlet, its day and its words."""
    return {
        "change": change.what,
        "id": change.entry.id,
        "kind": change.entry.kind,
        "before": change.before,
        "after": change.after,
        "reports": [
            {
                "report": claim.evidence.report,
                "outlet": view.source(claim.evidence.report).outlet,
                "published": str(day) if (day := view.told_on(claim.id)) else None,
                "claim": claim.id,
                "quote": claim.evidence.quote,
            }
            for claim in change.claims
        ],
    }


def change_row(change: Change, view: View) -> Json:
    """The same as a row of a table."""
    told = change_to_json(change, view)
    return {**told, "reports": [*change.reports], "quotes": " | ".join(r["quote"] for r in told["reports"])}


def _of(entry: Entry, before: dict[str, Entry], old: View, new: View) -> Iterator[Change]:
    earlier = next((before[claim] for claim in entry.claims if claim in before), None)
    fresh = tuple(new.claims[claim] for claim in entry.claims if claim not in old.claims)
    if earlier is None:
        yield Change(entry, "new", None, event_text(entry.event), fresh or tuple(new.claims[c] for c in entry.claims))
        return
    known = {(step.step, step.low, step.high) for step in earlier.steps}
    for step in entry.steps:
        if (step.step, step.low, step.high) not in known:
            behind = tuple(new.claims[c] for c in step.claims if c not in old.claims)
            yield Change(entry, "step", None, _step(step), behind or fresh, step)
    was, now = dict(_fields(earlier)), dict(_fields(entry))
    for name, value in now.items():
        if was.get(name) != value:
            yield Change(entry, name, was.get(name), value, _behind(name, value, fresh) or fresh)


def _fields(entry: Entry) -> Iterator[tuple[str, str | None]]:
    event = entry.event
    match event:
        case Pledge():
            due = event.due.interval if event.due else None
            yield "donors", "+".join(event.donors) or None
            yield "recipient", event.recipient or "+".join(event.recipients) or None
            yield "count", amount_text(event.quantity) or None
            yield "money", money_text(event.money) or None
            yield "due", interval_text(due) if due else None
        case Contact():
            yield "guests", "+".join(event.guests) or None
            yield "hosts", "+".join(event.hosts) or None
            yield "place", event.place
        case Membership():
            yield "by", "+".join(event.by) or None
        case Statement():
            yield "words", event.words
    yield "counts in totals", "yes" if entry.counts_in_totals else "no"
    yield "voices", str(entry.independent)
    yield "sources differ on", ", ".join(d.field for d in entry.disagreements) or None
    yield "may be told twice", entry.possible_duplicate_of


def _behind(name: str, value: str | None, fresh: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The new claims that say the new value themselves."""
    if name not in ("donors", "recipient", "count", "money", "due", "place", "words"):
        return fresh
    return tuple(claim for claim in fresh if value in _said(claim))


def _said(claim: Claim) -> set[str | None]:
    return {value for _, value in _fields(Entry("", claim.event, (), (), 0, True))} - {None}


def _step(step: Step) -> str:
    told = (step.step, amount_text(Quantity(step.low, step.high)), interval_text(step.when))
    return "  ".join(part for part in told if part)


def _younger(heir: Entry, entry: Entry) -> tuple[str, ...]:
    """Claims told later: an entry whose first claim is one of these goes on under the same words."""
    return entry.claims if heir.claims[0] in entry.claims else ()


def _source(claim: Claim, view: View) -> str:
    report, words = claim.evidence.report, " ".join(claim.evidence.quote.split())
    day, outlet = view.told_on(claim.id), view.source(report).outlet
    shown = words if len(words) <= WORDS else words[: WORDS - 1] + "…"
    return f'{day or "?"}  {outlet or report}: "{shown}"  [{report}]'
