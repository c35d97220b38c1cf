"""Brings a few reports that came into a ledger that stands, looking only at what stands near each of them."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from wireledger.model import Report
from wireledger.resolve import WiderError, added
from wireledger.store.marks import STANDING, WAITING, Mark
from wireledger.store.protocol import Store

FEW = 20  # reports that came; for more the whole ledger is resolved
DECIDING = ("resolve", "lexicon", "model")  # what decides on entries


def grown(store: Store, now: datetime) -> tuple[int, int] | None:
    """How many entries opened and closed; None when the whole ledger is to be resolved, since more of it may change.

    What was brought up to date until then stays so.
    """
    opened = closed = 0
    with store.writing():
        if [mark.name for mark in store.marked(STANDING)] != [rules()]:
            return None
        waiting = store.marked(WAITING, FEW + 1)
        if len(waiting) > FEW:
            return None
        try:
            for report in _in_order(store, waiting):
                new, old = _taken_in(report, store, now)
                opened, closed = opened + new, closed + old
        except WiderError:
            return None
        store.unmark(WAITING)
    return opened, closed


@cache
def rules() -> str:
    """Stands for all that decides on entries: another release may decide otherwise."""
    found = sha256(platform.python_version().encode())
    for folder in DECIDING:
        for path, body in _bodies(files("wireledger").joinpath(folder), folder):
            found.update(f"{path}\n{len(body)}\n".encode() + body)
    return found.hexdigest()[:16]


def _bodies(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for each in sorted(folder.iterdir(), key=lambda one: one.name):
        name = f"{path}/{each.name}"
        if each.is_dir() and each.name != "__pycache__":
            yield from _bodies(each, name)
        elif each.is_file():
            yield name, each.read_bytes()


def _in_order(store: Store, waiting: list[Mark]) -> list[Report]:
    reports = [report for mark in waiting if (report := store.report(mark.name))]
    return sorted(reports, key=lambda report: (_day(report), report.id))


def _day(report: Report) -> date:
    published = report.source.published
    return (published.last if published else None) or date.max


def _taken_in(report: Report, store: Store, now: datetime) -> tuple[int, int]:
    found = added(report, store)
    for judgement in found.judgements:
        store.judge(replace(judgement, when=now))
    store.erase(found.gone)
    store.mark(found.marks)
    store.show(found.faces.items())
    return store.amend(found.entries, now, {report.id: found.voice})
