"""Reads claims from a marked-up report: one file a kind of event, each seeing only the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from wireledger.extract.contacts import contacts
from wireledger.extract.memberships import memberships
from wireledger.extract.open_offices import open_offices
from wireledger.extract.pledges import pledges
from wireledger.extract.speech import utterances
from wireledger.extract.speech_voices import Voices, voices_of
from wireledger.extract.statements import statements_of
from wireledger.extract.view import view
from wireledger.model import Check, Claim, Document, Problem

RULES = (pledges, contacts, memberships)

__all__ = ["RULES", "Findings", "extract", "findings"]


@dataclass(frozen=True, slots=True)
class Findings:
    """What is read in a document: its claims in order of place, and whom words mean that point at somebody, or may."""

    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()
    checks: tuple[Check, ...] = ()


def extract(document: Document) -> tuple[Claim, ...]:
    """All claims of a document."""
    return findings(document).claims


def findings(document: Document) -> Findings:
    """All claims of a document, in order of place, with what is doubtful; claims that share an anchor are numbered."""
    views = [view(sentence) for sentence in document.sentences]
    said = utterances(document, views)
    heard = voices_of(document, views, said)
    found = [claim for rule in RULES for claim in rule(document, views)]
    found += statements_of(document, views, said)
    found = [_attributed(claim, heard) for claim in found]
    claims = _numbered(sorted(found, key=lambda c: (c.evidence.anchor, c.evidence.span, c.kind)))
    return Findings(tuple(claims), *open_offices(document, views, said, claims))


def _attributed(claim: Claim, heard: Voices) -> Claim:
    """The claim with whoever is quoted for the words at its anchor."""
    if claim.said_by is not None:
        return claim
    return replace(claim, said_by=heard.at(claim.evidence.anchor, claim.kind == "pledge"))


def _numbered(claims: Iterable[Claim]) -> list[Claim]:
    seen: Counter[tuple[str, int]] = Counter()
    numbered: list[Claim] = []
    for claim in claims:
        key = (claim.kind, claim.evidence.anchor)
        numbered.append(replace(claim, ordinal=seen[key]) if seen[key] else claim)
        seen[key] += 1
    return numbered
