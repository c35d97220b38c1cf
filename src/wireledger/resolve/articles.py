"""Versions of one report: texts of one URL, or of one id that came with another text. The newest one speaks.

An older version stays: its claims are shown with their words. But its figures give way to those of the newest version,
and what only older versions tell does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from wireledger.model import Report

_VERSION = re.compile(r"@[0-9a-f]{8}$")  # as the store names a later text of an id


def article_of(report: Report) -> str:
    """What all versions of a report have in common: its URL, else its id as it was given."""
    url = (report.source.url or "").partition("#")[0]
    return url or _VERSION.sub("", report.id)


def outdated(reports: Iterable[Report]) -> set[str]:
    """The reports (by id) of which there is a newer version; of one day, the id that sorts last is the newest."""
    newest: dict[str, Report] = {}
    old: set[str] = set()
    for report in reports:
        other = newest.setdefault(article_of(report), report)
        if other is not report:
            older, newer = sorted((other, report), key=_age)
            old.add(older.id)
            newest[article_of(report)] = newer
    return old


def _age(report: Report) -> tuple[date, str]:
    """Sorts versions by age; one without a day is taken for the oldest."""
    published = report.source.published
    return ((published.last if published else None) or date.min, report.id)
