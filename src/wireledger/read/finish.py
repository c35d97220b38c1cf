"""Makes the report of what a reader found: agency, authors, language and the day it was published."""

from __future__ import annotations

from dataclasses import replace

from wireledger.model import Interval, Problem, Report, Source
from wireledger.read.counted import counted
from wireledger.read.credits import agency_name, agency_of, authors_of, outlet_of
from wireledger.read.disagreeing import disagreeing
from wireledger.read.draft import Draft
from wireledger.read.language import is_english, language_of
from wireledger.read.namesakes import namesakes
from wireledger.read.published import published

OF_THE_DAY = frozenset(("undated", "ambiguous-date", "weekday-date", "member-count"))
"""The problems that hang on the day a report is from."""


def report_of(draft: Draft) -> Report:
    """The report with all that could be worked out; what could not is None and, where it matters, a problem of it."""
    language = draft.language or language_of(draft.text)
    when, basis, doubts = published(draft)
    miscounted, checks = counted(draft.text, draft.id, when)
    unsettled, settled = namesakes(draft.text, draft.id)
    problems = (*draft.problems, *disagreeing(draft, when), *miscounted, *unsettled, *doubts)
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
    return Report(draft.id, draft.text, source, title, language, draft.blocks, problems, (*checks, *settled))


def dated(report: Report, published: Interval) -> Report:
    """A report with another day given for it; what hangs on the day is held against it anew."""
    draft = Draft(report.id, report.text, report.blocks)
    miscounted, checks = counted(report.text, report.id, published)
    kept = tuple(problem for problem in report.problems if problem.code not in OF_THE_DAY)
    problems = (*kept, *disagreeing(draft, published), *miscounted)
    checks = (*checks, *(check for check in report.checks if check.code not in OF_THE_DAY))
    source = replace(report.source, published=published, published_basis="given")
    return replace(report, source=source, problems=problems, checks=checks)


def _headline(draft: Draft) -> str | None:
    for block in draft.blocks:
        if block.kind == "headline" and block.depth == 0:
            return " ".join(block.span.of(draft.text).split())
    return None
