"""The vocabulary: frozen values of the standard library only, their plain text (show) and their JSON (wire)."""

from wireledger.model.amounts import Money, Quantity
from wireledger.model.claim import Claim, Evidence, Field, evidence
from wireledger.model.days import Days, Interval, day, month, year
from wireledger.model.document import Document, Mention, Sentence, Speech, Thing, Token, Trees
from wireledger.model.event import (
    KINDS,
    MEMBERSHIP_STEPS,
    PLEDGE_STEPS,
    Contact,
    Event,
    Form,
    Kind,
    Membership,
    MembershipStep,
    Mood,
    Pledge,
    PledgeStep,
    Scope,
    Statement,
    kind_of,
)
from wireledger.model.ledger import VERDICTS, Disagreement, Entry, Judgement, Spot, Step, Verdict
from wireledger.model.party import Item, NamedBy, Party, PartyKind, Place
from wireledger.model.report import Block, BlockKind, Problem, Report, Source
from wireledger.model.span import Span, hull
from wireledger.model.tree import Tree

__all__ = [
    "KINDS",
    "MEMBERSHIP_STEPS",
    "PLEDGE_STEPS",
    "VERDICTS",
    "Block",
    "BlockKind",
    "Claim",
    "Contact",
    "Days",
    "Disagreement",
    "Document",
    "Entry",
    "Event",
    "Evidence",
    "Field",
    "Form",
    "Interval",
    "Item",
    "Judgement",
    "Kind",
    "Membership",
    "MembershipStep",
    "Mention",
    "Money",
    "Mood",
    "NamedBy",
    "Party",
    "PartyKind",
    "Place",
    "Pledge",
    "PledgeStep",
    "Problem",
    "Quantity",
    "Report",
    "Scope",
    "Sentence",
    "Source",
    "Span",
    "Speech",
    "Spot",
    "Statement",
    "Step",
    "Thing",
    "Token",
    "Tree",
    "Trees",
    "Verdict",
    "day",
    "evidence",
    "hull",
    "kind_of",
    "month",
    "year",
]
