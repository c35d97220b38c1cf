"""Reads claims from a marked-up report: one file a kind of event, each seeing only the document."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from wireledger.extract.contacts import contacts
from wireledger.extract.memberships import memberships
from wireledger.extract.pledges import pledges
from wireledger.extract.statements import statements
from wireledger.extract.view import view
from wireledger.model import Claim, Document

RULES = (pledges, contacts, memberships, statements)

__all__ = ["RULES", "extract"]


def extract(document: Document) -> tuple[Claim, ...]:
    """All claims of a document, in order of place; claims of a kind that share an anchor are numbered."""
    views = [view(sentence) for sentence in document.sentences]
    found = [claim for rule in RULES for claim in rule(document, views)]
    found.sort(key=lambda c: (c.evidence.anchor, c.evidence.span, c.kind))
    seen: Counter[tuple[str, int]] = Counter()
    numbered: list[Claim] = []
    for claim in found:
        key = (claim.kind, claim.evidence.anchor)
        numbered.append(replace(claim, ordinal=seen[key]) if seen[key] else claim)
        seen[key] += 1
    return tuple(numbered)
