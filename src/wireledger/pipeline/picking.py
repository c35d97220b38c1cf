"""Which claims a person speaks of: named by the id of a claim or an entry, or all that fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields

from wireledger.model import Claim, Entry, Judgement, Pledge
from wireledger.pipeline.judging import JudgingError
from wireledger.resolve import decided
from wireledger.serve.fits import plain
from wireledger.store.protocol import Store


@dataclass(frozen=True, slots=True)
class Wanted:
    """What claims must have; None asks for nothing. `below` is a confidence that they do not reach."""

    kind: str | None = None
    donor: str | None = None
    recipient: str | None = None
    item: str | None = None
    report: str | None = None
    rule: str | None = None
    below: float | None = None


class Picking:
    """The claims of a ledger as they stand, by the names people call them."""

    def __init__(self, store: Store) -> None:
        self.store = store
        reports = {report.id: report for report in store.reports()}
        read = {claim.id: claim for claim in store.claims()}
        self.claims = read | {c.id: c for c in decided(read.values(), store.judgements(), reports).claims}
        self.entries = {entry.id: entry for entry in store.entries()}

    def groups(self, names: Iterable[str], wanted: Wanted) -> list[list[Claim]]:
        """A group for each name (a claim alone, an entry's claims), and one for each entry with claims that fit."""
        named = [self.named(name) for name in names]
        if wanted == Wanted():
            return named
        found: dict[str, list[Claim]] = {}
        holders = {claim: entry.id for entry in self.entries.values() for claim in entry.claims}
        for claim in self.claims.values():
            if fits(wanted, claim):
                found.setdefault(holders.get(claim.id, claim.id), []).append(claim)
        return named + [found[name] for name in sorted(found)]

    def named(self, name: str) -> list[Claim]:
        """The claim, or the claims of the entry, that a name (or its start) opens. Raises JudgingError."""
        entry = self.store.entry(name)
        known = {**self.entries, **({name: entry} if entry else {})}
        near: list[str] = [name] if name in known or name in self.claims else _starting(name, [*self.claims, *known])
        if len(near) != 1:
            told = f"{len(near)} claims or entries begin with" if near else "no claim or entry is called"
            raise JudgingError(f"{told} '{name}'; list them with: wireledger entries --ledger WHERE")
        held: Entry | None = known.get(near[0])
        return [self.claims[c] for c in held.claims if c in self.claims] if held else [self.claims[near[0]]]


def judgements_named(told: Iterable[Judgement], names: Iterable[str]) -> list[Judgement]:
    """The judgements that ids (or their starts) open. Raises JudgingError."""
    known = {judgement.id: judgement for judgement in told}
    found = []
    for name in names:
        near = _starting(name, known)
        if len(near) != 1:
            told_of = f"{len(near)} judgements begin with" if near else "no judgement is called"
            raise JudgingError(f"{told_of} '{name}'; list them with: wireledger judge log --ledger WHERE")
        found.append(known[near[0]])
    return found


def fits(wanted: Wanted, claim: Claim) -> bool:
    """Whether a claim has all that is asked for."""
    return all(TESTS[f.name](claim, getattr(wanted, f.name)) for f in fields(wanted) if _asked(wanted, f.name))


def _asked(wanted: Wanted, name: str) -> bool:
    return getattr(wanted, name) is not None


def _item(claim: Claim, item: str) -> bool:
    event = claim.event
    told = (event.item, event.category, event.model) if isinstance(event, Pledge) else ()
    return any(plain(item) in plain(words) for words in told if words)


def _donor(claim: Claim, code: str) -> bool:
    return isinstance(claim.event, Pledge) and code in claim.event.donors


def _recipient(claim: Claim, code: str) -> bool:
    return isinstance(claim.event, Pledge) and code in (claim.event.recipient, *claim.event.recipients)


TESTS: dict[str, Callable[..., bool]] = {
    "kind": lambda claim, kind: claim.kind == kind,
    "donor": _donor,
    "recipient": _recipient,
    "item": _item,
    "report": lambda claim, report: claim.evidence.report == report,
    "rule": lambda claim, rule: claim.rule == rule or claim.rule.startswith(f"{rule}/"),
    "below": lambda claim, confidence: claim.confidence < confidence,
}


def _starting(name: str, names: Iterable[str]) -> list[str]:
    return sorted({one for one in names if one.startswith(name)}) if name else []
