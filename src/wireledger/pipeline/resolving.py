"""Brings the entries of a ledger up to date with its claims and judgements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from wireledger.model import Judgement, Problem
from wireledger.resolve import Resolved, resolve
from wireledger.store.protocol import Store

TRIES = 3


def resolved(store: Store, now: datetime) -> tuple[int, int, tuple[Problem, ...]]:
    """How many entries opened and closed, and the judgements that found no claim.

    Others may write meanwhile: what they added would be missing, so it is worked out again; after some tries they wait.
    """
    for _ in range(TRIES):
        seen = store.revision()
        found = _resolved(store)
        with store.writing():
            if store.revision() == seen:
                return _kept(found, store, now)
    with store.writing():
        return _kept(_resolved(store), store, now)


def _resolved(store: Store) -> Resolved:
    return resolve(tuple(store.reports()), tuple(store.claims()), tuple(store.judgements()))


def _kept(found: Resolved, store: Store, now: datetime) -> tuple[int, int, tuple[Problem, ...]]:
    _judged(found.judgements, store, now)
    if found.problems:
        store.note(found.problems, now)
    return (*store.replace(found.entries, now, found.voices), found.problems)


def _judged(judgements: Sequence[Judgement], store: Store, now: datetime) -> None:
    """Keep what rules judged with its reasons, each once, whenever it was judged first."""
    known = {replace(judgement, when=None) for judgement in store.judgements()}
    for judgement in judgements:
        if judgement not in known:
            store.judge(replace(judgement, when=now))
