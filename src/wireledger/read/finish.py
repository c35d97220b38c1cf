"""Makes the report of what a reader found: agency, authors, language and the day it was published."""

from __future__ import annotations

from wireledger.model import Problem, Report, Source
from wireledger.read.counted import miscounted
from wireledger.read.credits import agency_name, agency_of, authors_of, outlet_of
from wireledger.read.disagreeing import disagreeing
from wireledger.read.draft import Draft
from wireledger.read.language import is_english, language_of
from wireledger.read.published import published


def report_of(draft: Draft) -> Report:
    """The report with all that could be worked out; what could not is None and, where it matters, a problem of it."""
    language = draft.language or language_of(draft.text)
    when, basis, doubts = published(draft)
    problems = (*draft.problems, *disagreeing(draft, when), *miscounted(draft, when), *doubts)
    if language is not None and not is_english(language):
        problems = (*problems, Problem("language", f"the text is in '{language}'; only English is read", draft.id))
    agency = agency_name(draft.agency) or draft.agency if draft.agency else agency_of(draft.text, draft.blocks)
    source = Source(
        outlet=draft.outlet or outlet_of(draft.text, draft.blocks),
        url=draft.url,
        agency=agency,
        authors=draft.authors or authors_of(draft.text, draft.blocks),
        speaks_for=draft.speaks_for,
        published=when,
        published_basis=basis,
    )
    title = draft.title or _headline(draft)
    return Report(draft.id, draft.text, source, title, language, draft.blocks, problems)


def _headline(draft: Draft) -> str | None:
    for block in draft.blocks:
        if block.kind == "headline" and block.depth == 0:
            return " ".join(block.span.of(draft.text).split())
    return None
