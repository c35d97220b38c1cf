"""Tells what a name with several meanings is taken for: a check with the reason, or a problem where it is open."""

from __future__ import annotations

from wireledger.lexicon.namesakes import Meant, meant
from wireledger.model import Check, Problem, Span

CODE = "namesake"
_FEW = 4


def namesakes(text: str, where: str) -> tuple[tuple[Problem, ...], tuple[Check, ...]]:
    """The names of a text that are settled by what else it names, and those that signs for several leave open."""
    problems, checks = [], []
    for one in meant(text):
        span = Span(one.start, one.start + len(one.surface))
        if one.reading is None:
            message = f"'{one.surface}' may mean several things here: the text also names {_named(one)}"
            problems.append(Problem(CODE, message, where, span))
        else:
            message = f"'{one.surface}' is taken for {one.reading.means}: the text also names {_named(one)}"
            checks.append(Check(CODE, message, span))
    return tuple(problems), tuple(checks)


def _named(one: Meant) -> str:
    return ", ".join(f"'{sign}'" for sign in one.signs[:_FEW])
