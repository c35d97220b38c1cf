"""Brings the entries of a ledger up to date with its claims and judgements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from wireledger.model import Judgement, Problem
from wireledger.pipeline.adding import grown, rules
from wireledger.resolve import Resolved, resolve
from wireledger.store.marks import STANDING, Mark
from wireledger.store.protocol import Store

TRIES = 3


def resolved(store: Store, now: datetime) -> tuple[int, int, tuple[Problem, ...]]:
    """How many entries opened and closed, and the judgements that found no claim.

    A few reports that came to a ledger that stands are brought in one by one, when no more than their surroundings
    can change; else the whole ledger is resolved.

    Others may write meanwhile: what they added would be missing, so it is worked out again; after some tries they wait.
    """
    if changed := grown(store, now):
        return (*changed, ())
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
    judged = tuple(store.judgements())
    _judge(found.judgements, judged, store, now)
    if found.problems:
        store.note(found.problems, now)
    changed = store.replace(found.entries, now, found.voices)
    # What comes next may be brought in alone where every decision found its claim, and every name can be looked up.
    if not found.problems and all(name.isprintable() for name in found.voices):
        store.mark(found.marks)
        store.show(found.faces)
        store.mark([Mark(STANDING, rules())])
    return (*changed, found.problems)


def _judge(made: Sequence[Judgement], judged: Sequence[Judgement], store: Store, now: datetime) -> None:
    """Keep what rules judged with its reasons, each once, whenever it was judged first."""
    known = {replace(judgement, when=None) for judgement in judged}
    for judgement in made:
        if judgement not in known:
            store.judge(replace(judgement, when=now))
