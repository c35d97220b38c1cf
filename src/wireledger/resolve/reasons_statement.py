"""Why a statement is taken as one with a line: one speaker, the same words, the same days."""

from __future__ import annotations

import re
from datetime import timedelta

from wireledger.lexicon.sides import slug, state_of
from wireledger.model import Statement
from wireledger.resolve.line import Line
from wireledger.resolve.reason import VETO, Reason
from wireledger.resolve.told import Told

ALIKE = 0.75  # share of words in common from which two sentences are the same words
SPOKEN = timedelta(30)


def speakers(told: Told, line: Line) -> Reason | None:
    """The same speaker; words without a speaker are told by nobody else."""
    mine, theirs = _statement(told).speaker, _statement(line.first).speaker
    if mine is None or theirs is None:
        return None
    if slug(mine) == slug(theirs):
        return Reason(1.0, "same speaker")
    return Reason(0.5, "a speaker and the side spoken for") if state_of(mine) == state_of(theirs) is not None else VETO


def words(told: Told, line: Line) -> Reason | None:
    """The same words, or nearly."""
    mine = words_of(_statement(told))
    shared = max(
        (len(mine & w) / max(1, len(mine | w)) for t in line.told[:5] for w in (words_of(_statement(t)),)), default=0.0
    )
    return Reason(3.0, "same words") if shared >= ALIKE else VETO


def days(told: Told, line: Line) -> Reason | None:
    """Told within a month: the same words a year later are said again."""
    if told.day is None or not line.days:
        return None
    return None if min(abs(told.day - day) for day in line.days) <= SPOKEN else VETO


def words_of(statement: Statement) -> frozenset[str]:
    """The words that were said, each once, in lower case."""
    return frozenset(re.findall(r"\w+", statement.words.lower()))


def _statement(told: Told) -> Statement:
    event = told.claim.event
    assert isinstance(event, Statement)
    return event
