"""What a list hangs on when its header names no thing: "Canada will provide the following:", "Gifts include:"."""

from __future__ import annotations

from wireledger.extract.clauses import Clauses
from wireledger.extract.giving import giver
from wireledger.extract.govern import governor
from wireledger.extract.govern_nouns import noun_step
from wireledger.extract.memory import Known, Memory, Package
from wireledger.extract.offers import Offer
from wireledger.extract.parts import Case
from wireledger.extract.receiving import receiver
from wireledger.extract.scope import scope_of
from wireledger.extract.view import View


def opens_list(view: View) -> bool:
    """Whether a sentence is the header of a list."""
    return view.sentence.block_kind == "list_header" or view.sentence.tokens[-1].text == ":"


def header_package(seen: Clauses, remembered: Memory) -> Package | None:
    """The package that the bullets under a header are lines of; None where the header tells of no help."""
    view = seen.view
    last = len(view.sentence.tokens)
    end = Offer(last - 1, last, last - 1)
    found = governor(seen, end)
    step = found.step if found is not None and found.strong else noun_step(view)
    if step is None:
        return None
    case = Case(view, seen, end, found, remembered)
    giving = giver(case).candidate
    receiving = receiver(case, giving.codes).candidate
    index = view.sentence.index
    return Package(
        Known(giving.codes, giving.spans, index) if giving.codes else None,
        Known(receiving.codes, receiving.spans, index) if receiving.codes else None,
        step.step,
        step.mood,
        scope_of(view, end, found, None),
        index,
        step.row,
    )
